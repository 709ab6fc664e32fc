// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/parse.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/schema.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace benchmarks {

/// A document of the benchmarks. Behind the text are null characters: RapidJSON ends there, and simdjson
/// may read that far, so that nobody pays for a copy.
class payload {
public:
    static constexpr std::size_t padding = 64;

    payload(std::string_view name, std::string text)
        : name_{name}, size_{text.size()}, text_{std::move(text)} {
        text_.append(padding, '\0');
    }
    [[nodiscard]] std::string_view name() const noexcept { return name_; }
    [[nodiscard]] std::string_view text() const noexcept { return {text_.data(), size_}; }

private:
    std::string_view name_;
    std::size_t size_;
    std::string text_;
};

namespace detail {

/// `size` characters, as unlike as `alphabet` allows.
inline std::string varied(std::size_t size, std::string_view alphabet) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += alphabet[(i * 7 + i / 5) % alphabet.size()];
    return text;
}

inline constexpr std::string_view letters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// A role's path of 512 characters, in four segments: real paths have few.
inline std::string longest_path() {
    std::string path = "/";
    while (path.size() < 512)
        path += varied(std::min<std::size_t>(127, 511 - path.size()), letters) + '/';
    return path;
}

/// The classes that no rule has anything against, one by one: on both of AWS's lists, and not retired.
inline std::string event_classes() {
    using lakeproof::ocsf::class_list;
    std::string list;
    for (auto const c : lakeproof::ocsf::event_classes()) {
        if (!is_listed(c, class_list::api_reference) || !is_listed(c, class_list::user_guide) || retired(c))
            continue;
        list += list.empty() ? "\"" : ",\"";
        list += to_string(c);
        list += '"';
    }
    return list;
}

inline std::string request(std::string_view role_arn, std::string_view external_id,
                           std::string_view principal, std::string_view event_classes,
                           std::string_view source_name, std::string_view source_version) {
    std::string text = R"({"configuration":{"crawlerConfiguration":{"roleArn":")";
    text.append(role_arn).append(R"("},"providerIdentity":{"externalId":")");
    text.append(external_id).append(R"(","principal":")").append(principal);
    text.append(R"("}},"eventClasses":[)").append(event_classes);
    text.append(R"(],"sourceName":")").append(source_name);
    text.append(R"(","sourceVersion":")").append(source_version).append("\"}");
    return text;
}

} // namespace detail

/// What a service sees every day.
inline payload typical() {
    return {"typical",
            detail::request("arn:aws:iam::123456789012:role/service-role/SecurityLakeCrawlerRole",
                            "acme-2026-7f3c", "123456789012",
                            R"("PROCESS_ACTIVITY")", "acme-edr", "1.0")};
}

/// As long as the rules allow.
inline payload largest() {
    using detail::letters;
    using detail::varied;
    return {"largest", detail::request("arn:aws:iam::123456789012:role" + detail::longest_path() +
                                           varied(64, letters),
                                       varied(1224, std::string{letters} + "_+=,.@:/-"),
                                       "123456789012", detail::event_classes(),
                                       varied(20, letters), varied(32, letters))};
}

/// The typical one with a space in the name, an event class misspelt and an account ID too short.
inline payload invalid() {
    return {"invalid",
            detail::request("arn:aws:iam::123456789012:role/service-role/SecurityLakeCrawlerRole",
                            "acme-2026-7f3c", "12345678901",
                            R"("PROCES_ACTIVITY")", "acme edr", "1.0")};
}

/// The three documents, which are what they are said to be, or the program ends.
inline std::array<payload, 3> payloads() {
    std::array<payload, 3> all{typical(), largest(), invalid()};
    auto const demand = [](bool holds, char const* what) {
        if (holds) return;
        std::fprintf(stderr, "the payloads are wrong: %s\n", what);
        std::exit(1);
    };
    using lakeproof::rule;
    auto const report = [&](std::size_t i) { return lakeproof::json::check_request(all[i].text()); };
    demand(report(0).empty(), "the typical one has violations");
    demand(report(1).size() == 1 && report(1).count(rule::event_classes_several) == 1,
           "the largest one has more than a note on several event classes");
    demand(report(2).size() == 3 && report(2).errors() == 3 &&
               report(2).count(rule::principal_pattern) == 1 &&
               report(2).count(rule::event_class_undocumented) == 1 &&
               report(2).count(rule::source_name_pattern) == 1,
           "the invalid one does not have its three errors");

    // The bounds that the largest one is to reach.
    auto const request = lakeproof::json::parse_request(all[1].text());
    auto const arn = request->configuration.crawler_configuration.role_arn.view();
    demand(arn.size() == std::string_view{"arn:aws:iam::123456789012:role"}.size() + 512 + 64 &&
               arn.size() - arn.rfind('/') - 1 == 64 &&
               request->configuration.provider_identity.external_id.size() == 1224 &&
               request->event_classes.size() == 20 && request->source_name.size() == 20,
           "the largest one is not the largest");
    return all;
}

} // namespace benchmarks
