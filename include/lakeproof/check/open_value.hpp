// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/cell.hpp>
#include <lakeproof/model/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::detail {

/// An object or array that is being read: what of it has been seen, and where its cells are.
///
/// Trivial, as it is made for every object; an object has no use for what only a list needs.
struct open_value {
    node const* self;
    cell* block;            ///< the cells of the object that it belongs to …
    std::uint16_t base;     ///< … of which the first is for this node
    std::uint16_t hint;     ///< an object's likeliest next member
    std::uint32_t position; ///< members or elements so far
    std::uint64_t seen;     ///< an object's members; of a list, the texts that a vocabulary lists
    std::uint64_t present;  ///< an object's members with a value of the right type
    std::uint64_t excused;  ///< … and those of a wrong type, neither present nor missing
    bool is_list;

    bool closed;            ///< a list over a bound
    std::uint32_t limit;    ///< how many elements a list may have
    list_rules const* list;
    node const* element;
    std::size_t characters; ///< of all strings of a list
    cell* tail;             ///< a list's last element
    cell* free;             ///< cells taken for more elements …
    cell* free_end;         ///< … up to here

    constexpr void open_object(node const& n) noexcept {
        is_list = false;
        hint = n.first;
        seen = present = excused = 0;
    }

    constexpr void open_list(node const& n, node const& element_node) noexcept {
        is_list = true;
        list = n.list;
        element = &element_node;
        limit = list->max_size != 0 ? static_cast<std::uint32_t>(list->max_size) : ~0u;
        closed = false;
        characters = 0;
        seen = present = excused = 0;
        free = nullptr;
        free_end = nullptr;
        tail = &slot(n); // the first element is linked from the list itself
        tail->link = nullptr;
    }

    [[nodiscard]] constexpr cell& slot(node const& n) const noexcept {
        return block[n.self - base];
    }

    constexpr void append(cell* next) noexcept {
        next->link = nullptr;
        tail->link = next;
        tail = next;
    }

    /// Whether a list's last element, a clean one, is within its bounds and the first of its kind.
    constexpr bool is_new(std::size_t clean) noexcept {
        if (list->max_size == 0) return !list->duplicate;
        auto const bit = listed_bit(clean - 1);
        auto const all = characters + tail->size;
        if (bit == 0 || (seen & bit) != 0 || all > list->max_characters) return false;
        seen |= bit;
        characters = all;
        return true;
    }

    /// Whether a list's last element is the first of its kind: by its place in a vocabulary (from 1), or
    /// compared with all before it.
    constexpr bool is_first(std::string_view text, std::size_t listed) noexcept {
        auto const bit = listed_bit(listed);
        if (bit == 0) return !occurs_before(text);
        bool const first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

private:
    static constexpr std::uint64_t listed_bit(std::size_t place) noexcept {
        return place == 0 || place > 64 ? 0 : std::uint64_t{1} << (place - 1);
    }

    [[nodiscard]] constexpr bool occurs_before(std::string_view text) const noexcept {
        for (cell const* c = slot(*self).link; c != tail; c = c->link)
            if (c->view() == text) return true;
        return false;
    }
};

} // namespace lakeproof::detail
