// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// The rules of the document as one would write them by hand over any JSON library: what the
/// contenders share, so that they differ only in how they parse and match.

#include "contenders.hpp"
#include "keep.hpp"

#include <lakeproof/lakeproof.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace benchmarks::by_hand {

using lakeproof::rule;

/// The violations found, with the text that each is about.
struct findings {
    struct finding {
        rule broken;
        std::string_view about;
    };
    verdict counts;
    std::size_t size = 0;
    std::array<finding, 64> kept;

    void add(rule broken, std::string_view about) {
        using lakeproof::severity;
        auto const s = lakeproof::info(broken).default_severity;
        ++(s == severity::error ? counts.errors : s == severity::warning ? counts.warnings
                                                                         : counts.notes);
        if (size < kept.size()) kept[size++] = {broken, about};
    }
};

/// The members, as views into what the library holds.
struct members {
    std::optional<std::string_view> role_arn, external_id, principal, source_name, source_version;
    std::size_t event_class_count = 0;
    std::array<std::string_view, 64> event_classes;
};

/// Reads an object: calls `take(index, value)` for a member that `names` lists. The first `required`
/// of the names must be there; null is as good as absent.
///
/// `Dom` says how the library's values are read. A DOM has lost repeated members, so that rule is
/// checked only where the library shows them (simdjson).
template <class Dom, std::size_t N, class Value, class Take>
void read_object(Value&& value, std::string_view about, std::string_view const (&names)[N],
                 std::size_t required, findings& out, Take take) {
    unsigned seen = 0;
    unsigned present = 0;
    bool const object = Dom::for_members(value, [&](std::string_view key, auto&& member) {
        std::size_t i = 0;
        while (i < N && names[i] != key) ++i;
        if (i == N) return out.add(rule::member_unknown, key);
        if ((seen >> i & 1) != 0) return out.add(rule::member_duplicate, key);
        seen |= 1u << i;
        if (Dom::is_null(member)) return;
        present |= 1u << i;
        take(i, member);
    });
    if (!object) return out.add(rule::member_type, about);
    for (std::size_t i = 0; i < required; ++i)
        if ((present >> i & 1) == 0) out.add(rule::member_missing, names[i]);
}

template <class Dom, class Value>
void read_text(Value&& value, std::string_view about, std::optional<std::string_view>& text,
               findings& out) {
    text = Dom::text(value);
    if (!text) out.add(rule::member_type, about);
}

template <class Dom, class Value>
void read_event_classes(Value&& value, members& m, findings& out) {
    std::size_t count = 0;
    std::size_t characters = 0;
    bool full = false;
    bool const array = Dom::for_elements(value, [&](auto&& element) {
        if (full) return;
        std::optional<std::string_view> const text = Dom::text(element);
        if (text) characters += text->size();
        if (++count > m.event_classes.size() || characters > 1024) {
            full = true;
            return out.add(rule::event_classes_limit, "eventClasses");
        }
        if (!text) return out.add(rule::member_type, "eventClasses");
        m.event_classes[m.event_class_count++] = *text;
    });
    if (!array) out.add(rule::member_type, "eventClasses");
}

template <class Dom, class Value>
void read_configuration(Value&& value, members& m, findings& out) {
    static constexpr std::string_view names[] = {"crawlerConfiguration", "providerIdentity"};
    static constexpr std::string_view crawler[] = {"roleArn"};
    static constexpr std::string_view identity[] = {"externalId", "principal"};
    read_object<Dom>(value, "configuration", names, 2, out, [&](std::size_t i, auto&& member) {
        if (i == 0)
            read_object<Dom>(member, names[0], crawler, 1, out, [&](std::size_t, auto&& text) {
                read_text<Dom>(text, crawler[0], m.role_arn, out);
            });
        else
            read_object<Dom>(member, names[1], identity, 2, out, [&](std::size_t j, auto&& text) {
                read_text<Dom>(text, identity[j], j == 0 ? m.external_id : m.principal, out);
            });
    });
}

/// Types, required and unknown members; the rest is for `judge`.
template <class Dom, class Value>
void read_request(Value&& value, members& m, findings& out) {
    static constexpr std::string_view names[] = {"configuration", "sourceName", "eventClasses",
                                                 "sourceVersion"};
    read_object<Dom>(value, "", names, 2, out, [&](std::size_t i, auto&& member) {
        switch (i) {
        case 0: return read_configuration<Dom>(member, m, out);
        case 1: return read_text<Dom>(member, names[i], m.source_name, out);
        case 2: return read_event_classes<Dom>(member, m, out);
        default: return read_text<Dom>(member, names[i], m.source_version, out);
        }
    });
}

