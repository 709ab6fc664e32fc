// SPDX-License-Identifier: BSL-1.0
// Whatever a document holds, a message about it is printable ASCII of a bounded length, and leads
// to a place in the text. Requests with every rule of a house, and responses.
#include <lakeproof/house_rules.hpp>
#include <lakeproof/json.hpp>
#include <lakeproof/testing/fuzz_target.hpp>

#include "../support/requests.hpp"
#include "support/require.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

namespace lp = lakeproof;
using lp::test::require;

namespace {

bool printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

void readable(lp::report const& r, std::string_view text) {
    require(r.size() + r.omitted() == r.errors() + r.warnings() + r.notes());
    require(r.size() <= lp::report::capacity);
    for (auto const& v : r) {
        std::ostringstream written;
        written << v;
        require(printable(written.view()));
        auto const said = message(v);
        require(printable(said) && !said.empty() && said.size() < 4096);
        auto const place = lp::json::locate(text, v);
        if (place) {
            require(place->offset <= text.size());
            require(place->line >= 1 && place->column >= 1 && place->column <= text.size() + 1);
        }
        static_cast<void>(lp::json::locate(text, v.pointer()));
        require(v.pointer().size() < 1024);
    }
}

lp::house_rules house() {
    lp::house_rules rules;
    rules.require("/sourceName", "acme-[a-z0-9-]+");
    rules.require("/eventClasses", "[A-Z_]+", "caf\xc3\xa9\x1b[31m");
    rules.require("/configuration/crawlerConfiguration/roleArn", ".*[Cc]rawler.*");
    return rules;
}

void report_everything(std::string_view text, lp::options o) {
    static lp::house_rules const rules = house();
    o.house_rules = &rules;
    lp::request_batch batch;
    readable(batch.check(text, o, text.substr(0, 64)), text);
    // Again in the same batch: the name conflicts with itself.
    readable(batch.check(text, o), text);
    readable(lp::json::parse_response(text).report(), text);
    readable(lp::json::check_response(text, lp::test::acme, lp::regions::us_east_1), text);
}

lp::testing::fuzz_target const target{report_everything};

} // namespace
