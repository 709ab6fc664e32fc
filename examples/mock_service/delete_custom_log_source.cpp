// SPDX-License-Identifier: BSL-1.0
#include "errors.hpp"
#include "operations.hpp"

namespace lp = lakeproof;
using operation = lp::operations::delete_custom_log_source;

answering<operation> perform(surroundings& around,
                             lp::delete_custom_log_source_request const& request,
                             lp::region const& in) {
    answer_to<operation> answer;
    if (around.lake.busy()) {
        answer.error = lake_is_changing();
        co_return answer;
    }
    lake::change change{around.lake};
    auto const version =
        request.source_version ? std::optional{request.source_version->view()} : std::nullopt;
    bool const leftovers = around.lake.leaves_leftovers();
    auto const work = [&](source_store& store) {
        return store.remove(in, request.source_name, version, leftovers);
    };
    auto const removed = co_await around.changes.run(work);
    switch (removed) {
    case source_store::removal::done: change.made(); break;
    case source_store::removal::no_such_name:
        answer.error = no_such_source(request.source_name.view(), {}, in);
        break;
    case source_store::removal::another_version:
        answer.error = no_such_source(request.source_name.view(), version, in);
        break;
    }
    co_return answer;
}
