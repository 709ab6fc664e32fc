// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/value.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

inline std::string_view view_of(boost::json::string_view s) noexcept { return {s.data(), s.size()}; }

/// Hands a builder what a DOM value holds. Values that are skipped are not descended into, so the recursion is no
/// deeper than the shape.
inline void hand_over(boost::json::value const& value, document_builder& builder) {
    using boost::json::kind;
    switch (value.kind()) {
    case kind::object:
        builder.begin_object();
        for (auto const& member : value.get_object()) {
            if (builder.in_skipped()) break;
            builder.key(view_of(member.key()));
            if (!builder.skipping()) hand_over(member.value(), builder);
        }
        return builder.end_object();
    case kind::array:
        builder.begin_array();
        for (auto const& element : value.get_array()) {
            if (builder.skipping()) break;
            hand_over(element, builder);
        }
        return builder.end_array();
    case kind::string: return builder.string(view_of(value.get_string()));
    case kind::null: return builder.null();
    case kind::bool_: return builder.boolean(value.get_bool());
    case kind::int64: return builder.integer(value.get_int64());
    case kind::uint64:
        if (std::in_range<std::int64_t>(value.get_uint64()))
            return builder.integer(static_cast<std::int64_t>(value.get_uint64()));
        return builder.big_integer(std::to_string(value.get_uint64()));
    case kind::double_: return builder.number();
    }
}

/// Reads a DOM value into a document, and checks its structure and strings.
inline void read_value(boost::json::value const& value, document& d, rule_sink& sink) {
    document_builder builder{d, sink};
    hand_over(value, builder);
}

} // namespace lakeproof::detail
