// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/error.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What Boost.JSON's error at a byte of a text means, and what to do about it.
inline std::string_view describe_malformed(boost::json::error e, std::string_view text,
                                           std::size_t at) noexcept {
    using boost::json::error;
    constexpr std::string_view blanks = " \t\r\n";
    auto const rest = text.substr(at < text.size() ? at : text.size());
    auto const before = text.substr(0, at).find_last_not_of(blanks);
    char const last = before == std::string_view::npos ? '\0' : text[before];
    char const here = rest.empty() ? '\0' : rest.front();
    if (text.find_first_not_of(blanks) == std::string_view::npos) return "it is empty";
    if (text.starts_with("\xef\xbb\xbf")) return "it starts with a byte order mark: save it without one";
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff") ||
        (text.size() > 1 && (text[0] == '\0' || text[1] == '\0')))
        return "it is UTF-16 or UTF-32: save it as UTF-8";
    if (e == error::incomplete)
        return "it ends too early: an object, an array or a string is not closed";
    if (e == error::illegal_leading_surrogate || e == error::illegal_trailing_surrogate)
        return "an escape is half of a surrogate pair";
    if (e == error::expected_hex_digit) return "an escape needs four hexadecimal digits";
    if (here == '/' || here == '#') return "JSON has no comments: remove this one";
    if (here == '\'') return "JSON has no single quotes: use double quotes";
    if ((here == '}' || here == ']') && last == ',') return "a comma stands before a closing bracket: remove it";
    if (e == error::extra_data) return "there is more after the value";
    if (here == ',' && (last == ',' || last == '[' || last == '{')) return "a comma stands where a value is due";
    if ((here == '"' || here == '{' || here == '[') && (last == '"' || last == '}' || last == ']'))
        return "a comma or colon is missing before this";
    if (last == '{' || last == ',') {
        bool const letter = (here >= 'a' && here <= 'z') || (here >= 'A' && here <= 'Z') || here == '_';
        if (letter) return "a name or a string needs double quotes";
    }
    for (std::string_view const word : {"NaN", "nan", "Infinity", "inf", "True", "False", "None", "undefined"})
        if (rest.starts_with(word)) return "only true, false, null and finite numbers stand without quotes";
    if (here != '\0' && static_cast<unsigned char>(here) < 0x20)
        return "a control character stands in a string: write it as an escape, \\n for a line end";
    if (static_cast<unsigned char>(here) > 0x7f) return "this is not UTF-8 that can stand here";
    return "this character cannot stand here";
}

/// Reports only why a text could not be read, and at which byte; no error of Boost.JSON's is too many bytes.
LAKEPROOF_NOINLINE inline bool unreadable(boost::json::error_code const& e, std::string_view text,
                                          std::size_t at, document const& d, rule_sink& sink) {
    auto const& limits = sink_access::options_of(sink).limits;
    // The parser and the handler know no errors but Boost.JSON's: the category needs no look.
    auto const why = static_cast<boost::json::error>(e.value());
    finding f{&info(rule::json_limit), severity::error, "", place::of_offset(at)};
    if (!e) {
        f.message = "The text has too many bytes: the limit is {bound}";
        f.bound = limits.bytes;
    } else if (why == boost::json::error::too_deep) {
        f.message = "The document nests too deeply: the limit is {bound}";
        f.bound = limits.levels();
    } else if (why == boost::json::error::exponent_overflow) {
        f.message = "A number has an exponent that is too large to be read";
    } else {
        f.info = &info(rule::json_malformed);
        f.message = "The text is not valid JSON: {detail}";
        f.detail = describe_malformed(why, text, at);
    }
    sink_access::report_of(sink).clear();
    sink_access::add(sink, d.nodes(), f);
    return false;
}

} // namespace lakeproof::detail
