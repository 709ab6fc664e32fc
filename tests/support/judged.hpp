// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/text_rules.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::test {

constexpr bool same(text_verdict const& a, text_verdict const& b) {
    if (a.length != b.length || a.length_ok != b.length_ok || a.pattern_ok != b.pattern_ok ||
        a.refused != b.refused || a.listed != b.listed || a.further_count != b.further_count)
        return false;
    for (std::size_t i = 0; i < a.further_count; ++i)
        if (a.further[i] != b.further[i]) return false;
    return true;
}

/// The least that a reader keeps of a text in parts: what a verdict may need.
constexpr std::string_view kept(text_rules const& rules, std::string_view text) {
    return text.substr(0, rules.capacity < 256 ? 256 : rules.capacity);
}

constexpr text_verdict judged_in_parts(text_rules const& rules, std::string_view text,
                                       std::size_t split) {
    text_stream stream;
    rules.advance(stream, text.substr(0, split));
    rules.advance(stream, text.substr(split));
    text_verdict v;
    rules.finish(stream, kept(rules, text), v);
    return v;
}

constexpr text_verdict judged_byte_by_byte(text_rules const& rules, std::string_view text) {
    text_stream stream;
    for (std::size_t i = 0; i < text.size(); ++i) rules.advance(stream, text.substr(i, 1));
    text_verdict v;
    rules.finish(stream, kept(rules, text), v);
    return v;
}

/// Whether a look that judges nothing finds nothing to say against a text. It may miss a clean one.
template <class String>
constexpr bool clean_at_a_glance(std::string_view text) {
    return text_rules_of<typename String::constraint>.clean(text) != 0;
}

/// Whether a text gets one verdict however it comes: whole, byte by byte, or in two parts; `step`
/// is the distance of the splits that are tried.
template <class String>
constexpr bool judged_alike(std::string_view text, std::size_t step = 1) {
    auto const& rules = text_rules_of<typename String::constraint>;
    text_verdict whole;
    rules.judge(text, whole);
    auto const status = String::check(text);
    if (whole.length != status.length || whole.length_ok != status.length_ok ||
        whole.pattern_ok != status.pattern_ok)
        return false;
    if (clean_at_a_glance<String>(text) && !whole.clean()) return false;
    for (std::size_t split = 0; split <= text.size(); split += step)
        if (!same(whole, judged_in_parts(rules, text, split))) return false;
    return same(whole, judged_byte_by_byte(rules, text));
}

/// The verdict on a text, in one piece.
template <class String>
constexpr text_verdict judged(std::string_view text) {
    text_verdict v;
    text_rules_of<typename String::constraint>.judge(text, v);
    return v;
}

/// Whether a text breaks `r` beyond length and pattern.
template <class String>
constexpr bool breaks(std::string_view text, rule r) {
    auto const v = judged<String>(text);
    for (std::size_t i = 0; i < v.further_count; ++i)
        if (v.further[i] == r) return true;
    return false;
}

} // namespace lakeproof::test
