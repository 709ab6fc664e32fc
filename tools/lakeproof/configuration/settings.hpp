// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "commands/commands.hpp"
#include "configuration/configuration_file.hpp"

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/house_rules.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

/// What files are checked with: the command line's words, and then those of their configuration, if they have one.
class settings {
public:
    /// Throws `usage_error` for wrong words on the command line.
    explicit settings(check_arguments const& arguments,
                      std::unique_ptr<configuration_file> file = nullptr);
    settings(settings const&) = delete; // the options point to the house rules
    settings& operator=(settings const&) = delete;

    [[nodiscard]] lakeproof::options const& options() const noexcept { return options_; }
    /// The Regions that the requests are meant for, or the one that the responses come from.
    [[nodiscard]] lakeproof::region_list const& regions() const noexcept { return regions_; }
    /// Null where there is none.
    [[nodiscard]] configuration_file* file() const noexcept { return file_.get(); }
    /// Whether a document with such a report makes the tool exit with 1.
    [[nodiscard]] bool fails(lakeproof::report const& report) const noexcept {
        return !report.ok() || (warnings_fail_ && report.warnings() != 0);
    }

private:
    std::unique_ptr<configuration_file> file_;
    lakeproof::region_list regions_;
    lakeproof::house_rules house_;
    lakeproof::options options_;
    bool warnings_fail_;
};

/// Finds the settings of each file: those of the configuration named on the command line, or of the nearest
/// `.lakeproof.json` in the file's folder or above it.
class settings_finder {
public:
    explicit settings_finder(check_arguments const& arguments);

    /// Null where the file's configuration is wrong, which standard error says once.
    settings* of(std::string const& file);
    /// All that were used.
    [[nodiscard]] std::vector<std::unique_ptr<settings>> const& all() const noexcept {
        return all_;
    }

private:
    settings* in_folder(std::filesystem::path const& folder);
    settings* add(std::filesystem::path const& configuration);

    check_arguments const& arguments_;
    std::vector<std::unique_ptr<settings>> all_;
    settings* without_file_ = nullptr; ///< also where all files have the same
    std::map<std::filesystem::path, settings*> by_folder_;
};
