// SPDX-License-Identifier: BSL-1.0
// Whatever comes over HTTP gives a value, an error or a report that says why; what was read can be
// sent on and is read as the same.
//
// The input: lines. The first is a status or a method and a target, then headers up to an empty
// line, and the body.
#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>

#include "support/require.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lp = lakeproof;
namespace http = lakeproof::http;
using lp::test::require;

namespace {

using header_list = std::vector<std::pair<std::string_view, std::string_view>>;

std::string_view take_until(std::string_view& text, char end) {
    auto const at = std::min(text.find(end), text.size());
    auto const part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

constexpr std::chrono::system_clock::time_point now{std::chrono::seconds{1'790'000'000}};

bool harmless(std::string_view header) {
    return std::ranges::none_of(header, [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; });
}

void harmless_headers(http::response_message const& m) {
    require(m.status >= 200 && m.status <= 999);
    for (auto const& h : m.headers) require(harmless(h.name) && harmless(h.value));
}

void as_response(int status, header_list const& headers, std::string_view body) {
    auto const got = http::decode_response(status, headers, body, {}, now);
    bool const success = status >= 200 && status < 300;
    require((got.error() != nullptr) == !success);
    require(!got || success);
    if (success) {
        require(got.has_value() == got.report().ok());
        return;
    }
    auto const& error = *got.error();
    require(error.status == status);
    require(harmless(error.name) && harmless(error.request_id) && harmless(error.content_type));
    if (error.retry_after)
        require(error.retry_after->count() >= 0 &&
                *error.retry_after <= std::chrono::hours{24 * 365});
    // No peer puts a client to sleep, or makes it hammer a service that asks for no time.
    std::chrono::milliseconds const backoff{status};
    if (auto const advice = http::advise(error, backoff); advice.how != http::retry::never)
        require(advice.after >= backoff && advice.after <= backoff + std::chrono::seconds{5});

    // A gateway passes on what it got: the next reader finds the same error.
    auto const sent = http::encode(error);
    harmless_headers(sent);
    static_cast<void>(http::to_beast(sent)); // which throws nothing
    if (sent.status != status) return;
    auto const again = http::decode_response(sent.status, sent.headers, sent.body, {}, now);
    require(again.error() != nullptr);
    require(again.error()->name == error.name);
    require(again.error()->details == error.details);
    require(again.error()->retry_after == error.retry_after);
    require(again.error()->request_id == error.request_id);
}

void as_request(std::string_view method, std::string_view target, header_list const& headers,
                std::string_view body) {
    http::refusal_options const refusals{.words = body.size() % 2 == 0 ? http::wording::service
                                                                       : http::wording::smithy,
                                         .serialization_exception = body.size() % 3 == 0};
    auto const got = http::decode_request(method, target, headers, body, {}, refusals);
    require(got.has_value() == (got.error() == nullptr));
    if (!got) {
        require(got.error()->status >= 400 && got.error()->status < 500);
        harmless_headers(http::encode(*got.error()));
        return;
    }
    auto const sent = http::encode(*got);
    auto const again = http::decode_request(sent.method, sent.target, sent.headers, sent.body);
    require(again.has_value());
    require(*again == *got);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view rest{reinterpret_cast<char const*>(data), size};
    auto first = take_until(rest, '\n');
    header_list headers;
    while (!rest.empty()) {
        auto line = take_until(rest, '\n');
        if (line.empty()) break;
        auto const name = take_until(line, ':');
        headers.emplace_back(name, line);
    }
    if (!first.empty() && first.front() >= '0' && first.front() <= '9') {
        int status = 0;
        for (char const c : first.substr(0, 4)) status = status * 10 + (c - '0') % 10;
        as_response(status, headers, rest);
    } else {
        auto const method = take_until(first, ' ');
        as_request(method, first, headers, rest);
    }
    return 0;
}
