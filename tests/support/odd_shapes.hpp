// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <lakeproof/json.hpp>

#include <cstddef>
#include <cstdint>
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

/// A list of strings in bounds of any kind.
inline constexpr std::size_t any = 65535;
template <std::size_t Size, std::size_t Characters>
class list {
public:
    using element_constraint = letters_constraint;
    static constexpr std::size_t max_size = Size, max_characters = Characters;
    static constexpr lakeproof::rule limit_rule = lakeproof::rule::event_classes_limit;

    /// Visits the strings as views, which last as long as the list.
    struct iterator {
        std::string const* at;
        std::string_view operator*() const { return *at; }
        iterator& operator++() { return ++at, *this; }
        friend bool operator==(iterator, iterator) = default;
    };
    iterator begin() const { return {strings_.data()}; }
    iterator end() const { return {strings_.data() + strings_.size()}; }
    bool empty() const { return strings_.empty(); }
    std::size_t size() const { return strings_.size(); }
    bool try_push_back(letters const& string) {
        auto characters = string.size();
        for (auto const& s : strings_) characters += s.size();
        bool const fits = strings_.size() < Size && characters <= Characters;
        if (fits) append(string);
        return fits;
    }
    friend bool operator==(list const&, list const&) = default;

private:
    friend struct lakeproof::detail::trusted_access;
    void append(std::string_view checked) { strings_.emplace_back(checked); }
    std::vector<std::string> strings_{};
};

template <class List>
struct lists {
    List items{};
    static constexpr auto members = member_table(member{"items", &lists::items});
    friend bool operator==(lists const&, lists const&) = default;
};
using in_size = lists<list<3, any>>;
using in_characters = lists<list<any, 20>>;
using characters_before_size = lists<list<64, 20>>;
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

using color = lakeproof::enum_string<"RED", "DARK-RED", "it's[not]a\"color\".">;

/// Integers in bounds, in those of their types and in none; booleans; a closed set.
struct numbers {
    std::int64_t any;
    std::uint8_t byte;
    std::int32_t small;
    std::optional<std::int16_t> negative{};
    bool on;
    std::optional<bool> off{};
    odd::color color;
    static constexpr auto members = member_table(
        member{"any", &numbers::any}, member{"byte", &numbers::byte},
        member{"small", &numbers::small, {.least = -5, .most = 5}},
        member{"negative", &numbers::negative, {.required = true, .most = -1}}, member{"on", &numbers::on},
        member{"off", &numbers::off}, member{"color", &numbers::color});
    friend bool operator==(numbers const&, numbers const&) = default;
};

/// Exactly one member; two of them hold more than a value.
struct choice {
    std::optional<letters> word{};
    std::optional<std::vector<std::uint16_t>> counts{};
    std::optional<inner_of_names> inner{};
    std::optional<odd::color> color{};
    static constexpr bool one_of = true;
    static constexpr auto members =
        member_table(member{"word", &choice::word}, member{"counts", &choice::counts, {.least = 2, .most = 4}},
                     member{"inner", &choice::inner}, member{"color", &choice::color});
    friend bool operator==(choice const&, choice const&) = default;
};

/// Nothing at all, and lists in bounds of their own, required or not.
struct nothing {
    static constexpr auto members = member_table();
    friend bool operator==(nothing const&, nothing const&) = default;
};
struct bounded {
    std::vector<letters> required{};
    std::vector<choice> choices{};
    std::vector<bool> flags{};
    std::vector<odd::nothing> empty{};
    std::vector<std::string> plain{};
    odd::nothing nothing;
    static constexpr auto members = member_table(
        member{"required", &bounded::required, {.required = true, .least = 1, .most = 3}},
        member{"choices", &bounded::choices, {.least = 2, .most = 2}},
        member{"flags", &bounded::flags, {.most = 100}}, member{"empty", &bounded::empty, {.most = 1}},
        member{"plain", &bounded::plain, {.required = true}}, member{"nothing", &bounded::nothing});
    friend bool operator==(bounded const&, bounded const&) = default;
};

/// What a client reads leniently: no bound, closed set, union or other member matters.
struct answer {
    std::optional<choice> strict{};
    std::optional<std::vector<std::int32_t>> numbers{};
    std::optional<letters> word{};
    std::optional<odd::color> color{};
    static constexpr bool open = true, one_of = true;
    static constexpr auto members = member_table(
        member{"strict", &answer::strict}, member{"numbers", &answer::numbers, {.least = 1, .most = 2}},
        member{"word", &answer::word}, member{"color", &answer::color});
    friend bool operator==(answer const&, answer const&) = default;
};
} // namespace odd
