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

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {

/// Writes a model, measured first, into one allocation.
template <shape Shape, class Measure, class Writer>
std::string written_text(Shape const& value, Measure measure, Writer writer) {
    node const& document = nodes_of<Shape>[0];
    walk(value, document, measure);
    std::string text(measure.size, '\0');
    writer.at = text.data();
    walk(value, document, writer);
    text.resize(static_cast<std::size_t>(writer.at - text.data()) - 1); // the document's comma
    return text;
}

} // namespace detail

namespace json {

template <shape Shape>
std::string serialize(Shape const& value) {
    return detail::written_text(value, detail::size_writer{}, detail::text_writer{});
}

} // namespace json

} // namespace lakeproof
