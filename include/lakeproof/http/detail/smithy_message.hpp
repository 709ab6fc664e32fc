// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/printable.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// *between 1 and 64, inclusive*, or the one bound that there is.
template <class Integer>
std::string bounds_in_words(Integer least, Integer most, bool has_least, bool has_most) {
    if (!has_least) return "less than or equal to " + std::to_string(most);
    if (!has_most) return "greater than or equal to " + std::to_string(least);
    return "between " + std::to_string(least) + " and " + std::to_string(most) + ", inclusive";
}

/// What holds where a violation's rule is kept, as Smithy says it.
inline std::string smithy_constraint(violation const& v) {
    using integers = std::numeric_limits<std::int64_t>;
    auto const& n = violation_access::target(v);
    auto const broken = v.rule();
    auto const* const string = n.string;
    if (string != nullptr && broken == string->length)
        return "Member must have length " +
               bounds_in_words(string->least, string->most, string->least > 0,
                               string->most < std::numeric_limits<std::size_t>::max());
    if (string != nullptr && broken == string->pattern)
        return (string->closed_set ? "Member must satisfy enum value set: ["
                                   : "Member must satisfy regular expression pattern: ") +
               std::string{string->pattern_text} + (string->closed_set ? "]" : "");
    if (broken == rule::list_length)
        return "Member must have length " +
               bounds_in_words(n.least, n.most, n.least > 0, n.most < integers::max());
    if (broken == rule::number_range)
        return "Member must be " + bounds_in_words(n.least, n.most, n.least > integers::min(),
                                                   n.most < integers::max());
    if (broken == rule::member_missing) return "Member must not be null";
    auto const& kept = v.info();
    std::string out{kept.title.empty() ? kept.id : kept.title};
    if (!v.region().empty()) append_printable(out += " in ", v.region());
    return out;
}

/// A violation in the words of Smithy's validation: *Value with length 26 at '/sourceName' failed to satisfy
/// constraint: Member must have length between 1 and 20, inclusive*.
///
/// Nothing in it is the document's: no value (Smithy leaves only sensitive ones out), no unknown member's name.
/// What Smithy has no words for is told by its rule's title. Source: Smithy's restJson1 protocol tests, validation/.
inline std::string smithy_message(violation const& v) {
    auto const& where = violation_access::where(v);
    auto const* const string = violation_access::target(v).string;
    std::string out = "Value";
    if (string != nullptr && v.rule() == string->length)
        out += " with length " + std::to_string(v.length());
    if (where.at != 0) {
        out += " at '";
        append_pointer(out, violation_access::nodes(v), where, where.at);
        out += '\'';
    }
    return out + " failed to satisfy constraint: " + smithy_constraint(v);
}

} // namespace lakeproof::inline LAKEPROOF_ABI::detail
