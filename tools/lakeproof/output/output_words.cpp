// SPDX-License-Identifier: BSL-1.0
#include "output/output.hpp"

#include <lakeproof/check/message.hpp>

#include <string>
#include <string_view>

namespace {

using lakeproof::rule;

/// Whether it is about a string that should be one of something, and is empty.
bool is_of_empty_string(lakeproof::violation const& v) {
    switch (v.rule()) {
    case rule::source_name_length:
    case rule::source_version_length:
    case rule::event_class_undocumented:
    case rule::role_arn_pattern:
    case rule::principal_pattern:
    case rule::external_id_length: return v.length() == 0;
    default: return false;
    }
}

/// Whether a string is expected where YAML reads a number, a date or a boolean.
bool lacks_quotes(checked_document const& document, lakeproof::violation const& v) {
    if (document.format != input_format::yaml || v.rule() != rule::member_type) return false;
    using access = lakeproof::detail::violation_access;
    auto const at = lakeproof::json::locate(document.text, v);
    return access::target(v).string != nullptr && at &&
           document.text.find_first_of("0f", at->offset) == at->offset;
}

} // namespace

std::string words_of(checked_document const& document, lakeproof::violation const& v) {
    auto words = message(v);
    if (is_of_empty_string(v)) words += "; it is empty, as in a generated skeleton: fill it in";
    if (lacks_quotes(document, v)) words += "; YAML reads a string only if you quote it";
    if (v.rule() == rule::json_malformed && document.text.starts_with("PK\x03\x04"))
        words += "; of a saved plan, check what terraform show -json prints";
    return words;
}
