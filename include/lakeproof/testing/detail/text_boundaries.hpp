// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/printable.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/detail/known_texts.hpp>
#include <lakeproof/testing/detail/pattern_walker.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A character so many times.
inline std::string times(std::size_t n, std::string_view character) {
    std::string text;
    while (n-- > 0) text += character;
    return text;
}

/// A text at the boundary of a rule.
struct boundary_text {
    std::string about;
    rule at;
    std::string text;
    bool escaped = false; ///< to be written with nothing but escapes
};

/// The boundary texts of one string type, from its length, its pattern and what is known of it.
class text_boundaries {
public:
    explicit text_boundaries(text_rules const& rules)
        : rules_{rules}, known_{known(rules)}, pattern_{rules.pattern_text}, usual_{known_.usual} {
        for (auto n = rules.min_length > 0 ? rules.min_length : 1;
             usual_.empty() && n <= rules.max_length; ++n)
            usual_ = pattern_.text_of_length(n).value_or(std::string{});
    }

    /// A text that breaks nothing.
    [[nodiscard]] std::string const& usual() const noexcept { return usual_; }

    /// What a text breaks, in the order of a report: by counting, by the pattern's walk, and by
    /// what is known of the type.
    [[nodiscard]] std::vector<rule> broken(std::string_view text) const {
        std::vector<rule> all;
        auto const length = lakeproof::detail::count_scalar_values(text);
        if (length < rules_.min_length || length > rules_.max_length) all.push_back(rules_.length);
        bool const matches = pattern_.accepts(text);
        if (!matches) all.push_back(rules_.pattern);
        for (auto const r : known_.further(text, length, matches)) all.push_back(r);
        return all;
    }

    /// A text of `n` characters that breaks as little as can be.
    [[nodiscard]] std::string of_length(std::size_t n) const {
        std::optional<std::string> best;
        auto const take = [&](std::string text) {
            if (!is_utf_8(text) || lakeproof::detail::count_scalar_values(text) != n ||
                !pattern_.accepts(text))
                return false;
            bool const perfect = known_.further(text, n, true).empty();
            if (perfect || !best) best = std::move(text);
            return perfect;
        };
        auto const usual = lakeproof::detail::count_scalar_values(usual_);
        for (std::size_t i = 0; i < usual_.size() && n >= usual; ++i) {
            auto text = usual_;
            text.insert(i, n - usual, usual_[i]);
            if (take(std::move(text))) return *best;
        }
        if (n < usual && take(usual_.substr(0, n))) return *best;
        if (auto text = pattern_.text_of_length(n)) take(*std::move(text));
        return best ? *best : std::string(n, 'a');
    }

    /// So many different texts that break nothing, or as many as are found: what is known of the
    /// type, one of every length, and all that comes of these when one character after another is changed.
    [[nodiscard]] std::vector<std::string> legal(std::size_t count) const {
        std::vector<std::string> found{usual_};
        std::set<std::string> seen{usual_};
        auto const add = [&](std::string const& text) {
            if (found.size() < count && broken(text).empty() && seen.insert(text).second)
                found.push_back(text);
        };
        if (count > 1)
            for (auto const& s : known_.samples()) add(s.text);
        for (auto n = rules_.min_length; n <= rules_.max_length && found.size() < count; ++n)
            add(of_length(n));
        for (std::size_t i = 0; i < found.size() && found.size() < count; ++i)
            for (std::size_t at = 0; at < found[i].size(); ++at)
                for (char c = ' '; c < 127; ++c) {
                    auto text = found[i];
                    if ((text[at] & 0x80) != 0) continue; // part of a character
                    text[at] = c;
                    add(text);
                }
        return found;
    }

    [[nodiscard]] std::vector<boundary_text> all() const {
        std::vector<boundary_text> texts;
        add_lengths(texts);
        add_pattern(texts);
        for (auto const& s : known_.samples()) {
            texts.push_back({shown(s.text), s.at, s.text});
            // A text with escapes reaches a reader in parts, past any shortcut for whole ones.
            texts.push_back({shown(s.text) + ", all escaped", s.at, s.text, true});
        }
        return texts;
    }

private:
    static std::string shown(std::string_view text) {
        std::string about;
        append_quoted(about, text);
        if (text.size() > shown_characters) about += ' ' + std::to_string(text.size()) + " bytes";
        return about;
    }

    void add_lengths(std::vector<boundary_text>& texts) const {
        std::set<std::size_t> lengths{rules_.min_length, rules_.max_length, rules_.max_length + 1};
        if (rules_.min_length > 0) lengths.insert(rules_.min_length - 1);
        for (auto const n : lengths) {
            auto const about = std::to_string(n) + " characters";
            auto const text = of_length(n);
            texts.push_back({about, rules_.length, text});
            texts.push_back({about + ", all escaped", rules_.length, text, true});
        }
        for (auto const n : {rules_.max_length, rules_.max_length + 1}) {
            auto const about = std::to_string(n) + " characters of ";
            texts.push_back({about + "two bytes", rules_.length, times(n, "\u00e9")});
            texts.push_back({about + "four bytes", rules_.length, times(n, "\U0001f600")});
        }
    }

    /// Just inside and just outside each position of the pattern, one character less and one more;
    /// and what other engines take for a letter, a digit or the end of the text.
    void add_pattern(std::vector<boundary_text>& texts) const {
        std::set<std::string> seen;
        auto const add = [&](std::string const& text) {
            if (is_utf_8(text) && seen.insert(text).second)
                texts.push_back({shown(text), rules_.pattern, text});
        };
        add(usual_);
        for (auto const& f : pattern_.frames(usual_)) {
            add(f.prefix + f.suffix);
            bool doubled = false;
            for (int b = 0; b < 256; ++b) {
                auto const in = [&](int byte) {
                    return byte >= 0 && byte < 256 &&
                           f.set.contains(static_cast<unsigned char>(byte));
                };
                bool const edge = in(b) ? !in(b - 1) || !in(b + 1) : in(b - 1) || in(b + 1);
                if (!edge) continue;
                auto const c = character(b);
                add(f.prefix + c + f.suffix);
                if (in(b) && !doubled) add(f.prefix + c + c + f.suffix);
                doubled = doubled || in(b);
            }
        }
        using namespace std::string_view_literals;
        for (auto const odd : {"\0"sv, "\n"sv, "\r"sv, " "sv, "\u0080"sv, "\u00e9"sv, "\u0660"sv,
                               "\u212a"sv, "\uff21"sv, "\U0001f600"sv}) {
            add(usual_ + std::string{odd});
            add(std::string{odd} + usual_);
        }
    }

    /// A character that starts with a byte at the edge of a set: the last one is that of the last.
    static std::string character(int byte) {
        if (byte < 128) return std::string(1, static_cast<char>(byte));
        return byte == 128 ? "\u0080" : "\U0010ffff";
    }

    static bool is_utf_8(std::string_view text) noexcept {
        for (std::size_t i = 0; i < text.size();) {
            auto const from = i;
            if (lakeproof::detail::next_scalar_value(text, i) > 127 && i - from == 1) return false;
        }
        return true;
    }

    text_rules const& rules_;
    known_text known_;
    pattern_walker pattern_;
    std::string usual_;
};

} // namespace lakeproof::testing::detail
