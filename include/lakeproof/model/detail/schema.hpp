// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/complete.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/name_words.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What a list may hold. No bound is 0, no rule is `std::nullopt`.
struct list_rules {
    std::size_t max_size = 0;
    std::size_t max_characters = 0; ///< over all its strings
    std::optional<rule> limit{};
    std::optional<rule> duplicate{};
};

/// One place of a shape that JSON can fill: what all member tables flatten to.
///
/// Reader, writer and checker are ordinary code over an array of nodes. The members of an object
/// stand side by side; what is below a node stands behind it, in one piece. Aligned, so that a node
/// is found by a shift and what is read of it first is in one cache line.
struct alignas(64) node {
    static constexpr std::size_t nothing_clean(std::string_view) noexcept { return 0; }
    enum class kind : std::uint8_t { nowhere, object, constrained_text, plain_text, list };

    std::string_view name{}; ///< on the wire; empty for the document and for elements of lists
    detail::name_words words{};
    kind what = kind::object;
    bool required = false;
    bool open = false;      ///< an object that may have other members
    bool element = false;   ///< of a list
    std::uint8_t lists = 0; ///< how many lists it is in
    std::uint16_t self = 0; ///< its index
    std::uint16_t place =
        0; ///< its cell, counted from that of the document or element that it is in
    std::uint16_t next = 0;             ///< the member after it; after the last the first
    std::uint16_t parent = 0;           ///< the document is its own parent
    std::uint16_t first = 0;            ///< an object's first member, or a list's element
    std::uint16_t count = 0;            ///< how many members, or 1
    std::uint16_t subtree = 1;          ///< this node and all below it
    std::uint64_t bit = 0;              ///< among the members of its object
    std::uint64_t required_members = 0; ///< of an object, their bits
    std::size_t (*clean)(std::string_view) noexcept = nothing_clean; ///< see `text_rules`
    text_rules const* text = nullptr;
    list_rules const* list = nullptr;
};

namespace detail {

/// Stands for a value that no node describes. A null pointer would do, but under UBSan g++ 12 takes
/// no comparison with one as a constant.
inline constexpr node no_node{.what = node::kind::nowhere};

template <class T>
struct without_optional {
    using type = T;
    static constexpr bool optional = false;
};
template <class T>
struct without_optional<std::optional<T>> {
    using type = T;
    static constexpr bool optional = true;
};

template <class T>
inline constexpr bool is_constrained_string = false;
template <class Constraint>
inline constexpr bool is_constrained_string<constrained_string<Constraint>> = true;

/// A list whose elements live in the list itself, such as `event_class_list`.
template <class T>
concept pooled_list = requires {
    typename T::element_constraint;
};

/// A list of strings or of shapes without a bound.
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
concept list_type = pooled_list<T> || is_vector<T>;

template <pooled_list List>
inline constexpr list_rules pooled_list_rules{List::max_size, List::max_characters,
                                              List::limit_rule, List::duplicate_rule};
inline constexpr list_rules unbounded_list_rules{};

template <class T>
constexpr std::size_t count_nodes() noexcept {
    using type = typename without_optional<T>::type;
    if constexpr (shape<type>) {
        std::size_t count = 1;
        for_each_member<type>([&]<class M>(M const&) { count += count_nodes<typename M::type>(); });
        return count;
    } else if constexpr (is_vector<type>) {
        return 1 + count_nodes<typename type::value_type>();
    } else {
        return pooled_list<type> ? 2 : 1;
    }
}

template <std::size_t N>
struct schema_builder {
    std::array<node, N> nodes{};
    std::uint16_t used = 1;

