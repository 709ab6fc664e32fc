// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/check/detail/location.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// An object or array that is being read: what of it has been seen, and where its cells are.
///
/// Trivial, as it is made for every object; an object has no use for what only a list needs.
struct open_value {
    node const* self;
    cell* block;            ///< the cells of the document or element that it belongs to
    node const* hint;       ///< an object's likeliest next member
    node const* element;    ///< what a list's next value is, or `no_node`
    std::uint64_t seen;     ///< an object's members; of a list, the texts that a vocabulary lists
    std::uint64_t present;  ///< an object's members with a value of the right type
    std::uint64_t excused;  ///< … and those of a wrong type, neither present nor missing
    std::uint32_t position; ///< members or elements so far
    bool is_list;

    std::uint32_t limit; ///< how many elements a list may have
    list_rules const* list;
    std::size_t characters;     ///< of all strings of a list …
    std::size_t max_characters; ///< … and how many they may be
    cell* tail;                 ///< a list's last element

    constexpr void open_object(node const& n, node const& likeliest) noexcept {
        self = &n;
        is_list = false;
        hint = &likeliest;
        element = &no_node;
        position = 0;
        seen = present = excused = 0;
    }

    /// A value that is skipped, whatever is in it.
    constexpr void open_skipped(open_value const& parent) noexcept {
        open_object(no_node, no_node);
        block = parent.block; // for texts, see document_checker
    }

    constexpr void open_list(node const& n, node const& element_node) noexcept {
        self = &n;
        is_list = true;
        hint = &no_node;
        element = &element_node;
        position = 0;
        seen = present = excused = 0;
        list = n.list;
        limit = list->max_size != 0 ? static_cast<std::uint32_t>(list->max_size) : ~0u;
        characters = 0;
        max_characters = list->max_characters != 0 ? list->max_characters : ~std::size_t{0};
        tail = &block[n.place]; // the first element is linked from the list itself
        tail->link = nullptr;
    }

    constexpr void append(cell* next) noexcept {
        next->link = nullptr;
        tail->link = next;
        tail = next;
    }

    /// Whether a list's last element, a text that is `clean` (see `text_rules`), is within the
    /// list's bounds and the first of its kind; if not, nothing has changed.
    constexpr bool take_clean(std::size_t clean) noexcept {
        auto const place = clean - 2;
        auto const all = characters + tail->size;
        if (place >= 64) return !list->duplicate && list->max_characters == 0;
        if ((seen >> place & 1) != 0 || all > max_characters) return false;
        seen |= std::uint64_t{1} << place;
        characters = all;
        return true;
    }

    /// Whether a list's last element is the first of its kind: by its place in a vocabulary (from
    /// 1), or compared with all before it.
    constexpr bool is_first(std::string_view text, std::size_t listed) noexcept {
        auto const bit = listed_bit(listed);
        if (bit == 0) return !occurs_before(text);
        bool const first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

private:
    static constexpr std::uint64_t listed_bit(std::size_t place) noexcept {
        return place - 1 < 64 ? std::uint64_t{1} << (place - 1) : 0;
    }

    [[nodiscard]] constexpr bool occurs_before(std::string_view text) const noexcept {
        for (cell const* c = block[self->place].link; c != tail; c = c->link)
            if (c->view() == text) return true;
        return false;
    }
};

/// Where the value of a node is, inside of the objects and lists from `outermost` to `innermost`.
constexpr location location_in(open_value const* outermost, open_value const* innermost,
                               node const* nodes, node const& n) noexcept {
    location where{nodes, n.self, 0, {}};
    if (n.lists == 0) return where;
    for (auto const* f = outermost; f <= innermost; ++f)
        if (f->is_list && f->self->self != n.self)
            where.index[where.list_count++] = f->position - 1;
    return where;
}

} // namespace lakeproof::detail
