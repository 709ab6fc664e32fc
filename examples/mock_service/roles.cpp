// SPDX-License-Identifier: BSL-1.0
#include "roles.hpp"

#include <lakeproof/check/printable.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

using lakeproof::role_arn;

void crawler_roles::add(std::vector<role_arn> const& roles) {
    for (auto const& each : roles) met_.try_emplace(std::string{each.view()}, clock::now());
    existing_ = roles;
}

void crawler_roles::start(std::optional<std::vector<role_arn>> roles) {
    met_.clear();
    existing_ = std::move(roles);
}

bool crawler_roles::know(role_arn const& role, clock::time_point now) {
    if (existing_ && std::find(existing_->begin(), existing_->end(), role) == existing_->end())
        return false;
    if (delay_ == delay_.zero()) return true;
    return now - met_.try_emplace(std::string{role.view()}, now).first->second >= delay_;
}

std::vector<role_arn> read_roles(std::string const& file) {
    std::ifstream in{file};
    std::vector<role_arn> roles;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        line.erase(line.find_last_not_of(" \t\r") + 1);
        if (line.empty() || line.starts_with('#')) continue;
        auto const role = role_arn::from(line);
        if (!role) {
            std::string message = file + ":" + std::to_string(number) + ": ";
            lakeproof::append_quoted(message, line);
            throw std::runtime_error{message + " is not the ARN of an IAM role"};
        }
        roles.push_back(*role);
    }
    // To libc++ a folder is an empty file.
    if (!in.eof() || std::filesystem::is_directory(file)) throw std::runtime_error{"'" + file + "' cannot be read"};
    return roles;
}
