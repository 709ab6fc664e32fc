// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/text/detail/trusted_access.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// The cells of one object and what is below it, by node.
struct cell_block {
    cell const* cells;
    std::uint16_t base;

    constexpr cell const& operator[](std::uint16_t at) const noexcept { return cells[at - base]; }
};

template <class T>
constexpr T build(node const* nodes, std::uint16_t at, cell_block block);

template <class T>
constexpr T build_member(node const* nodes, std::uint16_t object, std::uint16_t i,
                         cell_block block) {
    auto const at = static_cast<std::uint16_t>(nodes[object].first + i);
    bool const present = (block[object].present >> i & 1) != 0;
    if constexpr (without_optional<T>::optional) {
        if (!present) return std::nullopt;
        return build<typename without_optional<T>::type>(nodes, at, block);
    } else if constexpr (list_type<T>) {
        if (!present) return T{};
        return build<T>(nodes, at, block);
    } else {
        return build<T>(nodes, at, block);
    }
}

template <class T, std::size_t... I>
constexpr T build_object(node const* nodes, std::uint16_t at, cell_block block,
                         std::index_sequence<I...>) {
    return T{build_member<typename std::tuple_element_t<I, decltype(T::members)>::type>(
        nodes, at, static_cast<std::uint16_t>(I), block)...};
}

/// The value that the checked cells of a document hold, built in place.
///
/// The one bridge from what was read to models. Only for documents without an error.
template <class T>
constexpr T build(node const* nodes, std::uint16_t at, cell_block block) {
    if constexpr (shape<T>) {
        return build_object<T>(nodes, at, block, std::make_index_sequence<member_count<T>>{});
    } else if constexpr (list_type<T>) {
        T list{};
        auto const element = nodes[at].first;
        if constexpr (is_vector<T>) list.reserve(block[at].size);
        for (cell const* c = block[at].link; c != nullptr; c = c->link) {
            if constexpr (pooled_list<T>)
                trusted_access::append(list, c->view());
            else
                list.push_back(build<typename T::value_type>(nodes, element, {c, element}));
        }
        return list;
    } else if constexpr (is_constrained_string<T>) {
        return trusted_access::make<T>(block[at].view());
    } else {
        return T{block[at].view()};
    }
}

} // namespace lakeproof::detail