    /// Fills the node at `at` for a value of type `T`, and what is below it.
    template <class T>
    constexpr void fill(std::uint16_t at) noexcept {
        using type = typename without_optional<T>::type;
        node& n = nodes[at];
        n.self = at;
        auto const before = used;
        if constexpr (shape<type>) {
            static_assert(table_is_complete<type>(),
                          "the member table names all members, in the order of their declaration");
            static_assert(member_count<type> <= 64);
            n.what = node::kind::object;
            if constexpr (requires { type::open; }) n.open = type::open;
            n.first = used;
            n.count = static_cast<std::uint16_t>(member_count<type>);
            used = static_cast<std::uint16_t>(used + n.count);
            std::uint16_t i = 0;
            for_each_member<type>([&](auto const& m) { add_member(at, i++, m); });
        } else if constexpr (is_constrained_string<type>) {
            n.what = node::kind::constrained_text;
            n.text = &text_rules_of<typename type::constraint>;
            n.clean = clean<typename type::constraint>;
        } else if constexpr (list_type<type>) {
            n.what = node::kind::list;
            n.first = used++;
            n.count = 1;
            nodes[n.first].parent = at;
            nodes[n.first].self = n.first;
            nodes[n.first].element = true;
            nodes[n.first].lists = static_cast<std::uint8_t>(n.lists + 1);
            if constexpr (pooled_list<type>) {
                n.list = &pooled_list_rules<type>;
                nodes[n.first].what = node::kind::constrained_text;
                nodes[n.first].text = &text_rules_of<typename type::element_constraint>;
                nodes[n.first].clean = clean<typename type::element_constraint>;
            } else {
                using element = typename type::value_type;
                static_assert(!list_type<element> && !without_optional<element>::optional,
                              "an element is a string or a shape");
                n.list = &unbounded_list_rules;
                fill<element>(n.first);
            }
        } else {
            static_assert(std::same_as<type, std::string>,
                          "a member is a shape, a string type, std::string or a list of these");
            n.what = node::kind::plain_text;
        }
        n.subtree = static_cast<std::uint16_t>(1 + used - before);
    }

    template <class Member>
    constexpr void add_member(std::uint16_t object, std::uint16_t i, Member const& m) noexcept {
        using type = typename Member::type;
        auto const at = static_cast<std::uint16_t>(nodes[object].first + i);
        nodes[at].name = m.name;
        nodes[at].words = name_words{m.name};
        nodes[at].parent = object;
        nodes[at].lists = nodes[object].lists;
        nodes[at].place = static_cast<std::uint16_t>(nodes[object].place + at - object);
        nodes[at].next =
            static_cast<std::uint16_t>(i + 1 == nodes[object].count ? nodes[object].first : at + 1);
        nodes[at].required =
            !without_optional<type>::optional && !list_type<typename without_optional<type>::type>;
        nodes[at].bit = std::uint64_t{1} << i;
        if (nodes[at].required) nodes[object].required_members |= nodes[at].bit;
        fill<type>(at);
    }
};

/// Not constexpr, so that a path which leads nowhere does not compile.
[[noreturn]] inline void no_such_member() { std::abort(); }

template <class Shape>
constexpr auto flatten() noexcept {
    schema_builder<count_nodes<Shape>()> builder;
    builder.template fill<Shape>(0);
    return builder.nodes;
}

} // namespace detail

/// The nodes of a shape (or of a single string type or list of them): the document first.
template <class Shape>
inline constexpr auto nodes_of = detail::flatten<Shape>();

namespace detail {

/// The node at a path of wire names below the document, which must exist.
constexpr std::uint16_t find_node(node const* nodes, std::initializer_list<std::string_view> path) {
    std::uint16_t at = 0;
    for (auto const name : path) {
        std::uint16_t i = 0;
        while (i < nodes[at].count && nodes[nodes[at].first + i].name != name) ++i;
        if (i == nodes[at].count) no_such_member();
        at = static_cast<std::uint16_t>(nodes[at].first + i);
    }
    return at;
}

} // namespace detail

/// The node at a path of wire names, for rules that concern one member; without such a member it
/// does not compile.
template <shape Shape>
[[nodiscard]] consteval std::uint16_t node_at(std::initializer_list<std::string_view> path) {
    return detail::find_node(nodes_of<Shape>.data(), path);
}

} // namespace lakeproof
