// SPDX-License-Identifier: BSL-1.0
// Header-only Boost.JSON: one source of a program compiles it.
#include <boost/json/src.hpp>
