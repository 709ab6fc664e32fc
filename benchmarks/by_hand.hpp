// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// The rules of the document as one would write them by hand over any JSON library: what the
/// contenders share, so that they differ only in how they parse and match. Where Lakeproof has something fast for a
/// rule (its vocabulary, its vectors) they have it too.

#include "contenders.hpp"
#include "keep.hpp"

#include <lakeproof/lakeproof.hpp>

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace benchmarks::by_hand {

using lakeproof::rule;

/// Room for values, which costs nothing until it is used: a call that clears kilobytes is no contender.
template <class T, std::size_t N>
class room {
public:
    room() noexcept {}
    T& operator[](std::size_t i) noexcept { return values_[i]; }
    T const& operator[](std::size_t i) const noexcept { return values_[i]; }
    static constexpr std::size_t size() noexcept { return N; }

private:
    static_assert(std::is_trivially_copyable_v<T>);
    union {
        T values_[N];
    };
};

/// The violations found, with the string that each is about.
struct findings {
    struct finding {
        rule broken;
        std::string_view about;
    };
    verdict counts;
    std::size_t size = 0;
    room<finding, 64> kept;

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
    room<std::string_view, lakeproof::ocsf::event_class_list::max_size> event_classes;
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
void read_string(Value&& value, std::string_view about, std::optional<std::string_view>& text,
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
        if (++count > m.event_classes.size() || characters > lakeproof::ocsf::event_class_list::max_characters) {
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
                read_string<Dom>(text, crawler[0], m.role_arn, out);
            });
        else
            read_object<Dom>(member, names[1], identity, 2, out, [&](std::size_t j, auto&& text) {
                read_string<Dom>(text, identity[j], j == 0 ? m.external_id : m.principal, out);
            });
    });
}

/// Types, required and unknown members; the rest is for `check`.
template <class Dom, class Value>
void read_request(Value&& value, members& m, findings& out) {
    static constexpr std::string_view names[] = {"configuration", "sourceName", "eventClasses",
                                                 "sourceVersion"};
    read_object<Dom>(value, "", names, 2, out, [&](std::size_t i, auto&& member) {
        switch (i) {
        case 0: return read_configuration<Dom>(member, m, out);
        case 1: return read_string<Dom>(member, names[i], m.source_name, out);
        case 2: return read_event_classes<Dom>(member, m, out);
        default: return read_string<Dom>(member, names[i], m.source_version, out);
        }
    });
}

/// Length and pattern; whether the text matches. What matches is ASCII, with a byte a character.
template <class Constraint, class Matcher>
bool check_string(std::string_view text, findings& out) {
    bool const matches = Matcher::template matches<Constraint>(text);
    auto const length = matches ? text.size() : lakeproof::detail::count_scalar_values(text);
    if (length < Constraint::min_length || length > Constraint::max_length)
        out.add(lakeproof::length_rule<Constraint>, text);
    if (!matches) out.add(lakeproof::pattern_rule<Constraint>, text);
    return matches;
}

template <class Matcher>
void check_role_arn(std::string_view text, findings& out) {
    if (!check_string<lakeproof::role_arn_constraint, Matcher>(text, out)) return;
    // What matches has this once, and no colon behind it.
    constexpr std::string_view role = ":role";
    auto const resource = text.substr(text.find(role) + role.size());
    auto const last = lakeproof::detail::find_last(resource, '/');
    bool const resolvable = text[4] != ':' && resource.front() == '/' && last + 1 < resource.size() &&
                            resource.size() - last - 1 <= 64 && last + 1 <= 512 &&
                            !lakeproof::detail::has_doubled(resource, '/');
    if (!resolvable) out.add(rule::role_arn_unresolvable, text);
}

template <class Matcher>
void check_principal(std::string_view text, findings& out) {
    if (!check_string<lakeproof::principal_constraint, Matcher>(text, out)) return;
    if (text.front() == '.' || lakeproof::detail::has_doubled(text, '.'))
        out.add(rule::principal_unresolvable, text);
}

