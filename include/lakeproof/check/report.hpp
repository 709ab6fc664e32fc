// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/message.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

/// All violations of a document, in the order found; 64 are kept, the rest counted.
///
/// Never allocates. Copying costs what the violations kept cost. Totals and `ok()` count those that
/// are not kept as well.
/// \code
/// lakeproof::report r = lakeproof::check(request, {.regions = {lakeproof::regions::us_east_1}});
/// for (auto const& v : r) std::cerr << v << '\n';
/// \endcode
class report {
public:
    /// How many violations are kept.
    static constexpr std::size_t capacity = 64;

    constexpr report() noexcept {
        if (std::is_constant_evaluated()) kept_ = slots{}; // a constant's bytes all have values
    }
    constexpr report(report const& other) noexcept : report{} { assign(other); }
    constexpr report& operator=(report const& other) noexcept {
        if (this != &other) assign(other);
        return *this;
    }

    /// Whether there is no error; warnings and notes may be there.
    [[nodiscard]] constexpr bool ok() const noexcept { return errors() == 0; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return ok(); }

    /// How many violations are kept.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr violation const& operator[](std::size_t i) const noexcept {
        return kept_.at[i];
    }
    [[nodiscard]] constexpr violation const* begin() const noexcept { return kept_.at; }
    [[nodiscard]] constexpr violation const* end() const noexcept { return kept_.at + size_; }

    [[nodiscard]] constexpr std::size_t errors() const noexcept { return count(severity::error); }
    [[nodiscard]] constexpr std::size_t warnings() const noexcept {
        return count(severity::warning);
    }
    [[nodiscard]] constexpr std::size_t notes() const noexcept { return count(severity::note); }
    /// How many violations of one severity there are, kept or not.
    [[nodiscard]] constexpr std::size_t count(severity s) const noexcept {
        return counts_[static_cast<std::size_t>(s)];
    }
    /// How many violations are not kept.
    [[nodiscard]] constexpr std::size_t omitted() const noexcept {
        return errors() + warnings() + notes() - size_;
    }
    /// How often a rule is among the violations kept.
    [[nodiscard]] constexpr std::size_t count(rule r) const noexcept {
        std::size_t n = 0;
        for (auto const& v : *this) n += v.rule() == r;
        return n;
    }

    /// Counts a violation and makes room for it; the builder fills it where it is kept.
    LAKEPROOF_NOINLINE constexpr violation_builder add(rule r, severity s,
                                                          detail::location const& where) noexcept {
        return add_here(r, s, where);
    }

    /// The same for a text that breaks a rule, in one call.
    LAKEPROOF_NOINLINE constexpr void add_text(rule r, severity s, detail::location const& where,
                                                  std::string_view text, std::size_t length,
                                                  bool cut, std::size_t bound) noexcept {
        add_here(r, s, where).bound(bound).text(text, length, cut);
    }

    /// Forgets everything.
    constexpr void clear() noexcept {
        size_ = 0;
        for (auto& n : counts_) n = 0;
    }

private:
    LAKEPROOF_ALWAYS_INLINE constexpr violation_builder
    add_here(rule r, severity s, detail::location const& where) noexcept {
        if (s == severity::off) return {};
        ++counts_[static_cast<std::size_t>(s)];
        if (size_ == capacity) return {};
        violation& v = kept_.at[size_++];
        // One by one: written apart and read as a vector they would stall the processor.
        v.where_.nodes = where.nodes;
        v.where_.at = where.at;
        v.where_.list_count = where.list_count;
        for (std::size_t i = 0; i < where.list_count; ++i) v.where_.index[i] = where.index[i];
        v.bound_ = 0;
        v.length_ = 0;
        v.offset_ = 0;
        v.occurrence_ = 1;
        v.rule_ = r;
        v.severity_ = s;
        v.cut_ = false;
        v.region_size_ = 0;
        v.detail_size_ = 0;
        v.text_size_ = 0;
        return {v};
    }

    struct slots {
        violation at[capacity];
    };

    constexpr void assign(report const& other) noexcept {
        for (size_ = 0; size_ < other.size_; ++size_) kept_.at[size_] = other.kept_.at[size_];
        for (std::size_t i = 0; i < 4; ++i) counts_[i] = other.counts_[i];
    }

    std::size_t size_ = 0;
    std::size_t counts_[4]{}; ///< by severity
    slots kept_;
};

} // namespace lakeproof
