// SPDX-License-Identifier: BSL-1.0
#include "fix/certain_fix.hpp"
#include "output/boosted.hpp"
#include "output/output.hpp"
#include "output/text_region.hpp"

#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/http/detail/percent_encoding.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace {

namespace json = boost::json;

json::object text_message(std::string_view s) { return {{"text", boosted(s)}}; }

/// A file's name as a URI reference: its slashes stay.
std::string uri_of(std::string_view file) {
    std::string out = file.starts_with('/') ? "file://" : "";
    for (char const c : file) {
        if (c == '/')
            out += c;
        else
            lakeproof::detail::append_percent_encoded(out, {&c, 1});
    }
    return out;
}

std::string_view level_of(lakeproof::severity s) {
    return s == lakeproof::severity::off ? "none" : to_string(s);
}

/// An id in the form that SARIF asks of a name: `member-unknown` is MemberUnknown.
std::string pascal_case(std::string_view id) {
    std::string out;
    bool upper = true;
    for (char const c : id) {
        if (c == '-') {
            upper = true;
            continue;
        }
        out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return out;
}

json::object as_sarif(lakeproof::rule_info const& r) {
    std::string const id{r.id};
    auto help = std::string{r.title} + ". " + std::string{r.why};
    std::string const how =
        r.fixed ? " It cannot be turned down." : " To turn it down: --severity " + id + "=off";
    return {{"id", id},
            {"name", pascal_case(id)},
            {"shortDescription", text_message(r.title)},
            {"fullDescription", text_message(r.why)},
            {"help", text_message(help + how)},
            {"defaultConfiguration", {{"level", boosted(level_of(r.default_severity))}}}};
}

json::object as_sarif(text_region const& r) {
    return {{"startLine", r.line},
            {"startColumn", r.column},
            {"endLine", r.end_line},
            {"endColumn", r.end_column}};
}

/// What stays the same when lines move: FNV-1a over the rule, the place in the document and what stands there. Of
/// many documents in a file, each is told by its text.
std::string fingerprint(checked_document const& document, lakeproof::violation const& v) {
    std::uint64_t hash = 14695981039346656037U;
    auto const pointer = v.pointer();
    std::array const parts{std::string_view{v.info().id}, std::string_view{pointer}, v.region(),
                           v.text(), document.line ? document.text : std::string_view{}};
    for (auto const part : parts) {
        for (char const c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
        hash *= 1099511628211U; // a part's end
    }
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[hash >> shift & 0xfU];
    return out;
}

/// Writes each document's results as they come, so that a long run needs no memory.
class sarif_output final : public output {
public:
    sarif_output() {
        json::array rules;
        for (auto const& r : lakeproof::rules()) rules.push_back(as_sarif(r));
        json::object const driver{{"name", "lakeproof"},
                                  {"semanticVersion", LAKEPROOF_VERSION_STRING},
                                  {"rules", std::move(rules)}};
        print("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": "
              "\"2.1.0\",\n"
              " \"runs\": [{\"tool\": {\"driver\": " +
              json::serialize(driver) +
              "},\n \"columnKind\": \"unicodeCodePoints\",\n \"results\": [");
    }

    void add(checked_document const& document) override {
        for (auto const& v : document.report) {
            print((first_ ? "\n  " : ",\n  ") + json::serialize(result(document, v)));
            first_ = false;
        }
        if (auto const omitted = document.report.omitted(); omitted != 0)
            notify(document.file, counted(omitted, "more violation") + " not shown", "note");
    }

    void unreadable(std::string_view file, std::string_view error) override {
        notify(file, error, "error");
    }

    void finish(totals const& all) override {
        json::object const invocation{{"executionSuccessful", all.unreadable == 0},
                                      {"toolExecutionNotifications", std::move(notifications_)}};
        print("],\n \"invocations\": [" + json::serialize(invocation) + "]}]}\n");
    }

private:
    void notify(std::string_view file, std::string_view text, std::string_view level) {
        json::object artifact{{"artifactLocation", {{"uri", uri_of(file)}}}};
        notifications_.push_back(json::object{
            {"level", boosted(level)},
            {"message", text_message(shown_name(file) + ": " + std::string{text})},
            {"locations", json::array{json::object{{"physicalLocation", std::move(artifact)}}}}});
    }

    static json::object result(checked_document const& document, lakeproof::violation const& v) {
        json::object const artifact{{"uri", uri_of(document.file)}};
        json::object physical{{"artifactLocation", artifact}};
        if (auto const at = region_of(document, v)) physical["region"] = as_sarif(*at);
        json::array logical{json::object{{"fullyQualifiedName", v.pointer()}, {"kind", "member"}}};
        if (!document.address.empty())
            logical.push_back(
                json::object{{"fullyQualifiedName", shown_name(document.address)}, {"kind", "resource"}});
        json::object location{{"physicalLocation", std::move(physical)},
                              {"logicalLocations", std::move(logical)}};
        auto words = words_of(document, v);
        if (auto const s = suggestion(v); !s.empty())
            words += " (suggestion: " + std::string{s} + ')';
        json::object out{{"ruleId", boosted(v.info().id)},
                         {"ruleIndex", &v.info() - std::begin(lakeproof::rules())},
                         {"level", boosted(level_of(v.severity()))},
                         {"message", text_message(words)},
                         {"locations", json::array{std::move(location)}},
                         {"partialFingerprints", {{"lakeproof/v1", fingerprint(document, v)}}}};
        if (document.derived != nullptr) return out; // what is certain is so of JSON alone
        if (auto const edit = certain_fix(document.text, document.report, v)) {
            json::object const replacement{
                {"deletedRegion", as_sarif(region_at(document, edit->offset, edit->size))},
                {"insertedContent", text_message(edit->replacement)}};
            json::object const change{{"artifactLocation", artifact},
                                      {"replacements", json::array{replacement}}};
            out["fixes"] = json::array{json::object{{"artifactChanges", json::array{change}}}};
        }
        return out;
    }

    json::array notifications_;
    bool first_ = true;
};

} // namespace

std::unique_ptr<output> make_sarif_output() { return std::make_unique<sarif_output>(); }
