// SPDX-License-Identifier: BSL-1.0
// The service, and ten bugs that a fuzzer is to find: -DPLANTED_BUG=NAME compiles one of them in, without it the
// service is right. Each stands in a function of its own, beside what is right, and needs what its comment says.
#include "service.hpp"

#include <lakeproof/json/light.hpp>
#include <lakeproof/json/position.hpp>
#include <lakeproof/lakeproof.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <optional>

#ifndef PLANTED_BUG
#define PLANTED_BUG none
#endif

namespace toy {

namespace {

namespace lp = lakeproof;
namespace json = boost::json;

enum class bug {
    none,
    name_buffer,     ///< an accepted name of 22 to 26 characters
    role_terminator, ///< an accepted role ARN whose role name has 64 characters
    missed_null,     ///< an accepted document with `"sourceVersion": null`
    last_wins,       ///< a document with two `sourceName`s that differ
    raw_escapes,     ///< an accepted name with an escape in the text
    character_count, ///< a name refused for its pattern, with a character outside ASCII
    list_of_129,     ///< `eventClasses` with more than 128 elements
    region_budget,   ///< an accepted name of 24 to 26 characters
    leaking_error,   ///< a document refused first for a role ARN of another partition
    quadratic_loop,  ///< an accepted external ID of more than 520 characters
};
constexpr bug planted = bug::PLANTED_BUG;

/// What must hold, or the program ends: what a fuzzer takes for a find.
void hold(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "toy: %s\n", what);
    std::abort();
}

lp::options const here{.regions = {lp::regions::us_east_1}};
constexpr lp::region replica = lp::regions::eu_central_1;

// --- of what is accepted

/// How the name is shown in a table. Lakeproof warns of more than 20 characters, and accepts what the Region allows.
std::string label(lp::source_name const& name) {
    char text[planted == bug::name_buffer ? 21 : lp::source_name::capacity];
    return {text, name.view().copy(text, name.size())};
}

/// The name of the crawler's role, for a library that wants a C string: IAM allows 64 characters.
std::string crawler_role(lp::role_arn const& arn) {
    char name[planted == bug::role_terminator ? 64 : 64 + 1];
    auto const start = arn.view().rfind('/') + 1;
    name[arn.view().copy(name, arn.size() - start, start)] = '\0';
    return name;
}

/// The version, from the document as it came. A null is as good as none.
std::string kept_version(json::object const& document) {
    auto const* const version = document.if_contains("sourceVersion");
    if (version == nullptr) return {};
    if (planted != bug::missed_null && version->is_null()) return {};
    return std::string{*version->if_string()};
}

/// The role that the provider gets in the other Region, where the request was not checked.
std::string replica_role(lp::source_name const& name) {
    if constexpr (planted == bug::region_budget) {
        char role[64];
        std::size_t size = 0;
        for (std::string_view const part : {lp::provider_role_name::constraint::prefix, name.view(),
                                            std::string_view{"-"}, replica.view()})
            size += part.copy(role + size, part.size());
        return {role, size};
    }
    auto const role = lp::provider_role_name::from(name, replica);
    return role ? std::string{role->view()} : std::string{};
}

/// The external ID for a log: all but its last four characters are hidden.
std::string shown_external_id(lp::external_id const& id) {
    std::string shown{id.view()};
    std::size_t const hidden = shown.size() - std::min<std::size_t>(4, shown.size());
    std::size_t steps = 0;
    for (std::size_t done = 0; done < hidden; ++done) {
        std::size_t at = done;
        if constexpr (planted == bug::quadratic_loop) at = shown.find_first_not_of('*');
        steps += planted == bug::quadratic_loop ? at : 1;
        shown[at] = '*';
    }
    hold(steps <= 256 * shown.size(), "more than linear work");
    return shown;
}

// --- of what arrives, accepted or not

/// The name in a JSON text, the first if there are several; empty where it is no string.
std::string name_in(std::string_view text) {
    auto const place = lp::json::locate(text, "/sourceName");
    if (!place || text[place->offset] != '"') return {};
    auto const rest = text.substr(place->offset);
    if constexpr (planted == bug::raw_escapes) return std::string{rest.substr(1, rest.find('"', 1) - 1)};
    json::stream_parser parser;
    parser.write_some(rest);
    return std::string{parser.release().as_string()};
}

/// The event classes asked for that AWS documents.
std::size_t documented_classes(json::object const& document) {
    auto const* const value = document.if_contains("eventClasses");
    auto const* const list = value != nullptr ? value->if_array() : nullptr;
    if (list == nullptr) return 0;
    std::uint8_t numbers[lp::ocsf::event_class_list::max_size]; // Lakeproof accepts no more
    std::size_t count = 0;
    for (auto const& element : *list) {
        if (planted != bug::list_of_129 && count == std::size(numbers)) break;
        auto const* const name = element.if_string();
        auto const known = name != nullptr ? lp::ocsf::event_class_from(*name) : std::nullopt;
        numbers[count++] = known ? static_cast<std::uint8_t>(*known) : 255;
    }
    return count - static_cast<std::size_t>(std::count(numbers, numbers + count, 255));
}

// --- of what is refused

/// Whose refusal it is: that of the name that Lakeproof read, the first.
std::string refused_name(std::string_view text, json::object const& document) {
    auto first = name_in(text);
    if constexpr (planted != bug::last_wins) return first;
    auto const* const value = document.if_contains("sourceName"); // the last
    auto const* const string = value != nullptr ? value->if_string() : nullptr;
    std::string const name = string != nullptr ? std::string{*string} : std::string{};
    hold(name == first, "a refusal is counted for another name than the one refused");
    return name;
}

/// What was refused, as a C string. The length of a violation counts characters, not bytes.
std::string quoted(lp::violation v) {
    auto const size = planted == bug::character_count ? v.length() : v.text().size();
    auto* const text = static_cast<char*>(std::malloc(size + 1));
    text[v.text().copy(text, v.text().size())] = '\0';
    std::string quote{text};
    std::free(text);
    return '\'' + quote + '\'';
}

/// The answer's explanation; the first error decides.
std::string explanation(lp::report const& report) {
    char* const subject = ::strdup("CreateCustomLogSource: "); // a C library's, say
    std::string text = subject;
    for (auto const v : report) {
        if (v.severity() != lp::severity::error) continue;
        if (v.rule() == lp::rule::role_arn_partition) {
            if constexpr (planted != bug::leaking_error) std::free(subject);
            return "a role of another partition";
        }
        text += message(v);
        if (v.rule() == lp::rule::source_name_pattern) text += quoted(v);
        break;
    }
    std::free(subject);
    return text;
}

} // namespace

answer service::create(std::string_view body) {
    auto const parsed = lp::json::parse_request(body, here);

    boost::system::error_code error;
    auto const value = json::parse(body, error);
    auto const* const document = error ? nullptr : value.if_object();
    auto const classes = document != nullptr ? documented_classes(*document) : 0;

    if (!parsed) {
        if (document != nullptr) ++refusals_[refused_name(body, *document)];
        return {400, explanation(parsed.report())};
    }
    auto const& request = *parsed;
    hold(name_in(body) == request.source_name.view(), "the name logged is not the name registered");
    source const made{kept_version(*document), crawler_role(request.configuration.crawler_configuration.role_arn),
                      shown_external_id(request.configuration.provider_identity.external_id),
                      replica_role(request.source_name)};
    if (!sources_.emplace(request.source_name.view(), made).second) return {409, "there is one of this name"};
    return {200, label(request.source_name) + ' ' + made.version + ", for " + made.shown_external_id + ", read by " +
                     made.crawler_role + ", copied by " + made.replica_role + ", classes: " +
                     std::to_string(classes)};
}

} // namespace toy
