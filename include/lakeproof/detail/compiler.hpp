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

#if defined(__SSE2__) || defined(_M_X64)
#define LAKEPROOF_SSE2 1
#endif
