// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/detail/bound_members.hpp>

#include <lakeproof/model/operations.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bound_members_test {

using namespace lakeproof;
using detail::body_part, detail::has_body, detail::members_in_uri, detail::needs_body, detail::uri_part;

static_assert(detail::path_value<source_name> && detail::path_value<std::string> && detail::path_value<std::int16_t> &&
              detail::path_value<bool>);
static_assert(!detail::path_value<std::optional<std::string>> && !detail::path_value<std::vector<bool>> &&
              !detail::path_value<aws_identity>);
static_assert(detail::query_value<std::vector<source_name>> && detail::query_value<ocsf::event_class_list> &&
              detail::query_value<bool>);
static_assert(!detail::query_value<aws_identity> && !detail::query_value<std::vector<aws_identity>>);

// All in the body.
using create = operations::create_custom_log_source;
static_assert(members_in_uri<create> == 0 && has_body<create> && needs_body<create>);
static_assert(uri_part<create>.required_members == 0 && body_part<create>.elsewhere == 0);
using list = operations::list_log_sources;
static_assert(members_in_uri<list> == 0 && has_body<list> && !needs_body<list>);

// All in the URI.
using remove = operations::delete_custom_log_source;
static_assert(members_in_uri<remove> == 3 && !has_body<remove> && !needs_body<remove>);
static_assert(uri_part<remove>.required_members == 1 && body_part<remove>.elsewhere == 3);

// Some here, some there.
struct thing {
    std::string id;
    std::string owner;
    std::optional<bool> force{};
    static constexpr auto members =
        member_table(member{"id", &thing::id}, member{"owner", &thing::owner}, member{"force", &thing::force});
};
struct put_thing {
    using input = thing;
    using output = thing;
    static constexpr http_binding binding{"PUT", "/{owner}"};
};
static_assert(members_in_uri<put_thing> == 2 && has_body<put_thing> && needs_body<put_thing>);
static_assert(uri_part<put_thing>.required_members == 2 && body_part<put_thing>.elsewhere == 2);

struct patch_thing {
    using input = thing;
    using output = thing;
    static constexpr http_binding binding{"PATCH", "/{owner}/{id}"};
};
static_assert(members_in_uri<patch_thing> == 3 && has_body<patch_thing> && !needs_body<patch_thing>);

// Nothing at all.
struct ping {
    using input = delete_custom_log_source_response;
    using output = delete_custom_log_source_response;
    static constexpr http_binding binding{"GET", "/ping"};
};
static_assert(members_in_uri<ping> == 0 && !has_body<ping> && !needs_body<ping>);

BOOST_AUTO_TEST_CASE(bound_members_are_known_at_compile_time) { BOOST_TEST(has_body<put_thing>); }

} // namespace bound_members_test
