// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Makes values from texts that a reader has just checked, so that no text is checked twice.
struct trusted_access {
    template <class String>
    static constexpr String make(std::string_view checked) noexcept {
        return String{typename String::trusted{}, checked};
    }
    template <class List>
    static constexpr void append(List& list, std::string_view checked) noexcept {
        list.append(checked);
    }
};

} // namespace lakeproof::detail
