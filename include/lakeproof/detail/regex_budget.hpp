// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <boost/iterator/iterator_adaptor.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// How often a backtracking engine may look at a byte of a text, whichever, before it gives up.
///
/// Boost.Regex has a bound of its own, but that grows with the square of the text up to 100 million
/// steps: seconds, for a text of 16 KB. This one is linear. A pattern that does not backtrack looks
/// at each byte once or twice; in the longest member that is legal, of 2,048 bytes, one may look at
/// each 500 times.
class patience {
public:
    static constexpr std::uint64_t for_any_text = 1'000'000;
    static constexpr std::uint64_t for_each_byte = 16;
    /// The longest text for a pattern that calls itself: a call costs Boost.Regex time for each call
    /// that it is in, which looks at nothing. No member of a request may be longer.
    static constexpr std::size_t longest_for_recursion = 2048;

    explicit patience(std::size_t bytes) noexcept : left_{for_any_text + for_each_byte * bytes} {}

    /// Throws `std::runtime_error` once there is none left.
    void spend() {
        if (left_ == 0) throw std::runtime_error{"the pattern backtracks too much"};
        --left_;
    }

private:
    std::uint64_t left_;
};

/// Whether a pattern may call a part of itself: `(?R)`, `(?1)`, `(?-1)`, `(?&name)`, `(?P>name)`.
///
/// A look at the text alone, which takes `[(?1]` for a call too.
inline bool may_recur(std::string_view pattern) noexcept {
    for (auto at = pattern.find("(?"); at != std::string_view::npos;
         at = pattern.find("(?", at + 1)) {
        auto const rest = pattern.substr(at + 2);
        auto const call = rest.find_first_not_of("+-");
        if (call == std::string_view::npos) continue;
        char const c = rest[call];
        if ((c >= '0' && c <= '9') || c == 'R' || c == '&' || rest.starts_with("P>")) return true;
    }
    return false;
}

/// A place in a text, at which looking costs patience.
class watched_position : public boost::iterator_adaptor<watched_position, char const*, char const,
                                                        boost::random_access_traversal_tag> {
public:
    watched_position() = default; // an iterator must have one; Boost.Regex's submatches do
    watched_position(char const* at, patience& p) noexcept
        : watched_position::iterator_adaptor_{at}, patience_{&p} {}

private:
    friend class boost::iterator_core_access;

    char const& dereference() const {
        patience_->spend();
        return *base();
    }

    patience* patience_ = nullptr;
};

} // namespace lakeproof::detail
