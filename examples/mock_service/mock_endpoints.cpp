// SPDX-License-Identifier: BSL-1.0
#include "mock_endpoints.hpp"

#include "errors.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/json/parse.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string_view>

namespace lp = lakeproof;
namespace ops = mock_operations;

namespace {

lp::http::service_error refused(std::string message) {
    return lp::http::make_service_error(lp::service_error_code::bad_request, std::move(message));
}

bool contains(std::vector<lp::region> const& regions, lp::region const& wanted) {
    return std::find(regions.begin(), regions.end(), wanted) != regions.end();
}

} // namespace

answering<ops::get_state> mock_endpoints::perform(ops::get_state::input const&) {
    auto const& regions = around_.lake.regions();
    auto const work = [&](source_store& store) {
        mock_state read;
        for (auto const& each :
             store.list("{}", regions, {}, std::numeric_limits<std::int64_t>::max())) {
            mock_source source{each.at.account, each.at.region, each.at.source_name};
            if (auto const made = lp::json::parse_response(each.response); made && made->source)
                source.source_version = made->source->source_version;
            read.sources.push_back(std::move(source));
        }
        for (auto const& each : store.leftovers())
            read.leftovers.push_back(
                {each.region, each.source_name, each.crawler_arn, each.provider_role_arn});
        return read;
    };
    answer_to<ops::get_state> answer;
    answer.output = co_await around_.reads.run(work);
    for (auto const& each : around_.lake.regions()) answer.output.regions.emplace_back(each.view());
    answer.output.changing = around_.lake.busy();
    answer.output.settings = around_.lake.settings();
    answer.output.settings.inject = faults_.left();
    co_return answer;
}

answering<ops::reset_state> mock_endpoints::perform(ops::reset_state::input const&) {
    auto const work = [](source_store& store) {
        store.clear();
        return true;
    };
    co_await around_.changes.run(work);
    around_.lake.reset();
    faults_.set(parse_faults(first_faults_));
    co_return answer_to<ops::reset_state>{};
}

answering<ops::change_settings> mock_endpoints::perform(mock_settings const& wanted) {
    answer_to<ops::change_settings> answer;
    try {
        auto faults = parse_faults(wanted.inject.value_or(std::vector<std::string>{}));
        if (wanted.missing_lakes)
            for (auto const& each : *wanted.missing_lakes)
                if (!contains(around_.lake.regions(), each.region))
                    throw std::invalid_argument{std::string{each.region.view()} +
                                                " is none of the Regions here"};
        around_.lake.set(wanted);
        if (wanted.inject) faults_.set(std::move(faults));
    } catch (std::invalid_argument const& e) {
        answer.error = refused(e.what());
    }
    co_return answer;
}

answering<ops::delete_leftover>
mock_endpoints::perform(ops::delete_leftover::input const& request) {
    answer_to<ops::delete_leftover> answer;
    auto const in = request.region.value_or(around_.lake.regions().front());
    auto const work = [&](source_store& store) {
        return store.forget_leftover(in, request.source_name);
    };
    bool const was_there = co_await around_.changes.run(work);
    if (!was_there) answer.error = nothing_left(request.source_name.view(), in);
    co_return answer;
}
