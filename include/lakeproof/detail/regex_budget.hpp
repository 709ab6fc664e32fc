// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <boost/iterator/iterator_adaptor.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// How many bytes a backtracking engine may read of a string, the same ones again included.
///
/// Boost.Regex has a bound of its own, but that grows with the square of the string up to 100 million steps:
/// seconds, for 16 KB. This one is linear. A pattern that does not backtrack reads each byte once or twice; in
/// the longest member that is legal, of 2,048 bytes, one may read each 500 times.
class regex_budget {
public:
    static constexpr std::uint64_t base = 1'000'000;
    static constexpr std::uint64_t per_byte = 16;
    /// The longest string for a pattern that calls itself: a call costs Boost.Regex time for each call that it
    /// is in, without a read. No member of a request may be longer.
    static constexpr std::size_t longest_for_recursion = 2048;

    explicit regex_budget(std::size_t bytes) noexcept : left_{base + per_byte * bytes} {}

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
/// Looks at the characters alone, and so takes `[(?1]` for a call too.
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

/// Visits the bytes of a string; each read spends from a budget.
class budgeted_iterator
    : public boost::iterator_adaptor<budgeted_iterator, char const*, char const,
                                     boost::random_access_traversal_tag> {
public:
    budgeted_iterator() = default; // Boost.Regex's submatches need it
    budgeted_iterator(char const* at, regex_budget& b) noexcept
        : budgeted_iterator::iterator_adaptor_{at}, budget_{&b} {}

private:
    friend class boost::iterator_core_access;

    char const& dereference() const {
        budget_->spend();
        return *base();
    }

    regex_budget* budget_ = nullptr;
};

} // namespace lakeproof::detail
