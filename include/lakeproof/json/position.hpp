// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/violation.hpp>
#include <lakeproof/json/detail/text_walker.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

/// A place in a text: line and column from 1 (the column in bytes), and the offset from 0.
struct position {
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t offset = 0;

    friend constexpr bool operator==(position const&, position const&) noexcept = default;
};

/// The line and column of an offset. Complexity: linear in the offset. Never throws.
[[nodiscard]] constexpr position position_of(std::string_view text, std::size_t offset) noexcept {
    position p{1, 1, offset < text.size() ? offset : text.size()};
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < p.offset; ++i) {
        if (text[i] == '\n') {
            ++p.line;
            line_start = i + 1;
        }
    }
    p.column = p.offset - line_start + 1;
    return p;
}

/// The place of a JSON Pointer's value in a JSON text, or nothing if there is no such value.
///
/// A repeated member's first occurrence counts. Complexity: linear in the text.
[[nodiscard]] constexpr std::optional<position> locate(std::string_view text,
                                                       std::string_view pointer) {
    detail::text_walker walker{text};
    while (!pointer.empty()) {
        if (pointer.front() != '/') return std::nullopt;
        auto const end = pointer.find('/', 1);
        auto const token = pointer.substr(1, end == std::string_view::npos ? end : end - 1);
        pointer = end == std::string_view::npos ? std::string_view{} : pointer.substr(end);
        std::string name;
        for (std::size_t i = 0; i < token.size(); ++i) {
            bool const escape = token[i] == '~' && i + 1 < token.size();
            name += !escape ? token[i] : token[i + 1] == '1' ? '/' : '~';
            i += escape;
        }
        std::size_t index = 0;
        bool number = token == "0" || (!token.empty() && token.front() != '0' && token.size() < 10);
        for (char const c : token) {
            number = number && c >= '0' && c <= '9';
            if (number) index = index * 10 + static_cast<std::size_t>(c - '0');
        }
        if (!walker.enter_member(name) && !(number && walker.enter_element(index)))
            return std::nullopt;
    }
    if (!walker.at_value()) return std::nullopt;
    return position_of(text, walker.offset());
}

/// The place of a violation in the JSON text in which it was found, or nothing where the text has no such place: a
/// missing member, a Region, a text over the byte limit. Of an unknown member it is that of its name, of anything
/// else that of the value. Complexity: linear in the text.
[[nodiscard]] constexpr std::optional<position> locate(std::string_view text,
                                                       violation const& v) noexcept {
    using access = detail::violation_access;
    switch (v.rule()) {
    case rule::json_malformed: return position_of(text, v.offset());
    case rule::json_limit:
        if (v.offset() >= text.size()) return std::nullopt;
        return position_of(text, v.offset());
    case rule::member_missing:
    case rule::region_unknown:
    case rule::region_unsupported: return std::nullopt;
    default: break;
    }
    detail::text_walker walker{text};
    auto const* const nodes = access::nodes(v);
    auto const where = access::where(v);
    bool const repeated = v.rule() == rule::member_duplicate; // its object, then the member by its position
    if (!detail::walk_to(walker, nodes, where, repeated ? nodes[where.at].parent : where.at))
        return std::nullopt;
    if (repeated || v.rule() == rule::member_unknown)
        if (!walker.enter_member_at(access::member_position(v))) return std::nullopt;
    return position_of(text, v.rule() == rule::member_unknown ? walker.name_offset() : walker.offset());
}

/// The place of the object in which a member is missing.
[[nodiscard]] constexpr std::optional<position> locate_parent(std::string_view text,
                                                              violation const& v) noexcept {
    using access = detail::violation_access;
    detail::text_walker walker{text};
    auto const where = access::where(v);
    if (!detail::walk_to(walker, access::nodes(v), where, access::target(v).parent)) return std::nullopt;
    return position_of(text, walker.offset());
}

} // namespace lakeproof::json
