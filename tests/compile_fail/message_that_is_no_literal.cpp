// SPDX-License-Identifier: BSL-1.0
// The message of a rule is a literal, since a report refers to it.
// EXPECT: message_literal
#include <lakeproof/lakeproof.hpp>

inline constexpr lakeproof::rule_info no_tmp{.id = "no-tmp"};

void report_at(lakeproof::document_view<lakeproof::source_name> name, lakeproof::rule_sink& out, char const* text) {
    out.report(no_tmp, name, text); // HERE
}
