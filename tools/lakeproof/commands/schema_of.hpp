// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/json/object.hpp>

boost::json::object schema_of_request();
boost::json::object schema_of_response();
