// SPDX-License-Identifier: BSL-1.0
#include <cstdlib>

/// Where libc++abi gives up. Its own brings printf along, 25 KB, to say so.
extern "C" [[noreturn]] void abort_message(char const*, ...) { std::abort(); }
