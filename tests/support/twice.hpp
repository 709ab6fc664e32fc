// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <iterator>
#include <source_location>
#include <string>
#include <type_traits>
#include <utility>

namespace lakeproof::test {

/// Runs a check, a lambda without captures, in a constant expression and again at run time.
template <class Check>
void twice(Check check, std::source_location where = std::source_location::current()) {
    static_assert(Check{}());
    BOOST_TEST(check(), "the check in line " << where.line() << " holds at compile time only");
}

/// A constant expression of its own for each row: compilers limit the steps of one, and name the
/// row where it fails.
template <auto const& Rows, std::size_t Row, class Check>
consteval void row_passes() {
    static_assert(Check{}(Rows[Row]));
}

/// Runs a check of one row over a table, in constant expressions and again at run time.
template <auto const& Rows, class Check>
void twice_for_each(Check check, std::source_location where = std::source_location::current()) {
    []<std::size_t... Row>(std::index_sequence<Row...>) { (row_passes<Rows, Row, Check>(), ...); }
    (std::make_index_sequence<std::size(Rows)>{});
    for (std::size_t row = 0; row < std::size(Rows); ++row)
        BOOST_TEST(check(Rows[row]), "row " << row << " fails the check in line " << where.line());
}

/// Whether std::string works in constant expressions: with clang 16 and libstdc++ 12 it doesn't.
template <class String>
concept constant_string = requires { typename std::bool_constant<(String(1, 'x').size() == 1)>; };

/// `twice` for a check that uses std::string.
template <class Check>
void twice_in_words(Check check, std::source_location where = std::source_location::current()) {
    if constexpr (constant_string<std::string>)
        twice(check, where);
    else
        BOOST_TEST(check(), "the check in line " << where.line() << " fails");
}

/// `twice_for_each` for a check that uses std::string.
template <auto const& Rows, class Check>
void twice_in_words_for_each(Check check,
                             std::source_location where = std::source_location::current()) {
    if constexpr (constant_string<std::string>)
        twice_for_each<Rows>(check, where);
    else
        for (auto const& row : Rows)
            BOOST_TEST(check(row), "a row fails the check in line " << where.line());
}

} // namespace lakeproof::test
