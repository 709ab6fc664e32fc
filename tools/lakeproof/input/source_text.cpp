// SPDX-License-Identifier: BSL-1.0
#include "input/source_text.hpp"

#include <algorithm>

lakeproof::json::position source_text::position_of(std::size_t offset) const {
    if (line_starts_.empty()) {
        line_starts_.push_back(0);
        for (auto at = text_.find('\n'); at != std::string_view::npos;
             at = text_.find('\n', at + 1))
            line_starts_.push_back(at + 1);
    }
    auto const next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return {static_cast<std::size_t>(next - line_starts_.begin()), offset - *(next - 1) + 1,
            offset};
}
