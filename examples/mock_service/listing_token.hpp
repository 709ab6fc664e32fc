// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "store.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Makes and reads `nextToken`: where a list goes on, with a hash over it, the filters and a key that no
/// client knows. So a token that was made up, changed, or is used with other filters is none.
///
/// Nothing is kept of a token; it is good as long as its store.
class listing_tokens {
public:
    explicit listing_tokens(std::string key) : key_{std::move(key)} {}

    [[nodiscard]] std::string make(list_position const&, std::string_view filters) const;
    [[nodiscard]] std::optional<list_position> read(std::string_view token,
                                                    std::string_view filters) const;

private:
    [[nodiscard]] std::string hash(std::string_view position, std::string_view filters) const;

    std::string key_;
};
