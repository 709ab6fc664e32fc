// SPDX-License-Identifier: BSL-1.0
#include "service.hpp"

#include "errors.hpp"
#include "signing_region.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/http/beast.hpp>
#include <lakeproof/http/find_operation.hpp>
#include <lakeproof/http/server.hpp>

#include <boost/uuid/uuid_io.hpp>

#include <chrono>
#include <concepts>
#include <ctime>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <variant>

namespace http = boost::beast::http;
namespace lp = lakeproof;
namespace ops = lp::operations;
namespace tests = mock_operations;
using lp::service_error_code;
using lp::http::make_service_error;

namespace {

/// The name of an operation, as the service's model and its permissions spell it.
template <class Op>
constexpr std::string_view name_of = "";
template <>
constexpr std::string_view name_of<ops::create_custom_log_source> = "CreateCustomLogSource";
template <>
constexpr std::string_view name_of<ops::delete_custom_log_source> = "DeleteCustomLogSource";
template <>
constexpr std::string_view name_of<ops::list_log_sources> = "ListLogSources";

/// The time as HTTP writes it. `std::gmtime` is safe here: only the network's thread asks for it.
std::string formatted_time(char const* format) {
    auto const now = std::time(nullptr);
    char text[64];
    return {text, std::strftime(text, sizeof text, format, std::gmtime(&now))};
}

lp::http::response_message failure(lp::http::service_error const& error, log_entry& entry) {
    entry.error = error.name;
    entry.message = std::string{error.message()};
    return lp::http::encode(error);
}

/// Says which source a request names, where it names one.
template <class Input>
void note_source(Input const& input, log_entry& entry) {
    if constexpr (requires { input.source_name; }) entry.source_name = input.source_name.view();
    if constexpr (requires { input.source_version; })
        if (input.source_version) entry.source_version = input.source_version->view();
}

template <class Op>
lp::http::response_message written(answer_to<Op> const& answer, log_entry& entry) {
    if (answer.error) return failure(*answer.error, entry);
    if (!answer.note.empty()) entry.message = "warning: " + answer.note;
    return lp::http::encode<Op>(answer.output);
}

/// The methods of those operations whose path is a target's, with commas between.
template <class... Ops>
std::string methods_of(std::string_view target) {
    std::string methods;
    if (target.ends_with('/')) return methods; // a name is not empty
    auto const add = [&]<class Op>(Op) {
        if (!lp::http::find_operation<Op>(Op::binding.method, target)) return;
        if (!methods.empty()) methods += ", ";
        methods += Op::binding.method;
    };
    (add(Ops{}), ...);
    return methods;
}

std::string_view field(http_request const& request, auto name) {
    auto const found = request.find(name);
    return found == request.end() ? std::string_view{} : std::string_view{found->value()};
}

} // namespace

service::service(surroundings& around, fault_queue& faults, request_log& log,
                 service_options const& options)
    : around_{around}, faults_{faults}, log_{log}, options_{options}, tests_{around, faults} {}

boost::asio::awaitable<http_response> service::answer(http_request const& request) {
    auto const begun = std::chrono::steady_clock::now();
    log_entry entry{.method = std::string{request.method_string()},
                    .target = std::string{request.target()}};
    reply message;
    try {
        auto deciding = decide(request, entry);
        message = co_await std::move(deciding);
    } catch (std::exception const& e) {
        // The disk is full, say. The client learns no more than from the real service.
        std::clog << std::string{"mock_service: "}.append(e.what()).append("\n");
        message = failure(make_service_error(service_error_code::internal_server, "Internal error"),
                          entry);
    }
    entry.microseconds = std::chrono::duration_cast<std::chrono::microseconds>(
                             std::chrono::steady_clock::now() - begun)
                             .count();
    co_return finish(std::move(message), entry);
}

http_response service::refuse(http::status status, std::string_view why) {
    log_entry entry;
    auto error = make_service_error(service_error_code::bad_request, std::string{why});
    error.status = static_cast<int>(status);
    return finish(failure(error, entry), entry);
}

boost::asio::awaitable<service::reply> service::decide(http_request const& request,
                                                       log_entry& entry) {
    std::string_view const method = request.method_string(), target = request.target();
    // What is awaited is a variable first: g++ 12 destroys temporaries of such an expression twice.
    if (auto const op =
            lp::http::find_operation<ops::create_custom_log_source, ops::delete_custom_log_source,
                                     ops::list_log_sources>(method, target)) {
        auto serving = std::visit([&]<class Op>(Op) { return serve<Op>(request, entry); }, *op);
        co_return co_await std::move(serving);
    }
    if (options_.mock_endpoints)
        if (auto const op =
                lp::http::find_operation<tests::get_state, tests::reset_state,
                                         tests::change_settings, tests::delete_leftover>(method,
                                                                                         target)) {
            auto serving =
                std::visit([&]<class Op>(Op) { return serve_test<Op>(request, entry); }, *op);
            co_return co_await std::move(serving);
        }
    co_return serve_none(request, entry);
}

