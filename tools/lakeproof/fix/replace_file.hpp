// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

/// Puts a text in a file's place in one step, so that who reads it finds the old text or the new one. Follows symbolic
/// links and keeps the permissions. Returns what went wrong, or nothing.
std::string replace_file(std::string const& name, std::string_view text);
