// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/name_registry.hpp>

#include <map>
#include <string>
#include <string_view>

namespace lakeproof {

/// The source names that the requests of one run have used, Region by Region.
///
/// Give the same run to every check of a set of requests that will all be sent: a name that two of
/// them use in one Region is a `source-name-conflict`, one that differs only in case or in `-` and
/// `_` a `source-name-collision`.
/// \code
/// lakeproof::request_run run;
/// lakeproof::check(first, {.run = &run, .document = "first"});
/// lakeproof::check(second, {.run = &run, .document = "second"});
/// \endcode
class request_run final : public name_registry {
public:
    /// Looks a name up in a Region (empty: unknown), and adds it. Complexity: logarithmic.
    earlier add(std::string_view name, std::string_view in_region,
                std::string_view document) override {
        auto& alike = regions_[std::string{in_region}][folded(name)];
        auto const [same, fresh] = alike.by_name.try_emplace(std::string{name}, document);
        if (!fresh) return {earlier::kind::same, same->second};
        if (alike.by_name.size() > 1) return {earlier::kind::alike, alike.first};
        alike.first = document;
        return {};
    }

private:
    /// The names that fold to one, each with the document that used it first.
    struct names {
        std::string first;
        std::map<std::string, std::string> by_name;
    };

    /// IAM compares role names without case, and Glue table names have `_` for `-`.
    static std::string folded(std::string_view name) {
        std::string f{name};
        for (char& c : f) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
            if (c == '-') c = '_';
        }
        return f;
    }

    std::map<std::string, std::map<std::string, names>> regions_; ///< by Region and folded name
};

} // namespace lakeproof
