// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/role_arn.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Which crawler roles exist, and since when the service knows them.
///
/// A role takes its time to propagate. It runs from the moment that the service first meets it: in a
/// request, or when a test adds it.
class crawler_roles {
public:
    using clock = std::chrono::steady_clock;

    /// From now on only these exist; those that were not there before are met now.
    void add(std::vector<lakeproof::role_arn> const&);
    /// From now on only these exist (nothing: all do), and none was met yet.
    void start(std::optional<std::vector<lakeproof::role_arn>>);
    void delay(std::chrono::milliseconds d) { delay_ = d; }

    /// Whether a request may name it.
    [[nodiscard]] bool know(lakeproof::role_arn const&, clock::time_point now = clock::now());
    [[nodiscard]] std::optional<std::vector<lakeproof::role_arn>> const& existing() const {
        return existing_;
    }

private:
    std::optional<std::vector<lakeproof::role_arn>> existing_{};
    std::map<std::string, clock::time_point> met_{};
    std::chrono::milliseconds delay_{};
};

/// Reads a file of roles: an ARN a line; empty lines, and those that begin with `#`, are none. Throws
/// `std::runtime_error` with the line.
[[nodiscard]] std::vector<lakeproof::role_arn> read_roles(std::string const& file);