template <class Op>
boost::asio::awaitable<service::reply> service::serve(http_request const& request,
                                                      log_entry& entry) {
    auto& lake = around_.lake;
    auto const scope = signing_region(field(request, http::field::authorization), lake.regions());
    auto const* const signed_for = std::get_if<lp::region>(&scope);
    auto const in = signed_for != nullptr ? *signed_for : lake.regions().front();
    entry.operation = name_of<Op>;
    entry.region = in.view();
    std::string_view target = request.target();
    // The service ignores a query where the operation has none.
    if (Op::binding.path() == Op::binding.uri) target = target.substr(0, target.find('?'));
    auto const input = lp::http::decode_request<Op>(
        request.method_string(), target, request, request.body(),
        lp::options{.regions = {in}, .limits = {.bytes = options_.body_bytes}}, options_.refusals);
    if (input) note_source(*input, entry);
    // Whatever else is wrong with a request to an operation, an injected exception comes first.
    if (auto const error =
            injection(request, name_of<Op>, entry.source_name.value_or(std::string{})))
        co_return failure(*error, entry);
    if (signed_for == nullptr) co_return failure(std::get<lp::http::service_error>(scope), entry);
    if (!input) co_return failure(*input.error(), entry);
    if (auto const status = lake.missing_in(in))
        co_return failure(lake_missing(in, *status), entry);
    auto performing = perform(around_, *input, in);
    auto const answer = co_await std::move(performing);
    co_return written(answer, entry);
}

template <class Op>
boost::asio::awaitable<service::reply> service::serve_test(http_request const& request,
                                                           log_entry& entry) {
    // A test that misspells a setting shall learn of it.
    lp::options const strict{.policy =
                                 lp::policy{}.set(lp::rule::member_unknown, lp::severity::error),
                             .limits = {.bytes = options_.body_bytes}};
    auto const input =
        lp::http::decode_request<Op>(request.method_string(), request.target(), request,
                                     request.body(), strict, options_.refusals);
    if (!input) co_return failure(*input.error(), entry);
    auto performing = tests_.perform(*input);
    auto const answer = co_await std::move(performing);
    co_return written(answer, entry);
}

service::reply service::serve_none(http_request const& request, log_entry& entry) const {
    std::string_view const target = request.target();
    auto allowed =
        methods_of<ops::create_custom_log_source, ops::delete_custom_log_source,
                   ops::list_log_sources>(target);
    if (allowed.empty() && options_.mock_endpoints)
        allowed = methods_of<tests::get_state, tests::reset_state, tests::change_settings,
                             tests::delete_leftover>(target);
    if (allowed.empty())
        return failure({.name = "UnknownOperationException",
                        .status = 404,
                        .details = {.message = "No operation of this service has that path"}},
                       entry);
    auto message = failure({.name = "MethodNotAllowedException",
                            .status = 405,
                            .details = {.message = "Only " + allowed + " is allowed here"}},
                           entry);
    message.headers.push_back({"Allow", allowed});
    return message;
}

std::optional<lp::http::service_error>
service::injection(http_request const& request, std::string_view operation, std::string_view name) {
    if (auto const wanted = request.find("x-mock-inject"); wanted != request.end()) {
        if (auto const what = exception_from(wanted->value()))
            return injected(*what, operation, name);
        std::string why = "x-mock-inject: ";
        lp::append_quoted(why, wanted->value());
        return make_service_error(service_error_code::bad_request,
                                  why + " is none of " + exception_names());
    }
    if (auto const what = faults_.next()) return injected(*what, operation, name);
    return std::nullopt;
}

http_response service::finish(reply message, log_entry& entry) {
    auto response = lp::http::to_beast(std::move(message));
    entry.request_id = to_string(make_id_());
    entry.time = formatted_time("%Y-%m-%dT%H:%M:%SZ");
    entry.status = static_cast<int>(response.result_int());
    response.set("x-amzn-RequestId", entry.request_id);
    response.set(http::field::date, formatted_time("%a, %d %b %Y %H:%M:%S GMT"));
    response.set(http::field::server, "lakeproof-mock-service");
    std::string line = std::to_string(entry.status) + ' ';
    if (entry.error) {
        line += *entry.error + ": " + *entry.message;
    } else {
        line += entry.operation.value_or(entry.method.value_or(std::string{}) + ' ' +
                                         entry.target.value_or(std::string{}));
        if (entry.source_name) line += ' ' + *entry.source_name;
        if (entry.message) line += " (" + *entry.message + ')';
    }
    std::clog << line.append("\n");
    log_.write(std::move(entry));
    return response;
}
