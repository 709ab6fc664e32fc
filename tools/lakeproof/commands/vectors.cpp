// SPDX-License-Identifier: BSL-1.0
#include "commands/commands.hpp"
#include "output/boosted.hpp"
#include "output/output.hpp"

#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/testing/boundary.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace {

namespace lp = lakeproof;

boost::json::object as_json(lp::testing::expected_violation const& v) {
    return {{"rule", boosted(to_string(v.rule))},
            {"severity", boosted(to_string(v.severity))},
            {"pointer", boosted(v.pointer)},
            {"region", string_or_null(v.region)}};
}

} // namespace

int run_vectors() {
    for (auto const& c : lp::testing::boundaries<lp::create_custom_log_source_request>()) {
        boost::json::array violations;
        for (auto const& v : c.violations) violations.push_back(as_json(v));
        boost::json::object const vector{
            {"name", boosted(c.name)},
            {"rule", boosted(to_string(c.rule))},
            {"document", boosted(c.document)},
            {"regions", boost::json::array(c.regions.begin(), c.regions.end())},
            {"ok", c.ok()},
            {"violations", std::move(violations)},
        };
        print(boost::json::serialize(vector) + '\n');
    }
    return exit_ok;
}
