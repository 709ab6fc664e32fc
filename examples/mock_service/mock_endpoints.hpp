// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "faults.hpp"
#include "operations.hpp"
#include "settings.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/model/http_binding.hpp>
#include <lakeproof/model/member.hpp>

#include <optional>
#include <string>
#include <vector>

// What the real service lacks: operations with which a test looks at the mock service and sets it up.
// They are shapes and bindings like any others, so that the library reads, checks and writes them.

/// The output of what has nothing to say.
struct nothing {
    static constexpr auto members = lakeproof::member_table();
};

/// A source, in short; ListLogSources tells the rest.
struct mock_source {
    std::string account{};
    std::string region{};
    std::string source_name{};
    std::optional<std::string> source_version{};

    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"account", &mock_source::account},
                                lakeproof::member{"region", &mock_source::region},
                                lakeproof::member{"sourceName", &mock_source::source_name},
                                lakeproof::member{"sourceVersion", &mock_source::source_version});
};

struct mock_leftover {
    std::string region{};
    std::string source_name{};
    std::string crawler_arn{};
    std::string provider_role_arn{};

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{"region", &mock_leftover::region},
        lakeproof::member{"sourceName", &mock_leftover::source_name},
        lakeproof::member{"crawlerArn", &mock_leftover::crawler_arn},
        lakeproof::member{"providerRoleArn", &mock_leftover::provider_role_arn});
};

struct mock_state {
    std::vector<std::string> regions{};
    mock_settings settings{};
    bool changing = false; ///< whether a change runs
    std::vector<mock_source> sources{};
    std::vector<mock_leftover> leftovers{};

    static constexpr auto members = lakeproof::member_table(
        lakeproof::member{"regions", &mock_state::regions, {.required = true}},
        lakeproof::member{"settings", &mock_state::settings},
        lakeproof::member{"changing", &mock_state::changing},
        lakeproof::member{"sources", &mock_state::sources, {.required = true}},
        lakeproof::member{"leftovers", &mock_state::leftovers, {.required = true}});
};

namespace mock_operations {

struct get_state {
    struct input {
        static constexpr auto members = lakeproof::member_table();
    };
    using output = mock_state;
    static constexpr lakeproof::http_binding binding{"GET", "/_mock/state"};
};

/// No sources, no leftovers, and the settings of the command line.
struct reset_state {
    struct input {
        static constexpr auto members = lakeproof::member_table();
    };
    using output = nothing;
    static constexpr lakeproof::http_binding binding{"DELETE", "/_mock/state"};
};

/// Sets what the body has.
struct change_settings {
    using input = mock_settings;
    using output = nothing;
    static constexpr lakeproof::http_binding binding{"PATCH", "/_mock/settings"};
};

/// Deletes the crawler and the role that a deleted source left; in the first Region, or in that one.
struct delete_leftover {
    struct input {
        lakeproof::source_name source_name;
        std::optional<lakeproof::region> region{};

        static constexpr auto members =
            lakeproof::member_table(lakeproof::member{"sourceName", &input::source_name},
                                    lakeproof::member{"region", &input::region});
    };
    using output = nothing;
    static constexpr lakeproof::http_binding binding{"DELETE",
                                                     "/_mock/leftovers/{sourceName}{?region}"};
};

} // namespace mock_operations

/// Performs them. On the network's thread, as the service's operations.
class mock_endpoints {
public:
    mock_endpoints(surroundings& around, fault_queue& faults) : around_{around}, faults_{faults} {}

    answering<mock_operations::get_state> perform(mock_operations::get_state::input const&);
    answering<mock_operations::reset_state> perform(mock_operations::reset_state::input const&);
    answering<mock_operations::change_settings> perform(mock_settings const&);
    answering<mock_operations::delete_leftover>
    perform(mock_operations::delete_leftover::input const&);

private:
    surroundings& around_;
    fault_queue& faults_;
    std::vector<std::string> first_faults_ = faults_.left();
};
