// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/detail/complete.hpp>

#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>

namespace complete_test {

using lakeproof::member;
using lakeproof::member_table;
using lakeproof::source_name;
using lakeproof::source_version;
using lakeproof::detail::table_is_complete;

struct complete {
    source_name first;
    source_name second;
    std::optional<source_version> third{};
    static constexpr auto members =
        member_table(member{"first", &complete::first}, member{"second", &complete::second},
                     member{"third", &complete::third});
};
struct last_missing {
    source_name first;
    source_name second;
    std::optional<source_version> third{};
    static constexpr auto members = member_table(member{"first", &last_missing::first},
                                                 member{"second", &last_missing::second});
};
struct middle_missing {
    source_name first;
    std::optional<source_name> second{};
    source_version third;
    static constexpr auto members = member_table(member{"first", &middle_missing::first},
                                                 member{"third", &middle_missing::third});
};
struct exchanged {
    source_name first;
    source_name second;
    static constexpr auto members =
        member_table(member{"second", &exchanged::second}, member{"first", &exchanged::first});
};
struct exchanged_far_apart {
    source_name first;
    source_version second;
    source_name third;
    static constexpr auto members = member_table(member{"third", &exchanged_far_apart::third},
                                                 member{"second", &exchanged_far_apart::second},
                                                 member{"first", &exchanged_far_apart::first});
};
struct repeated {
    source_name first;
    source_name second;
    static constexpr auto members =
        member_table(member{"first", &repeated::first}, member{"second", &repeated::first});
};
struct one_too_many {
    source_name first;
    static constexpr auto members =
        member_table(member{"first", &one_too_many::first}, member{"again", &one_too_many::first});
};
struct empty_table {
    source_name first;
    static constexpr auto members = member_table();
};
struct no_members {
    static constexpr auto members = member_table();
};

BOOST_AUTO_TEST_SUITE(member_tables)

BOOST_AUTO_TEST_CASE(every_shape_of_the_operation_has_a_complete_table) {
    static_assert(table_is_complete<lakeproof::create_custom_log_source_request>());
    static_assert(table_is_complete<lakeproof::custom_log_source_configuration>());
    static_assert(table_is_complete<lakeproof::custom_log_source_crawler_configuration>());
    static_assert(table_is_complete<lakeproof::aws_identity>());
    static_assert(table_is_complete<lakeproof::create_custom_log_source_response>());
    static_assert(table_is_complete<lakeproof::custom_log_source_resource>());
    static_assert(table_is_complete<lakeproof::custom_log_source_provider>());
    static_assert(table_is_complete<lakeproof::custom_log_source_attributes>());
    static_assert(table_is_complete<no_members>());
    BOOST_TEST(table_is_complete<complete>());
}

BOOST_AUTO_TEST_CASE(a_missing_row_is_found) {
    static_assert(!table_is_complete<last_missing>());
    static_assert(!table_is_complete<middle_missing>());
    static_assert(!table_is_complete<empty_table>());
    BOOST_TEST(!table_is_complete<last_missing>());
}

BOOST_AUTO_TEST_CASE(exchanged_rows_are_found) {
    static_assert(!table_is_complete<exchanged>());
    static_assert(!table_is_complete<exchanged_far_apart>());
    BOOST_TEST(!table_is_complete<exchanged>());
}

BOOST_AUTO_TEST_CASE(a_row_too_many_is_found) {
    static_assert(!table_is_complete<repeated>());
    static_assert(!table_is_complete<one_too_many>());
    BOOST_TEST(!table_is_complete<repeated>());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace complete_test
