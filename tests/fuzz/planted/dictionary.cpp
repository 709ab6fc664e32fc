// SPDX-License-Identifier: BSL-1.0
// Writes a dictionary for libFuzzer: what the tables of CreateCustomLogSource name, and the words of JSON and of an ARN.
#include <lakeproof/aws/partition.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/ocsf/event_class.hpp>

#include <iostream>
#include <string>
#include <string_view>

namespace {

void entry(std::string_view text) {
    std::string quoted;
    for (char const c : text) (quoted += c == '"' || c == '\\' ? "\\" : "") += c;
    std::cout << '"' << quoted << "\"\n";
}

} // namespace

int main() {
    namespace lp = lakeproof;
    for (std::string_view const word : {"null", "true", "false", "\"", "{", "}", "[", "]", ",", ":", "\\u00", "arn:aws:iam::",
                                        "123456789012", ":role/", ".amazonaws.com", "aws-cn", "aws-us-gov"})
        entry(word);
    for (auto const& node : lp::detail::nodes_of<lp::create_custom_log_source_request>) {
        if (node.name.empty()) continue;
        entry(node.name);
        entry('"' + std::string{node.name} + "\":");
    }
    for (auto const c : lp::ocsf::event_classes()) entry(to_string(c));
    for (auto const& region : lp::known_regions()) entry(region.code);
}
