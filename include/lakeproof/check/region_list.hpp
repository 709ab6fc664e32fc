// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/text/constraint_error.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

namespace lakeproof {

/// The Regions that a request is meant for: none, one or several, at most 64, each once.
///
/// In the order given; a repeated Region counts once. Over 64 a constant does not compile, and at run
/// time the constructor throws `constraint_error` while `add` returns false. Never allocates.
/// \code
/// constexpr lakeproof::region_list both{lakeproof::regions::us_east_1,
///                                       lakeproof::regions::eu_west_1};
/// static_assert(both[1] == "eu-west-1");
/// \endcode
class region_list {
public:
    static constexpr std::size_t max_size = 64;

    constexpr region_list() noexcept { clear(); }
    constexpr region_list(std::initializer_list<region> list) : region_list{} {
        for (auto const& r : list)
            if (!add(r)) detail::violates<rule::string_length>(max_size, list.size());
    }
    constexpr region_list(region_list const& other) noexcept { assign(other); }
    constexpr region_list& operator=(region_list const& other) noexcept {
        if (this != &other) assign(other);
        return *this;
    }

    /// Adds a Region unless it is there; false where the list is full.
    constexpr bool add(region const& r) noexcept {
        for (std::size_t i = 0; i < size_; ++i)
            if ((*this)[i] == r.view()) return true;
        if (size_ == max_size) return false;
        auto& free = slots_.at[size_++];
        free.size = static_cast<std::uint8_t>(r.view().copy(free.text, r.size()));
        return true;
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// The code at `i`, which must be less than `size()`. Valid as long as the list is unchanged.
    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept {
        return {slots_.at[i].text, slots_.at[i].size};
    }

private:
    struct slot {
        char text[region::capacity];
        std::uint8_t size;
    };
    struct slots {
        slot at[max_size];
    };

    constexpr void clear() noexcept {
        size_ = 0;
        if (std::is_constant_evaluated()) slots_ = slots{}; // a constant's bytes all have values
    }
    constexpr void assign(region_list const& other) noexcept {
        clear();
        for (; size_ < other.size_; ++size_) slots_.at[size_] = other.slots_.at[size_];
    }

    std::size_t size_;
    slots slots_;
};

} // namespace lakeproof
