// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// The JSON layer, on Boost.JSON: reading and checking text, writing it, the conversions from and to
/// `boost::json::value`, where in a text a violation lies, and JSON Schema.
///
/// Link Boost.JSON, or include `<boost/json/src.hpp>` in one source file of the program.

#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/json/dom.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/position.hpp>
#include <lakeproof/json/schema.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/lakeproof.hpp>
