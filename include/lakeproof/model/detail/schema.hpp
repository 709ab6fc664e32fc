// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/complete.hpp>
#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/model/detail/node.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// How large the shape of a value is. What is below the greatest depth is not looked at, so that a shape that holds
/// itself has an extent too.
struct shape_extent {
    std::size_t nodes = 1;
    std::size_t depth = 1; ///< of values in each other
    std::size_t lists = 0; ///< in each other
};

/// A variable, so that each shape is looked at once, wherever it is.
template <class T, std::size_t Depth = 1>
inline constexpr shape_extent extent_of = [] {
    using type = value_type_of<T>;
    shape_extent all;
    if constexpr (Depth <= max_shape_depth) {
        auto const add = [&all](shape_extent const& part) {
            all.nodes += part.nodes;
            all.depth = part.depth + 1 > all.depth ? part.depth + 1 : all.depth;
            all.lists = part.lists > all.lists ? part.lists : all.lists;
        };
        if constexpr (shape<type>)
            // NOLINTNEXTLINE(bugprone-branch-clone): branches that are discarded are empty and so the same
            for_each_member<type>([&]<class M>(M const&) { add(extent_of<typename M::type, Depth + 1>); });
        else if constexpr (list_type<type>)
            add(extent_of<typename element_of<type>::type, Depth + 1>), ++all.lists;
    }
    return all;
}();

template <shape Shape>
consteval bool has_optional_members() noexcept {
    bool all = true;
    for_each_member<Shape>([&]<class M>(M const&) { all = all && is_optional<typename M::type>; });
    return all;
}

/// A name as it mostly stands in a text: with what ends it, and the colon.
constexpr name_words key_words(std::string_view name) noexcept {
    char key[name_words::longest]{};
    constexpr std::string_view end = "\":";
    if (name.size() > sizeof key - end.size()) return {};
    name.copy(key, name.size());
    end.copy(key + name.size(), end.size());
    return name_words{{key, name.size() + end.size()}};
}

/// A shape's nodes, the document first; filled where they stay, since they point to each other.
template <class Shape>
class node_table : public std::array<node, extent_of<Shape>.nodes> {
public:
    constexpr node_table() noexcept : std::array<node, extent_of<Shape>.nodes>{} {
        constexpr shape_extent extent = extent_of<Shape>;
        static_assert(extent.depth <= max_shape_depth, "a shape nests at most 16 values deep");
        static_assert(extent.lists <= max_lists, "lists nest at most 4 deep");
        static_assert(extent.nodes <= 65535, "a shape has at most 65,535 places");
        if constexpr (extent.depth <= max_shape_depth && extent.lists <= max_lists && extent.nodes <= 65535)
            fill<Shape>(0); // else one error is enough
    }

private:
    std::uint16_t used_ = 1;

    /// Fills the node at `at` for a value of type `T`, and what is below it.
    template <class T>
    constexpr void fill(std::uint16_t at) noexcept {
        using type = value_type_of<T>;
        node& n = (*this)[at];
        n.self = n.valid.at = at;
        if constexpr (shape<type>) {
            static_assert(table_is_complete<type>(),
                          "the member table names all members, in the order of their declaration");
            static_assert(member_count<type> <= 64, "a shape has at most 64 members");
            static_assert(!is_union<type> || has_optional_members<type>(),
                          "the members of a union are std::optional");
            n.what = node::kind::object;
            n.open = is_open<type>;
            n.one_of = is_union<type>;
            n.first = this->data() + (member_count<type> != 0 ? used_ : 0);
            n.count = static_cast<std::uint16_t>(member_count<type>);
            used_ = static_cast<std::uint16_t>(used_ + n.count);
            [&]<std::size_t... I>(std::index_sequence<I...>) {
                (add_member<type, I>(at), ...);
            }(std::make_index_sequence<member_count<type>>{});
        } else if constexpr (is_constrained_string<type>) {
            n.what = node::kind::string;
            n.string = &string_rules_of<typename type::constraint>;
            n.find_string = find_string<typename type::constraint>;
        } else if constexpr (list_type<type>) {
            n.what = node::kind::list;
            auto const inside = used_++;
            n.first = this->data() + inside;
            n.count = 1;
            if constexpr (pooled_list<type>) {
                n.most = type::max_size;
                n.most_characters = type::max_characters;
                n.limit = type::limit_rule;
            }
            node& element = (*this)[inside];
            element.parent = at;
            element.element = true;
            element.lenient = n.lenient;
            element.lists = static_cast<std::uint8_t>(n.lists + 1);
            fill<typename element_of<type>::type>(inside);
        } else if constexpr (integer<type>) {
            n.what = node::kind::integer;
            n.least = std::numeric_limits<type>::min();
            n.most = std::numeric_limits<type>::max();
        } else if constexpr (std::is_same_v<type, bool>) {
            n.what = node::kind::boolean;
        } else {
            n.what = node::kind::plain_string;
        }
    }

    template <class Object, std::size_t I>
    constexpr void add_member(std::uint16_t object) noexcept {
        constexpr auto const& m = row_of<I>(Object::members);
        using type = typename std::remove_cvref_t<decltype(m)>::type;
        node const& parent = (*this)[object];
        auto const at = static_cast<std::uint16_t>(parent.first - this->data() + std::ptrdiff_t{I});
        node& n = (*this)[at];
        n.name = m.name;
        n.key = key_words(m.name);
        n.parent = object;
        n.lists = parent.lists;
        n.lenient = parent.open;
        n.next = I + 1 == parent.count ? parent.first : &n + 1;
        n.required = m.options.required.value_or(!is_optional<type> && !list_type<value_type_of<type>>);
        n.bit = std::uint64_t{1} << I;
        if (n.required) (*this)[object].required_members |= n.bit;
        fill<type>(at);
        if (m.options.least > n.least && !n.lenient) n.least = m.options.least;
        if (m.options.most < n.most && !n.lenient) n.most = m.options.most;
    }
};

/// The nodes of a shape (or of a single string type or list of them): the document first.
template <class Shape>
inline constexpr node_table<Shape> nodes_of{};

/// The index of a member among those of its shape.
template <shape Shape, class Type>
constexpr std::uint16_t member_index(Type Shape::*wanted) noexcept {
    std::uint16_t index = 0;
    std::uint16_t found = 0xffff;
    for_each_member<Shape>([&]<class M>(M const& m) {
        if constexpr (std::is_same_v<typename M::type, Type>)
            if (m.pointer == wanted) found = index;
        ++index;
    });
    return found;
}

} // namespace lakeproof::detail
