// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/rules/rule_info.hpp>

#include "../../support/twice.hpp"

#include <type_traits>

namespace rule_info_test {

using lakeproof::rule;
using lakeproof::rule_info;
using lakeproof::severity;
using lakeproof::test::twice;

// As a user writes them: any field may be left out.
constexpr rule_info no_tmp{.id = "no-tmp",
                           .default_severity = severity::warning,
                           .title = "sourceName is not temporary",
                           .why = "Names that start with tmp are swept nightly."};
constexpr rule_info only_an_id{.id = "only-an-id"};
constexpr rule_info unchangeable{.id = "unchangeable", .fixed = true};

static_assert(std::is_aggregate_v<rule_info>);
static_assert(sizeof(rule) == 1);

BOOST_AUTO_TEST_SUITE(rule_infos)

BOOST_AUTO_TEST_CASE(every_field_has_a_default) {
    twice([] {
        rule_info const none{};
        return none.id.empty() && none.default_severity == severity::error && !none.fixed &&
               none.title.empty() && none.why.empty() && none.value == rule::custom && none.number == 0;
    });
    twice([] {
        return only_an_id.id == "only-an-id" && only_an_id.default_severity == severity::error &&
               !only_an_id.fixed;
    });
}

BOOST_AUTO_TEST_CASE(one_of_the_users_own_is_custom) {
    twice([] {
        return no_tmp.value == rule::custom && no_tmp.default_severity == severity::warning &&
               no_tmp.title == "sourceName is not temporary" && no_tmp.why.ends_with("nightly.");
    });
    twice([] { return unchangeable.fixed && unchangeable.value == rule::custom; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rule_info_test
