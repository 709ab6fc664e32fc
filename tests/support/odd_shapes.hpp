// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <lakeproof/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Shapes that the service does not have and that a table can describe, each odd in one way.
namespace odd {
using lakeproof::member, lakeproof::member_table;

struct letters_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 1, max_length = 12;
};
using letters = lakeproof::constrained_string<letters_constraint>;

/// A list of texts in bounds of any kind; 0 is none.
template <std::size_t Size, std::size_t Characters>
class list {
public:
    using element_constraint = letters_constraint;
    static constexpr std::size_t max_size = Size, max_characters = Characters;
    static constexpr lakeproof::rule limit_rule = lakeproof::rule::event_classes_limit;
    static constexpr lakeproof::rule duplicate_rule = lakeproof::rule::event_class_duplicate;

    /// Visits the texts as views, which last as long as the list.
    struct iterator {
        std::string const* at;
        std::string_view operator*() const { return *at; }
        iterator& operator++() { return ++at, *this; }
        friend bool operator==(iterator, iterator) = default;
    };
    iterator begin() const { return {texts_.data()}; }
    iterator end() const { return {texts_.data() + texts_.size()}; }
    bool empty() const { return texts_.empty(); }
    friend bool operator==(list const&, list const&) = default;

private:
    friend struct lakeproof::detail::trusted_access;
    void append(std::string_view checked) { texts_.emplace_back(checked); }
    std::vector<std::string> texts_{};
};

template <class List>
struct lists {
    List items{};
    static constexpr auto members = member_table(member{"items", &lists::items});
    friend bool operator==(lists const&, lists const&) = default;
};
using in_size = lists<list<3, 0>>;
using in_characters = lists<list<0, 20>>;
using characters_before_size = lists<list<64, 20>>;
using more_repeats_than_kept = lists<list<100, 0>>;
using shorter_than_two = lists<list<3, 1>>;

/// Names that a JSON Pointer escapes, and one that does not begin with a letter.
struct inner_of_names {
    letters name;
    static constexpr auto members = member_table(member{"~/~1", &inner_of_names::name});
    friend bool operator==(inner_of_names const&, inner_of_names const&) = default;
};
struct names {
    letters first;
    inner_of_names second;
    std::optional<letters> third{};
    static constexpr auto members =
        member_table(member{"a/b", &names::first}, member{"~c", &names::second},
                     member{"\u00e9", &names::third});
    friend bool operator==(names const&, names const&) = default;
};

struct accents_constraint {
    using pattern = lakeproof::pattern<"^(\xc3\xa9)*$">;
    static constexpr std::size_t min_length = 1, max_length = 3;
};
struct accents {
    lakeproof::constrained_string<accents_constraint> text;
    static constexpr auto members = member_table(member{"text", &accents::text});
    friend bool operator==(accents const&, accents const&) = default;
};
} // namespace odd
