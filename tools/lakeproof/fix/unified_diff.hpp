// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The difference of two texts that `patch -p0` applies, taken piece by piece: what comes from one document of a file.
/// The pieces must outlive it.
class unified_diff {
public:
    /// The next piece. A piece ends with a line, except the last one of a file.
    void add(std::string_view before, std::string_view after);
    /// Hunks with three lines around each change, below the file's name; empty where nothing changed.
    [[nodiscard]] std::string of_file(std::string_view name) const;

private:
    struct line {
        char kind; ///< ' ', '-' or '+', as in the diff
        std::string_view text;
    };
    void append_hunk(std::string& out, std::size_t begin, std::size_t end, std::size_t before,
                     std::size_t after) const;

    std::vector<line> lines_;
};
