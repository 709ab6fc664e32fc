// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is only reached where a document breaks a rule is kept out of the way of what is always
// reached.
#if defined(__GNUC__)
#define LAKEPROOF_DETAIL_RARE [[gnu::noinline]]
#define LAKEPROOF_DETAIL_OFTEN [[gnu::always_inline]] inline
#else
#define LAKEPROOF_DETAIL_RARE
#define LAKEPROOF_DETAIL_OFTEN
#endif
