// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/name_words.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What a value in a document is, beside what it holds.
struct value_kind {
    std::uint16_t at;    ///< its node
    std::uint16_t index; ///< of a string in its vocabulary, or `no_index`
    bool present; ///< of a slot: anything is there
    bool right_type;
    bool length_ok;
    bool pattern_ok;
};

/// One place of a shape that JSON can fill: what all member tables flatten to.
///
/// Reader, writer and rules are ordinary code over an array of nodes. The members of an object stand side by
/// side; what is below a node stands behind it. Aligned, so that what is read of it first is in one cache line.
struct alignas(64) node {
    enum class kind : std::uint8_t { none, object, string, plain_string, integer, boolean, list };

    std::string_view name{}; ///< in JSON; empty for the document and for elements of lists
    name_words key{};        ///< of the name with what follows it in a text, `":`, to compare with
    string_start (*find_string)(std::string_view) noexcept = find_no_string; ///< see string_rules.hpp
    value_kind valid{0, no_index, true, true, true, true}; ///< of a value without fault
    kind what = kind::object;
    bool required = false;
    bool lenient = false; ///< in an open shape: no bound, closed set or union is enforced
    bool open = false;    ///< an object that may have other members
    bool one_of = false;  ///< an object that is a union
    bool element = false; ///< of a list
    std::uint8_t lists = 0;   ///< how many lists it is in
    std::uint16_t self = 0;   ///< its index
    std::uint16_t parent = 0; ///< the document is its own parent
    std::uint16_t count = 0;  ///< how many members
    node const* next = nullptr;  ///< the member after it; after the last the first
    node const* first = nullptr; ///< an object's first member (the document if it has none), or a list's element
    std::uint64_t bit = 0;    ///< among the members of its object
    std::uint64_t required_members = 0;  ///< of an object, their bits
    std::uint64_t elsewhere = 0; ///< of an object, the bits of members that are not read from this text
    string_rules const* string = nullptr; ///< of a string type
    /// Of an integer, or of a list's size.
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::size_t most_characters = std::numeric_limits<std::size_t>::max(); ///< of all strings of a list
    rule limit = rule::list_length; ///< what a list over a bound breaks
};

/// Stands for a value that no node describes. A null pointer would do, but under UBSan g++ 12 takes
/// no comparison with one as a constant.
inline constexpr node no_node{.what = node::kind::none};

/// How deeply shapes nest, and lists inside lists of shapes.
inline constexpr std::size_t max_shape_depth = 16;
inline constexpr std::size_t max_lists = 4;

} // namespace lakeproof::detail
