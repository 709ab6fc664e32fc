// SPDX-License-Identifier: BSL-1.0
// A shape and a rule of the user's own.
// EXPECT: broken_custom_rule
// EXPECT: no_tmp
#include <lakeproof/lakeproof.hpp>

inline constexpr lakeproof::rule_info no_tmp{.id = "no-tmp"};

struct named {
    lakeproof::source_name name;
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &named::name});
    static constexpr void check(lakeproof::document_view<named> d, lakeproof::rule_sink& out) {
        if (d[&named::name].view().starts_with("tmp")) out.report(no_tmp, d[&named::name], "{value} is temporary");
    }
};

constexpr auto sent = lakeproof::proved(named{"tmp-1"}); // HERE
