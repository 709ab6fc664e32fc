// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace toy {

struct answer {
    int status;
    std::string body;
};

/// A toy service that embeds Lakeproof: it takes the body of a CreateCustomLogSource request in us-east-1, keeps the
/// source, and answers. What it keeps and logs beside that is what the bugs in service.cpp are about.
class service {
public:
    answer create(std::string_view body);

private:
    struct source {
        std::string version;
        std::string crawler_role;
        std::string shown_external_id;
        std::string replica_role; ///< empty where the name is too long for that Region
    };

    std::map<std::string, source> sources_{};
    std::map<std::string, unsigned> refusals_{}; ///< by source name
};

} // namespace toy
