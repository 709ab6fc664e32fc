// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/delete_custom_log_source_request.hpp>
#include <lakeproof/model/delete_custom_log_source_response.hpp>
#include <lakeproof/model/http_binding.hpp>
#include <lakeproof/model/list_log_sources_request.hpp>
#include <lakeproof/model/list_log_sources_response.hpp>
#include <lakeproof/model/operation.hpp>
#include <lakeproof/version.hpp>

/// The operations of the service that Lakeproof models. Source: the service model of 2018-05-10.
/// \code
/// using op = lakeproof::operations::delete_custom_log_source;
/// static_assert(op::binding.method == "DELETE");
/// static_assert(lakeproof::check(op::input{.source_name = "acme-edr"}).ok());
/// \endcode
namespace lakeproof::inline LAKEPROOF_ABI::operations {

/// CreateCustomLogSource: adds a third-party custom source in a Region.
struct create_custom_log_source {
    using input = create_custom_log_source_request;
    using output = create_custom_log_source_response;
    static constexpr http_binding binding{"POST", "/v1/datalake/logsources/custom"};
};

/// DeleteCustomLogSource: removes a custom source; its crawler, its role and its data stay.
struct delete_custom_log_source {
    using input = delete_custom_log_source_request;
    using output = delete_custom_log_source_response;
    static constexpr http_binding binding{"DELETE", "/v1/datalake/logsources/custom/{sourceName}{?sourceVersion}"};
};

/// ListLogSources: the log sources of accounts and Regions, page by page.
struct list_log_sources {
    using input = list_log_sources_request;
    using output = list_log_sources_response;
    static constexpr http_binding binding{"POST", "/v1/datalake/logsources/list"};
};

} // namespace lakeproof::operations
