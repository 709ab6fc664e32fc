// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/testing/detail/json_mutator.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// The mutator for some options, kept until there are others.
template <shape Shape>
json_mutator<Shape>& mutator_for(options const& o) {
    thread_local std::optional<json_mutator<Shape>> kept;
    if (!kept || !kept->is_for(o)) kept.emplace(o);
    return *kept;
}

} // namespace detail

/// Changes the JSON text of a shape into another, for libFuzzer's `LLVMFuzzerCustomMutator`: of sixteen outputs
/// seven are accepted by a check with these options, seven break one rule, and two are whatever comes.
///
/// From any input: what is no document of the shape is mended first, or replaced. Strings get lengths at, around and
/// past every bound, and characters on both sides of their pattern's edges; lists are filled to their bounds;
/// members, elements and values are added, erased, repeated, renamed, swapped and given other types; and all of it
/// is spelt in other ways. `data` holds `size` bytes and has room for `max_size`, at least as much; returns how many
/// it holds then. What would be longer is not made: where nothing fits, the text stays as it is. The same seed gives
/// the same change. About as much time as ten checks, the first calls with other
/// options but for tables and some documents. Throws `std::bad_alloc` only.
/// \code
/// unsigned char data[1024] = "{}"; // in LLVMFuzzerCustomMutator its parameters
/// auto const size = lakeproof::testing::mutate_json<lakeproof::create_custom_log_source_request>(
///     data, 2, sizeof data, 1);
/// \endcode
template <shape Shape>
[[nodiscard]] std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed,
                                      options const& o = default_options) {
    std::string_view const before{reinterpret_cast<char const*>(data), size};
    auto const after = detail::mutator_for<Shape>(o).mutated(before, seed, max_size);
    if (after.size() > max_size) return size;
    return after.copy(reinterpret_cast<char*>(data), after.size());
}

/// The same for CreateCustomLogSource requests.
[[nodiscard]] inline std::size_t mutate_request_json(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                                     unsigned seed, options const& o = default_options) {
    return mutate_json<create_custom_log_source_request>(data, size, max_size, seed, o);
}

/// Puts a value of a second JSON text into a first one, for libFuzzer's `LLVMFuzzerCustomCrossOver`: half of the
/// outputs are then brought to what `mutate_json` aims at. Otherwise as `mutate_json`.
template <shape Shape>
[[nodiscard]] std::size_t cross_over_json(std::string_view text, std::string_view other, std::uint8_t* data,
                                          std::size_t max_size, unsigned seed, options const& o = default_options) {
    auto after = detail::mutator_for<Shape>(o).crossed(text, other, seed, max_size);
    if (after.size() > max_size) after = text.substr(0, max_size);
    return after.copy(reinterpret_cast<char*>(data), after.size());
}

} // namespace lakeproof::testing
