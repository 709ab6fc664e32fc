// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/report.hpp>

#include <string>

namespace lakeproof::test {

/// A violation in short: `error provider-role-length /sourceName in us-east-1`.
constexpr std::string listed(violation const& v) {
    std::string line{to_string(v.severity())};
    line += ' ';
    line += v.info().id;
    if (auto const pointer = v.pointer(); !pointer.empty()) {
        line += ' ';
        line += pointer;
    }
    if (!v.region().empty()) {
        line += " in ";
        line += v.region();
    }
    return line;
}

/// A report in short, its violations in their order, separated by `; `.
constexpr std::string listed(report const& r) {
    std::string text;
    for (auto const& v : r) {
        if (!text.empty()) text += "; ";
        text += listed(v);
    }
    return text;
}

} // namespace lakeproof::test
