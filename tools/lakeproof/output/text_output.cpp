// SPDX-License-Identifier: BSL-1.0
#include "output/output.hpp"
#include "output/paragraph.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <unistd.h>

namespace {

using lakeproof::severity;

class text_output final : public output {
public:
    text_output(int stream, bool quiet) : coloured_{wants_colour(stream)}, quiet_{quiet} {}

    void add(checked_document const& document) override { print(in_words(document)); }

    std::string in_words(checked_document const& document) const {
        std::string out;
        for (auto const& v : document.report)
            if (!quiet_ || v.severity() == severity::error) show(out, document, v);
        if (auto const omitted = document.report.omitted();
            omitted != 0 && (!quiet_ || !document.report.ok()))
            out += head(document, std::nullopt) + "note: " + counted(omitted, "more violation") +
                   (omitted == 1 ? " is" : " are") + " not shown\n";
        return out;
    }

    void finish(totals const& all) override {
        if (!quiet_) print_totals(all);
    }

private:
    void show(std::string& out, checked_document const& document,
              lakeproof::violation const& v) const {
        auto const at = place_to_show(document, v);
        out += head(document, at);
        out += paint(colour_of(v.severity()), to_string(v.severity()));
        out += ": ";
        if (!document.address.empty()) out += shown_name(document.address) + ": ";
        out += words_of(document, v) + " [";
        out += v.info().id;
        out += "]\n";
        if (at) show_line(out, source_of(document), *at);
        if (auto const s = suggestion(v); !s.empty())
            out += "    suggestion: " + paint("32", s) + '\n';
    }

    /// `file:line:column: `, as much of it as is known.
    static std::string head(checked_document const& document, std::optional<place> const& at) {
        std::string text = shown_name(document.file);
        if (at)
            text += ':' + std::to_string(at->line) + ':' + std::to_string(at->column);
        else if (document.line)
            text += ':' + std::to_string(*document.line);
        return text + ": ";
    }

    /// How many characters of a source line fit: what the terminal has, without the indentation and two "...".
    static std::size_t width() {
        constexpr std::size_t elsewhere = 100;
        constexpr std::size_t around = 10;
        return std::max(line_width(elsewhere + around), 2 * around) - around;
    }

    /// The source line, made harmless and cut to what fits around the place, and a caret.
    void show_line(std::string& out, std::string_view text, place const& at) const {
        auto const shown = width();
        auto const before_place = shown * 6 / 10;
        auto const start = at.offset + 1 - at.column;
        auto const end =
            at.offset + text.substr(at.offset, 8 * shown).find('\n'); // a plan is one long line
        auto const line =
            text.substr(start, (end < at.offset ? at.offset + 8 * shown : end) - start);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return; // the end of a text, mostly

        std::size_t from = at.column - 1;
        std::size_t left = 0; // characters before the place
        while (from > 0 && left < before_place)
            if (!lakeproof::detail::is_continuation(line[--from])) ++left;
        std::string before = from > 0 ? "..." : "";
        append_source(before, line.substr(from, at.column - 1 - from));
        auto const rest = line.substr(at.column - 1);
        auto const after = lakeproof::detail::first_scalar_values(rest, shown - left);

        out += "    " + before;
        append_source(out, after);
        if (after.size() < rest.size()) out += "...";
        out += "\n    ";
        out.append(before.size(), ' ');
        out += paint("1;32", "^") + '\n';
    }

    /// Quotes and backslashes belong to JSON and do no harm on a line of its own; a tab is a blank.
    static void append_source(std::string& out, std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            auto const c = text[i];
            auto const end = std::min(text.size(), i + 1);
            if (c == '"' || c == '\'' || c == '\\')
                out += c;
            else if (c == '\t' || (c == '\r' && end == text.size()))
                out += ' ';
            else {
                auto next = end;
                while (next < text.size() && lakeproof::detail::is_continuation(text[next])) ++next;
                lakeproof::append_printable(out, text.substr(i, next - i));
                i = next;
                continue;
            }
            ++i;
        }
    }

    static std::string_view colour_of(severity s) noexcept {
        switch (s) {
        case severity::error: return "1;31";
        case severity::warning: return "1;35";
        case severity::note:
        case severity::off: return "1;36";
        }
        return "0";
    }

    std::string paint(std::string_view colour, std::string_view text) const {
        if (!coloured_) return std::string{text};
        return "\x1b[" + std::string{colour} + 'm' + std::string{text} + "\x1b[0m";
    }

    static bool wants_colour(int stream) {
        char const* const no = std::getenv("NO_COLOR");
        return (no == nullptr || *no == '\0') && isatty(stream) != 0;
    }

    bool coloured_;
    bool quiet_;
};

} // namespace

std::unique_ptr<output> make_text_output(bool quiet) {
    return std::make_unique<text_output>(STDOUT_FILENO, quiet);
}

void complain_of(checked_document const& document) {
    auto const words = text_output{STDERR_FILENO, false}.in_words(document);
    flush();
    std::fwrite(words.data(), 1, words.size(), stderr);
}
