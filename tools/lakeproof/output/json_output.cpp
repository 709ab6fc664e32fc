// SPDX-License-Identifier: BSL-1.0
#include "output/boosted.hpp"
#include "output/output.hpp"

#include <lakeproof/check/suggestion.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

template <class Number>
boost::json::value number_or_null(std::optional<Number> const& n) {
    if (!n) return nullptr;
    return *n;
}

/// Writes each document as it comes, so that a long run needs no memory.
class json_output final : public output {
public:
    json_output() { print("{\"version\": 1,\n \"results\": ["); }

    void add(checked_document const& document) override {
        boost::json::array violations;
        for (auto const& v : document.report) {
            auto const at = place_of(document, v);
            std::optional<std::size_t> line;
            std::optional<std::size_t> column;
            if (at) {
                line = at->line;
                column = at->column;
            }
            violations.push_back(boost::json::object{
                {"rule", boosted(v.info().id)},
                {"severity", boosted(to_string(v.severity()))},
                {"pointer", boosted(v.pointer())},
                {"region", string_or_null(v.region())},
                {"message", boosted(words_of(document, v))},
                {"line", number_or_null(line)},
                {"column", number_or_null(column)},
                {"suggestion", string_or_null(suggestion(v))},
            });
        }
        boost::json::object const result{
            {"file", boosted(shown_name(document.file))},  {"line", number_or_null(document.line)},
            {"address", string_or_null(document.address)}, {"ok", document.report.ok()},
            {"violations", std::move(violations)},         {"omitted", document.report.omitted()},
        };
        print(first_ ? "\n  " : ",\n  ");
        print(boost::json::serialize(result));
        first_ = false;
    }

    void finish(totals const& all) override {
        boost::json::object const summary{
            {"documents", all.documents},
            {"errors", all.errors},
            {"warnings", all.warnings},
            {"notes", all.notes},
            {"ignored", all.ignored},
        };
        boost::json::array regions; // known only now: files may have configurations of their own
        for (auto const code : all.regions) regions.push_back(boosted(code));
        print("],\n \"regions\": " + boost::json::serialize(regions) +
              ",\n \"summary\": " + boost::json::serialize(summary) + "}\n");
    }

private:
    bool first_ = true;
};

} // namespace

std::unique_ptr<output> make_json_output() {
    return std::make_unique<json_output>();
}
