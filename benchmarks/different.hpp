// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "payloads.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace benchmarks {

/// Requests as people write them, each other than the last.
inline std::vector<payload> different(std::size_t count) {
    std::mt19937 random{7};
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    auto const some = [&](std::size_t least, std::size_t most, std::string_view of) {
        std::string text;
        for (auto n = least + below(most - least + 1); n > 0; --n) text += of[below(of.size())];
        return text;
    };
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz-", digits = "0123456789";
    auto const current = detail::event_classes(); // with quotes and commas
    std::vector<payload> all;
    while (all.size() < count) {
        auto from = current.find("\"", below(current.size() / 2));
        if (from != 0 && current[from - 1] != ',') from = current.find(",\"", from) + 1;
        auto const to = current.find("\"", from + 1) + 1;
        auto const account = some(12, 12, digits);
        auto const role = std::string{below(2) ? "service-role/" : ""} + some(5, 40, letters);
        auto const external_id = some(8, 36, letters);
        auto const principal = below(3) ? account : some(4, 20, letters) + ".amazonaws.com";
        auto const name = some(3, 20, letters);
        all.emplace_back("", detail::request("arn:aws:iam::" + account + ":role/" + role, external_id, principal,
                                             current.substr(from, to - from), name, below(2) ? "1.0" : "2024.1"));
    }
    return all;
}

} // namespace benchmarks
