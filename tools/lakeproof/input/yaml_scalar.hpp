// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

/// What an unquoted word of YAML is, as JSON text: `null`, `false` for a boolean, `0` for a number or a date; empty
/// for a string.
///
/// It is a string only if it is one by the core schema of YAML 1.2 and by the types of YAML 1.1 alike: the AWS CLI reads
/// 1.2 with the dates of 1.1, many libraries 1.1, and a value that one of them makes a boolean, a number or a date of
/// (`on`, `0o17`, `1_000`, `12:30`, `2026-01-31`) had better be quoted.
std::string_view json_of_plain_scalar(std::string_view word) noexcept;
