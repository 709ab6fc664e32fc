// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/detail/printable.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Puts a violation into words: the service's own where it has them, and what to do next.
struct message_writer {
    violation const& v;
    std::string& out;

    constexpr void value_at() const {
        out += "Value ";
        if (!v.text().empty() || v.where().target().what == node::kind::constrained_text)
            append_quoted(out, v.text(), v.cut());
        at();
    }
    constexpr void at() const {
        out += out.back() == ' ' ? "at '" : " at '";
        v.where().append_path(out);
        out += '\'';
    }
    constexpr void fails() const {
        value_at();
        out += " failed to satisfy constraint: Member must ";
    }
    constexpr void number(std::size_t n) const { append_number(out, n); }

    constexpr void length() const {
        fails();
        out += v.length() < v.bound() ? "have length greater than or equal to "
                                      : "have length less than or equal to ";
        number(v.bound());
        out += "; it has ";
        number(v.length());
    }

    constexpr void pattern() const {
        fails();
        out += "satisfy regular expression pattern: ";
        out += v.where().target().text->pattern_text;
    }

    constexpr void type() const {
        auto const& n = v.where().target();
        out += v.where().at == 0 ? "The document" : "Value";
        if (v.where().at != 0) at();
        out += " is ";
        out += v.detail();
        out += n.what == node::kind::object ? " where an object is expected"
               : n.what == node::kind::list ? " where an array is expected"
                                            : " where a string is expected";
    }

    constexpr void unknown_member() const {
        out += "Member ";
        append_quoted(out, v.text(), v.cut());
        if (v.where().at != 0) at();
        out += " is unknown: the service would ignore it";
    }

    constexpr void duplicate_member() const {
        out += "Member '";
        v.where().append_path(out);
        out += "' occurs again (occurrence ";
        number(v.occurrence());
        out += "): only the first value counts, remove this one";
    }

    constexpr void undocumented() const {
        value_at();
        out += " is none of the 29 event classes that the API reference lists";
        if (!v.cut() && ocsf::in_ocsf_1_8_0(v.text()))
            out += ", though it is a class of OCSF 1.8.0";
    }

    constexpr void retired() const {
        value_at();
        auto const c = ocsf::event_class_from(v.text());
        auto const since =
            c ? ocsf::info(*c, ocsf::schema_version::v1_8_0).deprecated_since : std::string_view{};
        if (since.empty()) {
            out += " is gone from OCSF 1.8.0";
        } else {
            out += " is deprecated since OCSF ";
            out += since;
        }
    }

    constexpr void list_limit() const {
        out += "Value";
        at();
        out += " has more than ";
        number(v.bound());
        out += v.bound() == v.where().target().list->max_size ? " elements" : " characters in all";
        out += ", Lakeproof's own bound: the rest is not checked";
    }

    constexpr void role_length() const {
        using constraint = provider_role_name_constraint;
        auto const longest =
            constraint::max_length - constraint::length_for(0, v.region());
        out += "The derived role ";
        auto role = std::string{constraint::prefix};
        role += v.text();
        if (!v.cut()) {
            role += '-';
            role += v.region();
        }
        auto const shown = first_scalar_values(role, 2 * shown_characters);
        out += '\'';
        append_printable(out, shown);
        out += v.cut() || shown.size() < role.size() ? "...'" : "'";
        out += " has ";
        number(v.length());
        out += " characters, and IAM allows 64: in ";
        out += v.region();
        out += " sourceName must have length less than or equal to ";
        number(longest);
    }

    constexpr void mismatch(std::string_view what) const {
        value_at();
        out += what;
        out += ' ';
        if (v.detail().empty())
            out += "since the request names none";
        else
            append_quoted(out, v.detail());
    }

    constexpr void earlier_document() const {
        if (!v.region().empty()) {
            out += " in ";
            out += v.region();
        }
        out += " by ";
        append_printable(out, v.detail());
    }

    constexpr void write() const {
        switch (v.rule()) {
        case rule::json_malformed:
            out += "The text is not valid JSON: ";
            append_printable(out, v.detail());
            return;
        case rule::json_limit:
            out += v.detail(); // what there is too much of
            out += ": the limit is ";
            return number(v.bound());
        case rule::member_type: return type();
        case rule::member_missing:
            out += "Value null";
            at();
            out += " failed to satisfy constraint: Member must not be null";
            return;
        case rule::member_duplicate: return duplicate_member();
        case rule::member_unknown: return unknown_member();
        case rule::source_name_length:
        case rule::source_version_length:
        case rule::role_arn_length:
        case rule::principal_length:
        case rule::external_id_length:
        case rule::string_length: return length();
        case rule::source_name_pattern:
        case rule::source_version_pattern:
        case rule::event_class_pattern:
        case rule::role_arn_pattern:
        case rule::principal_pattern:
        case rule::external_id_pattern:
        case rule::string_pattern: return pattern();
        case rule::source_name_documented_limit:
            value_at();
            out += " has ";
            number(v.length());
            out += " characters: the API reference asks for 20 or fewer, which fit in every Region";
            return;
        case rule::event_class_undocumented: return undocumented();
        case rule::event_class_duplicate:
            value_at();
            out += " repeats an earlier element";
            return;
        case rule::event_class_retired: return retired();
        case rule::event_classes_limit: return list_limit();
        case rule::role_arn_unresolvable:
            value_at();
            out += " matches the service's pattern, but no IAM role has such an ARN: it needs a "
                   "partition, 'role/', a path of at most 512 characters without empty segments, and "
                   "a name of 1 to 64 characters";
            return;
        case rule::principal_unresolvable:
            value_at();
            out += " has an empty DNS label: no service principal has such a name";
            return;
        case rule::provider_role_length: return role_length();
        case rule::provider_role_characters:
            value_at();
            out += " has a character that IAM refuses in the derived role name: use none of \\ : /";
            return;
        case rule::role_arn_partition:
            value_at();
            out += " is not in the partition of ";
            out += v.region();
            return mismatch_partition();
        case rule::region_unknown:
            out += "Region ";
            append_quoted(out, v.region());
            out += " is not in Lakeproof's table: check the spelling";
            return;
        case rule::region_unsupported:
            out += "Region ";
            append_quoted(out, v.region());
            out += " has no Security Lake endpoint";
            return;
        case rule::source_name_conflict:
            value_at();
            out += " is already used";
            return earlier_document();
        case rule::source_name_collision:
            value_at();
            out += " differs only in case, or in - and _, from the name used";
            return earlier_document();
        case rule::response_source_mismatch: return mismatch(" is not the requested one,");
        case rule::response_role_mismatch: return mismatch(" does not name the derived role");
        case rule::response_location_mismatch: return mismatch(" is no S3 URI whose path holds");
        case rule::response_arn_mismatch:
            return mismatch(" is no ARN of glue or securitylake in");
        case rule::house_rule:
            value_at();
            out += ": ";
            append_printable(out, v.detail());
            return;
        }
    }

    constexpr void mismatch_partition() const {
        out += ", which is ";
        out += v.detail();
    }
};

} // namespace lakeproof::detail
