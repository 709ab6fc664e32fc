// SPDX-License-Identifier: BSL-1.0
#include "hints/document_hint.hpp"

#include <lakeproof/json/position.hpp>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <system_error>

namespace {

namespace lp = lakeproof;
namespace json = boost::json;

/// Where in a value a request stands.
struct wrapped_request {
    std::string jq;    ///< the path, as jq writes it
    bool list = false; ///< there may be more, in an array
};

constexpr int deepest = 6; ///< objects, arrays and texts in which a request is looked for

bool is_request(json::object const& o) {
    if (o.contains("sourceName")) return true;
    auto const* const c = o.if_contains("configuration");
    auto const* const inner = c != nullptr ? c->if_object() : nullptr;
    return inner != nullptr &&
           (inner->contains("crawlerConfiguration") || inner->contains("providerIdentity"));
}

/// Whether a command may hold a name as it is: hints are copied to a shell, and documents are anybody's.
bool is_plain(std::string_view name) {
    return !name.empty() &&
           name.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./") ==
               std::string_view::npos;
}

/// A member's name as a step of a path of jq.
std::string step(std::string const& name) {
    bool const identifier =
        name.find_first_of("-./") == std::string::npos && (name[0] < '0' || name[0] > '9');
    return identifier ? '.' + name : ".\"" + name + '"';
}

std::optional<wrapped_request> find_request(json::value const& v, int depth = 0) {
    if (depth > deepest) return std::nullopt;
    if (auto const* const o = v.if_object()) {
        if (is_request(*o)) return wrapped_request{};
        for (auto const& [name, value] : *o)
            if (auto found = find_request(value, depth + 1)) {
                std::string const member{name.data(), name.size()};
                if (!is_plain(member)) return std::nullopt;
                found->jq.insert(0, step(member));
                return found;
            }
    } else if (auto const* const a = v.if_array(); a != nullptr && !a->empty()) {
        if (auto found = find_request(a->front(), depth + 1)) {
            found->jq.insert(0, "[]");
            found->list = true;
            return found;
        }
    } else if (auto const* const s = v.if_string();
               s != nullptr && s->find('{') != json::string::npos) {
        std::error_code error;
        auto const inner = json::parse(*s, error);
        if (auto found = error ? std::nullopt : find_request(inner, depth + 1)) {
            found->jq.insert(0, " | fromjson");
            return found;
        }
    }
    return std::nullopt;
}

std::string hint_of_value(checked_document const& document) {
    std::error_code error;
    auto const value = json::parse({document.text.data(), document.text.size()}, error);
    auto const found = error ? std::nullopt : find_request(value);
    if (!found || found->jq.empty()) return {};
    bool const named = is_plain(document.file) && !document.file.starts_with('-');
    auto const words = '\'' + std::string{found->jq.starts_with('.') ? "" : "."} + found->jq + "' " +
                       (named ? std::string{document.file} : "FILE") + " | lakeproof check ";
    if (found->list) return "requests stand in an array within this document: check each: jq -c " + words + "--jsonl -";
    return "a request stands within this document: check it by itself: jq " +
           (document.line ? "-c " + words + "--jsonl -" : words + '-');
}

std::string hint_of_text(std::string_view text, lp::violation const& malformed) {
    if (text.find("resource \"aws_securitylake") != std::string_view::npos)
        return "this is Terraform's own language: check its plan: terraform plan -out=tfplan && "
               "terraform show -json tfplan > plan.json";
    // A value, the end of a line, and a value.
    auto const at = lp::json::locate(text, malformed);
    if (!at || at->offset >= text.size() || text[at->offset] != '{') return {};
    auto const before = text.substr(0, at->offset);
    auto const last = before.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos || before[last] != '}' ||
        before.find('\n', last) == std::string_view::npos)
        return {};
    return "if each line is a document, --jsonl checks them one by one";
}

} // namespace

std::string document_hint(checked_document const& document) {
    auto const& report = document.report;
    if (report.ok()) return {};
    bool lacks_all = false;
    for (auto const& v : report) {
        if (v.rule() == lp::rule::json_malformed) return hint_of_text(document.text, v);
        auto const pointer = v.pointer();
        lacks_all = lacks_all || (v.rule() == lp::rule::member_type && pointer.empty()) ||
                    (v.rule() == lp::rule::member_missing && pointer == "/configuration");
    }
    return lacks_all && document.derived == nullptr ? hint_of_value(document) : std::string{};
}
