// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

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

constexpr void append_number(std::string& text, std::size_t n) {
    if (n >= 10) append_number(text, n / 10);
    text += static_cast<char>('0' + n % 10);
}

/// A place in a document of a modelled shape: a node, and the index in every list above it.
struct location {
    /// Lists inside lists of shapes: as deep as a location can tell apart.
    static constexpr std::size_t max_lists = 4;

    node const* nodes;
    std::uint16_t at;
    std::uint16_t list_count;
    std::array<std::uint32_t, max_lists> index;

    [[nodiscard]] constexpr node const& target() const noexcept { return nodes[at]; }

    /// Appends the JSON Pointer.
    constexpr void append_pointer(std::string& out) const { append_pointer(out, at, list_count); }

    /// Appends the path as the service writes it in its messages:
    /// `configuration.providerIdentity.externalId`, `eventClasses.1.member` (counted from 1).
    constexpr void append_path(std::string& out) const { append_path(out, at, list_count); }

private:
    constexpr void append_pointer(std::string& out, std::uint16_t n, std::size_t lists) const {
        if (n == 0) return;
        bool const is_element = nodes[n].name.empty();
        append_pointer(out, nodes[n].parent, is_element ? lists - 1 : lists);
        out += '/';
        if (is_element)
            append_number(out, index[lists - 1]);
        else
            append_reference_token(out, nodes[n].name);
    }

    constexpr void append_path(std::string& out, std::uint16_t n, std::size_t lists) const {
        if (n == 0) return;
        bool const is_element = nodes[n].name.empty();
        append_path(out, nodes[n].parent, is_element ? lists - 1 : lists);
        if (!out.empty() && out.back() != '\'') out += '.';
        if (is_element) {
            append_number(out, std::size_t{index[lists - 1]} + 1);
            out += ".member";
        } else {
            out += nodes[n].name;
        }
    }
};

} // namespace lakeproof::detail
