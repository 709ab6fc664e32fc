// SPDX-License-Identifier: BSL-1.0
#include "input/input_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace {

namespace fs = std::filesystem;

bool may_hold_requests(fs::path const& file) {
    if (file.filename().string().starts_with('.')) return false; // .lakeproof.json, for one
    auto const extension = file.extension();
    return extension == ".json" || extension == ".yaml" || extension == ".yml";
}

bool is_skipped(fs::path const& folder) {
    auto const name = folder.filename().string();
    return name.starts_with('.') || name == "node_modules";
}

/// Folders wait in a list, so that no depth of them is too deep.
void look_into(fs::path const& folder, std::vector<input_file>& files,
               std::vector<fs::path>& folders, std::vector<unreadable_folder>& errors) {
    std::error_code error;
    fs::directory_iterator entry{folder, error};
    for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
        std::error_code ignored; // what has no state is no file
        if (entry->is_directory(ignored)) {
            if (!entry->is_symlink(ignored) && !is_skipped(entry->path()))
                folders.push_back(entry->path());
        } else if (may_hold_requests(entry->path()) && entry->is_regular_file(ignored)) {
            files.push_back({entry->path().string(), true});
        }
    }
    if (error) errors.push_back({folder.string(), error.message()});
}

} // namespace

std::vector<input_file> files_in(std::string const& folder, std::vector<unreadable_folder>& errors) {
    std::vector<input_file> files;
    std::vector<fs::path> folders{folder};
    while (!folders.empty()) {
        auto const next = std::move(folders.back());
        folders.pop_back();
        look_into(next, files, folders, errors);
    }
    std::sort(files.begin(), files.end(),
              [](auto const& a, auto const& b) { return a.name < b.name; });
    if (files.empty() && errors.empty())
        errors.push_back({folder, "is a directory that holds no *.json, *.yaml or *.yml file"});
    return files;
}
