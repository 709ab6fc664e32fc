// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Defines what `<lakeproof/json/text.hpp>` declares of writing.

#include <lakeproof/json/detail/text_writer.hpp>
#include <lakeproof/json/text.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>

namespace lakeproof::inline LAKEPROOF_ABI::json {

template <shape Shape>
std::string serialize(Shape const& value) {
    constexpr auto const* nodes = detail::nodes_of<Shape>.data();
    detail::size_writer measure;
    detail::walk(value, nodes, 0, measure);
    std::string text(measure.size, '\0');
    detail::text_writer writer{text.data()};
    detail::walk(value, nodes, 0, writer);
    text.resize(static_cast<std::size_t>(writer.at - text.data()) - 1); // the document's comma
    return text;
}

} // namespace lakeproof::json
