// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

/// What an option may be given, as its type says: `text|json` these words, `CODE` the codes of the Regions, `RULE` the
/// rules, `FILE` a file's name.
struct option_values {
    std::vector<std::string> words;
    std::vector<std::string> then; ///< what may follow a word and `=`, as in `RULE=off|error`
    bool files = false;

    [[nodiscard]] bool any() const { return files || !words.empty(); }
};

option_values values_of(CLI::Option const& option);
