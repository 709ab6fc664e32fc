// SPDX-License-Identifier: BSL-1.0
#pragma once

// All macros of Lakeproof's inside, but for the version's.

// For what runs only where a document breaks a rule, and for what every document runs through.
#if defined(__GNUC__)
#define LAKEPROOF_NOINLINE [[gnu::noinline]]
#define LAKEPROOF_ALWAYS_INLINE [[gnu::always_inline]] inline
#else
#define LAKEPROOF_NOINLINE
#define LAKEPROOF_ALWAYS_INLINE
#endif

// Sixteen bytes at once, in the vectors of g++ and clang.
#if defined(__GNUC__)
#if defined(__SSE2__)
#define LAKEPROOF_SSE2 1
#define LAKEPROOF_VECTORS 1
#elif defined(__aarch64__) && defined(__ARM_NEON) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LAKEPROOF_NEON 1
#define LAKEPROOF_VECTORS 1
#endif
#endif
