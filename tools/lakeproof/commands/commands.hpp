// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// How the tool ends.
enum exit_status : int { exit_ok = 0, exit_errors = 1, exit_usage = 2 };

/// Wrong words on the command line; the message says which and what would be right.
class usage_error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct check_arguments {
    std::vector<std::string> files;
    std::vector<std::string> regions;
    std::vector<std::string> severities;   ///< RULE=SEVERITY
    std::vector<std::string> requirements; ///< POINTER=REGEX
    std::string format = "text";
    std::string fail_on; ///< empty: as a configuration says, or error
    std::string kind = "request";
    std::string request; ///< the request that a response answers
    std::string input = "auto";
    std::optional<std::string> config; ///< else the nearest of each file
    bool no_config = false;
    bool jsonl = false;
    bool fix = false;
    bool diff = false;
    bool quiet = false;
};
int run_check(check_arguments const& arguments);

struct role_arguments {
    std::string name;
    std::vector<std::string> regions;
    std::string format = "text";
    bool suggest = false;
};
int run_role(role_arguments const& arguments);

struct explain_arguments {
    std::vector<std::string> rules;
    std::string format = "text";
    bool all = false;
};
int run_explain(explain_arguments const& arguments);

int run_rules();
int run_classes();
int run_schema(std::string_view what);
int run_vectors();
