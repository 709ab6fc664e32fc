// SPDX-License-Identifier: BSL-1.0
#include "contenders.hpp"
#include "payloads.hpp"

#include <lakeproof/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace benchmarks {

namespace {

/// The typical document with something else in the place of `from`.
payload with(std::string_view from, std::string_view to) {
    std::string text{typical().text()};
    auto const at = text.find(from);
    if (at == std::string::npos) {
        std::fprintf(stderr, "no %s in the typical payload\n", std::string{from}.c_str());
        std::exit(1);
    }
    return {"one rule", text.replace(at, from.size(), to)};
}

/// Documents that break one rule, or none by a hair.
std::vector<payload> one_rule_each() {
    constexpr std::string_view arn =
        "arn:aws:iam::123456789012:role/service-role/SecurityLakeCrawlerRole";
    constexpr std::string_view role = "arn:aws:iam::123456789012:role";
    constexpr std::string_view class_name = "PROCESS_ACTIVITY";
    constexpr std::string_view id = "acme-2026-7f3c";
    constexpr std::string_view account = "\"123456789012\"";
    std::string const x64(64, 'x');
    std::vector<payload> all{
        {"", "{"},
        {"", "[]"},
        {"", "{}"},
        {"", R"({"configuration":[],"sourceName":1,"eventClasses":{},"sourceVersion":[]})"},
        with("acme-edr", ""),
        with("acme-edr", x64.substr(0, 20)),
        with("acme-edr", x64.substr(0, 21)),
        with("acme-edr", x64 + "x"),
        with("acme-edr", "a b"),
        with("acme-edr", "a:b"),
        with("acme-edr", "a\\\\b"),
        with("acme-edr", "\\u0061cme\\u002dedr"),
        with("acme-edr", "\xc3\xa9"),
        with("1.0", ""),
        with("1.0", x64.substr(0, 33)),
        with("1.0", "1 0"),
        with("\"1.0\"", "null"),
        with(class_name, "process_activity"),
        with(class_name, "AUTHORIZE_SESSION"),
        with(class_name, "FILE_ACTIVITY"),
        with(class_name, "FILE_SYSTEM_ACTIVITY"),
        with(class_name, R"(DNS_ACTIVITY","HTTP_ACTIVITY)"),
        with(class_name, "CLOUD_API"),
        with(class_name, R"(X","X","a b","a b","CLOUD_API","CLOUD_API)"),
        with("\"PROCESS_ACTIVITY\"", "null"),
        with(id, "x"),
        with(id, "xy"),
        with(id, std::string(1224, 'x')),
        with(id, std::string(1225, 'x')),
        with(id, "a#b"),
        with(account, "\"1234567890123\""),
        with(account, "\"firehose.amazonaws.com\""),
        with(account, "\".amazonaws.com\""),
        with(account, "\"a..amazon.com\""),
        with(account, "\"amazon.com\""),
        with(account, '"' + std::string(244, 'x') + ".amazon.com\""),
        with(account, "null"),
        with(arn, "arn::iam::123456789012:role/x"),
        with(arn, "arn:aws-cn:iam::123456789012:role/x"),
        with(arn, "arn:aws:iam::12345678901:role/x"),
        with(arn, std::string{role} + "x"),
        with(arn, std::string{role} + "/"),
        with(arn, std::string{role} + "/a//b"),
        with(arn, std::string{role} + '/' + x64),
        with(arn, std::string{role} + '/' + x64 + 'x'),
        with(arn, std::string{role} + '/' + std::string(510, 'p') + "/x"),
        with(arn, std::string{role} + '/' + std::string(511, 'p') + "/x"),
        with(arn, std::string{role} + '/' + std::string(2048, 'p')),
        with("\"roleArn\"", "\"rolearn\""),
        with("\"sourceVersion\"", "\"sourceversion\""),
        with("\"eventClasses\"", "\"x\":{\"y\":[1,{}]},\"eventClasses\""),
    };
    std::string many;
    for (std::size_t i = 1; i < lakeproof::ocsf::event_class_list::max_size; ++i) many += "FILE_ACTIVITY\",\"";
    all.push_back(with(class_name, many + "FILE_ACTIVITY"));
    return all;
}

void demand_same(payload const& p, contender<reading> const& c) {
    if (!c.checks) return;
    auto const report = lakeproof::json::check_request(p.text());
    verdict const right{report.errors(), report.warnings(), report.notes()};
    auto const found = c.run(p.text());
    if (found == right) return;
    std::fprintf(stderr,
                 "%s does not agree: %zu errors, %zu warnings, %zu notes instead of %zu, %zu, %zu "
                 "in\n%s\n",
                 c.name, found.errors, found.warnings, found.notes, right.errors, right.warnings,
                 right.notes, std::string{p.text()}.c_str());
    std::exit(1);
}

/// Documents that Lakeproof refuses and some libraries do not.
struct fault {
    char const* what;
    payload text;
};
std::vector<fault> faults() {
    std::string_view const version = "\"sourceVersion\"";
    return {
        {"a member twice", with(version, R"("sourceVersion":"1.0","sourceVersion")")},
        {"text behind the document", {"", std::string{typical().text()} + '{'}},
        {"bytes that are no UTF-8", with(version, "\"x\":\"\xff\",\"sourceVersion\"")},
        {"half a surrogate pair", with(version, R"("x":"\udc00","sourceVersion")")},
        {"01 in an unknown member", with(version, R"("x":01,"sourceVersion")")},
    };
}

} // namespace

std::string lets_through(contender<reading> const& c) {
    static auto const all = faults();
    std::string names;
    if (!c.checks) return names;
    for (auto const& f : all) {
        if (lakeproof::json::check_request(f.text.text())) {
            std::fprintf(stderr, "Lakeproof lets %s through\n", f.what);
            std::exit(1);
        }
        if (c.run(f.text.text()).errors == 0) names += (names.empty() ? "" : ", ") + std::string{f.what};
    }
    return names;
}

void demand_agreement(std::span<payload const> more) {
    auto const others = one_rule_each();
    for (auto const& c : readers) {
        for (auto const& p : payloads()) demand_same(p, c);
        for (auto const& p : others) demand_same(p, c);
        for (auto const& p : more) demand_same(p, c);
    }
    for (auto const& p : payloads()) {
        auto const request = lakeproof::json::parse_request(p.text());
        if (!request) continue;
        for (auto const& c : writers) {
            if (c.run(*request) == p.text()) continue;
            std::fprintf(stderr, "%s does not write the %s payload as it was read\n", c.name,
                         std::string{p.name()}.c_str());
            std::exit(1);
        }
    }
}

} // namespace benchmarks
