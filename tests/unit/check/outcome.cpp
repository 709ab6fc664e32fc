// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using namespace lakeproof;
using test::acme;

constexpr detail::location document{nodes_of<create_custom_log_source_request>.data(), 0, 0, {}};

template <class T>
outcome<T> holding(T value) {
    outcome<T> result;
    result.report().add(rule::region_unknown, severity::warning, document);
    result.emplace([&]() -> T { return std::move(value); });
    return result;
}

static_assert(!std::is_convertible_v<outcome<std::string>, bool>);
static_assert(std::is_copy_constructible_v<outcome<create_custom_log_source_request>>);

BOOST_AUTO_TEST_SUITE(outcomes)

BOOST_AUTO_TEST_CASE(a_new_one_has_no_value) {
    outcome<std::string> const none;
    BOOST_TEST(!none);
    BOOST_TEST(!none.has_value());
    BOOST_TEST(none.report().empty());
}

BOOST_AUTO_TEST_CASE(a_value_rides_with_its_warnings) {
    auto result = holding(acme);
    BOOST_TEST_REQUIRE(result.has_value());
    BOOST_TEST(result->source_name == "acme-edr");
    BOOST_TEST((*result == acme));
    BOOST_TEST((result.value() == acme));
    BOOST_TEST(result.report().warnings() == 1u);
    result->source_name = "other";
    BOOST_TEST((*std::move(result)).source_name == "other");
}

BOOST_AUTO_TEST_CASE(copies_and_moves_are_whole) {
    std::string const text(100, 't');
    auto const first = holding(text);
    auto copy = first;
    BOOST_TEST(*copy == text);
    BOOST_TEST(*first == text);
    auto moved = std::move(copy);
    BOOST_TEST(*moved == text);
    BOOST_TEST(moved.report().warnings() == 1u);
    outcome<std::string> none;
    none.report().add(rule::member_missing, severity::error, document);
    moved = none;
    BOOST_TEST(!moved);
    BOOST_TEST(moved.report().errors() == 1u);
    none = first;
    BOOST_TEST(*none == text);
    BOOST_TEST(none.report().ok());
    auto const& self = none;
    none = self;
    BOOST_TEST(*none == text);
}

BOOST_AUTO_TEST_CASE(values_are_destroyed_once) {
    auto const counted = std::make_shared<int>(1);
    outcome<std::shared_ptr<int>> const none;
    {
        auto one = holding(counted);
        auto two = one;
        BOOST_TEST(counted.use_count() == 3);
        two = none;
        BOOST_TEST(counted.use_count() == 2);
        one.emplace([&] { return counted; });
        BOOST_TEST(counted.use_count() == 2);
    }
    BOOST_TEST(counted.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(the_value_of_none_throws_the_first_error) {
    outcome<std::string> none;
    none.report().add(rule::member_unknown, severity::warning, document);
    none.report().add(rule::source_name_length, severity::error, document).bound(64).text("", 65);
    none.report().add(rule::member_missing, severity::error, document);
    BOOST_CHECK_EXCEPTION(
        static_cast<void>(none.value()), constraint_error, [](constraint_error const& e) {
            return e.rule() == rule::source_name_length && e.bound() == 64 && e.length() == 65;
        });
    BOOST_CHECK_THROW(static_cast<void>(std::move(none).value()), constraint_error);
}

BOOST_AUTO_TEST_CASE(so_does_one_whose_errors_are_not_among_those_kept) {
    outcome<std::string> none;
    for (std::size_t i = 0; i < report::capacity; ++i)
        none.report().add(rule::member_unknown, severity::warning, document);
    none.report().add(rule::source_name_length, severity::error, document);
    BOOST_CHECK_THROW(static_cast<void>(none.value()), constraint_error);
}

BOOST_AUTO_TEST_CASE(a_value_moves_out) {
    auto result = holding(std::make_unique<int>(7));
    auto const owner = std::move(result).value();
    BOOST_TEST(*owner == 7);
    BOOST_TEST(result->get() == nullptr);
}

BOOST_AUTO_TEST_CASE(the_value_of_a_new_one_is_no_json) {
    outcome<std::string> const none;
    BOOST_CHECK_EXCEPTION(
        static_cast<void>(none.value()), constraint_error,
        [](constraint_error const& e) { return e.rule() == rule::json_malformed; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
