// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Lakeproof's version, and the inline namespace that everything is in.
///
/// `LAKEPROOF_VERSION` is a number as Boost's: `major * 100000 + minor * 100 + patch`. The inline namespace
/// names the version and whether exceptions are on, so that two versions, or units with and without
/// exceptions, are two sets of names in one program, never one name with two definitions. A forward
/// declaration of Lakeproof's names is `<lakeproof/fwd.hpp>`; one of your own would name another type.

#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#error "Lakeproof needs C++20: compile with -std=c++20 (g++ 12, clang 16 or newer)"
#endif

#define LAKEPROOF_VERSION 200 // 0.2.0
#define LAKEPROOF_VERSION_STRING "0.2.0"

#ifdef __cpp_exceptions
#define LAKEPROOF_ABI v0_2_0
#else
#define LAKEPROOF_ABI v0_2_0_no_exceptions
#endif
