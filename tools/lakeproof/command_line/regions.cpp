// SPDX-License-Identifier: BSL-1.0
#include "command_line/regions.hpp"
#include "commands/commands.hpp"
#include "output/output.hpp"

#include <algorithm>

namespace {

namespace lp = lakeproof;

/// The letters and digits alone, in small letters.
std::string folded(std::string_view text) {
    std::string out;
    for (auto const c : text) {
        auto const small = lp::detail::fold_ascii_case(c);
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) out += small;
    }
    return out;
}

std::string what_is_wrong(std::string_view word) {
    auto message = "--region " + in_quotes(word);
    if (auto const comma = word.find_first_of(", "); comma != std::string_view::npos && comma != 0)
        if (lp::region::from(word.substr(0, comma)))
            return message + ": each Region has a --region of its own: --region " +
                   std::string{word.substr(0, comma)} + " --region ...";
    message += " is not the code of a Region";
    if (auto const meant = region_meant_by(word); !meant.empty())
        return message + "; did you mean " + std::string{meant} + '?';
    return message + " (for example us-east-1)";
}

} // namespace

std::string_view region_meant_by(std::string_view word) {
    auto const meant = folded(word);
    if (meant.size() < 3) return {};
    for (auto const& r : lp::known_regions())
        if (folded(r.code) == meant) return r.code;
    for (auto const& r : lp::known_regions()) // an Availability Zone or a Local Zone
        if (word.starts_with(r.code)) return r.code;
    for (auto const& r : lp::known_regions())
        if (folded(r.description).find(meant) != std::string::npos) return r.code;
    return lp::suggest_region(word);
}

lp::region_list parse_regions(std::vector<std::string> const& codes) {
    lp::region_list list;
    for (auto const& code : codes) {
        auto const region = lp::region::from(code);
        if (!region) throw usage_error{what_is_wrong(code)};
        if (!list.add(*region)) throw usage_error{"--region: at most 64 Regions are taken at once"};
    }
    return list;
}
