// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/location.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/detail/copy.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// One broken rule: which, how much it matters, where, and what was found.
///
/// Self-contained: it refers to no text, request or option. `message(v)` puts it into words.
class violation {
public:
    /// Trivial, so that a report of 64 costs nothing until there is something to report.
    violation() = default;

    [[nodiscard]] constexpr lakeproof::rule rule() const noexcept { return rule_; }
    [[nodiscard]] constexpr lakeproof::severity severity() const noexcept { return severity_; }

    /// The JSON Pointer of the place. An unknown member's name in it is cut to 64 bytes, after a
    /// whole character, and then ends in `…`.
    [[nodiscard]] constexpr std::string pointer() const {
        std::string out;
        where_.append_pointer(out);
        if (rule_ == rule::member_unknown) {
            out += '/';
            detail::append_reference_token(out, text());
            if (cut_) out += "\u2026";
        }
        return out;
    }

    /// The start of the offending text, at most 256 bytes and ending after a whole character; of an
    /// unknown member, its name. Empty where the rule is not about a text.
    [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, text_size_}; }
    /// Whether `text()` is not all of it.
    [[nodiscard]] constexpr bool cut() const noexcept { return cut_; }
    /// The length of the whole text in Unicode scalar values, where the rule is about a length.
    [[nodiscard]] constexpr std::size_t length() const noexcept { return length_; }
    /// The bound that is broken, or 0.
    [[nodiscard]] constexpr std::size_t bound() const noexcept { return bound_; }
    /// The Region in which the rule is broken; empty where no Region matters.
    [[nodiscard]] constexpr std::string_view region() const noexcept {
        return {region_, region_size_};
    }
    /// Which occurrence of the member it is about: 1, or more for a repeated name.
    [[nodiscard]] constexpr std::size_t occurrence() const noexcept { return occurrence_; }
    /// For `json-malformed` and `json-limit`: the byte at which reading stopped.
    [[nodiscard]] constexpr std::size_t offset() const noexcept { return offset_; }
    /// What the rule compares with: the other type, the earlier document, what was expected, or a
    /// house rule's own message; at most 128 bytes.
    [[nodiscard]] constexpr std::string_view detail() const noexcept {
        return {detail_, detail_size_};
    }

    /// The place, for code that walks a text to it; the position is among its object's members,
    /// from 0.
    [[nodiscard]] constexpr detail::location const& where() const noexcept { return where_; }
    [[nodiscard]] constexpr std::size_t member_position() const noexcept { return offset_; }

private:
    friend class report;
    friend class violation_builder;

    static constexpr std::size_t text_capacity = 256;
    static constexpr std::size_t detail_capacity = 128;

    // No initialisers: see the constructor.
    detail::location where_;
    std::size_t bound_;
    std::size_t length_;
    std::size_t offset_;
    std::uint32_t occurrence_;
    lakeproof::rule rule_;
    lakeproof::severity severity_;
    bool cut_;
    std::uint8_t region_size_;
    std::uint8_t detail_size_;
    std::uint16_t text_size_;
    char region_[25];
    char detail_[detail_capacity];
    char text_[text_capacity];
};

/// Fills a violation that a report made room for. For the checks, which all report through it.
class violation_builder {
public:
    constexpr violation_builder() noexcept = default;
    constexpr violation_builder(violation& v) noexcept : v_{&v} {}

    constexpr violation_builder& text(std::string_view whole, std::size_t length,
                                      bool cut = false) noexcept {
        if (v_) excerpt(*v_, whole, violation::text_capacity, length, cut);
        return *this;
    }
    /// An unknown member's name: 64 bytes of it.
    constexpr violation_builder& name(std::string_view whole, bool cut) noexcept {
        if (v_) excerpt(*v_, whole, 64, 0, cut);
        return *this;
    }
    constexpr violation_builder& bound(std::size_t b) noexcept {
        if (v_) v_->bound_ = b;
        return *this;
    }
    constexpr violation_builder& occurrence(std::size_t n) noexcept {
        if (v_) v_->occurrence_ = static_cast<std::uint32_t>(n);
        return *this;
    }
    constexpr violation_builder& offset(std::size_t n) noexcept {
        if (v_) v_->offset_ = n;
        return *this;
    }
    LAKEPROOF_NOINLINE constexpr violation_builder& region(std::string_view code) noexcept {
        if (v_) v_->region_size_ = static_cast<std::uint8_t>(code.copy(v_->region_, 25));
        return *this;
    }
    LAKEPROOF_NOINLINE constexpr violation_builder& detail(std::string_view d) noexcept {
        if (!v_) return *this;
        auto const part = lakeproof::detail::whole_characters(d, violation::detail_capacity);
        v_->detail_size_ =
            static_cast<std::uint8_t>(lakeproof::detail::copy_text(v_->detail_, part));
        return *this;
    }

private:
    LAKEPROOF_ALWAYS_INLINE static constexpr void excerpt(violation& v, std::string_view whole,
                                                         std::size_t capacity, std::size_t length,
                                                         bool cut) noexcept {
        v.length_ = length;
        if (whole.size() <= capacity && !cut) {
            v.text_size_ = static_cast<std::uint16_t>(lakeproof::detail::copy_text(v.text_, whole));
            return;
        }
        auto part = lakeproof::detail::whole_characters(whole, capacity);
        if (cut && part.size() == whole.size()) part = lakeproof::detail::without_partial(part);
        v.text_size_ = static_cast<std::uint16_t>(lakeproof::detail::copy_text(v.text_, part));
        v.cut_ = true;
    }

    violation* v_ = nullptr; ///< null where the report is full, or the policy turns the rule off
};

} // namespace lakeproof
