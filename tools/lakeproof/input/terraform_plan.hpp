// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/derived_text.hpp"
#include "input/json_cursor.hpp"
#include "input/terraform_regions.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A custom log source of a plan, as the request that the provider will send.
struct planned_request {
    std::string address;
    derived_text request;
    std::optional<std::string> region;          ///< if the plan tells
    std::vector<std::string> known_after_apply; ///< JSON Pointers, each for all below it
};

/// What `terraform show -json` prints of a plan, or of a state: the custom log sources in it.
///
/// Nothing is kept of the rest, so that a plan may be as large as it likes.
class terraform_plan {
public:
    /// Reads valid JSON.
    explicit terraform_plan(source_text const& text);

    /// Why it cannot be read as a plan, or empty.
    [[nodiscard]] std::string const& problem() const noexcept { return problem_; }
    [[nodiscard]] std::size_t size() const noexcept { return resources_.size(); }
    [[nodiscard]] planned_request operator[](std::size_t i) const;

    /// No plan is read beyond that.
    static constexpr std::size_t most_bytes = std::size_t{1} << 30;
    static constexpr std::size_t most_levels = 500;

private:
    struct resource {
        std::string address;
        std::string_view values;
    };
    struct planned_change {
        std::string_view after_unknown{};
        bool removed = false;
    };

    void read_version(json_cursor& at);
    void read_values(json_cursor& at);
    void read_module(json_cursor& at);
    void read_resource(json_cursor& at);
    void read_change(json_cursor& at);
    [[nodiscard]] std::size_t offset_of(std::string_view part) const;
    void write_object(derived_text& out, std::string_view object) const;
    void write_value(derived_text& out, std::string_view value, bool block) const;

    source_text const& text_;
    std::string problem_ = "it has no format_version, so it is no output of terraform show -json";
    std::vector<resource> resources_{};
    std::map<std::string, planned_change, std::less<>> changes_{}; ///< by address
    terraform_regions regions_{};
};
