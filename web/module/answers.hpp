// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/member.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the module answers, as shapes of Lakeproof's own, which writes them: Boost.JSON's serializer would cost 35 KB.
// lakeproof.d.ts says what each member means.

struct edit {
    std::int64_t from;
    std::int64_t to;
    std::string insert;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"from", &edit::from},
                                                            lakeproof::member{"to", &edit::to},
                                                            lakeproof::member{"insert", &edit::insert});
};

struct found_violation {
    std::string rule;
    std::string severity;
    std::string pointer;
    std::optional<std::string> region;
    std::string message;
    std::optional<std::int64_t> line;
    std::optional<std::int64_t> column;
    std::optional<std::string> suggestion;
    std::int64_t from;
    std::int64_t to;
    std::optional<edit> fix;

    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"rule", &found_violation::rule},
                                lakeproof::member{"severity", &found_violation::severity},
                                lakeproof::member{"pointer", &found_violation::pointer},
                                lakeproof::member{"region", &found_violation::region},
                                lakeproof::member{"message", &found_violation::message},
                                lakeproof::member{"line", &found_violation::line},
                                lakeproof::member{"column", &found_violation::column},
                                lakeproof::member{"suggestion", &found_violation::suggestion},
                                lakeproof::member{"from", &found_violation::from},
                                lakeproof::member{"to", &found_violation::to},
                                lakeproof::member{"fix", &found_violation::fix});
};

struct checked {
    bool ok;
    std::vector<found_violation> violations;
    std::int64_t omitted;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"ok", &checked::ok},
                                                            lakeproof::member{"violations", &checked::violations},
                                                            lakeproof::member{"omitted", &checked::omitted});
};

struct role_in_region {
    std::string region;
    std::string role;
    std::int64_t length;
    std::int64_t left;
    bool fits;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"region", &role_in_region::region},
                                                            lakeproof::member{"role", &role_in_region::role},
                                                            lakeproof::member{"length", &role_in_region::length},
                                                            lakeproof::member{"left", &role_in_region::left},
                                                            lakeproof::member{"fits", &role_in_region::fits});
};

struct known_region {
    std::string code;
    std::string description;
    bool security_lake;

    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"code", &known_region::code},
                                lakeproof::member{"description", &known_region::description},
                                lakeproof::member{"securityLake", &known_region::security_lake});
};

struct catalogued_rule {
    std::string id;
    std::string severity;
    bool fixed;
    std::string title;
    std::string why;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"id", &catalogued_rule::id},
                                                            lakeproof::member{"severity", &catalogued_rule::severity},
                                                            lakeproof::member{"fixed", &catalogued_rule::fixed},
                                                            lakeproof::member{"title", &catalogued_rule::title},
                                                            lakeproof::member{"why", &catalogued_rule::why});
};

struct listed_class {
    std::string name;
    std::string caption;
    std::string category;
    bool api_reference;
    bool user_guide;
    bool retired;

    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"name", &listed_class::name},
                                lakeproof::member{"caption", &listed_class::caption},
                                lakeproof::member{"category", &listed_class::category},
                                lakeproof::member{"apiReference", &listed_class::api_reference},
                                lakeproof::member{"userGuide", &listed_class::user_guide},
                                lakeproof::member{"retired", &listed_class::retired});
};

/// A list as an answer, which is an object like every document.
template <class T>
struct list_of {
    std::vector<T> all;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"all", &list_of::all});
};

/// One text, or none.
struct one_text {
    std::optional<std::string> text;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"text", &one_text::text});
};

struct module_facts {
    std::string version;
    bool has_house_rules;

    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"version", &module_facts::version},
                                lakeproof::member{"hasHouseRules", &module_facts::has_house_rules});
};

/// What is wrong with an argument that a programmer gave.
struct refusal {
    std::string problem;

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"problem", &refusal::problem});
};
