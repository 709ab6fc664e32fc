// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/outcome.hpp>

#include <lakeproof/model/create_custom_log_source_request.hpp>

#include "../../support/findings.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace outcome_test {

using namespace lakeproof;
using test::acme;
using test::add;
using test::at;
using test::finding_of;

template <class T>
outcome<T> holding(T value) {
    outcome<T> result;
    add(result.report(), rule::region_unsupported, severity::warning);
    result.emplace([&]() -> T { return std::move(value); });
    return result;
}

/// Takes in that a name is too long.
void add_long_name(report& r) {
    auto f = finding_of(rule::source_name_length, at({"sourceName"}),
                        "{value} failed to satisfy constraint: Member must have length less than or equal "
                        "to {bound}; it has {length}");
    f.excerpt = "nnn";
    f.bound = 64;
    f.length = 65;
    add(r, f);
}

using of_request = outcome<create_custom_log_source_request>;
static_assert(!std::is_convertible_v<outcome<std::string>, bool>);
static_assert(std::is_copy_constructible_v<of_request> && std::is_copy_assignable_v<of_request>);
static_assert(sizeof(of_request) <= 15 * 1024);
static_assert(std::is_nothrow_move_constructible_v<outcome<std::string>>);

// std::expected's words.
static_assert(std::is_same_v<of_request::value_type, create_custom_log_source_request>);
static_assert(std::is_same_v<of_request::error_type, report>);
static_assert(std::is_same_v<decltype(std::declval<of_request const&>().error()), report const&>);
static_assert(std::is_same_v<decltype(std::declval<of_request&>().value()), create_custom_log_source_request&>);
static_assert(std::is_same_v<decltype(*std::declval<of_request>()), create_custom_log_source_request&&>);

BOOST_AUTO_TEST_SUITE(outcomes)

BOOST_AUTO_TEST_CASE(a_new_one_has_no_value) {
    outcome<std::string> const none;
    BOOST_TEST(!none);
    BOOST_TEST(!none.has_value());
    BOOST_TEST(none.report().empty());
    BOOST_TEST(none.error().empty());
}

BOOST_AUTO_TEST_CASE(a_value_rides_with_its_warnings) {
    auto result = holding(acme);
    BOOST_TEST_REQUIRE(result.has_value());
    BOOST_TEST(result->source_name == "acme-edr");
    BOOST_TEST((*result == acme));
    BOOST_TEST((result.value() == acme));
    BOOST_TEST((std::as_const(result).value() == acme));
    BOOST_TEST((*std::as_const(result) == acme));
    BOOST_TEST(std::as_const(result)->source_name == "acme-edr");
    BOOST_TEST(result.report().warnings() == 1u);
    BOOST_TEST((&result.error() == &result.report()));
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
    add(none.report(), rule::member_missing, severity::error);
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

BOOST_AUTO_TEST_CASE(another_value_where_there_is_none) {
    outcome<std::string> const none;
    BOOST_TEST(none.value_or("other") == "other");
    BOOST_TEST(outcome<std::string>{}.value_or(std::string{"other"}) == "other");
    auto one = holding(std::string(100, 't'));
    BOOST_TEST(one.value_or("other") == std::string(100, 't'));
    BOOST_TEST(std::move(one).value_or("other") == std::string(100, 't'));
    auto owner = holding(std::make_unique<int>(7));
    BOOST_TEST(*std::move(owner).value_or(nullptr) == 7);
}

BOOST_AUTO_TEST_CASE(the_value_of_none_throws_the_first_error_and_the_report) {
    outcome<std::string> none;
    add(none.report(), rule::member_unknown, severity::warning);
    add_long_name(none.report());
    add(none.report(), rule::member_missing, severity::error);
    auto const is_right = [](invalid_document const& e) {
        return e.what() == std::string{"/sourceName: Value 'nnn' at 'sourceName' failed to satisfy constraint: "
                                       "Member must have length less than or equal to 64; it has 65"} &&
               e.report().errors() == 2 && e.report()[1].bound() == 64 && e.report().warnings() == 1;
    };
    BOOST_CHECK_EXCEPTION(static_cast<void>(none.value()), invalid_document, is_right);
    BOOST_CHECK_EXCEPTION(static_cast<void>(std::as_const(none).value()), invalid_document, is_right);
    BOOST_CHECK_EXCEPTION(static_cast<void>(std::move(none).value()), invalid_document, is_right);
    BOOST_CHECK_THROW(static_cast<void>(none.value()), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(an_error_behind_64_warnings_is_the_one) {
    // The first version threw `json_malformed` here.
    outcome<std::string> none;
    for (std::size_t i = 0; i < report::capacity; ++i)
        add(none.report(), rule::member_unknown, severity::warning);
    add_long_name(none.report());
    BOOST_CHECK_EXCEPTION(static_cast<void>(none.value()), invalid_document, [](invalid_document const& e) {
        return std::string{e.what()}.starts_with("/sourceName: Value 'nnn'");
    });
}

BOOST_AUTO_TEST_CASE(a_value_moves_out) {
    auto result = holding(std::make_unique<int>(7));
    auto const owner = std::move(result).value();
    BOOST_TEST(*owner == 7);
    BOOST_TEST(result->get() == nullptr);
}

BOOST_AUTO_TEST_CASE(the_value_of_a_new_one_says_that_nothing_was_read) {
    outcome<std::string> const none;
    BOOST_CHECK_EXCEPTION(static_cast<void>(none.value()), invalid_document, [](invalid_document const& e) {
        return e.what() == std::string{"no document has been read"} && e.report().empty();
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace outcome_test
