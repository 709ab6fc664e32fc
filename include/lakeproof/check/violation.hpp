// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/place.hpp>
#include <lakeproof/check/detail/placeholder.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// What a report keeps of a violation. Trivial, so that 64 of them cost nothing until there is one.
struct violation_slot {
    rule_info const* info;
    char const* message;
    std::array<std::uint32_t, max_lists> index; ///< of its place
    std::uint32_t length;
    std::uint32_t bound_low; // in halves, so that a slot has 56 bytes
    std::uint32_t bound_high;
    std::uint16_t at;    ///< of its place
    std::uint16_t start; ///< of its parts in the pool: excerpt, Region, detail
    std::uint16_t excerpt_size;
    std::uint8_t region_size;
    std::uint8_t detail_size;
    lakeproof::severity severity;
    std::uint8_t cut; ///< 0, or whether less than all of the string is kept, and what is lost with it

    static constexpr std::uint8_t is_cut = 1, had_placeholder = 2;
    [[nodiscard]] constexpr place where() const noexcept { return {at, index}; }
};
static_assert(sizeof(violation_slot) == 56 || sizeof(void*) != 8);

struct violation_access;

} // namespace detail

/// One broken rule: which, how much it matters, where, and what was found.
///
/// A small view into its report, valid as long as that is unchanged. `message(v)` puts it into words,
/// `suggestion(v)` has what to write instead.
class violation {
public:
    /// The rule; `rule::custom` for one of the user's own.
    [[nodiscard]] constexpr lakeproof::rule rule() const noexcept { return slot_->info->value; }
    /// The rule's row in the catalogue, or the user's own description of it.
    [[nodiscard]] constexpr rule_info const& info() const noexcept { return *slot_->info; }
    [[nodiscard]] constexpr lakeproof::severity severity() const noexcept { return slot_->severity; }

    /// The JSON Pointer of the place. An unknown member's name in it is cut to 64 bytes, after a whole
    /// character, and then ends in `…`.
    [[nodiscard]] constexpr std::string pointer() const {
        std::string out;
        detail::append_pointer(out, nodes_, slot_->where(), slot_->at);
        if (rule() == rule::member_unknown) {
            out += '/';
            detail::append_reference_token(out, text());
            if (cut()) out += "\u2026";
        }
        return out;
    }

    /// The start of the string that breaks the rule, ending after a whole character; of an unknown member, its
    /// name. Empty where the rule is not about a string.
    [[nodiscard]] constexpr std::string_view text() const noexcept {
        return {parts_, slot_->excerpt_size};
    }
    /// Whether `text()` is not all of it.
    [[nodiscard]] constexpr bool cut() const noexcept { return slot_->cut != 0; }
    /// The length of the whole string in Unicode scalar values, where the rule is about a string.
    [[nodiscard]] constexpr std::size_t length() const noexcept {
        return counts_members() ? 0 : slot_->length;
    }
    /// The bound that is broken, or 0. (A negative bound of an integer: in two's complement.)
    [[nodiscard]] constexpr std::size_t bound() const noexcept {
        return counts_members() ? 0 : number();
    }
    /// The Region in which the rule is broken; empty where no Region matters.
    [[nodiscard]] constexpr std::string_view region() const noexcept {
        return {parts_ + slot_->excerpt_size, slot_->region_size};
    }
    /// Which occurrence of the member it is about: 1, or more for a repeated name.
    [[nodiscard]] constexpr std::size_t occurrence() const noexcept {
        return counts_members() ? slot_->length : 1;
    }
    /// For `json-malformed` and `json-limit`: the byte at which reading stopped.
    [[nodiscard]] constexpr std::size_t offset() const noexcept {
        bool const unread = rule() == rule::json_malformed || rule() == rule::json_limit;
        return unread ? slot_->where().offset() : 0;
    }
    /// What the rule compares with: the other type, the earlier document, what was expected, or a house rule's
    /// own message; of a principal that is cut the account ID in it. May be cut.
    [[nodiscard]] constexpr std::string_view detail() const noexcept {
        return {parts_ + slot_->excerpt_size + slot_->region_size, slot_->detail_size};
    }

private:
    friend class report;
    friend struct detail::violation_access;

    constexpr violation(detail::node const* nodes, detail::violation_slot const& slot,
                        char const* parts) noexcept
        : nodes_{nodes}, slot_{&slot}, parts_{parts} {}

    constexpr bool counts_members() const noexcept {
        return rule() == rule::member_unknown || rule() == rule::member_duplicate;
    }
    constexpr std::size_t number() const noexcept {
        return static_cast<std::size_t>(std::uint64_t{slot_->bound_high} << 32 | slot_->bound_low);
    }

    detail::node const* nodes_;
    detail::violation_slot const* slot_;
    char const* parts_; ///< in the report's pool
};

namespace detail {

/// For code that walks a text to a violation, or words it.
struct violation_access {
    static constexpr node const* nodes(violation const& v) noexcept { return v.nodes_; }
    static constexpr place where(violation const& v) noexcept { return v.slot_->where(); }
    static constexpr node const& target(violation const& v) noexcept {
        return v.nodes_[v.slot_->at];
    }
    static constexpr char const* message(violation const& v) noexcept { return v.slot_->message; }
    /// Whether the whole string has a placeholder left in.
    static constexpr bool has_placeholder(violation const& v) noexcept {
        return (v.slot_->cut & violation_slot::had_placeholder) != 0 || detail::has_placeholder(v.text());
    }
    /// Of an unknown or repeated member, its position in its object, from 0.
    static constexpr std::size_t member_position(violation const& v) noexcept { return v.number(); }
};

} // namespace detail

} // namespace lakeproof
