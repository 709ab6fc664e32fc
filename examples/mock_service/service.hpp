// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "faults.hpp"
#include "session.hpp"
#include "store.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/http/message.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

#include <boost/uuid/random_generator.hpp>

#include <string_view>

/// The operation itself: what CreateCustomLogSource answers in one Region. One thread uses it.
///
/// What the library reports as an error is a BadRequestException with all of it, a name that is
/// taken a ConflictException. Each answer has a request id, and a line on standard error that is
/// printable ASCII whatever was asked.
class service {
public:
    service(lakeproof::region, source_store&, fault_queue, std::size_t body_bytes,
            lakeproof::http::refusal_options const&);

    [[nodiscard]] http_response answer(http_request const&) noexcept;
    /// The answer to what is no HTTP request, or over a limit.
    [[nodiscard]] http_response refuse(boost::beast::http::status, std::string_view why) noexcept;

private:
    http_response decide(http_request const&);
    http_response create(lakeproof::create_custom_log_source_request const&);
    http_response fail(lakeproof::http::service_error const&);
    http_response finish(lakeproof::http::response_message, std::string_view log);

    lakeproof::region region_;
    lakeproof::options options_;
    lakeproof::http::refusal_options refusals_;
    source_store& store_;
    fault_queue faults_;
    boost::uuids::random_generator make_id_{};
};
