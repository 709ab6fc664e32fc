// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/detail/regex_budget.hpp>

#include <boost/regex.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using lakeproof::detail::patience;
using lakeproof::detail::watched_position;

BOOST_AUTO_TEST_SUITE(patience_with_a_pattern)

BOOST_AUTO_TEST_CASE(it_is_used_up_look_by_look) {
    patience p{3};
    std::string_view const text = "abc";
    watched_position at{text.data(), p};
    BOOST_TEST(*at == 'a');
    BOOST_TEST(at[2] == 'c');
    for (auto left = 1'000'000 + 3 * 16 - 2; left > 0; --left) static_cast<void>(*at);
    BOOST_CHECK_THROW(static_cast<void>(*at), std::runtime_error);
    BOOST_CHECK_THROW(static_cast<void>(at[1]), std::runtime_error);
    ++at; // to go on costs nothing
    BOOST_TEST((at == watched_position{text.data() + 1, p}));
}

/// How often Boost.Regex looks before it has matched a text.
std::size_t looks(std::string const& pattern, std::string const& text) {
    patience p{text.size()};
    boost::regex const r{pattern};
    watched_position const begin{text.data(), p};
    BOOST_TEST_REQUIRE(boost::regex_match(begin, std::next(begin, std::ssize(text)), r));
    auto left = std::size_t{0};
    try {
        for (;; ++left) p.spend();
    } catch (std::runtime_error const&) {
    }
    return patience::for_any_text + text.size() * patience::for_each_byte - left;
}

BOOST_AUTO_TEST_CASE(patterns_that_do_not_backtrack_need_little) {
    std::size_t const size = 100'000;
    std::string const text(size, 'a');
    for (auto const* const pattern : {"a*", "[a-z]+", ".*", "(?:[a-z][a-z0-9])*", "(?:a|b|c)*"}) {
        auto const n = looks(pattern, text);
        BOOST_TEST(n >= size, pattern); // they are counted at all
        BOOST_TEST(n <= size * patience::for_each_byte / 2, pattern << ": " << n);
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

} // namespace
