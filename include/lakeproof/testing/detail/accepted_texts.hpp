// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/testing/detail/byte_source.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// UTF-8 as an automaton over bytes: 0 is between two characters, `dead` is no UTF-8.
struct utf8 {
    static constexpr std::uint8_t dead = 0xff;

    /// How many bytes of a character are still to come in each state.
    static constexpr std::array<std::uint8_t, 8> owed{0, 1, 2, 3, 2, 2, 3, 3};

    static constexpr std::uint8_t next(std::uint8_t state, unsigned char b) noexcept {
        if (state == 0) return b < 0x80 ? std::uint8_t{0} : first(b);
        if (b < low[state] || b > high[state]) return dead;
        return static_cast<std::uint8_t>(owed[state] - 1);
    }

private:
    // The second byte after E0, ED, F0 and F4 (states 4 to 7) is not free.
    static constexpr std::array<unsigned char, 8> low{0, 0x80, 0x80, 0x80, 0xa0, 0x80, 0x90, 0x80};
    static constexpr std::array<unsigned char, 8> high{0, 0xbf, 0xbf, 0xbf, 0xbf, 0x9f, 0xbf, 0x8f};

    static constexpr std::uint8_t first(unsigned char b) noexcept {
        switch (b) {
        case 0xe0: return 4;
        case 0xed: return 5;
        case 0xf0: return 6;
        case 0xf4: return 7;
        default: break;
        }
        if (b >= 0xc2 && b <= 0xdf) return 1;
        if (b >= 0xe1 && b <= 0xef) return 2;
        return b >= 0xf1 && b <= 0xf3 ? std::uint8_t{3} : dead;
    }
};

} // namespace detail

/// The UTF-8 texts that a pattern accepts, of `least` to `most` characters, and without some bytes.
///
/// Makes one of them from any bytes, each from some: a walk through the pattern's automaton that
/// takes, of the ways which still end at the length chosen, the one that the next byte spells.
/// Making the tables costs the automaton's states times `most`, a text its length.
/// \code
/// lakeproof::testing::accepted_texts const names{
///     lakeproof::text_rules_of<lakeproof::source_name_constraint>, 3, 20, ":/"};
/// lakeproof::testing::byte_source bytes{"\x05" "acme edr"};
/// std::string const name = names.from(bytes); // 8 characters: "acme", a space's stand-in, "edr"
/// \endcode
class accepted_texts {
public:
    accepted_texts(text_rules const& rules, std::size_t least, std::size_t most,
                   std::string_view without = {})
        : rows_{most + 1} {
        explore(rules, without);
        count_down();
        for (std::size_t n = least; n <= most; ++n)
            if (can_[n]) lengths_.push_back(n); // in the first state
    }

    /// Whether there is such a text at all.
    [[nodiscard]] bool any() const noexcept { return !lengths_.empty(); }

    /// A text, of which there must be any. Where it could go only one way it takes no byte.
    [[nodiscard]] std::string from(byte_source& bytes) const {
        auto left = lengths_[bytes.below(lengths_.size())];
        std::string text;
        text.reserve(left);
        for (std::size_t at = 0; left != 0 || owed_[at] != 0;) {
            auto const choices = choices_[at * rows_ + left];
            auto b = choices == 1 ? static_cast<unsigned char>(0) : bytes.byte();
            if (choices == 1 || !allowed(at, left, b)) b = allowed_number(at, left, b % choices);
            text += static_cast<char>(b);
            left = left_after(at, left);
            at = next_[at * 256 + b];
        }
        return text;
    }

    /// Puts the bytes from which a text comes, which must be one of these.
    void put(std::string_view text, byte_sink& bytes) const {
        auto left = lakeproof::detail::count_scalar_values(text);
        auto const found = std::lower_bound(lengths_.begin(), lengths_.end(), left);
        bytes.below(static_cast<std::size_t>(found - lengths_.begin()), lengths_.size());
        std::size_t at = 0;
        for (char const c : text) {
            auto const b = static_cast<unsigned char>(c);
            if (choices_[at * rows_ + left] != 1) bytes.byte(b);
            left = left_after(at, left);
            at = next_[at * 256 + b];
        }
    }

private:
    static constexpr std::uint16_t nowhere = 0xffff;

