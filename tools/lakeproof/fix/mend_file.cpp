// SPDX-License-Identifier: BSL-1.0
#include "fix/mend_file.hpp"
#include "fix/certain_fix.hpp"
#include "fix/replace_file.hpp"
#include "fix/unified_diff.hpp"
#include "input/input.hpp"
#include "output/output.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace {

/// Reads all of a file. Returns what went wrong: a pipe could be read once alone, and not be replaced.
std::string read_file(std::string const& file, std::string& text) {
    std::error_code ignored;
    if (std::filesystem::is_other(file, ignored))
        return "is no regular file, so that it cannot be mended";
    input in{file};
    if (in.error().empty()) in.read_all(text, std::string::npos - 1);
    return in.error();
}

/// A text over the limit stays as it is, like all that is not checked.
std::string mended_document(std::string_view text, lakeproof::options const& options) {
    if (text.size() > options.limits.bytes || blank(text)) return std::string{text};
    return mended(std::string{text}, options);
}

} // namespace

std::string mend_file(input_file const& file, reading const& how, lakeproof::options const& options, mend_to to) {
    std::string text;
    if (auto error = read_file(file.name, text); !error.empty()) return error;
    if (auto const format = how.format_of(file.name, text); format != input_format::json) {
        complain(file.name + ": note: only JSON can be mended");
        return {};
    }
    if (!how.wants(file, text)) return {};
    bool const jsonl = how.jsonl;
    std::deque<std::string> after; // the difference refers to them
    unified_diff difference;
    for (std::string_view rest = text; !rest.empty();) {
        auto const end = jsonl ? std::min(rest.find('\n'), rest.size() - 1) + 1 : rest.size();
        auto const before = rest.substr(0, end);
        std::size_t const line_end = jsonl && before.ends_with('\n') ? 1 : 0;
        after.push_back(mended_document(before.substr(0, end - line_end), options));
        after.back().append(line_end, '\n');
        if (to == mend_to::diff) difference.add(before, after.back());
        rest.remove_prefix(end);
    }
    if (to == mend_to::diff) {
        print(difference.of_file(file.name));
        return {};
    }
    std::string all;
    for (auto const& document : after) all += document;
    return all == text ? std::string{} : replace_file(file.name, all);
}
