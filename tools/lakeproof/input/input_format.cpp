// SPDX-License-Identifier: BSL-1.0
#include "input/input_format.hpp"

#include "input/json_cursor.hpp"

#include <lakeproof/text/detail/edit_distance.hpp>

#include <algorithm>
#include <array>

namespace {

constexpr std::array<std::string_view, 5> names{"sourceName", "sourceVersion", "eventClasses",
                                                "crawlerConfiguration", "providerIdentity"};
constexpr std::string_view configuration = "configuration";

std::string in_lower_case(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) c = lakeproof::detail::fold_ascii_case(c);
    return lower;
}

/// Whether what stands between quotes is a name, perhaps with escapes or in another case.
bool is_name(std::string_view raw) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return lakeproof::detail::text_walker::equals(raw, name) ||
               in_lower_case(raw) == in_lower_case(name);
    });
}

bool is_plan(std::string_view text) {
    bool found = false;
    json_cursor{text}.members([&](std::string_view name, json_cursor&) {
        found |= name == "format_version" || name == "terraform_version" ||
                 name == "planned_values" || name == "resource_changes";
    });
    return found;
}

/// Whether the first line that is no comment is YAML's: a document's start, a directive, or a member without quotes.
bool begins_as_yaml(std::string_view text) {
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto const start = line.find_first_not_of(" \t\r");
        if (start == std::string_view::npos || line[start] == '#') continue;
        auto const rest = line.substr(start);
        if (rest.starts_with("---") || rest.starts_with("%YAML")) return true;
        auto const name = rest.substr(0, rest.find_first_of(": \t\r"));
        return rest.find(':') != std::string_view::npos && (is_name(name) || name == configuration);
    }
    return false;
}

} // namespace

input_format format_of(std::string_view file, std::string_view text) {
    if (file.ends_with(".yaml") || file.ends_with(".yml")) return input_format::yaml;
    if (is_plan(text)) return input_format::terraform;
    return !file.ends_with(".json") && begins_as_yaml(text) ? input_format::yaml
                                                            : input_format::json;
}

bool may_be_request(std::string_view text) {
    bool found =
        text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"); // UTF-16 hides what it is
    json_cursor at{text};
    auto const look = [&](std::string_view name, json_cursor&) { found = found || is_name(name); };
    at.members([&](std::string_view name, json_cursor& value) {
        look(name, value);
        if (in_lower_case(name) == configuration) value.members(look);
    });
    if (found || at.offset() >= text.size()) return found;
    auto const lower = in_lower_case(text); // no JSON: it may still be meant
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return lower.find(in_lower_case(name)) != std::string::npos;
    });
}
