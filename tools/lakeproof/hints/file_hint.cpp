// SPDX-License-Identifier: BSL-1.0
#include "hints/file_hint.hpp"
#include "command_line/nearest.hpp"
#include "output/output.hpp"

#include <lakeproof/aws/region.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

std::string file_hint(std::string const& file) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(file, error))) return {};
    if (lakeproof::find_region(file))
        return "; a Region has an option of its own, each time: --region " + file;

    constexpr std::size_t most = 1'000; // a search for each of many missing files in a larger folder takes long
    fs::path const path{file};
    std::vector<std::string> names;
    auto const folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        if (names.size() == most) return {};
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    auto const meant = nearest(path.filename().string(), names);
    if (meant.empty()) return {};
    return "; did you mean " + in_quotes((path.parent_path() / meant).string()) + '?';
}
