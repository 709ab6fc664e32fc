// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "output/output.hpp"

/// A stretch of a file: from a line and column to a line and the column behind it, all from 1, in Unicode characters.
struct text_region {
    std::size_t line;
    std::size_t column;
    std::size_t end_line;
    std::size_t end_column;
};

/// The stretch of `size` bytes at an offset of a document's source.
text_region region_at(checked_document const& document, std::size_t offset, std::size_t size);
/// The value that a violation is about, or the object in which it is missing; in YAML, where that starts. Nothing where
/// there is no such place.
std::optional<text_region> region_of(checked_document const& document,
                                     lakeproof::violation const& v);
