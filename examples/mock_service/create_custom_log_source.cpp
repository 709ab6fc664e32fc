// SPDX-License-Identifier: BSL-1.0
#include "created.hpp"
#include "errors.hpp"
#include "operations.hpp"

#include <lakeproof/json/serialize.hpp>

#include <utility>

namespace lp = lakeproof;
using operation = lp::operations::create_custom_log_source;

answering<operation> perform(surroundings& around,
                             lp::create_custom_log_source_request const& request,
                             lp::region const& in) {
    answer_to<operation> answer;
    auto const& role = request.configuration.crawler_configuration.role_arn;
    if (!around.lake.roles().know(role)) {
        answer.error = role_unknown(role);
        co_return answer;
    }
    if (around.lake.busy()) {
        answer.error = lake_is_changing();
        co_return answer;
    }
    lake::change change{around.lake};
    answer.output = created_source(request, in);
    auto const account = account_of(role);
    auto const text = lp::json::serialize(request), response = lp::json::serialize(answer.output);
    auto const& version = request.source_version;
    source_store::source const source{in,
                                      request.source_name,
                                      version ? std::optional{version->view()} : std::nullopt,
                                      account,
                                      text,
                                      response};
    auto const limit = around.lake.source_limit();
    bool const leftovers = around.lake.leaves_leftovers();
    std::optional<std::string> alike;
    auto const work = [&](source_store& store) {
        alike = store.find_alike(in, request.source_name);
        return store.add(source, limit, leftovers);
    };
    auto const added = co_await around.changes.run(work);
    switch (added) {
    case source_store::addition::done:
        change.made();
        if (alike) answer.note = "its IAM role or Glue table is that of " + *alike;
        break;
    case source_store::addition::name_taken:
        answer.error = name_taken(request.source_name.view(), in);
        break;
    case source_store::addition::crawler_left:
        answer.error = crawler_left(*answer.output.source->attributes->crawler_arn);
        break;
    case source_store::addition::account_full: answer.error = account_full(account, limit); break;
    }
    co_return answer;
}
