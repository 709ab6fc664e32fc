// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class_name.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <type_traits>

namespace lakeproof::ocsf {

/// A list of event class names: at most 64, with at most 1,024 characters in all, held inline.
///
/// Made from enumerators, or from legal names one by one. A list over a bound does not compile where
/// it is a constant; at run time `push_back` throws `constraint_error` with the rule
/// `event-classes-limit`, and `try_push_back` returns false. Never allocates.
/// \code
/// constexpr lakeproof::ocsf::event_class_list classes{
///     lakeproof::ocsf::event_class::dns_activity, lakeproof::ocsf::event_class::http_activity};
/// static_assert(classes[0] == "DNS_ACTIVITY");
/// \endcode
class event_class_list {
public:
    using element_constraint = event_class_constraint;
    static constexpr std::size_t max_size = 64;
    static constexpr std::size_t max_characters = 1024;
    static constexpr rule limit_rule = rule::event_classes_limit;
    static constexpr rule duplicate_rule = rule::event_class_duplicate;

    constexpr event_class_list() noexcept { clear(); }
    // Takes enumerators, not names: a name is a kilobyte, and an initializer_list copies each.
    constexpr event_class_list(std::initializer_list<event_class> classes) : event_class_list{} {
        for (auto const c : classes) append_or_fail(to_string(c));
    }
    constexpr event_class_list(event_class_list const& other) noexcept { assign(other); }
    constexpr event_class_list& operator=(event_class_list const& other) noexcept {
        if (this != &other) assign(other);
        return *this;
    }

    /// Appends a name; throws `constraint_error` where the list is full.
    constexpr void push_back(event_class_name const& name) { append_or_fail(name.view()); }
    constexpr void push_back(event_class c) { append_or_fail(to_string(c)); }
    /// Appends a name, or returns false and leaves the list as it is where it is full.
    constexpr bool try_push_back(event_class_name const& name) noexcept {
        return append(name.view());
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// The characters of all names together.
    [[nodiscard]] constexpr std::size_t characters() const noexcept { return end_of(size_); }
    /// The name at `i`, which must be less than `size()`. Valid as long as this list is unchanged.
    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return {pool_.text + end_of(i), static_cast<std::size_t>(end_of(i + 1) - end_of(i))};
    }
    /// Whether a name is in the list.
    [[nodiscard]] constexpr bool contains(std::string_view name) const noexcept {
        for (auto const n : *this)
            if (n == name) return true;
        return false;
    }
    [[nodiscard]] constexpr bool contains(event_class c) const noexcept {
        return contains(to_string(c));
    }

    /// Visits the names as string views.
    class iterator {
    public:
        using value_type = std::string_view;
        using reference = std::string_view;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::forward_iterator_tag;

        constexpr iterator() noexcept = default;
        constexpr std::string_view operator*() const noexcept { return (*list_)[at_]; }
        constexpr iterator& operator++() noexcept { return ++at_, *this; }
        constexpr iterator operator++(int) noexcept {
            auto const before = *this;
            ++at_;
            return before;
        }
        friend constexpr bool operator==(iterator const&, iterator const&) noexcept = default;

    private:
        friend class event_class_list;
        constexpr iterator(event_class_list const* list, std::size_t at) noexcept
            : list_{list}, at_{at} {}
        event_class_list const* list_ = nullptr;
        std::size_t at_ = 0;
    };
    using const_iterator = iterator;
    using value_type = std::string_view;

    [[nodiscard]] constexpr iterator begin() const noexcept { return {this, 0}; }
    [[nodiscard]] constexpr iterator end() const noexcept { return {this, size_}; }

    friend constexpr bool operator==(event_class_list const& a,
                                     event_class_list const& b) noexcept {
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i] != b[i]) return false;
        return true;
    }

private:
    friend struct lakeproof::detail::trusted_access;
    struct ends {
        std::uint16_t at[max_size];
    };
    struct pool {
        char text[max_characters];
    };

    constexpr std::uint16_t end_of(std::size_t i) const noexcept {
        return i == 0 ? std::uint16_t{0} : ends_.at[i - 1];
    }

    constexpr void clear() noexcept {
        size_ = 0;
        if (std::is_constant_evaluated()) { // a constant's bytes all have values
            ends_ = ends{};
            pool_ = pool{};
        }
    }

    constexpr bool append(std::string_view name) noexcept {
        std::size_t const start = end_of(size_);
        if (size_ == max_size || name.size() > max_characters - start) return false;
        name.copy(pool_.text + start, name.size());
        ends_.at[size_++] = static_cast<std::uint16_t>(start + name.size());
        return true;
    }

    constexpr void append_or_fail(std::string_view name) {
        if (append(name)) return;
        bool const many = size_ == max_size;
        lakeproof::detail::violates<limit_rule>(many ? max_size : max_characters,
                                                many ? size_ + 1u : end_of(size_) + name.size());
    }

    constexpr void assign(event_class_list const& other) noexcept {
        clear();
        for (size_ = 0; size_ < other.size_; ++size_) ends_.at[size_] = other.ends_.at[size_];
        std::string_view{other.pool_.text, other.characters()}.copy(pool_.text, max_characters);
    }

    std::uint8_t size_;
    ends ends_;
    pool pool_;
};

} // namespace lakeproof::ocsf
