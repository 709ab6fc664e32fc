// SPDX-License-Identifier: BSL-1.0
// One unit of a program, compiled in several ways: UNIT is its function's name, DEPTH the depth limit of its version.
#include <lakeproof/json.hpp>

#include <string>

int UNIT();

/// How much of what a unit does is wrong.
int UNIT() {
    namespace lp = lakeproof;
    using request = lp::create_custom_log_source_request;
    constexpr request sent{.configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/x"},
                                             .provider_identity = {.external_id = "id", .principal = "123456789012"}},
                           .event_classes = {lp::ocsf::event_class::dns_activity},
                           .source_name = "acme-edr"};
    static_assert(lp::check(sent, {.regions = {lp::regions::us_east_1}}).ok());

    int wrong = 0;
    auto const text = lp::json::serialize(sent);
    auto const parsed = lp::json::parse_request(text);
    wrong += !parsed || !(*parsed == sent);
    auto const value = boost::json::value_from(sent);
    auto const converted = boost::json::try_value_to<request>(value);
    wrong += !converted || !(*converted == sent);
    wrong += boost::json::value_to<request>(value).source_name != sent.source_name;
    wrong += value.at("sourceName").as_string() != "acme-edr";

    auto const broken = lp::json::parse_request(R"({"sourceName":"a b"})");
    wrong += broken.has_value() || broken.report().errors() != 2;
    wrong += message(broken.report()[0]).find("source") == std::string::npos;
    auto const failed = boost::json::try_value_to<request>(boost::json::value{1});
    wrong += failed.has_value() || failed.error() != lp::rule::member_type;

    wrong += lp::limits{}.depth != DEPTH;
    wrong += lp::json::check_request(std::string(DEPTH, '[') + std::string(DEPTH, ']'))[0].rule() != lp::rule::member_type;
    wrong += lp::json::check_request(std::string(DEPTH + 1, '['))[0].rule() != lp::rule::json_limit;

#ifdef __cpp_exceptions
    try {
        static_cast<void>(broken.value());
        ++wrong;
    } catch (lp::invalid_document const& e) {
        wrong += e.report().errors() != 2;
    }
#endif
    return wrong;
}
