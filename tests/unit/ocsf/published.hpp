// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/property_tree/json_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lakeproof::test {

/// What one OCSF schema version says of a class.
struct published_class {
    std::uint32_t uid = 0; ///< 0 where the version lacks the class
    std::string name{};
    std::string caption{};
    std::string category{};
    std::string deprecated_since{};
    std::string deprecation_message{};
};

/// An event class that AWS documents.
struct published_event_class {
    std::string name{};
    bool in_api_reference = false;
    bool in_user_guide = false;
    std::string user_guide_name{};           ///< of the guide's class in its place, or empty
    std::vector<published_class> versions{}; ///< the oldest first
};

struct published {
    std::vector<published_event_class> classes{};
    std::vector<std::string> ocsf_1_8_0_classes{};
};

/// tests/data/event_classes.json, which AWS's lists and OCSF's schemas were written into.
inline published published_data() {
    // Property trees read null as the string "null".
    boost::property_tree::ptree file;
    read_json("tests/data/event_classes.json", file);
    published data;
    for (auto const& [key, row] : file.get_child("classes")) {
        published_event_class c{.name = row.get<std::string>("name"),
                                .user_guide_name = row.get("user_guide_name", "")};
        for (auto const& [index, list] : row.get_child("lists"))
            (list.data() == "user_guide" ? c.in_user_guide : c.in_api_reference) = true;
        for (auto const version :
             {"ocsf_1_0_0_rc_2", "ocsf_1_0_0", "ocsf_1_1_0", "ocsf_1_3_0", "ocsf_1_8_0"}) {
            auto const& info = row.get_child(version);
            auto& v = c.versions.emplace_back();
            if (info.empty()) continue;
            auto const& deprecated = info.get_child("deprecated");
            v = {.uid = info.get<std::uint32_t>("class_uid"),
                 .name = info.get<std::string>("name"),
                 .caption = info.get<std::string>("caption"),
                 .category = info.get<std::string>("category"),
                 .deprecated_since = deprecated.get("since", deprecated.data()),
                 .deprecation_message = deprecated.get("message", "")};
            if (v.deprecated_since == "null") v.deprecated_since.clear();
        }
        data.classes.push_back(c);
    }
    for (auto const& [index, name] : file.get_child("ocsf_1_8_0_classes"))
        data.ocsf_1_8_0_classes.push_back(name.data());
    return data;
}

} // namespace lakeproof::test
