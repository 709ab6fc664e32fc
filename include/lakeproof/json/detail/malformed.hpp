// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/json/detail/text_walker.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/error.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

// A megabyte may come before a fault, so vectors look there.

/// Blanks: outside of strings, no text can be read past another control character.
inline constexpr auto blank_bytes = byte_set{}.add(0, ' ');

/// Where the last byte stands that is no blank, or `npos`.
constexpr std::size_t find_last_not_blank(std::string_view text) noexcept {
    constexpr std::size_t step = 512;
    auto end = text.size();
    while (end >= step && all_in_set<blank_bytes>(text.substr(end - step, step))) end -= step;
    while (end > 0 && blank_bytes.contains(static_cast<unsigned char>(text[end - 1]))) --end;
    return end - 1;
}

/// Whether the start of a JSON text, perhaps without blanks at its end, ends within a string.
constexpr bool ends_in_string(std::string_view start) noexcept {
    bool in_string = false;
    for (std::size_t i = 0; i < start.size();) {
        if (start[i] == '\\') { // stands in strings only
            i += 2;
        } else if (start[i] == '"') {
            in_string = !in_string;
            ++i;
        } else {
            i += plain_start(start.substr(i));
        }
    }
    return in_string;
}

/// What is wrong with the character of a string at which reading stopped.
inline std::string_view describe_in_string(boost::json::error e, char before, char here) noexcept {
    using boost::json::error;
    if (e == error::expected_hex_digit) return "an escape needs four hexadecimal digits";
    if (static_cast<unsigned char>(here) < 0x20)
        return "a control character stands in a string: write it as an escape";
    if (static_cast<unsigned char>(here) > 0x7f) return "a string is not in UTF-8";
    if (e == error::syntax && before == '\\') return "JSON has no such escape";
    return "an escape is half of a surrogate pair";
}

/// What Boost.JSON's error at a byte of a text means, and what to do about it.
inline std::string_view describe_malformed(boost::json::error e, std::string_view text,
                                           std::size_t at) noexcept {
    constexpr std::string_view digits = "0123456789", closing = "}]",
                               letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";
    auto const is = [](char c, std::string_view any) { return any.find(c) != std::string_view::npos; };
    auto const start = text.substr(0, at);
    auto const rest = text.substr(start.size());
    char const here = rest.empty() ? ' ' : rest.front();
    auto const before = find_last_not_blank(start);
    char const last = before == std::string_view::npos ? ' ' : start[before];

    if (e == boost::json::error::incomplete && before == std::string_view::npos) return "it is empty";
    if (text.starts_with("\xef\xbb\xbf")) return "it starts with a byte order mark: save it without one";
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff") ||
        (text.size() > 1 && (text[0] == '\0' || text[1] == '\0')))
        return "it is UTF-16 or UTF-32: save it as UTF-8";
    if (e == boost::json::error::incomplete)
        return "it ends too early: an object, an array or a string is not closed";
    if (ends_in_string(start.substr(0, before + 1))) return describe_in_string(e, start.back(), here);
    if (is(here, "/#")) return "JSON has no comments: remove this one";
    if (here == '\'') return "JSON has no single quotes: use double quotes";
    if (e == boost::json::error::extra_data) return "there is more after the value";
    if (last == ',' && is(here, closing)) return "a comma stands before a closing bracket: remove it";
    if ((here == ',' && is(last, ",:[{")) || (last == ':' && is(here, closing)))
        return "a value is missing before this";
    for (std::string_view const word : {"NaN", "nan", "Infinity", "inf", "True", "False", "None", "undefined"})
        if (rest.starts_with(word)) return "only true, false, null and finite numbers stand without quotes";
    bool const after_value = is(last, "\"}]") || (before + 1 < at && (is(last, digits) || is(last, letters)));
    if (after_value && (is(here, "\"{[-") || is(here, digits) || is(here, letters)))
        return "a comma or a colon is missing before this";
    if (is(here, letters) && is(last, "{[,: ")) return "a name or a string needs double quotes";
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
