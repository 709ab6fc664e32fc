// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/principal.hpp>
#include <lakeproof/check/detail/finding.hpp>
#include <lakeproof/check/detail/placeholder.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/text/detail/copy.hpp>
#include <lakeproof/text/detail/index_iterator.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

/// All violations of a document, in the order found; 64 are kept, the rest counted.
///
/// Totals and `ok()` count those that are not kept as well. Where one more arrives and the report is full, the
/// last of the lowest severity makes room if that is below its own, so that no note ever hides an error.
/// Excerpts have up to 256 bytes each until their room is full for the first time, then 32 (an unknown member's
/// name 64), so that 64 violations always fit. Never allocates, and refers to nothing outside itself but
/// literals. Copying costs what the violations kept cost.
/// \code
/// lakeproof::report r = lakeproof::check(request, {.regions = {lakeproof::regions::us_east_1}});
/// for (auto const& v : r) std::cerr << v << '\n';
/// \endcode
class report {
public:
    /// How many violations are kept.
    static constexpr std::size_t capacity = 64;

    constexpr report() noexcept {
        if (std::is_constant_evaluated()) kept_ = {}; // a constant's bytes all have values
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
    /// The violation at `i`, which must be less than `size()`; a view, valid as long as this report is unchanged.
    [[nodiscard]] constexpr violation operator[](std::size_t i) const noexcept {
        return {nodes_, kept_.slots[i], kept_.pool + kept_.slots[i].start};
    }

    /// Visits the violations.
    using iterator = detail::index_iterator<report, violation>;
    using const_iterator = iterator;
    using value_type = violation;
    [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] constexpr iterator end() const noexcept { return {*this, size_}; }

    [[nodiscard]] constexpr std::size_t errors() const noexcept { return count(severity::error); }
    [[nodiscard]] constexpr std::size_t warnings() const noexcept {
        return count(severity::warning);
    }
    [[nodiscard]] constexpr std::size_t notes() const noexcept { return count(severity::note); }
    /// How many violations of one severity there are, kept or not; of `off` none.
    [[nodiscard]] constexpr std::size_t count(severity s) const noexcept {
        return counts_[static_cast<std::size_t>(s)];
    }
    /// How many violations are not kept.
    [[nodiscard]] constexpr std::size_t omitted() const noexcept {
        return errors() + warnings() + notes() - size_;
    }
    /// How often a rule is among the violations kept.
    [[nodiscard]] constexpr std::size_t count(rule r) const noexcept { return count(info(r)); }
    [[nodiscard]] constexpr std::size_t count(rule_info const& r) const noexcept {
        std::size_t n = 0;
        for (auto const v : *this) n += v.info().id == r.id;
        return n;
    }

    /// Removes the violations kept for which a predicate holds, from the totals too. Returns how many.
    template <class Predicate>
    constexpr std::size_t erase_if(Predicate predicate) {
        std::size_t left = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            if (predicate((*this)[i]))
                --counts_[static_cast<std::size_t>(kept_.slots[i].severity)];
            else
                kept_.slots[left++] = kept_.slots[i];
        }
        auto const erased = size_ - left;
        size_ = static_cast<std::uint8_t>(left);
        if (erased != 0) compact();
        return erased;
    }

    /// Forgets everything.
    constexpr void clear() noexcept {
        size_ = 0;
        used_ = 0;
        tight_ = false;
        least_ = severity::off;
        for (auto& n : counts_) n = 0;
    }

private:
    friend class rule_sink;
    using slot = detail::violation_slot;

    static constexpr std::size_t pool_size = 4576;
    static constexpr std::size_t roomy_excerpt = 256;
    static constexpr std::size_t roomy_detail = 128;
    static constexpr std::size_t tight_excerpt = 32;
    static constexpr std::size_t name_excerpt = 64; ///< of an unknown member, always
    // What messages and suggestions are made from is kept whole, and has no Region and no detail.
    static constexpr std::size_t class_excerpt = 44;   ///< longer than any of OCSF's names, or what is near to one
    static constexpr std::size_t whole_principal = 44; ///< of a longer one the account ID is kept beside the excerpt
    /// What a violation has of the pool at most once it was full.
    static constexpr std::size_t tight_share = pool_size / capacity;
    static_assert(tight_excerpt + 25 < tight_share && name_excerpt <= tight_share); // 25: a Region
    static_assert(tight_excerpt + 12 <= whole_principal && whole_principal <= tight_share);

