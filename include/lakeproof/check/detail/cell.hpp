// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What was found at a node: enough to check the whole request, and to build the model.
///
/// A block of cells, one per node, stands for an object and all below it outside of lists; every
/// element of a list has a block of its own. A cell holds nothing unless its parent's `present`
/// says so, hence no cell is ever cleared.
struct cell {
    char const* data;      ///< of a text: the text, or as much of it as a value can hold
    std::size_t size;      ///< bytes at `data`; of a list, how many elements
    std::size_t length;    ///< of a text, in Unicode scalar values, however much is at `data`
    std::uint64_t present; ///< of an object, a bit per member that has a value of the right type
    cell* link;            ///< of a list, its first element; of an element, the next
    text_state state;

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {data, size}; }
};

/// The cells of a document that is an object, and how to look one up.
struct document_cells {
    node const* nodes;
    cell const* block;

    /// Whether the document has a value of the right type at a node outside of lists.
    [[nodiscard]] constexpr bool has(std::uint16_t at) const noexcept {
        if (at == 0) return true;
        auto const parent = nodes[at].parent;
        return has(parent) && (block[parent].present >> (at - nodes[parent].first) & 1) != 0;
    }
    [[nodiscard]] constexpr cell const* find(std::uint16_t at) const noexcept {
        return has(at) ? &block[at] : nullptr;
    }
};

} // namespace lakeproof::detail
