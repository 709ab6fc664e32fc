// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/operation.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What a segment of a path can hold, and a member of a query.
template <class T>
concept path_value = any_string<T> || integer<T> || std::same_as<T, bool>;
template <class T>
concept query_value = path_value<T> || pooled_list<T> ||
                      (is_vector<T> && requires { requires path_value<typename T::value_type>; });

/// A member of an operation's input as its binding sees it.
struct member_kind {
    bool in_path = false; ///< it can be
    bool in_query = false;
    std::uint64_t bit = 0;
};
template <shape Shape>
constexpr member_kind kind_of(std::string_view name) noexcept {
    member_kind kind;
    std::size_t i = 0;
    for_each_member<Shape>([&]<class M>(M const& m) {
        if (m.name == name)
            kind = {path_value<typename M::type>, query_value<value_type_of<typename M::type>>, std::uint64_t{1} << i};
        ++i;
    });
    return kind;
}

/// What a binding's URI says of an operation's input.
struct bound_uri {
    bool labels_fit = true; ///< each is a member that a path can hold
    bool query_fits = true;
    std::uint64_t members = 0; ///< as the bits of their nodes
};
template <operation Op>
inline constexpr bound_uri bound_uri_of = [] {
    bound_uri uri;
    for_each_label(Op::binding.uri, [&](std::string_view name) {
        auto const member = kind_of<typename Op::input>(name);
        uri.labels_fit = uri.labels_fit && member.in_path;
        uri.members |= member.bit;
    });
    for_each_query_name(Op::binding.uri, [&](std::string_view name) {
        auto const member = kind_of<typename Op::input>(name);
        uri.query_fits = uri.query_fits && member.in_query;
        uri.members |= member.bit;
    });
    return uri;
}();

/// The members of an operation's input that its URI holds, as the bits of their nodes.
template <operation Op>
inline constexpr std::uint64_t members_in_uri = [] {
    static_assert(bound_uri_of<Op>.labels_fit,
                  "a label of the URI names a required member of the input: a string, an integer or a bool");
    static_assert(bound_uri_of<Op>.query_fits,
                  "a name in the query is that of a member of the input: a string, an integer, a bool, or a list of "
                  "these");
    return bound_uri_of<Op>.members;
}();

/// The node of an operation's input for the reader of its URI, and for that of its body.
template <operation Op>
inline constexpr node uri_part = [] {
    node n = nodes_of<typename Op::input>[0];
    n.required_members &= members_in_uri<Op>;
    n.one_of = false;
    return n;
}();
template <operation Op>
inline constexpr node body_part = [] {
    node n = nodes_of<typename Op::input>[0];
    n.elsewhere = members_in_uri<Op>;
    return n;
}();

/// Whether an operation's input has members in the body, and whether one of them is required.
template <operation Op>
inline constexpr bool has_body = [] {
    auto const count = member_count<typename Op::input>;
    auto const all = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    return members_in_uri<Op> != all;
}();
template <operation Op>
inline constexpr bool needs_body = (body_part<Op>.required_members & ~members_in_uri<Op>) != 0;

} // namespace lakeproof::detail
