// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/derived_text.hpp"
#include "input/input_format.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

/// A document: where it came from, and its text.
struct input_document {
    std::string_view file;
    std::optional<std::size_t> line;          ///< of the file, under --jsonl
    std::string_view text;                    ///< JSON
    input_format format = input_format::json; ///< of the file
    derived_text const* derived = nullptr;    ///< what the text is, if the file holds something else
    std::string_view address{};               ///< of the resource, in a Terraform plan
};
