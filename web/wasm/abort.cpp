// SPDX-License-Identifier: BSL-1.0
// The words with which libc++ and libc++abi abort bring printf with them, 25 KB.
#include <__verbose_abort>

#include <cstdlib>

void std::__libcpp_verbose_abort(char const*, ...) { std::abort(); }

extern "C" [[noreturn]] void abort_message(char const*, ...) { std::abort(); }
