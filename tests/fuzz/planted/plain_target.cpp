// SPDX-License-Identifier: BSL-1.0
// The toy service as a target without Lakeproof's kit.
#include "../../../examples/fuzzing/service.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    toy::service{}.create({reinterpret_cast<char const*>(data), size});
    return 0;
}
