// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/detail/raise.hpp>
#include <lakeproof/text/detail/index_iterator.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

/// The Regions that a request is meant for: none, one or several, at most 64, each once.
///
/// In the order given; a repeated Region counts once. Over 64 a constant does not compile, and at run
/// time the constructor throws `std::length_error` while `add` returns false. Never allocates.
/// \code
/// constexpr lakeproof::region_list both{lakeproof::regions::us_east_1,
///                                       lakeproof::regions::eu_west_1};
/// static_assert(both[1] == "eu-west-1");
/// \endcode
class region_list {
public:
    static constexpr std::size_t max_size = 64;

    constexpr region_list() noexcept : codes_{no_codes()} {}
    constexpr region_list(std::initializer_list<region> list) : codes_{codes_of(list)} {}
    constexpr region_list(region_list const& other) noexcept : codes_{copy_of(other.codes_)} {}
    constexpr region_list& operator=(region_list const& other) noexcept {
        if (this != &other) codes_.assign(other.codes_);
        return *this;
    }

    /// Adds a Region unless it is there; false where the list is full.
    constexpr bool add(region const& r) noexcept { return codes_.add(r); }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return codes_.size; }
    [[nodiscard]] constexpr bool empty() const noexcept { return codes_.size == 0; }
    /// The code at `i`, which must be less than `size()`. Valid as long as the list is unchanged.
    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return codes_.at(i);
    }

    /// Visits the codes as string views.
    using iterator = detail::index_iterator<region_list, std::string_view>;
    [[nodiscard]] constexpr iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] constexpr iterator end() const noexcept { return {*this, size()}; }

private:
    /// The codes; only what is used has values.
    struct codes {
        struct slot {
            char text[region::capacity];
            std::uint8_t size;
        };
        std::size_t size;
        slot slots[max_size];

        [[nodiscard]] constexpr std::string_view at(std::size_t i) const noexcept {
            return {slots[i].text, slots[i].size};
        }
        constexpr bool add(region const& r) noexcept {
            for (std::size_t i = 0; i < size; ++i)
                if (at(i) == r.view()) return true;
            if (size == max_size) return false;
            auto& free = slots[size++];
            free.size = static_cast<std::uint8_t>(r.view().copy(free.text, r.size()));
            return true;
        }
        constexpr void assign(codes const& other) noexcept {
            for (size = 0; size < other.size; ++size) slots[size] = other.slots[size];
        }
    };

    // Called in the member initialisers: g++ 12 takes no constant from an object that is const and
    // filled in the body of its constructor.
    static constexpr codes no_codes() noexcept {
        codes c;
        if (std::is_constant_evaluated()) c = codes{}; // a constant's bytes all have values
        c.size = 0;
        return c;
    }
    static constexpr codes codes_of(std::initializer_list<region> list) {
        codes c;
        if (std::is_constant_evaluated()) c = codes{};
        c.size = 0;
        for (auto const& r : list)
            if (!c.add(r)) more_than_64_regions();
        return c;
    }
    /// Not constexpr, so that a constant list of more does not compile.
    [[noreturn]] static void more_than_64_regions() {
        detail::raise<std::length_error>("a check takes at most 64 Regions");
    }
    static constexpr codes copy_of(codes const& other) noexcept {
        codes c;
        if (std::is_constant_evaluated()) c = codes{};
        c.assign(other);
        return c;
    }

    codes codes_;
};

} // namespace lakeproof
