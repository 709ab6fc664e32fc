// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/text/detail/trusted_access.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

template <class T>
constexpr T build(node const* nodes, value const* v);

template <class T, std::size_t... I>
constexpr T build_object([[maybe_unused]] node const* nodes, value const* object,
                         std::index_sequence<I...>) {
    [[maybe_unused]] auto const first = nodes[object->at].first->self;
    return T{build<typename std::remove_cvref_t<decltype(row_of<I>(T::members))>::type>(
        nodes, find(nodes, *object, object->at, static_cast<std::uint16_t>(first + I)))...};
}

/// The value that a document holds, built in place; `v` is null for what is absent.
///
/// The one way from what was read to models. Only for documents without an error.
template <class T>
constexpr T build(node const* nodes, value const* v) {
    if constexpr (is_optional<T>) {
        if (v == nullptr) return std::nullopt;
        return build<value_type_of<T>>(nodes, v);
    } else if constexpr (shape<T>) {
        return build_object<T>(nodes, v, std::make_index_sequence<member_count<T>>{});
    } else if constexpr (list_type<T>) {
        T list{};
        if (v == nullptr) return list;
        if constexpr (is_vector<T>) list.reserve(v->size);
        for (value const* element = v->first; element != nullptr; element = element->next) {
            if constexpr (pooled_list<T>)
                trusted_access::append(list, element->view());
            else
                list.push_back(build<typename T::value_type>(nodes, element));
        }
        return list;
    } else if constexpr (is_constrained_string<T>) {
        return trusted_access::make<T>(v->view());
    } else if constexpr (integer<T> || std::is_same_v<T, bool>) {
        return static_cast<T>(v->number());
    } else {
        return T{v->view()};
    }
}

/// The model of a whole document, which must be of the shape and have no error.
template <class T>
constexpr T build(document const& d) {
    return build<T>(d.nodes(), d.root());
}

} // namespace lakeproof::detail
