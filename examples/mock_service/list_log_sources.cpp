// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "operations.hpp"

#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/serialize.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lp = lakeproof;
using operation = lp::operations::list_log_sources;

namespace {

constexpr std::int32_t largest_page = 100;

/// The sources of a page, those of one account and Region together.
std::vector<lp::log_source> grouped(std::vector<listed_source> const& page) {
    std::vector<lp::log_source> groups;
    for (auto const& each : page) {
        if (groups.empty() || groups.back().account != each.at.account ||
            groups.back().region != each.at.region)
            groups.push_back({.account = each.at.account, .region = each.at.region});
        auto stored = lp::json::parse_response(each.response);
        if (!stored) throw store_error{"the store has no readable '" + each.at.source_name + "'"};
        groups.back().sources.push_back({.custom_log_source = std::move(stored->source)});
    }
    return groups;
}

} // namespace

answering<operation> perform(surroundings& around, lp::list_log_sources_request const& request,
                             lp::region const&) {
    answer_to<operation> answer;
    auto filters = request;
    filters.max_results.reset();
    filters.next_token.reset();
    auto const filter_text = lp::json::serialize(filters);
    list_position after;
    if (request.next_token) {
        auto known = around.tokens.read(request.next_token->view(), filter_text);
        if (!known) {
            answer.error = token_unknown();
            co_return answer;
        }
        after = std::move(*known);
    }
    auto const regions = around.lake.enabled_regions();
    auto const most = static_cast<std::size_t>(request.max_results.value_or(largest_page));
    auto const work = [&](source_store& store) {
        // One more than wanted tells whether there is another page.
        auto page = store.list(filter_text, regions, after, static_cast<std::int64_t>(most) + 1);
        answer_to<operation> found;
        if (page.size() > most) {
            page.resize(most);
            found.output.next_token = around.tokens.make(page.back().at, filter_text);
        }
        found.output.sources = grouped(page);
        return found;
    };
    co_return co_await around.reads.run(work);
}
