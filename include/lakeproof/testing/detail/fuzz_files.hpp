// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/boundary.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Documents to start a fuzzer from: for each rule one at its boundary that is accepted, and one that breaks it.
template <shape Shape>
std::vector<std::string> fuzz_seeds() {
    constexpr std::size_t most = 4096; // what libFuzzer takes by default
    std::vector<std::string> seeds;
    std::set<std::pair<rule, bool>> seen;
    for (auto& c : boundaries<Shape>())
        if (c.document.size() <= most && c.regions.empty() && seen.insert({c.rule, c.breaks(c.rule)}).second)
            seeds.push_back(std::move(c.document));
    return seeds;
}

/// What a fuzzer's dictionary knows of a shape, in the form that libFuzzer, AFL++ and Honggfuzz read: the names of
/// members, a string of each type, what closed sets and vocabularies hold, the Regions, and the words of JSON.
template <shape Shape>
std::string fuzz_dictionary() {
    std::set<std::string> words{"null", "true", "false", "\"", "{", "}", "[", "]", ",", ":", "\\u00", "-0", "1e1"};
    auto const add = [&words](std::string_view word) {
        if (!word.empty()) words.emplace(word);
    };
    for (node const& n : core::nodes_of<Shape>) {
        add(n.name);
        if (!n.name.empty()) add(document_maker::named(n));
        if (n.string == nullptr) continue;
        add(shape_parts::of<Shape>().strings(n).usual);
        if (n.string == &core::string_rules_of<ocsf::event_class_constraint>)
            for (auto const c : ocsf::event_classes()) add(to_string(c));
        if (!n.string->closed_set) continue;
        for (auto values = n.string->pattern_text; !values.empty();) { // A, B
            auto const end = values.find(", ");
            add(values.substr(0, end));
            values.remove_prefix(end == values.npos ? values.size() : end + 2);
        }
    }
    for (auto const& r : known_regions()) add(r.code);
    std::string dictionary;
    for (auto const& word : words) {
        dictionary += '"';
        for (char const c : word) (dictionary += c == '"' || c == '\\' ? "\\" : "") += c;
        dictionary += "\"\n";
    }
    return dictionary;
}

} // namespace lakeproof::testing::detail
