// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/name_table.hpp>

#include <lakeproof/aws/region.hpp>
#include <lakeproof/ocsf/event_class.hpp>

#include "../../../support/twice.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace name_table_test {

using lakeproof::detail::load_word;
using lakeproof::detail::name_table;
using lakeproof::test::twice;

constexpr std::array<std::string_view, 1> lone_name{"alone-here"};
constexpr std::array<std::string_view, 7> few_names{
    "eightchr",
    "eightchs",
    "ninechars",
    "a-name-that-is-longer",
    "a-name-that-was-longer",
    "b-name-that-is-longer",
    "a-name-that-is-longer-than-those",
};
constexpr name_table<1> lone{lone_name};
constexpr name_table<7> few{few_names};

/// 200 names, `name-000` to `name-199`.
struct numbered {
    char text[200][8]{};

    constexpr numbered() {
        for (std::size_t i = 0; i < 200; ++i) {
            std::string_view{"name-"}.copy(text[i], 5);
            text[i][5] = static_cast<char>('0' + i / 100);
            text[i][6] = static_cast<char>('0' + i / 10 % 10);
            text[i][7] = static_cast<char>('0' + i % 10);
        }
    }
    constexpr std::array<std::string_view, 200> views() const {
        std::array<std::string_view, 200> v{};
        for (std::size_t i = 0; i < 200; ++i) v[i] = {text[i], 8};
        return v;
    }
};
constexpr numbered numbered_names;
constexpr name_table<200> many{numbered_names.views()};

template <std::size_t N>
constexpr bool finds_each(name_table<N> const& table,
                          std::array<std::string_view, N> const& names) {
    for (std::size_t i = 0; i < N; ++i)
        if (table.find(names[i]) != i) return false;
    return true;
}

/// What a table holds.
template <std::size_t N>
struct held {
    lakeproof::detail::name_words words[N + 1];
    std::uint8_t slots[std::size_t{1} << (std::bit_width(N) + 2)];
    std::uint64_t factor;
};

/// A table finds its names, and no other string of any length.
///
/// A slot leads to the one name that hashes to it, or to the words behind all names; so no name is missed. What is
/// found has the words and the size of a name. `name_words::match` joins the differences of all words and of the sizes
/// by `|`, and each byte is in a word: a string of a name's size that differs in one byte is refused wherever that is,
/// and so is one that differs in more. Strings of other sizes differ in it.
template <std::size_t N, std::uint64_t Factor>
void finds_no_other(name_table<N, Factor> const& table, std::array<std::string_view, N> const& names) {
    auto const inside = std::bit_cast<held<N>>(table);
    auto const slot = [&](std::string_view name) {
        auto const first = load_word(name.data());
        auto const last = load_word(name.data() + name.size() - 8);
        return ((first ^ std::rotl(last, 29)) + name.size()) * inside.factor >> (64 - std::bit_width(N) - 2);
    };
    std::size_t used = 0;
    for (std::size_t s = 0; s < std::size(inside.slots); ++s) {
        auto const i = inside.slots[s];
        if (i == N) continue;
        ++used;
        BOOST_TEST_REQUIRE(i < N);
        BOOST_TEST(slot(names[i]) == s);
    }
    BOOST_TEST(used == N);
    BOOST_TEST(inside.words[N].size == lakeproof::detail::name_words::no_size);

    std::map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < N; ++i) index.emplace(names[i], i);
    BOOST_TEST(index.size() == N);
    std::size_t wrong = 0;
    auto const look_up = [&](std::string_view string) {
        auto const at = index.find(string);
        wrong += table.find(string) != (at == index.end() ? table.npos : at->second);
    };
    for (std::size_t i = 0; i < N; ++i) {
        std::string const name{names[i]};
        look_up(name);
        for (std::size_t at = 0; at <= name.size(); ++at) { // one edit away
            auto less = name, more = name, other = name;
            if (at < name.size()) look_up(less.erase(at, 1));
            more.insert(at, 1, '\0');
            for (int b = 0; b < 256; ++b) {
                more[at] = static_cast<char>(b);
                look_up(more);
                if (at == name.size()) continue;
                other[at] = static_cast<char>(b);
                look_up(other);
                wrong += inside.words[i].match(other) != (other == name); // whatever slot it leads to
            }
        }
    }
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_SUITE(name_tables)

BOOST_AUTO_TEST_CASE(every_name_is_found_at_its_index) {
    twice([] { return finds_each(lone, lone_name); });
    twice([] { return finds_each(few, few_names); });
    twice([] { return finds_each(many, numbered_names.views()); });
}

BOOST_AUTO_TEST_CASE(other_strings_are_not_found) {
    constexpr auto npos = decltype(few)::npos;
    twice([] { return few.find("") == npos; });
    twice([] { return few.find("eightch") == npos; });
    twice([] { return few.find("eightcht") == npos; });
    twice([] { return few.find("ninecharsx") == npos; });
    twice([] { return few.find("a-name-that-has-longer") == npos; });
    twice([] { return few.find("a-name-that-was-longer-still") == npos; });
    twice([] { return few.find("a-name-that-is-longer-than-these") == npos; });
    twice([] { return few.find("a-name-that-is-longer-than-those-") == npos; });
    twice([] { return few.find({"eightchr\0", 9}) == npos; });
    twice([] { return lone.find("alone-hers") == npos; });
    twice([] { return many.find("name-200") == npos; });
}

BOOST_AUTO_TEST_CASE(tables_of_the_library_find_no_other) {
    std::array<std::string_view, lakeproof::ocsf::event_class_count> classes;
    for (auto const c : lakeproof::ocsf::event_classes())
        classes[static_cast<std::size_t>(c)] = lakeproof::ocsf::to_string(c);
    finds_no_other(lakeproof::ocsf::detail::event_class_names, classes);
    finds_no_other(lakeproof::detail::region_names, lakeproof::detail::region_codes());
    // A change of one byte of these is another's name.
    finds_no_other(few, few_names);
}

BOOST_AUTO_TEST_CASE(a_word_is_little_endian_everywhere) {
    twice([] { return load_word("\x01\x02\x03\x04\x05\x06\x07\x08") == 0x0807060504030201u; });
    twice([] { return load_word("\xff\0\0\0\0\0\0\x80") == 0x80000000000000ffu; });
}

BOOST_AUTO_TEST_CASE(names_have_8_to_32_bytes) {
    twice([] {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        constexpr name_table<2> both{{{letters.substr(0, 8), letters.substr(0, 32)}}};
        for (std::size_t size = 0; size <= letters.size(); ++size)
            if (both.find(letters.substr(0, size)) != (size == 8 ? 0 : size == 32 ? 1 : both.npos))
                return false;
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace name_table_test
