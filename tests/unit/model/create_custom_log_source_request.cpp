// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>

#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <type_traits>

namespace create_custom_log_source_request_test {

using namespace lakeproof;
using test::acme;
using test::twice;

template <class T>
inline constexpr bool literal = requires {
    typename std::bool_constant<(T{}, true)>;
};

static_assert(std::is_aggregate_v<create_custom_log_source_request>);
static_assert(std::is_aggregate_v<custom_log_source_configuration>);
static_assert(std::is_aggregate_v<custom_log_source_crawler_configuration>);
static_assert(std::is_aggregate_v<aws_identity>);

// A constexpr object of it exists, so it is a literal type.
static_assert(acme.source_name == "acme-edr");
static_assert(literal<ocsf::event_class_list>);
static_assert(std::is_trivially_destructible_v<create_custom_log_source_request>);
static_assert(sizeof(create_custom_log_source_request) < 8192);

// What has a required member cannot be made without it.
static_assert(!std::is_default_constructible_v<create_custom_log_source_request>);
static_assert(!std::is_default_constructible_v<custom_log_source_configuration>);
static_assert(!std::is_default_constructible_v<custom_log_source_crawler_configuration>);
static_assert(!std::is_default_constructible_v<aws_identity>);

template <class T>
concept without_principal = requires {
    T{.external_id = "acme-2026"};
};
template <class T>
concept with_both = requires {
    T{.external_id = "acme-2026", .principal = "123456789012"};
};
static_assert(with_both<aws_identity> && !without_principal<aws_identity>);

static_assert(shape<create_custom_log_source_request> && shape<aws_identity>);
static_assert(!shape<source_name> && !shape<ocsf::event_class_list> && !shape<int>);
static_assert(member_count<create_custom_log_source_request> == 4);
static_assert(member_count<custom_log_source_configuration> == 2);

BOOST_AUTO_TEST_SUITE(request_shapes)

BOOST_AUTO_TEST_CASE(optional_members_may_be_left_out) {
    // Warnings are errors in these tests: this initialiser must not give any.
    twice([] {
        create_custom_log_source_request const request{.configuration = acme.configuration,
                                                       .source_name = "acme-edr"};
        return request.event_classes.empty() && !request.source_version;
    });
}

BOOST_AUTO_TEST_CASE(absent_and_empty_event_classes_are_one_value) {
    twice([] {
        create_custom_log_source_request const absent{.configuration = acme.configuration,
                                                      .source_name = "acme-edr"};
        create_custom_log_source_request empty{
            .configuration = acme.configuration, .event_classes = {}, .source_name = "acme-edr"};
        return absent == empty;
    });
}

BOOST_AUTO_TEST_CASE(every_member_counts_in_a_comparison) {
    twice([] {
        auto name = acme, version = acme, classes = acme, role = acme, id = acme, principal = acme;
        name.source_name = "acme-edR";
        version.source_version.reset();
        classes.event_classes.push_back(ocsf::event_class::dns_activity);
        role.configuration.crawler_configuration.role_arn = "arn:aws:iam::123456789012:role/Other";
        id.configuration.provider_identity.external_id = "acme-2027";
        principal.configuration.provider_identity.principal = "210987654321";
        return acme == create_custom_log_source_request{acme} && name != acme && version != acme &&
               classes != acme && role != acme && id != acme && principal != acme;
    });
}

BOOST_AUTO_TEST_CASE(a_table_names_members_and_their_types) {
    using row =
        std::remove_cvref_t<decltype(detail::row_of<2>(create_custom_log_source_request::members))>;
    static_assert(std::is_same_v<row::type, source_name>);
    twice([] {
        auto const& r = detail::row_of<2>(create_custom_log_source_request::members);
        return r.name == "sourceName" && acme.*r.pointer == "acme-edr";
    });
}

BOOST_AUTO_TEST_CASE(a_request_has_no_other_members) {
    twice([] {
        for (auto const& n : detail::nodes_of<create_custom_log_source_request>)
            if (n.open || n.lenient) return false;
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace create_custom_log_source_request_test