template <class Matcher>
void check_source_name(std::string_view text, findings& out) {
    bool const matches = check_string<lakeproof::source_name_constraint, Matcher>(text, out);
    constexpr auto limit = lakeproof::source_name_documented_limit;
    if (text.size() > limit && lakeproof::detail::count_scalar_values(text) > limit)
        out.add(rule::source_name_documented_limit, text);
    auto const has = [text](char c) { return text.find(c) != text.npos; };
    if (matches && (has('\\') || has(':') || has('/')))
        out.add(rule::provider_role_characters, text);
}

/// Listed names are told apart by a bit each, and only others are compared.
class earlier_names {
public:
    bool repeats(std::string_view name, std::optional<lakeproof::ocsf::event_class> listed) {
        if (listed) {
            auto const i = static_cast<std::size_t>(*listed);
            bool const again = listed_[i];
            listed_[i] = true;
            return again;
        }
        for (std::size_t i = 0; i < others_count_; ++i)
            if (others_[i] == name) return true;
        others_[others_count_++] = name;
        return false;
    }

    /// How many listed names there were, apart from repeated ones.
    std::size_t listed() const { return listed_.count(); }

private:
    std::bitset<lakeproof::ocsf::event_class_count> listed_;
    std::size_t others_count_ = 0;
    room<std::string_view, lakeproof::ocsf::event_class_list::max_size> others_;
};

template <class Matcher>
void check_event_classes(members const& m, findings& out) {
    earlier_names earlier;
    using lakeproof::ocsf::class_list;
    for (std::size_t i = 0; i < m.event_class_count; ++i) {
        auto const name = m.event_classes[i];
        // Listed names match the pattern: only the others are worth a regular expression.
        auto const listed = lakeproof::ocsf::event_class_from(name);
        if (listed) {
            if (!is_listed(*listed, class_list::api_reference)) out.add(rule::event_class_not_in_api_reference, name);
            if (!is_listed(*listed, class_list::user_guide)) out.add(rule::event_class_not_in_user_guide, name);
            if (retired(*listed)) out.add(rule::event_class_retired, name);
        } else if (Matcher::template matches<lakeproof::ocsf::event_class_constraint>(name)) {
            out.add(rule::event_class_undocumented, name);
        } else {
            out.add(rule::event_class_pattern, name);
        }
        if (earlier.repeats(name, listed)) out.add(rule::event_class_duplicate, name);
    }
    if (earlier.listed() > 1) out.add(rule::event_classes_several, "eventClasses");
}

/// Everything about the texts that were read.
template <class Matcher>
void check(members const& m, findings& out) {
    if (m.role_arn) check_role_arn<Matcher>(*m.role_arn, out);
    if (m.external_id) check_string<lakeproof::external_id_constraint, Matcher>(*m.external_id, out);
    if (m.principal) check_principal<Matcher>(*m.principal, out);
    check_event_classes<Matcher>(m, out);
    if (m.source_name) check_source_name<Matcher>(*m.source_name, out);
    if (m.source_version)
        check_string<lakeproof::source_version_constraint, Matcher>(*m.source_version, out);
}

/// What Lakeproof's own reader asks of a string: its shortcut, then its pattern.
struct ours {
    template <class Constraint>
    static bool matches(std::string_view string) {
        auto const start = lakeproof::detail::find_string<Constraint>(string);
        return (start.valid() && start.length == string.size()) || Constraint::pattern::matches(string);
    }
};

/// The whole job but for the parsing.
template <class Dom, class Matcher, class Value>
verdict examine(Value&& value) {
    findings out;
    members m;
    read_request<Dom>(value, m, out);
    check<Matcher>(m, out);
    keep(out);
    keep(m);
    return out.counts;
}

inline constexpr verdict malformed{.errors = 1};

} // namespace benchmarks::by_hand
