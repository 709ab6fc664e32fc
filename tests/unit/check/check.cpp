// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/check.hpp>

#include <lakeproof/model/create_custom_log_source_response.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <string>
#include <vector>

namespace check_test {

using namespace lakeproof;
using test::acme;
using test::listed;
using test::named;
using test::twice;

inline constexpr rule_info no_long_names{.id = "no-long-names"};

constexpr void check_name(document_view<source_name> name, rule_sink& out) {
    if (name.length() > 20) out.report(no_long_names, name, "{value} is long");
}

/// A shape of objects in each other, and one string in the innermost.
template <int Depth>
struct nested {
    nested<Depth - 1> inner;
    static constexpr auto members = member_table(member{"inner", &nested::inner});
};
template <>
struct nested<1> {
    source_name name;
    static constexpr auto members = member_table(member{"name", &nested::name});
    static constexpr void check(document_view<nested> d, rule_sink& out) {
        check_name(d[&nested::name], out);
    }
};
template <int Depth>
constexpr nested<Depth> nest(source_name const& name) {
    if constexpr (Depth == 1)
        return {name};
    else
        return {nest<Depth - 1>(name)};
}

/// A shape of lists in each other.
template <int Lists>
struct level {
    std::vector<level<Lists - 1>> lists{};
    static constexpr auto members = member_table(member{"lists", &level::lists});
};
template <>
struct level<1> {
    std::vector<source_name> names{};
    static constexpr auto members = member_table(member{"names", &level::names});
    static constexpr void check(document_view<level> d, rule_sink& out) {
        for (auto const name : d[&level::names]) check_name(name, out);
    }
};

// As a user writes it.
static_assert(check(acme, {.regions = {regions::us_east_1}}).ok());
constexpr auto too_long = named("a-name-of-27-characters-xyz");
static_assert(check(create_custom_log_source_request{.configuration = acme.configuration,
                                                     .source_name = "acme-edr"},
                    {.regions = {regions::us_east_1}})
                  .ok());
static_assert(check(too_long, {.regions = {regions::us_east_1}}).errors() == 2);

BOOST_AUTO_TEST_SUITE(checks)

BOOST_AUTO_TEST_CASE(a_right_request_gives_an_empty_report) {
    twice([] { return check(acme).empty() && check(acme).ok(); });
    twice([] {
        auto const r = check(acme, {.regions = {regions::us_east_1, regions::eu_west_1}});
        return r.empty() && r.omitted() == 0 && static_cast<bool>(r);
    });
}

BOOST_AUTO_TEST_CASE(a_request_without_its_optional_members_is_right) {
    twice([] {
        auto request = acme;
        request.event_classes = {};
        request.source_version.reset();
        return check(request, {.regions = {regions::us_west_2}}).empty();
    });
}

BOOST_AUTO_TEST_CASE(any_shape_can_be_checked) {
    twice([] { return check(acme.configuration).empty(); });
    auto const r = check(custom_log_source_resource{.source_name = std::string(1000, ':')});
    BOOST_TEST(r.empty());
}

// --- as deep as shapes nest

BOOST_AUTO_TEST_CASE(a_shape_of_15_objects_in_each_other_is_checked) {
    twice([] {
        auto const r = check(nest<15>(source_name{"a-name-of-21-chars-xx"}));
        return r.size() == 1 && r.count(no_long_names) == 1;
    });
}

BOOST_AUTO_TEST_CASE(a_place_in_four_lists_has_four_indices) {
    level<1> const one{{source_name{"a"}, source_name{"a-name-of-21-chars-xx"}}};
    level<2> const two{{one, level<1>{}}};
    level<3> const three{{level<2>{}, level<2>{}, two}};
    level<4> const four{{level<3>{}, level<3>{}, level<3>{}, three}};
    BOOST_TEST(listed(check(four)) ==
               "error no-long-names /lists/3/lists/2/lists/0/names/1");
}

// --- proved

constexpr auto sent = proved(acme, {.regions = {regions::us_east_1}});
static_assert(sent == acme);
// Warnings and notes ride along: what must not compile is in tests/compile_fail/proved_*.cpp.
static_assert(proved(named("a-name-of-21-chars-xx"), {.regions = {regions::us_east_1}}).source_name.size() == 21);

BOOST_AUTO_TEST_CASE(what_is_proved_is_given_back) { BOOST_TEST((sent == acme)); }

BOOST_AUTO_TEST_SUITE_END()

} // namespace check_test
