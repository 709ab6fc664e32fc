// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/source_text.hpp"

#include <lakeproof/json/position.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The JSON text that a document in another format amounts to, and where in the user's file each piece of it stands.
/// So every format has the rules, the limits and the messages of JSON.
class derived_text {
public:
    explicit derived_text(source_text const& source) noexcept : source_{&source} {}

    [[nodiscard]] std::string const& json() const noexcept { return json_; }
    [[nodiscard]] std::size_t size() const noexcept { return json_.size(); }
    [[nodiscard]] source_text const& source() const noexcept { return *source_; }
    /// Where in the file that stands which the byte at `offset` was made of.
    [[nodiscard]] lakeproof::json::position position_of(std::size_t offset) const;

    /// Appends a name or a value that stands at `origin` in the file.
    void append(std::string_view piece, std::size_t origin);
    /// Appends a bracket, a comma or a colon, which the file need not have.
    void append(char punctuation) { json_ += punctuation; }
    void append(derived_text const& other);

    /// A copy of what stands from `begin` to `end`.
    [[nodiscard]] derived_text part(std::size_t begin, std::size_t end) const;
    /// The same, but its first piece stands at `origin`.
    [[nodiscard]] derived_text moved_to(std::size_t origin) const;
    void remove_from(std::size_t begin);
    void clear() { remove_from(0); }

private:
    struct piece {
        std::size_t begin;
        std::size_t origin;
    };
    [[nodiscard]] std::vector<piece>::const_iterator first_from(std::size_t offset) const;

    source_text const* source_;
    std::string json_{};
    std::vector<piece> pieces_{};
};
