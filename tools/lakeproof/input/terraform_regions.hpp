// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/json_cursor.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

inline constexpr std::string_view terraform_resource_type = "aws_securitylake_custom_log_source";

/// What a JSON string is, between its quotes and without escapes; nothing of another value. Passes it.
std::optional<std::string> read_string(json_cursor& at);

/// The Regions of a Terraform plan's provider configurations: constants, and variables of the root module.
class terraform_regions {
public:
    /// Reads the plan's `configuration`.
    void read_configuration(json_cursor& at);
    /// Reads the plan's `variables`.
    void read_variables(json_cursor& at);
    /// The Region of the provider configuration that a resource has; nothing where the plan does not tell.
    [[nodiscard]] std::optional<std::string> region_of(std::string_view address) const;

private:
    struct provider {
        std::optional<std::string> region{};
        std::optional<std::string> variable{};
        std::size_t references = 0;
        bool in_root = true;
    };
    void read_module(json_cursor& at, std::string const& prefix);
    static provider read_provider(json_cursor& at);
    [[nodiscard]] provider const* provider_of(std::string const& key) const;

    std::map<std::string, provider, std::less<>> providers_{}; ///< by their keys
    std::map<std::string, std::string, std::less<>>
        keys_{}; ///< by resource, without the indices of instances
    std::map<std::string, std::string, std::less<>> variables_{};
};
