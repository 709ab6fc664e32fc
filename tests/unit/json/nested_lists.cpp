// SPDX-License-Identifier: BSL-1.0
// A list with bounds of its own in the elements of a list without.
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nested {

struct group {
    lakeproof::source_name name;
    lakeproof::ocsf::event_class_list classes{};
    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{"name", &group::name}, lakeproof::member{"classes", &group::classes});
};
struct groups {
    std::vector<group> all{};
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"groups", &groups::all});
};
using lakeproof::json::tag_invoke;

} // namespace nested

namespace nested_lists_test {

using namespace lakeproof;
using nested::groups;
using test::listed;

report checked(std::string_view text) {
    auto const r = json::check<groups>(text);
    auto const dom = boost::json::parse({text.data(), text.size()});
    BOOST_TEST(listed(json::check_value<groups>(dom)) == listed(r));
    BOOST_TEST(listed(json::parse<groups>(text).report()) == listed(r));
    return r;
}

BOOST_AUTO_TEST_SUITE(lists_in_lists)

BOOST_AUTO_TEST_CASE(each_counts_for_itself) {
    std::string classes;
    for (int i = 0; i < 3; ++i) classes += i > 0 ? ",\"a b\"" : "\"DNS_ACTIVITY\"";
    auto const group = R"({"name":"acme","classes":[)" + classes + "]}";
    auto const r = checked(R"({"groups":[)" + group + ',' + group + "]}");
    BOOST_TEST(listed(r) == "error event-class-pattern /groups/0/classes/1; "
                            "error event-class-pattern /groups/0/classes/2; "
                            "error event-class-pattern /groups/1/classes/1; "
                            "error event-class-pattern /groups/1/classes/2");
}

BOOST_AUTO_TEST_CASE(a_bound_is_at_the_list_that_passes_it) {
    std::string const longest(2048, 'A');
    for (std::string const escape : {"", "\\u0041"}) {
        auto const text = R"({"groups":[{"name":"acme","classes":["DNS_ACTIVITY"]},)"
                          R"({"name":"acme","classes":["DNS_ACTIVITY",")" +
                          escape + longest +
                          R"(","FILE_ACTIVITY"]},{"name":"acme","classes":[1]}]})";
        auto const r = checked(text);
        BOOST_TEST(listed(r) == "error event-classes-limit /groups/1/classes; "
                                "error member-type /groups/2/classes/0");
        BOOST_TEST(json::locate(text, r[0])->offset == text.rfind("[\"DNS"));
    }
}

BOOST_AUTO_TEST_CASE(so_is_a_bound_on_elements) {
    std::string many = "\"DNS_ACTIVITY\"";
    for (std::size_t i = 0; i < 128; ++i) many += ",\"DNS_ACTIVITY\"";
    auto const r =
        checked(R"({"groups":[{"name":"acme"},{"name":"acme","classes":[)" + many + "]}]}");
    BOOST_TEST(listed(r) == "error event-classes-limit /groups/1/classes");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace nested_lists_test
