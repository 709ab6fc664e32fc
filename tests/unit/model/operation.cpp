// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/operation.hpp>

#include <lakeproof/model/member.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace operation_test {

using namespace lakeproof;

struct thing {
    std::string id;
    static constexpr auto members = member_table(member{"id", &thing::id});
};

struct get_thing {
    using input = thing;
    using output = thing;
    static constexpr http_binding binding{"GET", "/things/{id}"};
};
struct without_output {
    using input = thing;
    static constexpr http_binding binding{"GET", "/things/{id}"};
};
struct without_table {
    using input = int;
    using output = thing;
    static constexpr http_binding binding{"GET", "/things/{id}"};
};
struct without_binding {
    using input = thing;
    using output = thing;
};
struct bound_by_a_text {
    using input = thing;
    using output = thing;
    static constexpr char const* binding = "GET /things/{id}";
};
static_assert(operation<get_thing>);
static_assert(!operation<without_output>);
static_assert(!operation<without_table>);
static_assert(!operation<without_binding>);
static_assert(!operation<bound_by_a_text>);
static_assert(!operation<thing>);
static_assert(!operation<int>);

BOOST_AUTO_TEST_CASE(operations_are_told_at_compile_time) { BOOST_TEST(get_thing::binding.method == "GET"); }

} // namespace operation_test
