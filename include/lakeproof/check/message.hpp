// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/principal.hpp>
#include <lakeproof/check/detail/message_writer.hpp>
#include <lakeproof/check/detail/printable.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/ocsf/suggestion.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// The member of an object that an unknown name is closest to, within distance 2; or empty.
constexpr std::string_view closest_member(node const* nodes, node const& object,
                                          std::string_view name) noexcept {
    std::string_view best;
    std::size_t nearest = 3;
    for (std::size_t i = object.first; i < std::size_t{object.first} + object.count; ++i) {
        auto const distance = edit_distance(nodes[i].name, name);
        if (distance < nearest) {
            nearest = distance;
            best = nodes[i].name;
        }
    }
    return best;
}

} // namespace detail

/// What to write instead, where one thing is the likely fix; else empty.
///
/// Valid as long as the violation is. Never throws.
[[nodiscard]] constexpr std::string_view suggestion(violation const& v) noexcept {
    if (v.rule() == rule::member_unknown && !v.cut())
        return detail::closest_member(v.where().nodes, v.where().target(), v.text());
    if (v.rule() == rule::event_class_pattern) return ocsf::suggest_spelling(v.text());
    if (v.rule() == rule::event_class_undocumented) return ocsf::suggest_listed(v.text());
    if (v.rule() == rule::principal_pattern) return account_id_in_arn(v.text());
    return {};
}

/// A violation in one sentence of printable ASCII, whatever the document holds.
///
/// A constant expression only where the library's `std::string` is one (not under clang 16 with
/// libstdc++ 12).
/// Constraint messages are phrased as the service's: *Value '…' at 'sourceName' failed to satisfy
/// constraint: Member must have length less than or equal to 64*.
[[nodiscard]] constexpr std::string message(violation const& v) {
    std::string out;
    detail::message_writer{v, out}.write();
    if (auto const s = suggestion(v); !s.empty()) {
        out += "; did you mean '";
        out += s;
        out += "'?";
    }
    return out;
}

/// `/sourceName: error: Value … [source-name-length]`, the pointer's own characters made harmless.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             violation const& v) {
    std::string line;
    append_printable(line, v.pointer());
    line += line.empty() ? "document: " : ": ";
    line += to_string(v.severity());
    line += ": ";
    line += message(v);
    line += " [";
    line += to_string(v.rule());
    line += ']';
    return out << line;
}

} // namespace lakeproof
