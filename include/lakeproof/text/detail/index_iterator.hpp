// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Visits what a container gives by index, as values: the forward iterator of Lakeproof's lists and reports.
template <class Container, class Value>
class index_iterator {
public:
    using value_type = Value;
    // The categories follow from the operations: forward, or C++17's input.
    using difference_type = std::ptrdiff_t;

    constexpr index_iterator() noexcept = default;
    constexpr index_iterator(Container const& c, std::size_t at) noexcept : container_{&c}, at_{at} {}

    constexpr Value operator*() const noexcept { return (*container_)[at_]; }
    constexpr index_iterator& operator++() noexcept { return ++at_, *this; }
    constexpr index_iterator operator++(int) noexcept {
        auto const before = *this;
        ++at_;
        return before;
    }
    friend constexpr bool operator==(index_iterator const&, index_iterator const&) noexcept = default;

private:
    Container const* container_ = nullptr;
    std::size_t at_ = 0;
};

} // namespace lakeproof::detail
