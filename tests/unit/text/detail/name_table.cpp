// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/name_table.hpp>

#include "../../../support/twice.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
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

BOOST_AUTO_TEST_CASE(no_change_of_one_byte_is_found) {
    for (std::size_t i = 0; i < few_names.size(); ++i) {
        std::string name{few_names[i]};
        for (auto& c : name) {
            char const kept = c;
            for (int b = 0; b < 256; ++b) {
                c = static_cast<char>(b);
                auto const found = few.find(name);
                if (found != few.npos) BOOST_TEST(few_names[found] == name);
                if (c == kept) BOOST_TEST(found == i);
            }
            c = kept;
        }
    }
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
