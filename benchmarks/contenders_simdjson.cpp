// SPDX-License-Identifier: BSL-1.0
#include "by_hand.hpp"
#include "payloads.hpp"

#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace benchmarks {

namespace {

namespace ondemand = simdjson::ondemand;
using by_hand::findings;
using by_hand::members;
using lakeproof::rule;

/// On-demand finds out that a text is malformed while it is walked.
bool broken = false;

template <class Result, class T>
bool got(Result&& result, T& value) {
    auto const e = std::forward<Result>(result).get(value);
    if (e != simdjson::SUCCESS && e != simdjson::INCORRECT_TYPE) broken = true;
    return e == simdjson::SUCCESS;
}

struct ondemand_dom {
    template <class Value, class F>
    static bool for_members(Value& v, F f) {
        ondemand::object object;
        if (!got(v.get_object(), object)) return false;
        for (auto member : object) {
            std::string_view key;
            ondemand::value value;
            if (!got(member.unescaped_key(), key) || !got(member.value(), value)) return true;
            f(key, value);
        }
        return true;
    }
    template <class F>
    static bool for_elements(ondemand::value& v, F f) {
        ondemand::array array;
        if (!got(v.get_array(), array)) return false;
        for (auto element : array) {
            ondemand::value value;
            if (!got(element, value)) return true;
            f(value);
        }
        return true;
    }
    static std::optional<std::string_view> text(ondemand::value& v) {
        std::string_view s;
        if (!got(v.get_string(), s)) return std::nullopt;
        return s;
    }
    static bool is_null(ondemand::value& v) {
        bool null = false;
        return got(v.is_null(), null) && null;
    }
};

/// What Lakeproof's own reader asks of a text; the return value is `text_rules::clean`'s.
template <class Constraint>
std::size_t judge_text(std::string_view text, findings& out) {
    constexpr auto const& rules = lakeproof::text_rules_of<Constraint>;
    if (auto const clean = rules.clean(text)) return clean;
    lakeproof::text_verdict v;
    rules.judge(text, v);
    if (!v.length_ok) out.add(rules.length, text);
    if (!v.pattern_ok) out.add(rules.pattern, text);
    for (std::size_t i = 0; i < v.further_count; ++i) out.add(v.further[i], text);
    if (v.refused) out.add(rule::provider_role_characters, text);
    return 0;
}

void judge_event_classes(members const& m, findings& out) {
    by_hand::earlier_names earlier;
    for (std::size_t i = 0; i < m.event_class_count; ++i) {
        auto const name = m.event_classes[i];
        auto const clean = judge_text<lakeproof::ocsf::event_class_constraint>(name, out);
        // Retired names are listed too, and not clean: the others' comparison finds them.
        auto const listed = clean >= 2 ? std::optional{clean - 2} : std::nullopt;
        if (earlier.repeats(name, listed)) out.add(rule::event_class_duplicate, name);
    }
}

void judge(members const& m, findings& out) {
    if (m.role_arn) judge_text<lakeproof::role_arn_constraint>(*m.role_arn, out);
    if (m.external_id) judge_text<lakeproof::external_id_constraint>(*m.external_id, out);
    if (m.principal) judge_text<lakeproof::principal_constraint>(*m.principal, out);
    judge_event_classes(m, out);
    if (m.source_name) judge_text<lakeproof::source_name_constraint>(*m.source_name, out);
    if (m.source_version) judge_text<lakeproof::source_version_constraint>(*m.source_version, out);
}

} // namespace

verdict simdjson_our_checks(std::string_view text) {
    static ondemand::parser parser; // kept, as simdjson recommends
    broken = false;
    simdjson::padded_string_view const padded{text.data(), text.size(),
                                              text.size() + payload::padding};
    ondemand::document document;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return by_hand::malformed;

    findings out;
    members m;
    by_hand::read_request<ondemand_dom>(document, m, out);
    if (broken) return by_hand::malformed;
    judge(m, out);
    keep(out);
    keep(m);
    return out.counts;
}

std::string simdjson_implementations() {
    return simdjson::get_active_implementation()->name() + " (run time), " +
           simdjson::builtin_implementation()->name() + " (compiled in)";
}

} // namespace benchmarks
