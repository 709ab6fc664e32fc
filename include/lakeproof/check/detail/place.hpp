// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/node.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A place in a document of a shape: a node, and the index in every list above it.
struct place {
    std::uint16_t at = 0;
    std::array<std::uint32_t, max_lists> index{};

    /// A byte of a text that cannot be read, which has no other place: in the indices of no list.
    static constexpr place of_offset(std::uint64_t offset) noexcept {
        return {0, {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset >> 32)}};
    }
    [[nodiscard]] constexpr std::size_t offset() const noexcept {
        return static_cast<std::size_t>(std::uint64_t{index[1]} << 32 | index[0]);
    }

    friend constexpr bool operator==(place const&, place const&) noexcept = default;
};

/// Appends a name as a reference token of a JSON Pointer: `~` as `~0` and `/` as `~1`.
constexpr void append_reference_token(std::string& pointer, std::string_view name) {
    for (char const c : name) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

constexpr void append_number(std::string& out, std::uint64_t n) {
    if (n >= 10) append_number(out, n / 10);
    out += static_cast<char>('0' + n % 10);
}
constexpr void append_number(std::string& out, std::int64_t n) {
    if (n < 0) out += '-';
    append_number(out, n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n));
}

/// Appends the JSON Pointer of a place: `/eventClasses/0`.
constexpr void append_pointer(std::string& out, node const* nodes, place const& where,
                              std::uint16_t at) {
    if (at == 0) return;
    node const& n = nodes[at];
    append_pointer(out, nodes, where, n.parent);
    out += '/';
    if (n.element)
        append_number(out, std::uint64_t{where.index[n.lists - 1u]});
    else
        append_reference_token(out, n.name);
}

/// Appends the path of a place as the service writes it in its messages:
/// `configuration.providerIdentity.externalId`, `eventClasses.1.member` (counted from 1).
constexpr void append_path(std::string& out, node const* nodes, place const& where,
                           std::uint16_t at) {
    if (at == 0) return;
    node const& n = nodes[at];
    append_path(out, nodes, where, n.parent);
    if (n.parent != 0) out += '.';
    if (n.element) {
        append_number(out, std::uint64_t{where.index[n.lists - 1u]} + 1);
        out += ".member";
    } else {
        out += n.name;
    }
}

} // namespace lakeproof::detail
