// SPDX-License-Identifier: BSL-1.0
// The main program of every unit test. Built header-only where Boost's libraries cannot be linked
// (they are built for one standard library); otherwise the build says whether they are shared.
#define BOOST_TEST_MODULE lakeproof
#ifdef LAKEPROOF_TEST_HEADER_ONLY
#include <boost/test/included/unit_test.hpp>
#else
#include <boost/test/unit_test.hpp>
#endif
