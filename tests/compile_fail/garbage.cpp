// SPDX-License-Identifier: BSL-1.0
// The harness itself: what is not C++ does not compile.
// EXPECT: garbage
garbage // HERE
