// SPDX-License-Identifier: BSL-1.0
#include "commands/rule_examples.hpp"

#include <lakeproof/check/request_batch.hpp>
#include <lakeproof/house_rules.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/model/list_log_sources_request.hpp>

#include <string>
#include <vector>

namespace {

namespace lp = lakeproof;

constexpr std::string_view usual_request = R"({
  "configuration": {
    "crawlerConfiguration": {
      "roleArn": "arn:aws:iam::123456789012:role/SecurityLakeCrawler"
    },
    "providerIdentity": {
      "externalId": "acme-2026",
      "principal": "123456789012"
    }
  },
  "eventClasses": ["PROCESS_ACTIVITY"],
  "sourceName": "acme-edr",
  "sourceVersion": "1.0"
})";

constexpr std::string_view usual_response = R"({
  "source": {
    "attributes": {
      "crawlerArn": "arn:aws:glue:us-east-1:123456789012:crawler/acme-edr",
      "databaseArn": "arn:aws:glue:us-east-1:123456789012:database/amazon_security_lake_glue_db_us_east_1",
      "tableArn": "arn:aws:glue:us-east-1:123456789012:table/amazon_security_lake_table_us_east_1_ext_acme_edr"
    },
    "provider": {
      "location": "s3://aws-security-data-lake-us-east-1/ext/acme-edr/",
      "roleArn": "arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-east-1"
    },
    "sourceName": "acme-edr",
    "sourceVersion": "1.0"
  }
})";

constexpr std::string_view usual_list_request = R"({
  "accounts": ["123456789012"],
  "maxResults": 100,
  "nextToken": "bmV4dA==",
  "sources": [{"awsLogSource": {"sourceName": "VPC_FLOW"}}]
})";

/// A shape of a user's own: no operation that is modelled bounds the size of a list.
struct few_names {
    std::vector<lp::source_name> names;

    static constexpr auto members = lp::member_table(
        lp::member{"names", &few_names::names, {.required = true, .least = 1, .most = 3}});
};
constexpr std::string_view usual_few_names = R"({
  "names": ["acme-edr", "acme-dns"]
})";

std::string_view usual_document(example_kind kind) {
    switch (kind) {
    case example_kind::request: return usual_request;
    case example_kind::response: return usual_response;
    case example_kind::list_request: return usual_list_request;
    case example_kind::own_shape: return usual_few_names;
    }
    return {};
}

} // namespace

std::vector<std::string> rule_example::documents(example_case const& c) const {
    std::vector<std::string> all;
    for (auto const& other : c.pieces) {
        std::string text{usual_document(kind)};
        all.push_back(text.replace(text.find(piece), piece.size(), other));
    }
    return all;
}

lp::report rule_example::check(example_case const& c) const {
    auto const texts = documents(c);
    lp::options options{.regions = c.regions};
    lp::house_rules house;
    if (!house_pattern.empty()) {
        house.require("/sourceName", house_pattern);
        options.house_rules = &house;
    }
    switch (kind) {
    case example_kind::request: break;
    case example_kind::response: {
        auto const request = *lp::json::parse_request(usual_request);
        options.regions = {};
        return lp::json::check_response(texts.back(), request, *lp::region::from(c.regions[0]),
                                        options);
    }
    case example_kind::list_request:
        return lp::json::check<lp::list_log_sources_request>(texts.back(), options);
    case example_kind::own_shape: return lp::json::check<few_names>(texts.back(), options);
    }
    lp::request_batch run;
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
        static_cast<void>(run.check(texts[i], options, "request " + std::to_string(i + 1)));
    return run.check(texts.back(), options);
}
