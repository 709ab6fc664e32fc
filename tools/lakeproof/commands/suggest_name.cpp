// SPDX-License-Identifier: BSL-1.0
#include "commands/suggest_name.hpp"

#include <lakeproof/check/create_custom_log_source_rules.hpp>

#include <algorithm>
#include <cstddef>

namespace {

constexpr std::string_view separators = ".-_";

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The name with `-` for what a source name or a role name cannot hold, and nothing of that at its ends.
std::string legal(std::string_view name) {
    std::string out;
    for (auto const c : name) {
        if (is_letter_or_digit(c) || separators.find(c) != std::string_view::npos)
            out += c;
        else if (!out.empty() && separators.find(out.back()) == std::string_view::npos)
            out += '-';
    }
    if (out == name) return out;
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

struct word {
    std::size_t begin;
    std::size_t size;
};

/// The longest word, of several the last.
word longest_word(std::string_view name) {
    word longest{0, 0};
    for (std::size_t begin = 0; begin < name.size();) {
        auto const size = std::min(name.find_first_of(separators, begin), name.size()) - begin;
        if (size >= longest.size) longest = {begin, size};
        begin += size + 1;
    }
    return longest;
}

void shorten(std::string& name, word const& w) {
    auto const vowel =
        std::string_view{name}.substr(0, w.begin + w.size).find_last_of("aeiouAEIOU");
    name.erase(vowel != std::string_view::npos && vowel > w.begin ? vowel : w.begin + w.size - 1,
               1);
}

} // namespace

std::string suggest_name(std::string_view name, std::size_t longest) {
    auto out = legal(name.substr(0, 256)); // each letter costs a look at all
    while (out.size() > longest) {
        auto const w = longest_word(out);
        if (w.size > 1)
            shorten(out, w);
        else
            out.pop_back();
    }
    return out;
}

std::string suggest_name(std::string_view name, std::vector<lakeproof::region> const& regions) {
    auto longest = lakeproof::source_name_documented_limit;
    for (auto const& r : regions) longest = std::min(longest, lakeproof::max_source_name_length(r));
    return suggest_name(name, longest);
}
