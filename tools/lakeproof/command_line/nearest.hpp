// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/edit_distance.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

/// The candidate that a word is closest to, so that a slip of the fingers can be named; or empty. Three letters may
/// differ, but not more than half of the word's; upper and lower case are equal. The first of several wins.
template <class Candidates>
std::string_view nearest(std::string_view word, Candidates const& candidates) {
    auto const most = std::min<std::size_t>(3, word.size() / 2);
    return lakeproof::detail::closest(candidates.begin(), candidates.end(), word, most);
}
