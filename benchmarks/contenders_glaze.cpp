// SPDX-License-Identifier: BSL-1.0
// A library of its own: glaze is C++23 with <format>, which g++ 12 has not, so clang compiles it, with libc++. It
// exports what contenders_glaze.map says: what else it holds must not meet the program's own, of another library.
#include "contenders_glaze.hpp"

#include "by_hand.hpp"

#include <lakeproof/json/parse.hpp>

#include <boost/json/src.hpp>
#include <glaze/json.hpp>
#include <glaze/version.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The document's shape for glaze's reflection: names as in JSON. Views, as its manual advises for peak performance;
// they are left escaped. Its reflection asks for types with linkage.
namespace glaze_shapes {

struct crawler_configuration {
    std::string_view roleArn;
};
struct provider_identity {
    std::string_view externalId;
    std::string_view principal;
};
struct configuration_member {
    crawler_configuration crawlerConfiguration;
    provider_identity providerIdentity;
};
struct request {
    configuration_member configuration;
    std::vector<std::string_view> eventClasses;
    std::string_view sourceName;
    std::optional<std::string_view> sourceVersion;
};

} // namespace glaze_shapes

namespace {
using namespace benchmarks;
using glaze_shapes::request;
} // namespace

template <>
struct glz::meta<request> {
    static constexpr bool requires_key(std::string_view name, bool) {
        return name == "configuration" || name == "sourceName";
    }
};

namespace {

/// Behind the document there may be white space only. Of the rest it is strict, or can be.
struct whole : glz::opts {
    bool validate_trailing_whitespace = true;
};
constexpr whole strict{{.error_on_missing_keys = true}};

struct dom {
    template <class F>
    static bool for_members(glz::generic& v, F f) {
        if (!v.is_object()) return false;
        for (auto& [name, value] : v.get_object()) f(std::string_view{name}, value);
        return true;
    }
    template <class F>
    static bool for_elements(glz::generic& v, F f) {
        if (!v.is_array()) return false;
        for (auto& value : v.get_array()) f(value);
        return true;
    }
    static std::optional<std::string_view> text(glz::generic& v) {
        if (!v.is_string()) return std::nullopt;
        return std::string_view{v.get_string()};
    }
    static bool is_null(glz::generic& v) { return v.is_null(); }
};

/// What reads into no struct, and what has an escape: all faults are to be counted.
verdict examine_any(std::string_view text) {
    glz::generic value;
    if (glz::read<whole{}>(value, text)) return by_hand::malformed;
    return by_hand::examine<dom, by_hand::ours>(value);
}

bool too_many(std::vector<std::string_view> const& names) {
    using list = lakeproof::ocsf::event_class_list;
    std::size_t characters = 0;
    for (auto const name : names) characters += name.size();
    return names.size() > list::max_size || characters > list::max_characters;
}

by_hand::members members_of(request const& r) {
    by_hand::members m;
    m.role_arn = r.configuration.crawlerConfiguration.roleArn;
    m.external_id = r.configuration.providerIdentity.externalId;
    m.principal = r.configuration.providerIdentity.principal;
    m.source_name = r.sourceName;
    m.source_version = r.sourceVersion;
    m.event_class_count = r.eventClasses.size();
    for (std::size_t i = 0; i < m.event_class_count; ++i) m.event_classes[i] = r.eventClasses[i];
    return m;
}

verdict examine(std::string_view text) {
    static request r; // kept, as its manual advises
    if (text.find('\\') != text.npos) return examine_any(text);
    r.eventClasses.clear();
    r.sourceVersion.reset();
    if (glz::read<strict>(r, text) || too_many(r.eventClasses)) return examine_any(text);
    by_hand::findings out;
    auto const m = members_of(r);
    by_hand::check<by_hand::ours>(m, out);
    keep(out);
    keep(m);
    return out.counts;
}

} // namespace

glaze_counts glaze_our_checks(char const* text, std::size_t size) {
    auto const v = examine({text, size});
    return {v.errors, v.warnings, v.notes};
}

glaze_counts glaze_check_request(char const* text, std::size_t size) {
    auto const report = lakeproof::json::check_request({text, size});
    keep(report);
    return {report.errors(), report.warnings(), report.notes()};
}

char const* glaze_version() {
    static std::string const text = std::to_string(glz::version.major) + '.' + std::to_string(glz::version.minor) + '.' +
                                    std::to_string(glz::version.patch) + " by clang " __clang_version__ " and libc++";
    return text.c_str();
}
