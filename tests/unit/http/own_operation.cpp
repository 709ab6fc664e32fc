// SPDX-License-Identifier: BSL-1.0
// An operation of a user's own, all of it: two shapes, a binding, and what follows from them.
#include <lakeproof/http.hpp>

#include "../../support/listed.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace own_operation_test {

using lakeproof::member, lakeproof::member_table, lakeproof::test::listed;
namespace http = lakeproof::http;

struct tag_resource {
    struct input {
        std::string resource;
        std::vector<lakeproof::bounded_string<"^[a-z]*$", 1, 8>> tags{};
        std::optional<std::int32_t> version{};
        bool notify;
        std::optional<std::string> comment{};

        static constexpr auto members = member_table(
            member{"resource", &input::resource}, member{"tags", &input::tags, {.required = true}},
            member{"version", &input::version, {.least = 1}}, member{"notify", &input::notify},
            member{"comment", &input::comment});
        friend bool operator==(input const&, input const&) = default;
    };
    struct output {
        std::int32_t version;
        static constexpr auto members = member_table(member{"version", &output::version});
    };
    static constexpr lakeproof::http_binding binding{"PUT", "/v1/{resource}/tags{?tags,version}", 201};
};

BOOST_AUTO_TEST_CASE(an_operation_is_two_shapes_and_a_binding) {
    tag_resource::input const input{"a/b +\u00e9", {"red", "blue"}, 7, true, "why"};
    auto const m = http::encode<tag_resource>(input);
    BOOST_TEST(m.target == "/v1/a%2Fb%20%2B%C3%A9/tags?tags=red&tags=blue&version=7");
    BOOST_TEST(m.body == R"({"notify":true,"comment":"why"})");
    BOOST_TEST((*http::decode_request<tag_resource>(m.method, m.target, m.headers, m.body) == input));

    auto const bad = http::decode_request<tag_resource>("PUT", "/v1/x/tags?tags=RED&version=0", m.headers, "{}");
    BOOST_TEST(listed(bad.report()) == "error member-missing /notify; error string-pattern /tags/0; "
                                       "error number-range /version");
    auto const answer = http::encode<tag_resource>(tag_resource::output{8});
    BOOST_TEST(answer.status == 201);
    BOOST_TEST(http::decode_response<tag_resource>(answer.status, answer.headers, answer.body)->version == 8);
}

} // namespace own_operation_test