    /// Whether a violation of severity `s` is only counted, as far as is known: all that are kept are as severe.
    [[nodiscard]] constexpr bool is_full_for(severity s) const noexcept {
        return size_ == capacity && !(least_ < s);
    }

    /// Takes a finding in; `nodes` are those of the document's shape.
    LAKEPROOF_ALWAYS_INLINE constexpr void add(detail::node const* nodes, detail::finding const& f) noexcept {
        if (f.severity == severity::off) return;
        ++counts_[static_cast<std::size_t>(f.severity)];
        nodes_ = nodes;
        bool const fits = size_ != capacity && !tight_ && f.info->value != rule::member_unknown &&
                          f.excerpt.size() <= roomy_excerpt &&
                          f.detail.size() <= roomy_detail &&
                          used_ + f.excerpt.size() + f.region.size() + f.detail.size() <= pool_size;
        if (fits) return keep(f, f.excerpt, f.detail);
        detail::finding const copy = f; // so that `f` itself needs no place in memory
        make_room(copy);
    }

    LAKEPROOF_NOINLINE constexpr void make_room(detail::finding const& f) noexcept {
        if (is_full_for(f.severity) || (size_ == capacity && !displace(f.severity))) return;
        auto parts = parts_of(f);
        if (used_ + parts.excerpt.size() + f.region.size() + parts.detail.size() > pool_size) {
            tighten();
            parts = parts_of(f);
        }
        keep(f, parts.excerpt, parts.detail);
        kept_.slots[size_ - 1].cut |= parts.cut;
    }

    /// What is kept of a string and a detail, and what is known of the part that is not.
    struct kept_parts {
        std::string_view excerpt;
        std::string_view detail;
        std::uint8_t cut;
    };
    constexpr kept_parts parts_of(detail::finding const& f) const noexcept {
        return parts_of(f.info->value, f.excerpt, f.region.size(), f.detail);
    }
    constexpr kept_parts parts_of(rule r, std::string_view string, std::size_t in, std::string_view more) const noexcept {
        auto const excerpt = detail::whole_characters(string, excerpt_limit(r, string.size()));
        std::uint8_t cut = 0;
        if (excerpt.size() < string.size()) {
            cut = detail::has_placeholder(string) ? slot::is_cut | slot::had_placeholder : slot::is_cut;
            if (r == rule::principal_pattern && more.empty()) more = account_id_in_arn(string);
        }
        return {excerpt, detail::whole_characters(more, detail_limit(excerpt.size(), in)), cut};
    }

    LAKEPROOF_ALWAYS_INLINE constexpr void keep(detail::finding const& f, std::string_view excerpt,
                                                std::string_view more) noexcept {
        slot& s = kept_.slots[size_++];
        s.info = f.info;
        s.message = f.message;
        s.at = f.where.at;
        s.index = f.where.index;
        s.length = f.length < 0xffffffffu ? static_cast<std::uint32_t>(f.length) : 0xffffffffu;
        s.bound_low = static_cast<std::uint32_t>(f.bound & 0xffffffffu);
        s.bound_high = static_cast<std::uint32_t>(f.bound >> 16 >> 16);
        s.severity = f.severity;
        s.cut = f.cut;
        s.start = used_;
        s.excerpt_size = static_cast<std::uint16_t>(excerpt.size());
        s.region_size = static_cast<std::uint8_t>(f.region.size());
        s.detail_size = static_cast<std::uint8_t>(more.size());
        append(excerpt);
        append(f.region);
        append(more);
    }

