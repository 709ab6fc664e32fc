// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Stands in for <lakeproof/testing/fuzz_target.hpp>.

#include <lakeproof/check/options.hpp>
#include <lakeproof/testing/mutate_json.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

class fuzz_target {
public:
    using function = void (*)(std::string_view);

    fuzz_target(options const&, function take) { taker() = take; }
    explicit fuzz_target(function take) { taker() = take; }
    static function& taker() {
        static function one = nullptr;
        return one;
    }
};

} // namespace lakeproof::testing

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    lakeproof::testing::fuzz_target::taker()({reinterpret_cast<char const*>(data), size});
    return 0;
}
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
    return lakeproof::testing::mutate_request_json(data, size, max_size, seed);
}
