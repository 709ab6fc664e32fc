// SPDX-License-Identifier: BSL-1.0
#include "service.hpp"

#include "created.hpp"
#include "errors.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/http/beast.hpp>
#include <lakeproof/http/server.hpp>
#include <lakeproof/json/serialize.hpp>

#include <boost/uuid/uuid_io.hpp>

#include <ctime>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

namespace http = boost::beast::http;
namespace lp = lakeproof;
using lp::service_error_code;
using lp::http::make_service_error;

namespace {

/// The time as HTTP writes it. `std::gmtime` is safe here: only the worker's thread asks for it.
std::string http_date() {
    auto const now = std::time(nullptr);
    char text[sizeof "Thu, 01 Jan 1970 00:00:00 GMT"];
    std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", std::gmtime(&now));
    return text;
}

} // namespace

service::service(lp::region region, source_store& store, fault_queue faults, std::size_t body_bytes,
                 lp::http::refusal_options const& refusals)
    : region_{region}, options_{.regions = {region}, .limits = {.bytes = body_bytes}},
      refusals_{refusals}, store_{store}, faults_{std::move(faults)} {}

http_response service::answer(http_request const& request) noexcept {
    try {
        return decide(request);
    } catch (std::exception const& e) {
        // The disk is full, say. The client learns no more than from the real service.
        std::clog << std::string{"mock_service: "}.append(e.what()).append("\n");
        return fail(make_service_error(service_error_code::internal_server, "Internal error"));
    }
}

http_response service::refuse(http::status status, std::string_view why) noexcept {
    auto error = make_service_error(service_error_code::bad_request, std::string{why});
    error.status = static_cast<int>(status);
    return fail(error);
}

http_response service::decide(http_request const& request) {
    auto const& binding = lp::operations::create_custom_log_source::binding;
    std::string_view const method = request.method_string();
    std::string_view const target = request.target();
    if (target == binding.uri && method != binding.method) {
        auto response = fail({.name = "MethodNotAllowedException",
                              .status = 405,
                              .details = {.message = "Only POST is allowed here"}});
        response.set(http::field::allow, binding.method);
        return response;
    }
    auto const decoded =
        lp::http::decode_request(method, target, request, request.body(), options_, refusals_);
    // Whatever else is wrong with a request to the operation, an injected exception comes first.
    bool const elsewhere = decoded.error() != nullptr && decoded.error()->status == 404;
    if (!elsewhere) {
        auto const name = decoded ? decoded->source_name.view() : std::string_view{};
        if (auto const wanted = request.find("x-mock-inject"); wanted != request.end()) {
            if (auto const what = exception_from(wanted->value()))
                return fail(injected(*what, name));
            std::string why = "x-mock-inject: ";
            lp::append_quoted(why, wanted->value());
            return refuse(http::status::bad_request, why + " is none of " + exception_names());
        }
        if (auto const what = faults_.next()) return fail(injected(*what, name));
    }
    return decoded ? create(*decoded) : fail(*decoded.error());
}

http_response service::create(lp::create_custom_log_source_request const& request) {
    auto const& name = request.source_name;
    auto const& version = request.source_version;
    auto message = lp::http::encode(created_source(request, region_));
    auto const alike = store_.find_alike(region_, name); // before: what is kept is acknowledged
    bool const added =
        store_.add({region_, name, version ? std::optional{version->view()} : std::nullopt,
                    lp::json::serialize(request), message.body});
    std::string const text{name.view()};
    if (!added) return fail(name_taken(text, region_));

    std::string log = "CreateCustomLogSource " + text;
    if (alike) log += " (warning: its IAM role or Glue table is that of " + *alike + ")";
    return finish(std::move(message), log);
}

http_response service::fail(lp::http::service_error const& error) {
    return finish(lp::http::encode(error), error.name + ": " + std::string{error.message()});
}

http_response service::finish(lp::http::response_message message, std::string_view log) {
    auto response = lp::http::to_beast(std::move(message));
    response.set("x-amzn-RequestId", to_string(make_id_()));
    response.set(http::field::date, http_date());
    response.set(http::field::server, "lakeproof-mock-service");
    std::clog << std::to_string(response.result_int()).append(" ").append(log).append("\n");
    return response;
}
