// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/detail/regex_budget.hpp>

#include <boost/regex.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace regex_budget_test {

using lakeproof::detail::budgeted_iterator;
using lakeproof::detail::regex_budget;

BOOST_AUTO_TEST_SUITE(budget_of_a_pattern)

BOOST_AUTO_TEST_CASE(it_is_spent_read_by_read) {
    regex_budget b{3};
    std::string_view const string = "abc";
    budgeted_iterator at{string.data(), b};
    BOOST_TEST(*at == 'a');
    BOOST_TEST(at[2] == 'c');
    for (auto left = 1'000'000 + 3 * 16 - 2; left > 0; --left) static_cast<void>(*at);
    BOOST_CHECK_THROW(static_cast<void>(*at), std::runtime_error);
    BOOST_CHECK_THROW(static_cast<void>(at[1]), std::runtime_error);
    ++at; // costs nothing
    BOOST_TEST((at == budgeted_iterator{string.data() + 1, b}));
}

/// How many bytes Boost.Regex reads before it has matched a string.
std::size_t reads(std::string const& pattern, std::string const& string) {
    regex_budget b{string.size()};
    boost::regex const r{pattern};
    budgeted_iterator const begin{string.data(), b};
    BOOST_TEST_REQUIRE(boost::regex_match(begin, std::next(begin, std::ssize(string)), r));
    auto left = std::size_t{0};
    try {
        for (;; ++left) b.spend();
    } catch (std::runtime_error const&) {
    }
    return regex_budget::base + string.size() * regex_budget::per_byte - left;
}

BOOST_AUTO_TEST_CASE(patterns_that_do_not_backtrack_spend_little) {
    std::size_t const size = 100'000;
    std::string const string(size, 'a');
    for (auto const* const pattern : {"a*", "[a-z]+", ".*", "(?:[a-z][a-z0-9])*", "(?:a|b|c)*"}) {
        auto const n = reads(pattern, string);
        BOOST_TEST(n >= size, pattern); // they are counted at all
        BOOST_TEST(n <= size * regex_budget::per_byte / 2, pattern << ": " << n);
    }
}

BOOST_AUTO_TEST_CASE(patterns_that_call_themselves_are_known) {
    using lakeproof::detail::may_recur;
    for (auto const* const pattern :
         {"(?R)", "a(?R)?b", R"((\((?:[^()]|(?1))*\)))", "(a(?-1)?)", "(?+1)(a)", "(?<n>a(?&n)?)",
          "(?P<n>a(?P>n)?)", "(?:(?0))", "(?9)"})
        BOOST_TEST(may_recur(pattern), pattern);
    for (auto const* const pattern : {"", "a", "(?:a)", "(?=a)", "(?i)a", "(?-i)a", "(?<n>a)",
                                      "(?P<n>a)", "(?#1)a", "(?", "(?>1)", "(?-"})
        BOOST_TEST(!may_recur(pattern), pattern);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace regex_budget_test
