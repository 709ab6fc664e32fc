// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Memory for what a document holds, sized for its shape; the caller's, so that nothing is cleared.
struct cell_memory {
    cell* block;    ///< a cell per node
    cell* elements; ///< for the elements of lists …
    cell* elements_end;
    char* text; ///< for texts that come in parts
    std::size_t text_left;
    /// More of either when what is above is used up: never called for a shape whose lists are
    /// bounded.
    cell* (*more_elements)(void* context, std::size_t count) = nullptr;
    char* (*more_text)(void* context, std::size_t bytes) = nullptr;
    void* context = nullptr;

    constexpr cell* take_element() {
        if (elements == elements_end) get_more_elements(1);
        return elements++;
    }
    /// Side by side.
    constexpr cell* take_elements(std::size_t count) {
        if (static_cast<std::size_t>(elements_end - elements) < count) get_more_elements(count);
        auto* const taken = elements;
        elements += count;
        return taken;
    }

    constexpr char* take_text(std::size_t bytes) {
        if (text_left < bytes) return more_text(context, bytes);
        text_left -= bytes;
        auto* const taken = text;
        text += bytes;
        return taken;
    }

    /// Takes back what was not used of the text taken last.
    constexpr void give_back_text(char* taken, std::size_t bytes, std::size_t used) noexcept {
        if (text != taken + bytes) return;
        text = taken + used;
        text_left += bytes - used;
    }

private:
    LAKEPROOF_NOINLINE constexpr void get_more_elements(std::size_t count) {
        if (count < 256) count = 256;
        elements = more_elements(context, count);
        elements_end = elements + count;
    }
};

/// How many bytes of a text in parts are kept: what a value, a message or a comparison may need.
constexpr std::size_t kept_bytes(node const* nodes, std::size_t at) noexcept {
    node const& parent = nodes[nodes[at].parent];
    if (parent.what == node::kind::list && parent.list->max_characters != 0)
        return 4 * parent.list->max_characters;
    return nodes[at].text->capacity < 256 ? 256 : nodes[at].text->capacity;
}

} // namespace lakeproof::detail
