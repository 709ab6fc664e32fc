// SPDX-License-Identifier: BSL-1.0
#include "input/document_reader.hpp"
#include "input/input.hpp"
#include "input/yaml_reader.hpp"

#include <lakeproof/json/parse.hpp>

#include <cstddef>
#include <optional>

namespace {

namespace lp = lakeproof;

/// Reads one file.
class reader {
public:
    reader(input_file const& file, reading const& how, document_sink& sink) : file_{file}, how_{how}, sink_{sink} {}

    bool read() {
        input in{file_.name};
        std::string text;
        bool found = true;
        if (how_.jsonl) {
            for (std::size_t line = 1; in.read_line(text, how_.limits.bytes); ++line)
                if (!blank(text)) sink_.check({file_.name, line, text}, nullptr);
        } else if (in.error().empty() && in.read_all(text, how_.limits.bytes)) {
            found = read_text(in, text);
        }
        if (!in.error().empty()) sink_.cannot_read(file_.name, in.error());
        return found || !file_.from_folder;
    }

private:
    bool read_text(input& in, std::string& text) {
        auto const format = how_.format_of(file_.name, text);
        if (format == input_format::terraform && !how_.responses)
            return in.read_on(text, terraform_plan::most_bytes) && read_plan(text);
        if (format == input_format::yaml && text.size() <= how_.limits.bytes) return read_yaml(text);
        if (!is_wanted(text)) return false;
        sink_.check({file_.name, std::nullopt, text, format}, nullptr);
        return true;
    }

    bool is_wanted(std::string_view text) const { return how_.wants(file_, text); }

    bool read_yaml(std::string const& text) {
        source_text const source{text};
        yaml_reader stream{source, how_.limits};
        bool found = false;
        while (stream.next()) {
            auto const& document = stream.document();
            if (!is_wanted(document.json())) continue;
            found = true;
            sink_.check({file_.name, std::nullopt, document.json(), input_format::yaml, &document}, nullptr);
        }
        if (!stream.fault() || !(found || is_wanted(text))) return found;
        auto report = report_of(*stream.fault());
        sink_.add({file_.name, std::nullopt, text, input_format::yaml}, report);
        return true;
    }

    /// False if no resource is there.
    bool read_plan(std::string const& text) {
        lp::options whole;
        whole.limits = {terraform_plan::most_bytes, terraform_plan::most_levels};
        auto as_text = lp::json::check_request(text, whole);
        if (as_text.count(lp::rule::json_malformed) + as_text.count(lp::rule::json_limit) != 0) {
            sink_.add({file_.name, std::nullopt, text, input_format::terraform}, as_text);
            return true;
        }
        source_text const source{text};
        terraform_plan const plan{source};
        if (!plan.problem().empty()) return sink_.cannot_read(file_.name, plan.problem()), true;
        if (plan.size() == 0 && !file_.from_folder)
            sink_.note(file_.name + ": note: the plan has no " + std::string{terraform_resource_type});
        for (std::size_t i = 0; i < plan.size(); ++i) {
            auto const planned = plan[i];
            sink_.check({file_.name, std::nullopt, planned.request.json(), input_format::terraform,
                         &planned.request, planned.address},
                        &planned);
        }
        return plan.size() != 0;
    }

    input_file const& file_;
    reading const& how_;
    document_sink& sink_;
};

} // namespace

input_format reading::format_of(std::string_view file, std::string_view text) const {
    if (input == "json" || jsonl) return input_format::json;
    if (input == "yaml") return input_format::yaml;
    return input == "terraform" ? input_format::terraform : ::format_of(file, text);
}

bool reading::wants(input_file const& file, std::string_view text) const {
    return !file.from_folder || input != "auto" || may_be_request(text);
}

bool read_documents(input_file const& file, reading const& how, document_sink& sink) {
    return reader{file, how, sink}.read();
}