inline std::size_t characters(std::string_view text) {
    std::size_t n = 0;
    for (char const c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return n;
}

/// Length and pattern; whether the text matches.
template <class Constraint, class Matcher>
bool judge_text(std::string_view text, findings& out) {
    auto const length = characters(text);
    if (length < Constraint::min_length || length > Constraint::max_length)
        out.add(lakeproof::length_rule<Constraint>, text);
    if (Matcher::template matches<Constraint>(text)) return true;
    out.add(lakeproof::pattern_rule<Constraint>, text);
    return false;
}

template <class Matcher>
void judge_role_arn(std::string_view text, findings& out) {
    if (!judge_text<lakeproof::role_arn_constraint, Matcher>(text, out)) return;
    // What matches has no colon behind the one before "role".
    auto const resource = text.substr(text.rfind(':') + std::string_view{":role"}.size());
    auto const last = resource.rfind('/');
    bool const resolvable = text[4] != ':' && resource.front() == '/' &&
                            last + 1 < resource.size() && resource.size() - last - 1 <= 64 &&
                            last + 1 <= 512 && resource.find("//") == std::string_view::npos;
    if (!resolvable) out.add(rule::role_arn_unresolvable, text);
}

template <class Matcher>
void judge_principal(std::string_view text, findings& out) {
    if (!judge_text<lakeproof::principal_constraint, Matcher>(text, out)) return;
    if (text.front() == '.' || text.find("..") != std::string_view::npos)
        out.add(rule::principal_unresolvable, text);
}

template <class Matcher>
void judge_source_name(std::string_view text, findings& out) {
    bool const matches = judge_text<lakeproof::source_name_constraint, Matcher>(text, out);
    if (characters(text) > 20) out.add(rule::source_name_documented_limit, text);
    if (matches && text.find_first_of("\\:/") != std::string_view::npos)
        out.add(rule::provider_role_characters, text);
}

/// Listed names are told apart by a bit each, and only others are compared.
class earlier_names {
public:
    bool repeats(std::string_view name, std::optional<std::size_t> listed) {
        if (listed) {
            auto const bit = std::uint64_t{1} << *listed;
            bool const again = (listed_ & bit) != 0;
            listed_ |= bit;
            return again;
        }
        for (std::size_t i = 0; i < others_count_; ++i)
            if (others_[i] == name) return true;
        others_[others_count_++] = name;
        return false;
    }

private:
    std::uint64_t listed_ = 0;
    std::size_t others_count_ = 0;
    std::array<std::string_view, 64> others_;
};

template <class Matcher>
void judge_event_classes(members const& m, findings& out) {
    earlier_names earlier;
    for (std::size_t i = 0; i < m.event_class_count; ++i) {
        auto const name = m.event_classes[i];
        // Listed names match the pattern: only the others are worth a regular expression.
        auto const known = lakeproof::ocsf::event_class_from(name);
        std::optional<std::size_t> listed;
        if (known) {
            listed = static_cast<std::size_t>(*known);
            if (lakeproof::ocsf::retired(*known)) out.add(rule::event_class_retired, name);
        } else if (Matcher::template matches<lakeproof::ocsf::event_class_constraint>(name)) {
            out.add(rule::event_class_undocumented, name);
        } else {
            out.add(rule::event_class_pattern, name);
        }
        if (earlier.repeats(name, listed)) out.add(rule::event_class_duplicate, name);
    }
}

/// Everything about the texts that were read.
template <class Matcher>
void judge(members const& m, findings& out) {
    if (m.role_arn) judge_role_arn<Matcher>(*m.role_arn, out);
    if (m.external_id) judge_text<lakeproof::external_id_constraint, Matcher>(*m.external_id, out);
    if (m.principal) judge_principal<Matcher>(*m.principal, out);
    judge_event_classes<Matcher>(m, out);
    if (m.source_name) judge_source_name<Matcher>(*m.source_name, out);
    if (m.source_version)
        judge_text<lakeproof::source_version_constraint, Matcher>(*m.source_version, out);
}

/// The whole job but for the parsing.
template <class Dom, class Matcher, class Value>
verdict examine(Value&& value) {
    findings out;
    members m;
    read_request<Dom>(value, m, out);
    judge<Matcher>(m, out);
    keep(out);
    keep(m);
    return out.counts;
}

inline constexpr verdict malformed{.errors = 1};

} // namespace benchmarks::by_hand
