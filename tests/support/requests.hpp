// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_request.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

namespace lakeproof::test {

/// A request without any violation in any Region of the `aws` partition: its class is on both of AWS's lists.
inline constexpr create_custom_log_source_request acme{
    .configuration = {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/"
                                                            "SecurityLakeCrawler"},
                      .provider_identity = {.external_id = "acme-2026",
                                            .principal = "123456789012"}},
    .event_classes = {ocsf::event_class::process_activity},
    .source_name = "acme-edr",
    .source_version = source_version{"1.0"}};

/// `acme` under another name.
constexpr create_custom_log_source_request named(std::string_view name) {
    auto request = acme;
    request.source_name = source_name{name};
    return request;
}

/// `acme` with another role for the crawler.
constexpr create_custom_log_source_request crawled_by(std::string_view arn) {
    auto request = acme;
    request.configuration.crawler_configuration.role_arn = role_arn{arn};
    return request;
}

/// The members of a request as JSON values; an empty one is left out.
struct json_members {
    std::string role_arn = R"("arn:aws:iam::123456789012:role/SecurityLakeCrawler")";
    std::string external_id = R"("acme-2026")";
    std::string principal = R"("123456789012")";
    std::string event_classes = R"(["PROCESS_ACTIVITY"])";
    std::string source_name = R"("acme-edr")";
    std::string source_version{};
    std::string further{}; ///< more members of the document, names and all
};

/// The JSON text of `acme` without its version, or with other members.
inline std::string request_json(json_members const& m = {}) {
    struct row {
        std::string_view name;
        std::string_view value;
    };
    auto const object = [](std::initializer_list<row> rows) {
        std::string text{'{'};
        for (auto const& r : rows) {
            if (r.value.empty()) continue;
            if (text.size() > 1) text += ',';
            text += '"';
            text += r.name;
            text += "\":";
            text += r.value;
        }
        return text += '}';
    };
    auto const crawler = object({{"roleArn", m.role_arn}});
    auto const identity = object({{"externalId", m.external_id}, {"principal", m.principal}});
    auto const configuration =
        object({{"crawlerConfiguration", crawler}, {"providerIdentity", identity}});
    auto text = object({{"configuration", configuration},
                        {"eventClasses", m.event_classes},
                        {"sourceName", m.source_name},
                        {"sourceVersion", m.source_version}});
    if (!m.further.empty()) text.insert(text.size() - 1, ',' + m.further);
    return text;
}

/// A string in JSON's quotes, which must need no escape.
inline std::string quoted(std::string_view text) { return '"' + std::string{text} + '"'; }

/// The JSON text of `acme` under another name, which must need no escape.
inline std::string json_named(std::string_view name) {
    return request_json({.source_name = quoted(name)});
}

} // namespace lakeproof::test
