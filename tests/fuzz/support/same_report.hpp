// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/report.hpp>

#include "require.hpp"

#include <cstddef>

namespace lakeproof::test {

/// Requires that two reports say the same.
inline void same_report(report const& a, report const& b) {
    require(a.errors() == b.errors() && a.warnings() == b.warnings() && a.notes() == b.notes());
    require(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        require(a[i].rule() == b[i].rule() && a[i].severity() == b[i].severity());
        require(a[i].pointer() == b[i].pointer() && a[i].occurrence() == b[i].occurrence());
        require(a[i].text() == b[i].text() && a[i].cut() == b[i].cut());
        require(a[i].length() == b[i].length() && a[i].bound() == b[i].bound());
        require(a[i].detail() == b[i].detail() && a[i].region() == b[i].region());
    }
}

} // namespace lakeproof::test
