// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include <iostream>
#include <optional>
#include <variant>

namespace lp = lakeproof;
namespace http = lakeproof::http;
namespace ops = lakeproof::operations;

// Written in C++, proved by the compiler.
constexpr auto removal = lp::proved(ops::delete_custom_log_source::input{
    .source_name = "acme/edr", .source_version = lp::source_version{"1.0"}});

// One end: a service that has forgotten everything.
struct forgetful {
    static ops::list_log_sources::output run(ops::list_log_sources::input const&) { return {}; }
    static ops::delete_custom_log_source::output run(ops::delete_custom_log_source::input const& input) {
        std::cout << "deleted " << input.source_name << '\n';
        return {};
    }

    static http::response_message answer(http::request_message const& m) {
        auto const found =
            http::find_operation<ops::list_log_sources, ops::delete_custom_log_source>(m.method, m.target);
        if (!found) return http::encode(http::service_error{.name = "UnknownOperationException", .status = 404});
        return std::visit(
            [&]<class Op>(Op) {
                auto const input = http::decode_request<Op>(m.method, m.target, m.headers, m.body);
                return input ? http::encode<Op>(run(*input)) : http::encode(*input.error());
            },
            *found);
    }
};

// The other end.
int main() {
    auto const sent = http::encode<ops::delete_custom_log_source>(removal);
    std::cout << sent.method << ' ' << sent.target << '\n'; // DELETE …/custom/acme%2Fedr?sourceVersion=1.0
    forgetful::answer(sent);

    ops::list_log_sources::input page{.max_results = 100};
    do {
        auto const [status, headers, body] = forgetful::answer(http::encode<ops::list_log_sources>(page));
        auto const got = http::decode_response<ops::list_log_sources>(status, headers, body);
        if (!got) return 1;
        for (auto const& found : got->sources) std::cout << found.region.value_or("?") << '\n';
        page.next_token = got->next_token ? lp::next_token::from(*got->next_token) : std::nullopt;
    } while (page.next_token);
}