    constexpr std::size_t excerpt_limit(rule r, std::size_t size) const noexcept {
        if (r == rule::member_unknown) return name_excerpt;
        if (!tight_) return roomy_excerpt;
        switch (r) {
        case rule::event_class_pattern:
        case rule::event_class_undocumented: return class_excerpt;
        case rule::principal_pattern: return size <= whole_principal ? size : tight_excerpt;
        default: return tight_excerpt;
        }
    }
    constexpr std::size_t detail_limit(std::size_t excerpt, std::size_t in) const noexcept {
        return tight_ ? tight_share - excerpt - in : roomy_detail;
    }
    constexpr void append(std::string_view part) noexcept {
        if (part.empty()) return;
        used_ = static_cast<std::uint16_t>(used_ + detail::copy_short_text(kept_.pool + used_, part));
    }

    /// Makes room for a violation of severity `s` by removing the last of the lowest severity, if that is lower.
    constexpr bool displace(severity s) noexcept {
        std::size_t lowest = capacity - 1;
        for (std::size_t i = capacity - 1; i-- > 0;)
            if (kept_.slots[i].severity < kept_.slots[lowest].severity) lowest = i;
        least_ = kept_.slots[lowest].severity; // whatever is displaced, none of less will be kept
        if (!(least_ < s)) return false;
        --size_;
        for (std::size_t i = lowest; i < size_; ++i) kept_.slots[i] = kept_.slots[i + 1];
        compact(lowest);
        return true;
    }

    /// Cuts what is kept to its share of the pool.
    constexpr void tighten() noexcept {
        tight_ = true;
        compact();
    }

    /// Moves the parts of the slots from `first` on together, at the limits that hold now.
    constexpr void compact(std::size_t first = 0) noexcept {
        used_ = first == 0 ? std::uint16_t{0} : end_of(kept_.slots[first - 1]);
        for (std::size_t i = first; i < size_; ++i) {
            slot& s = kept_.slots[i];
            char const* const from = kept_.pool + s.start;
            std::string_view const excerpt{from, s.excerpt_size};
            std::string_view const more{from + s.excerpt_size + s.region_size, s.detail_size};
            auto const parts = parts_of(s.info->value, excerpt, s.region_size, more);
            // What was part of the string would be overwritten.
            char account[12]{};
            bool const within = parts.detail.data() != more.data() && !parts.detail.empty();
            if (within) parts.detail.copy(account, sizeof account);
            s.cut |= parts.cut;
            s.excerpt_size = static_cast<std::uint16_t>(parts.excerpt.size());
            s.detail_size = static_cast<std::uint8_t>(parts.detail.size());
            s.start = used_;
            move(from, s.excerpt_size);
            move(from + excerpt.size(), s.region_size);
            move(within ? account : more.data(), s.detail_size);
        }
    }
    static constexpr std::uint16_t end_of(slot const& s) noexcept {
        return static_cast<std::uint16_t>(s.start + s.excerpt_size + s.region_size + s.detail_size);
    }
    constexpr void move(char const* from, std::size_t size) noexcept { // to a place before it
        for (std::size_t i = 0; i < size; ++i) kept_.pool[used_++] = from[i];
    }

    constexpr void assign(report const& other) noexcept {
        nodes_ = other.nodes_;
        for (std::size_t i = 0; i < 4; ++i) counts_[i] = other.counts_[i];
        tight_ = other.tight_;
        least_ = other.least_;
        used_ = 0;
        append({other.kept_.pool, other.used_});
        for (size_ = 0; size_ < other.size_; ++size_) kept_.slots[size_] = other.kept_.slots[size_];
    }

    detail::node const* nodes_ = nullptr;
    std::uint32_t counts_[4]{}; ///< by severity
    std::uint8_t size_ = 0;
    bool tight_ = false;
    severity least_ = severity::off; ///< no violation kept is less severe, once all places are taken
    std::uint16_t used_ = 0;
    /// Only what is used has values.
    struct kept {
        slot slots[capacity];
        char pool[pool_size]; ///< of each slot in turn its excerpt, Region and detail
    } kept_;
};
static_assert(sizeof(report) <= 8192);

} // namespace lakeproof
