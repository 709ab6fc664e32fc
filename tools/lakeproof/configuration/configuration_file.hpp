// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "configuration/configuration.hpp"

#include <lakeproof/check/report.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A file's path from the root; as it is if nobody knows the working directory any more.
std::filesystem::path whole_path(std::filesystem::path const& file);

/// A configuration and the file that it is in.
class configuration_file {
public:
    /// Reads and checks a file; null where it is no configuration, which standard error then says.
    static std::unique_ptr<configuration_file> read(std::filesystem::path const& path);

    [[nodiscard]] configuration const& values() const noexcept { return values_; }
    /// As messages show it.
    [[nodiscard]] std::string const& name() const noexcept { return name_; }

    /// Whether a file, named from the working directory, is left out.
    [[nodiscard]] bool excludes(std::string const& file) const;
    /// Removes from a file's report what is ignored in it. Returns how much that was.
    std::size_t ignore(std::string const& file, lakeproof::report& report);
    /// Says which entries had a file to look at, and ignored nothing.
    void note_what_ignored_nothing() const;

private:
    struct ignored_count {
        bool had_file = false;
        std::size_t violations = 0;
    };

    configuration_file(std::filesystem::path const& path, std::string text, configuration values);
    /// From the configuration's folder; empty where it is not below.
    [[nodiscard]] std::string relative(std::string const& file) const;
    void find_entries_of(std::string const& file);

    std::string name_;
    std::filesystem::path folder_;
    std::string text_;
    configuration values_;
    std::vector<ignored_count> counts_; ///< of each entry
    std::string file_;                  ///< of the last report, which may be one of many
    std::vector<std::size_t> entries_;  ///< for that file
};
