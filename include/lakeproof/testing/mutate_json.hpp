// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/testing/detail/json_mutator.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// A custom mutator for libFuzzer over the JSON texts of a shape: values, members and elements are
/// replaced, repeated, renamed, erased and wrapped, strings spoilt, and sometimes all of it is new.
///
/// JSON stays JSON, but for one change in thirty. `data` holds `size` bytes and has room for
/// `max_size`, at least as much; returns how many it holds then. What would be longer is not made:
/// the text stays as it is. The same seed gives the same change. Linear in the text and `max_size`.
/// Throws `std::bad_alloc` only.
/// \code
/// unsigned char data[1024] = "{}"; // in LLVMFuzzerCustomMutator its parameters
/// auto const size = lakeproof::testing::mutate_json<lakeproof::create_custom_log_source_request>(
///     data, 2, sizeof data, 1);
/// \endcode
template <shape Shape>
[[nodiscard]] std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                      unsigned seed) {
    std::string_view const before{reinterpret_cast<char const*>(data), size};
    auto const after = detail::json_mutator<Shape>{before, seed, max_size}.mutated();
    if (after.size() > max_size) return size;
    after.copy(reinterpret_cast<char*>(data), after.size());
    return after.size();
}

/// The same for CreateCustomLogSource requests.
[[nodiscard]] inline std::size_t mutate_request_json(std::uint8_t* data, std::size_t size,
                                                     std::size_t max_size, unsigned seed) {
    return mutate_json<create_custom_log_source_request>(data, size, max_size, seed);
}

} // namespace lakeproof::testing
