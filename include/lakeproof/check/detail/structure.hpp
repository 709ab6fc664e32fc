// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/detail/node.hpp>
#include <lakeproof/text/detail/fixed_text.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Reports what is wrong with the structure and the strings of a document, place by place.
class structure_reporter {
public:
    constexpr structure_reporter(node const* nodes, rule_sink& sink) noexcept
        : nodes_{nodes}, sink_{sink} {}

    LAKEPROOF_NOINLINE constexpr void wrong_type(place const& where, std::string_view found) {
        using kind = node::kind;
        auto f = finding_of(rule::member_type, "", where);
        f.detail = found;
        switch (nodes_[where.at].what) {
        case kind::object: f.message = "{place} is {detail} where an object is expected"; break;
        case kind::list: f.message = "{place} is {detail} where an array is expected"; break;
        case kind::integer: f.message = "{place} is {detail} where an integer is expected"; break;
        case kind::boolean: f.message = "{place} is {detail} where a boolean is expected"; break;
        case kind::string:
        case kind::plain_string:
        case kind::none:
            f.message = found == "a number"
                            ? "{place} is {detail} where a string is expected: put it in quotes"
                            : "{place} is {detail} where a string is expected";
        }
        add(f);
    }

    LAKEPROOF_NOINLINE constexpr void missing(place const& where) {
        add(finding_of(rule::member_missing,
                       "Value null{at} failed to satisfy constraint: Member must not be null", where));
    }

    /// `position` counts the members of the object from 0.
    LAKEPROOF_NOINLINE constexpr void duplicate(place const& where, std::size_t position) {
        auto f = finding_of(rule::member_duplicate,
                            "Member {path} occurs again (occurrence {length}): only the first value "
                            "counts, remove this one",
                            where);
        f.length = 2 + count_earlier(f);
        f.bound = position;
        add(f);
    }

    LAKEPROOF_NOINLINE constexpr void unknown(place const& object, std::string_view name, bool cut,
                                              std::size_t position) {
        auto f = finding_of(rule::member_unknown,
                            "Member {text}{at} is unknown: it would be ignored", object);
        f.excerpt = whole_characters(name, 64);
        f.cut = cut || f.excerpt.size() < name.size();
        f.length = 1 + count_earlier(f);
        f.bound = position;
        add(f);
    }

    /// A list has fewer or more elements than its bounds allow.
    LAKEPROOF_NOINLINE constexpr void list_size(place const& where, bool more) {
        node const& n = nodes_[where.at];
        bool const own = n.limit != rule::list_length; // Lakeproof's bound, not the service's
        auto f = finding_of(
            n.limit,
            own    ? "{place} has more than {bound} elements, Lakeproof's own bound: the rest is not checked"
            : more ? "{place} failed to satisfy constraint: Member must have length less than or equal to "
                     "{bound}; what is behind that is not checked"
                   : "{place} failed to satisfy constraint: Member must have length greater than or equal "
                     "to {bound}",
            where);
        f.bound = static_cast<std::size_t>(more ? n.most : n.least);
        if (more) refuse_model(f);
        add(f);
    }
    /// The strings of a list have more characters than its bound allows.
    LAKEPROOF_NOINLINE constexpr void list_characters(place const& where) {
        node const& n = nodes_[where.at];
        auto f = finding_of(n.limit,
                            "{place} has more than {bound} characters in all, Lakeproof's own bound: the "
                            "rest is not checked",
                            where);
        f.bound = n.most_characters;
        add(f);
    }

    /// An integer outside the bounds of its node, as a number or, where 64 bits do not hold it, as written.
    LAKEPROOF_NOINLINE constexpr void number_range(place const& where, std::int64_t number) {
        number_range(where, fixed_text<20>{}.append(number).view(), number > nodes_[where.at].most);
    }
    LAKEPROOF_NOINLINE constexpr void number_range(place const& where, std::string_view digits,
                                                   bool more) {
        auto f = finding_of(
            rule::number_range,
            more ? "{value} failed to satisfy constraint: Member must have value less than or equal to {bound}"
                 : "{value} failed to satisfy constraint: Member must have value greater than or equal to "
                   "{bound}",
            where);
        f.excerpt = digits;
        f.length = digits.size();
        f.bound = static_cast<std::size_t>(more ? nodes_[where.at].most : nodes_[where.at].least);
        refuse_model(f);
        add(f);
    }

    LAKEPROOF_NOINLINE constexpr void union_members(place const& where, bool none) {
        add(finding_of(rule::union_members,
                       none ? "{place} is a union without a member: exactly one must have a value"
                            : "{place} is a union with several members: exactly one must have a value",
                       where));
    }

    /// What a string of the wrong length or off its pattern breaks.
    LAKEPROOF_ALWAYS_INLINE constexpr void string(string_rules const& rules, place const& where,
                                                  std::string_view whole, string_status s) {
        if (!s.length_ok) {
            bool const short_of = s.length < rules.least;
            broken_string(rules.length,
                          short_of ? "{value} failed to satisfy constraint: Member must have length greater than "
                                     "or equal to {bound}; it has {length}"
                                   : "{value} failed to satisfy constraint: Member must have length less than or "
                                     "equal to {bound}; it has {length}",
                          where, whole, s.length, short_of ? rules.least : rules.most);
        }
        if (!s.pattern_ok)
            broken_string(rules.pattern,
                          rules.closed_set ? "{value} failed to satisfy constraint: Member must satisfy enum value "
                                             "set: [{pattern}]"
                                           : "{value} failed to satisfy constraint: Member must satisfy regular "
                                             "expression pattern: {pattern}{placeholder}",
                          where, whole, s.length, 0);
    }

private:
    constexpr finding finding_of(rule r, char const* message, place const& where) const {
        return {&info(r), sink_access::options_of(sink_).policy[r], message, where};
    }
    /// Inline, so that most violations, those of strings, are put into a report without a finding on the way.
    LAKEPROOF_ALWAYS_INLINE constexpr void broken_string(rule r, char const* message, place const& where,
                                                    std::string_view whole, std::size_t length, std::size_t bound) {
        auto f = finding_of(r, message, where);
        refuse_model(f);
        f.excerpt = whole;
        f.length = length;
        f.bound = bound;
        sink_access::add_inline(sink_, nodes_, f);
    }
    /// No model could hold what was read: an error where one is built, whatever the policy.
    constexpr void refuse_model(finding& f) const noexcept {
        if (sink_access::builds(sink_)) f.severity = severity::error;
    }
    constexpr void add(finding const& f) { sink_access::add(sink_, nodes_, f); }

    /// How many violations kept are of the same rule, place and name; 0 where that would not be kept.
    constexpr std::size_t count_earlier(finding const& f) const noexcept {
        std::size_t n = 0;
        if (sink_access::is_full_for(sink_, f.severity)) return n;
        for (auto const v : sink_access::report_of(sink_))
            n += v.rule() == f.info->value && v.text() == f.excerpt && violation_access::where(v) == f.where;
        return n;
    }

    node const* nodes_;
    rule_sink& sink_;
};

} // namespace lakeproof::detail
