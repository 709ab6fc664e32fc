// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/text/detail/copy.hpp>
#include <lakeproof/text/detail/index_iterator.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::ocsf {

/// A list of event class names: at most 128, with at most 2,048 characters in all, held inline.
///
/// Made from enumerators and literals that name one (another literal does not compile, and the
/// diagnostic names the rule `event_class_undocumented`), or from legal names one by one. A list
/// over a bound does not compile where it is a constant; at run time `push_back` throws
/// `constraint_error` with the rule `event-classes-limit`, and `try_push_back` returns false.
/// Never allocates.
/// \code
/// constexpr lakeproof::ocsf::event_class_list classes{
///     lakeproof::ocsf::event_class::dns_activity, "HTTP_ACTIVITY"};
/// static_assert(classes[0] == "DNS_ACTIVITY");
/// \endcode
class event_class_list {
    /// An element of a braced list. A name would not do: it holds two kilobytes, and an
    /// initializer_list copies each.
    struct listed {
        event_class value;

        constexpr listed(event_class c) noexcept : value{c} {}
        template <std::size_t N>
        consteval listed(char const (&literal)[N])
            : value{event_class_named(lakeproof::detail::literal_text(literal))} {}
    };

public:
    using element_constraint = event_class_constraint;
    static constexpr std::size_t max_size = 128;
    static constexpr std::size_t max_characters = 2048;
    static constexpr rule limit_rule = rule::event_classes_limit;

    constexpr event_class_list() noexcept : data_{no_names()} {}
    constexpr event_class_list(std::initializer_list<listed> classes) : data_{names_of(classes)} {}
    constexpr event_class_list(event_class_list const& other) noexcept
        : data_{copy_of(other.data_)} {}
    constexpr event_class_list& operator=(event_class_list const& other) noexcept {
        if (this != &other) data_.assign(other.data_);
        return *this;
    }

    /// Appends a name; throws `constraint_error` where the list is full.
    constexpr void push_back(event_class_name const& name) { data_.append_or_fail(name.view()); }
    constexpr void push_back(event_class c) { data_.append_or_fail(to_string(c)); }
    /// Appends a name, or returns false and leaves the list as it is where it is full.
    constexpr bool try_push_back(event_class_name const& name) noexcept {
        return data_.append(name.view());
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return data_.size; }
    [[nodiscard]] constexpr bool empty() const noexcept { return data_.size == 0; }
    /// The characters of all names together.
    [[nodiscard]] constexpr std::size_t characters() const noexcept {
        return data_.end_of(data_.size);
    }
    /// The name at `i`, which must be less than `size()`. Valid as long as this list is unchanged.
    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return {data_.characters + data_.end_of(i),
                static_cast<std::size_t>(data_.end_of(i + 1) - data_.end_of(i))};
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
    using iterator = lakeproof::detail::index_iterator<event_class_list, std::string_view>;
    using const_iterator = iterator;
    using value_type = std::string_view;

    [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] constexpr iterator end() const noexcept { return {*this, data_.size}; }

    friend constexpr bool operator==(event_class_list const& a,
                                     event_class_list const& b) noexcept {
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i] != b[i]) return false;
        return true;
    }

private:
    friend struct lakeproof::detail::trusted_access;
    constexpr void append(std::string_view checked) noexcept { data_.append(checked); }

    /// The names end to end, and where each ends; only what is used has values.
    struct names {
        std::uint8_t size;
        std::uint16_t ends[max_size];
        char characters[max_characters];

        [[nodiscard]] constexpr std::uint16_t end_of(std::size_t i) const noexcept {
            return i == 0 ? std::uint16_t{0} : ends[i - 1];
        }
        constexpr bool append(std::string_view name) noexcept {
            std::size_t const start = end_of(size);
            if (size == max_size || name.size() > max_characters - start) return false;
            lakeproof::detail::copy_text(characters + start, name);
            ends[size++] = static_cast<std::uint16_t>(start + name.size());
            return true;
        }
        constexpr void append_or_fail(std::string_view name) {
            if (append(name)) return;
            bool const many = size == max_size;
            lakeproof::detail::violates<limit_rule>(many ? max_size : max_characters,
                                                    many ? size + 1u : end_of(size) + name.size());
        }
        constexpr void assign(names const& other) noexcept {
            for (size = 0; size < other.size; ++size) ends[size] = other.ends[size];
            // Nothing of an empty list is looked at: g++ 12 warns that it may have no value.
            if (size != 0)
                lakeproof::detail::copy_text(characters, {other.characters, other.end_of(size)});
        }
    };

    // Called in the member initialisers: g++ 12 takes no constant from an object that is const and
    // filled in the body of its constructor.
    static constexpr names no_names() noexcept {
        names n;
        if (std::is_constant_evaluated()) n = names{}; // a constant's bytes all have values
        n.size = 0;
        return n;
    }
    static constexpr names names_of(std::initializer_list<listed> classes) {
        names n;
        if (std::is_constant_evaluated()) n = names{};
        n.size = 0;
        for (auto const c : classes) n.append_or_fail(to_string(c.value));
        return n;
    }
    static constexpr names copy_of(names const& other) noexcept {
        names n;
        if (std::is_constant_evaluated()) n = names{};
        n.assign(other);
        return n;
    }

    names data_;
};

} // namespace lakeproof::ocsf
