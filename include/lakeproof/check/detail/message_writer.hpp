// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/printable.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/ocsf/ocsf_1_8_0.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Puts a violation into words: expands the message that its rule has for it (`message_literal`).
struct message_writer {
    violation const& v;
    std::string& out;

    constexpr void write() const {
        std::string_view rest = violation_access::message(v);
        while (!rest.empty()) {
            auto const open = rest.find('{');
            auto const close = rest.find('}', open);
            if (close == std::string_view::npos) break;
            out += rest.substr(0, open);
            if (!expand(rest.substr(open + 1, close - open - 1)))
                out += rest.substr(open, close + 1 - open);
            rest.remove_prefix(close + 1);
        }
        out += rest;
    }

private:
    constexpr bool expand(std::string_view word) const {
        if (word == "value" && is_string()) {
            out += "Value ";
            append_quoted(out, v.text(), v.cut());
            at();
        } else if (word == "place" || word == "value") {
            out += is_document() ? "The document" : "Value";
            at();
        } else if (word == "at") {
            at();
        } else if (word == "path") {
            path();
        } else if (word == "text") {
            append_quoted(out, v.text(), v.cut());
        } else if (word == "length") {
            append_number(out, std::uint64_t{counted()});
        } else if (word == "bound") {
            bound();
        } else if (word == "region") {
            append_printable(out, v.region());
        } else if (word == "in_region") {
            if (v.region().empty()) return true;
            out += " in ";
            append_printable(out, v.region());
        } else if (word == "detail") {
            append_printable(out, v.detail());
        } else if (word == "pattern" && violation_access::target(v).string != nullptr) {
            out += violation_access::target(v).string->pattern_text;
        } else if (word == "placeholder") {
            if (violation_access::has_placeholder(v)) out += "; a placeholder was left in: put the real value in its place";
        } else if (word == "ocsf") {
            if (ocsf::in_ocsf_1_8_0(v.text())) out += ", though it is a class of OCSF 1.8.0";
        } else {
            return false;
        }
        return true;
    }

    constexpr bool is_string() const noexcept {
        auto const what = violation_access::target(v).what;
        return !v.text().empty() || what == node::kind::string || what == node::kind::plain_string;
    }
    constexpr bool is_document() const noexcept { return violation_access::where(v).at == 0; }
    constexpr void path() const {
        out += '\'';
        auto const& where = violation_access::where(v);
        append_path(out, violation_access::nodes(v), where, where.at);
        out += '\'';
    }
    constexpr void at() const {
        if (is_document()) return;
        out += " at ";
        path();
    }
    constexpr std::size_t counted() const noexcept {
        return v.rule() == rule::member_duplicate ? v.occurrence() : v.length();
    }
    constexpr void bound() const {
        if (v.rule() == rule::number_range)
            append_number(out, static_cast<std::int64_t>(v.bound()));
        else
            append_number(out, std::uint64_t{v.bound()});
    }
};

} // namespace lakeproof::detail
