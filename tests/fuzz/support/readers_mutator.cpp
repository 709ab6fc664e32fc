// SPDX-License-Identifier: BSL-1.0
// For the target of the two readers: knows each of the shapes that are read there. A unit of its own, so that it can
// be compiled without a fuzzer's instrumentation.
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/testing/mutate_json.hpp>

#include "../../support/everything.hpp"

#include <cstddef>
#include <cstdint>

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
    namespace lp = lakeproof;
    using lp::testing::mutate_json;
    switch (seed % 4) {
    case 0: return mutate_json<lp::test::everything>(data, size, max_size, seed);
    case 1: return mutate_json<lp::create_custom_log_source_response>(data, size, max_size, seed);
    default: return mutate_json<lp::create_custom_log_source_request>(data, size, max_size, seed);
    }
}
