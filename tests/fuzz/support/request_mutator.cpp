// SPDX-License-Identifier: BSL-1.0
// For targets whose input is the JSON text of a request. A unit of its own, so that it can be
// compiled without a fuzzer's instrumentation: what it does is not what is being tested.
#include <lakeproof/testing/mutate_json.hpp>

#include <cstddef>
#include <cstdint>

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
    return lakeproof::testing::mutate_request_json(data, size, max_size, seed);
}
