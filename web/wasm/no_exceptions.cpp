// SPDX-License-Identifier: BSL-1.0
#include <boost/throw_exception.hpp>

#include <__verbose_abort>

#include <cstdlib>

// What Boost and libc++ call where exceptions are off. No document leads here: limits and the report's room come first.

void boost::throw_exception(std::exception const&, boost::source_location const&) { std::abort(); }

void std::__libcpp_verbose_abort(char const*, ...) { std::abort(); }
