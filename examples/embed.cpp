#include <lakeproof/house_rules.hpp>
#include <lakeproof/http.hpp>

#include <iostream>

namespace lp = lakeproof;
namespace http = lakeproof::http;

// One end: a gateway for two Regions, with a rule of its own and one turned down.
struct gateway {
    lp::house_rules house;
    lp::options options{.regions = {lp::regions::us_east_1, lp::regions::eu_west_1}};

    gateway() {
        house.require("/sourceName", "acme-[a-z0-9-]+", "our sources start with acme-");
        options.policy.set(lp::rule::event_class_undocumented, lp::severity::warning);
        options.house_rules = &house;
    }
    gateway(gateway const&) = delete; // its options point into it

    http::response_message answer(http::request_message const& m) const {
        auto const request = http::decode_request(m.method, m.target, m.headers, m.body, options);
        if (!request) return http::encode(*request.error()); // 400, with every violation
        if (request->source_name == "acme-taken")
            return http::encode(
                http::make_service_error(lp::service_error_code::conflict, "acme-taken exists"));
        return http::encode(lp::create_custom_log_source_response{
            .source = lp::custom_log_source_resource{.source_name = request->source_name.c_str()}});
    }
};

// The other end: what a client sends, and makes of the answer. The transport between is yours.
int main() {
    gateway const there;
    std::cout << http::endpoint(lp::regions::us_east_1).value() << '\n';
    for (auto const name : {"acme-edr", "acme-taken", "edr"}) {
        auto const sent = http::encode(lp::create_custom_log_source_request{
            .configuration =
                {.crawler_configuration = {.role_arn = "arn:aws:iam::123456789012:role/Crawler"},
                 .provider_identity = {.external_id = "acme-2026", .principal = "123456789012"}},
            .source_name = lp::source_name{name}});
        auto const [status, headers, body] = there.answer(sent);
        auto const got = http::decode_response(status, headers, body);
        if (got) {
            std::cout << "created " << got->source->source_name.value_or("?") << '\n';
        } else if (auto const* error = got.error()) {
            std::cout << error->name << ": " << error->message() << '\n';
            if (auto const advice = http::advise(*error); advice.how != http::retry::never)
                std::cout << "  try again: " << advice.reason << '\n';
        } else { // a 200 whose body is no response
            for (auto const& violation : got.report()) std::cout << violation << '\n';
        }
    }
}
