// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

/// What a file holds.
enum class input_format { json, yaml, terraform };

/// What a file holds, by its name and the start of its text: nobody need say it.
input_format format_of(std::string_view file, std::string_view text);

/// Whether a text may be meant as a request: a JSON object with one of the request's members, or no JSON, but with the
/// name of one in it. So a folder of other JSON files raises no alarm.
bool may_be_request(std::string_view text);