    /// The bytes that lead from one state to another.
    struct way {
        std::uint16_t to;
        std::string bytes;
    };

    /// Numbers the states that are reached, each of the pattern's with one of UTF-8's.
    void explore(text_rules const& rules, std::string_view without) {
        struct state {
            std::uint16_t pattern;
            std::uint8_t utf8;
        };
        std::vector<state> found{{text_stream{}.state, 0}};
        for (std::size_t at = 0; at < found.size(); ++at) {
            auto const from = found[at];
            ends_.push_back(from.utf8 == 0 && rules.accepts(from.pattern));
            owed_.push_back(detail::utf8::owed[from.utf8]);
            ways_.emplace_back();
            next_.resize(next_.size() + 256, nowhere);
            for (std::size_t b = 0; b < 256; ++b) {
                char const byte = static_cast<char>(b);
                auto const unit = detail::utf8::next(from.utf8, static_cast<unsigned char>(b));
                if (unit == detail::utf8::dead || without.find(byte) != std::string_view::npos)
                    continue;
                text_stream stream{.state = from.pattern};
                rules.advance(stream, {&byte, 1});
                if (stream.state == 0) continue;
                std::size_t to = 0;
                while (to < found.size() &&
                       (found[to].pattern != stream.state || found[to].utf8 != unit))
                    ++to;
                if (to == found.size()) found.push_back({stream.state, unit});
                add_way(at, to, static_cast<unsigned char>(b));
            }
        }
    }
    void add_way(std::size_t at, std::size_t to, unsigned char b) {
        next_[at * 256 + b] = static_cast<std::uint16_t>(to);
        auto& ways = ways_[at];
        auto const known =
            std::find_if(ways.begin(), ways.end(), [&](way const& w) { return w.to == to; });
        auto& way_there = known != ways.end()
                              ? *known
                              : ways.emplace_back(way{static_cast<std::uint16_t>(to), {}});
        way_there.bytes += static_cast<char>(b);
    }

    /// Finds from which states a text can end after so many characters more, and with how many
    /// bytes it can go on.
    void count_down() {
        can_.assign(ways_.size() * rows_, false);
        choices_.assign(ways_.size() * rows_, 0);
        for (std::size_t left = 0; left < rows_; ++left)
            for (std::uint8_t owed = 0; owed <= 3; ++owed) // a character's bytes from its last
                for (std::size_t at = 0; at < ways_.size(); ++at)
                    if (owed_[at] == owed) count(at, left);
    }
    void count(std::size_t at, std::size_t left) {
        std::size_t choices = 0;
        if (owed_[at] != 0 || left != 0)
            for (auto const& w : ways_[at])
                if (leads_on(at, left, w.to)) choices += w.bytes.size();
        choices_[at * rows_ + left] = static_cast<std::uint16_t>(choices);
        can_[at * rows_ + left] = choices != 0 || (left == 0 && ends_[at]);
    }

    /// A character counts as read with its first byte.
    std::size_t left_after(std::size_t at, std::size_t left) const noexcept {
        return owed_[at] == 0 ? left - 1 : left;
    }
    bool leads_on(std::size_t at, std::size_t left, std::size_t to) const {
        return can_[to * rows_ + left_after(at, left)] != 0;
    }
    bool allowed(std::size_t at, std::size_t left, unsigned char b) const {
        auto const to = next_[at * 256 + b];
        return to != nowhere && leads_on(at, left, to);
    }
    unsigned char allowed_number(std::size_t at, std::size_t left, std::size_t n) const {
        auto w = ways_[at].begin();
        while (!leads_on(at, left, w->to) || n >= w->bytes.size()) {
            if (leads_on(at, left, w->to)) n -= w->bytes.size();
            ++w;
        }
        return static_cast<unsigned char>(w->bytes[n]);
    }

    std::size_t rows_;
    std::vector<std::vector<way>> ways_; ///< by state, as all that follows
    std::vector<std::uint16_t> next_;    ///< 256 to a state
    std::vector<std::uint8_t> owed_;
    std::vector<bool> ends_;
    std::vector<std::uint8_t> can_;      ///< `rows_` to a state
    std::vector<std::uint16_t> choices_; ///< the same
    std::vector<std::size_t> lengths_;
};

} // namespace lakeproof::testing
