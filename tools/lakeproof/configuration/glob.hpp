// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/bounded_string.hpp>

#include <string_view>

/// Which files are meant, as in a .gitignore: what has a meaning there and none here is refused.
using file_glob = lakeproof::bounded_string<R"(^[^!#\\\[\]{}\n\r][^\\\[\]{}\n\r]*$)", 1, 255>;

/// Whether a glob means a file, or a folder that it is in.
///
/// `*` and `?` stand for characters but `/`, `**` between slashes for any folders or none, a `/` at the end for a
/// folder. A glob with another `/` is a path from the folder that both are relative to, one without is a name
/// anywhere below it. `path` has single slashes. Complexity: the product of both lengths.
bool matches(std::string_view glob, std::string_view path);
