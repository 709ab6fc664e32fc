// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

/// A file to be checked.
struct input_file {
    std::string name;
    bool from_folder = false; ///< found in a folder, not named by hand
};

struct unreadable_folder {
    std::string name;
    std::string why;
};

/// The files of a folder and of all below it that may hold requests, in the order of their names: `*.json`, `*.yaml` and
/// `*.yml`, but nothing hidden and no `node_modules`. Links to folders are not followed. What cannot be looked into
/// is added to `errors`.
std::vector<input_file> files_in(std::string const& folder, std::vector<unreadable_folder>& errors);
