// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>

namespace lakeproof::test {

/// Whether each value equals itself and none of the others.
template <class T>
constexpr bool all_differ(std::initializer_list<T> values) {
    for (auto const& a : values)
        for (auto const& b : values)
            if ((a == b) != (&a == &b)) return false;
    return true;
}

} // namespace lakeproof::test
