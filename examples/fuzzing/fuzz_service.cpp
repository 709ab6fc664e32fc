// SPDX-License-Identifier: BSL-1.0
// The service as a fuzz target. A unit of its own, so that it can be compiled without a fuzzer's instrumentation:
// what makes requests is not what is being tested.
#include "service.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/testing/fuzz_target.hpp>

lakeproof::testing::fuzz_target const target{{.regions = {lakeproof::regions::us_east_1}},
                                             [](std::string_view text) { toy::service{}.create(text); }};
