// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Whether the table of an object has a member of a name.
inline bool has_member(node const* nodes, node const& object, std::string_view name) noexcept {
    for (std::size_t i = 0; i < object.count; ++i)
        if (nodes[object.first + i].name == name) return true;
    return false;
}

/// A name that no member of an object has: `name`, or a longer one.
inline std::string unused_name(node const* nodes, node const& object, std::string name) {
    while (has_member(nodes, object, name)) name += 'x';
    return name;
}

} // namespace lakeproof::testing::detail
