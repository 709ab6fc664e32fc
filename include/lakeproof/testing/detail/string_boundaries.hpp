// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/external_id.hpp>
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/check/printable.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/string_automaton.hpp>
#include <lakeproof/testing/detail/string_source.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Strings that break nothing, where not any valid string will do.
inline std::string usual_string(core::string_rules const& rules) {
    static constexpr std::pair<core::string_rules const*, std::string_view> known[] = {
        {&core::string_rules_of<source_name_constraint>, "acme-edr"},
        {&core::string_rules_of<source_version_constraint>, "1.0"},
        {&core::string_rules_of<role_arn_constraint>, "arn:aws:iam::123456789012:role/Crawler"},
        {&core::string_rules_of<external_id_constraint>, "acme-2026"},
        {&core::string_rules_of<principal_constraint>, "123456789012"},
        {&core::string_rules_of<ocsf::event_class_constraint>, "PROCESS_ACTIVITY"},
    };
    for (auto const& [type, string] : known)
        if (type == &rules) return std::string{string};
    return {};
}

/// A string as a case's name shows it.
inline std::string shown(std::string_view string) {
    std::string about;
    append_quoted(about, string);
    if (string.size() > shown_characters) about += ' ' + std::to_string(string.size()) + " bytes";
    return about;
}

/// A string at the boundary of a rule.
struct boundary_string {
    std::string about;
    rule at;
    std::string string;
    bool escaped = false; ///< to be written with nothing but escapes, past any shortcut for whole strings
};

/// The boundary strings of one string type, from its length and its pattern.
class string_boundaries {
public:
    explicit string_boundaries(core::string_rules const& r)
        : rules{r}, automaton{r}, usual{usual_string(r)}, some_{automaton, r.least, std::min(r.most, std::max<std::size_t>(r.least, 128))} {
        for (auto n = r.least > 0 ? r.least : 1; usual.empty() && n <= r.most; ++n)
            usual = accepted(n);
        add_all();
    }

    core::string_rules const& rules;
    string_automaton automaton;
    std::string usual; ///< a string that breaks nothing; not empty unless there is no other
    std::vector<boundary_string> all{};

    /// What a string breaks of its type, in the order of a report.
    [[nodiscard]] std::vector<rule> broken(std::string_view string) const {
        std::vector<rule> found;
        auto const length = core::count_scalar_values(string);
        if (!rules.closed_set && (length < rules.least || length > rules.most)) found.push_back(rules.length);
        if (!automaton.accepts(string)) found.push_back(rules.pattern);
        return found;
    }

    /// A string of `n` characters that the pattern accepts, if there is any: the usual one stretched or cut where
    /// that will do.
    [[nodiscard]] std::string of_length(std::size_t n) const {
        auto const length = core::count_scalar_values(usual);
        for (std::size_t i = 0; i < usual.size() && n >= length; ++i) {
            auto string = usual;
            string.insert(i, n - length, usual[i]);
            if (utf8::valid(string) && automaton.accepts(string)) return string;
        }
        auto cut = usual.substr(0, n);
        if (n < length && utf8::valid(cut) && automaton.accepts(cut)) return cut;
        auto string = accepted(n);
        return string.empty() ? std::string(n, 'a') : string;
    }

    /// A string that breaks no rule of its type, from some bytes; up to 128 characters, if it may be so short.
    [[nodiscard]] std::string any(byte_source& bytes) const {
        using classes = ocsf::event_class_constraint;
        if (&rules == &core::string_rules_of<classes>) return arbitrary_string<classes>::make(bytes);
        return some_.any() ? some_.from(bytes) : usual;
    }

private:
    /// A string of `n` characters that the pattern accepts, or an empty one.
    [[nodiscard]] std::string accepted(std::size_t n) const {
        string_source const source{automaton, n, n};
        byte_source none{""};
        return source.any() ? source.from(none) : std::string{};
    }

    void add_all() {
        std::set<std::string> seen;
        auto const at_pattern = [&](std::string const& string) {
            if (seen.insert(string).second) all.push_back({shown(string), rules.pattern, string});
        };
        if (!rules.closed_set) add_lengths();
        at_pattern(usual);
        for (auto const& string : automaton.edges(usual)) at_pattern(string);
        // What other engines take for a letter, a digit, any character or the end.
        using namespace std::string_view_literals;
        for (auto const odd : {"\0"sv, "\n"sv, "\r"sv, " "sv, "\u0080"sv, "\u00e9"sv, "\u0660"sv, "\u212a"sv,
                               "\uff21"sv, "\U0001f600"sv, "\U0010ffff"sv}) {
            at_pattern(usual + std::string{odd});
            at_pattern(std::string{odd} + usual);
        }
    }

    void add_lengths() {
        std::set<std::size_t> lengths{rules.least, rules.most, rules.most + 1};
        if (rules.least > 0) lengths.insert(rules.least - 1);
        for (auto const n : lengths) {
            auto const about = std::to_string(n) + " characters";
            all.push_back({about, rules.length, of_length(n)});
            all.push_back({about + ", all escaped", rules.length, of_length(n), true});
        }
        for (auto const n : {rules.most, rules.most + 1}) {
            auto const about = std::to_string(n) + " characters of ";
            all.push_back({about + "two bytes", rules.length, times(n, "\u00e9")});
            all.push_back({about + "four bytes", rules.length, times(n, "\U0001f600")});
        }
    }

    string_source some_;
};

} // namespace lakeproof::testing::detail
