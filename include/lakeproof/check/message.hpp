// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/message_writer.hpp>
#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/version.hpp>

#include <iosfwd>
#include <string>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A violation in one sentence of printable ASCII, whatever the document holds.
///
/// Constraint messages are phrased as the service's: *Value '…' at 'sourceName' failed to satisfy constraint:
/// Member must have length less than or equal to 64*. A constant expression only where the library's `std::string`
/// is one (not under clang 16 with libstdc++ 12).
[[nodiscard]] constexpr std::string message(violation const& v) {
    std::string out;
    detail::message_writer{v, out}.write();
    return out;
}

/// `/sourceName: error: Value … [source-name-length]`, with the suggestion where there is one; the pointer's own
/// characters made harmless.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             violation const& v) {
    std::string line;
    append_printable(line, v.pointer());
    line += line.empty() ? "document: " : ": ";
    line += to_string(v.severity());
    line += ": ";
    line += message(v);
    if (auto const s = suggestion(v); !s.empty()) {
        line += "; did you mean '";
        line += s;
        line += "'?";
    }
    line += " [";
    line += v.info().id;
    line += ']';
    return out << line;
}

} // namespace lakeproof
