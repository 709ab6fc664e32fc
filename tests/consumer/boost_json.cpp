// SPDX-License-Identifier: BSL-1.0
// Boost.JSON, compiled into a program that does not link it.
#include <boost/json/src.hpp>
