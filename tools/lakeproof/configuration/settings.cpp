// SPDX-License-Identifier: BSL-1.0
#include "configuration/settings.hpp"
#include "command_line/regions.hpp"
#include "command_line/rule_argument.hpp"
#include "output/output.hpp"

#include <lakeproof/model/create_custom_log_source_response.hpp>

#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

namespace {

namespace lp = lakeproof;
namespace fs = std::filesystem;

void set_severities(lp::policy& policy, std::vector<std::string> const& words) {
    for (std::string_view const word : words) {
        auto const equals = word.find('=');
        if (equals == std::string_view::npos)
            throw usage_error{"--severity takes RULE=SEVERITY, not " + in_quotes(word)};
        auto const rule = rule_argument(word.substr(0, equals));
        auto const severity = lp::severity_from(word.substr(equals + 1));
        if (!severity)
            throw usage_error{"--severity: " + in_quotes(word.substr(equals + 1)) +
                              " is none of off, note, warning, error"};
        if (!policy.try_set(rule, *severity))
            throw usage_error{"--severity: " + std::string{to_string(rule)} +
                              " is fixed: it always reports an error"};
    }
}

void add_requirements(lp::house_rules& house, std::vector<std::string> const& words) {
    for (std::string_view const word : words) {
        auto const equals = word.find('=');
        if (equals == std::string_view::npos)
            throw usage_error{"--require takes POINTER=REGEX, not " + in_quotes(word)};
        try {
            house.require(word.substr(0, equals), word.substr(equals + 1));
        } catch (std::invalid_argument const& e) {
            throw usage_error{std::string{"--require: "} + e.what()};
        }
    }
}

} // namespace

settings::settings(check_arguments const& a, std::unique_ptr<configuration_file> file)
    : file_{std::move(file)}, regions_{parse_regions(a.regions)}, warnings_fail_{a.fail_on ==
                                                                                 "warning"} {
    bool const responses = a.kind == "response";
    if (responses) house_ = lp::house_rules::of<lp::create_custom_log_source_response>();
    if (file_) {
        auto const& c = file_->values();
        set_severities(options_.policy, c);
        if (!responses) add_requirements(house_, c.house_rules);
        if (regions_.empty())
            for (auto const& region : c.regions) regions_.add(region);
        if (a.fail_on.empty()) warnings_fail_ = c.fail_on == "warning";
    }
    set_severities(options_.policy, a.severities);
    add_requirements(house_, a.requirements);
    if (house_.size() != 0) options_.house_rules = &house_;
    if (!responses) options_.regions = regions_;
}

settings_finder::settings_finder(check_arguments const& a) : arguments_{a} {
    all_.push_back(std::make_unique<settings>(
        a)); // wrong words are found even where all files have a configuration
    without_file_ = a.config ? add(*a.config) : all_.front().get();
}

settings* settings_finder::of(std::string const& file) {
    if (arguments_.no_config || arguments_.config) return without_file_;
    return in_folder(whole_path(file).parent_path()); // of standard input, as of a file that is named -
}

settings* settings_finder::in_folder(fs::path const& folder) {
    if (auto const known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
    auto const path = folder / ".lakeproof.json";
    std::error_code ignored; // a folder that cannot be looked into has no file that can be read
    settings* found = without_file_;
    if (fs::exists(fs::symlink_status(path, ignored)))
        found = add(path.lexically_proximate(whole_path({})));
    else if (folder.has_relative_path())
        found = in_folder(folder.parent_path());
    by_folder_[folder] = found;
    return found;
}

settings* settings_finder::add(fs::path const& configuration) {
    auto file = configuration_file::read(configuration);
    if (!file) return nullptr;
    all_.push_back(std::make_unique<settings>(arguments_, std::move(file)));
    return all_.back().get();
}
