// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/position.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

/// The text of a user's file, in which many places are asked for: its lines are found once.
class source_text {
public:
    explicit source_text(std::string_view text) noexcept : text_{text} {}

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] lakeproof::json::position position_of(std::size_t offset) const;

private:
    std::string_view text_;
    mutable std::vector<std::size_t> line_starts_{}; ///< empty until a place is asked for
};
