// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http/detail/request_target.hpp>

#include "../../../support/twice.hpp"

#include <string_view>

namespace request_target_test {

using namespace lakeproof;
using test::twice_for_each;

struct split_case {
    std::string_view target, path, query;
};
constexpr split_case targets[] = {
    {"", "", ""},
    {"/", "/", ""},
    {"/a?", "/a", ""},
    {"/a?b=c", "/a", "b=c"},
    {"/a?b?c#d", "/a", "b?c#d"},
    {"?b", "", "b"},
    {"http://host", "", ""},
    {"http://host/a?b", "/a", "b"},
    {"HTTPS://host?b/c", "", "b/c"},
    {"https://host/a/https://b", "/a/https://b", ""},
    {"ftp://host/a", "ftp://host/a", ""},
    {"http:/host/a", "http:/host/a", ""},
};

struct label_case {
    std::string_view path;
    bool follows;
    std::string_view first, second;
};
constexpr http_binding binding{"GET", "/v1/{one}/x/{two}{?three}"};
constexpr label_case paths[] = {
    {"/v1/a/x/b", true, "a", "b"},
    {"/v1//x/", true, "", ""},
    {"/v1/%2F/x/?", true, "%2F", "?"},
    {"/v1/a/x", false, "a", ""},
    {"/v1/a/x/b/", false, "a", "b"},
    {"/v1/a/y/b", false, "a", ""},
    {"/v2/a/x/b", false, "", ""},
    {"v1/a/x/b", false, "", ""},
    {"", false, "", ""},
};

BOOST_AUTO_TEST_SUITE(request_targets)

BOOST_AUTO_TEST_CASE(a_target_is_path_and_query) {
    twice_for_each<targets>([](split_case const& c) {
        auto const t = detail::split_target(c.target);
        return t.path == c.path && t.query == c.query;
    });
}

BOOST_AUTO_TEST_CASE(a_path_has_a_value_for_each_label) {
    twice_for_each<paths>([](label_case const& c) {
        std::string_view first, second;
        auto const found = detail::for_each_label_value(binding, c.path, [&](std::string_view name, std::string_view value) {
            (name == "one" ? first : second) = value;
        });
        return found == c.follows && first == c.first && second == c.second &&
               detail::routes(binding, "GET", c.path) == c.follows && !detail::routes(binding, "PUT", c.path);
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace request_target_test
