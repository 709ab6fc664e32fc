// SPDX-License-Identifier: BSL-1.0
// Eight threads use the same constants at once, in every way that the library offers, and find what one thread found.
// Where the compiler has ThreadSanitizer and nothing else sanitizes, it is compiled with that.

#include <lakeproof/house_rules.hpp>
#include <lakeproof/http.hpp>

#include "../support/requests.hpp"

#include <barrier>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace lp = lakeproof;
namespace http = lakeproof::http;
namespace ops = lakeproof::operations;

constexpr auto& request = lp::test::acme;

// Apart, since clang 16 does not evaluate a literal's check in a default member initializer.
constexpr ops::delete_custom_log_source::input removal{.source_name = "acme:edr"};

/// What all threads share.
struct constants {
    std::string const valid = lp::json::serialize(request);
    std::string const invalid = R"({"sourceName":"a b","eventClasses":["DNS_ACTIVTY","DNS_ACTIVTY"],"more":1,)"
                                R"("configuration":{"crawlerConfiguration":{"roleArn":"arn:aws:iam::1:role/x"}}})";
    lp::house_rules const house = [] {
        lp::house_rules rules;
        rules.require("/sourceName", "acme-.*", "ours start with acme-");
        rules.require("/eventClasses", "(P|D).*");
        return rules;
    }();
    lp::options const options{.regions = {lp::regions::us_east_1, lp::regions::ap_southeast_2},
                              .policy = lp::policy{}.set(lp::rule::event_classes_several, lp::severity::error),
                              .house_rules = &house};
    lp::report const report = lp::json::check_request(invalid, options);
    lp::outcome<lp::create_custom_log_source_request> const outcome = lp::json::parse_request(valid, options);
    http::request_message const create = http::encode(request);
    http::request_message const remove = http::encode<ops::delete_custom_log_source>(removal);
    http::request_message const list = http::encode<ops::list_log_sources>({.max_results = 7});
    http::service_error const error = http::bad_request(report);
    http::response_message const refusal = http::encode(error);
};

template <class Op>
std::string decoded(http::request_message const& m, lp::options const& o) {
    auto const got = http::decode_request<Op>(m.method, m.target, m.headers, m.body, o);
    return got ? http::encode<Op>(*got).target + http::encode<Op>(*got).body : std::string{got.error()->message()};
}

/// All that one look at the constants finds.
std::string look_at(constants const& c) {
    std::ostringstream out;
    auto const list = [&](lp::report const& r) {
        for (auto const v : r) {
            out << v << '\n' << v.pointer() << ' ' << v.info().id << ' ' << lp::suggestion(v) << '\n';
            if (auto const place = lp::json::locate(c.invalid, v)) out << place->line << ':' << place->column << '\n';
        }
    };
    list(c.report);
    list(lp::json::check_request(c.invalid, c.options));
    list(lp::check(request, c.options));
    if (auto const again = lp::json::parse_request(c.valid, c.options)) out << (*again == *c.outcome) << '\n';
    out << lp::json::serialize(*c.outcome) << '\n' << http::endpoint(lp::regions::eu_west_1).value() << '\n';
    out << decoded<ops::create_custom_log_source>(c.create, c.options) << '\n'
        << decoded<ops::delete_custom_log_source>(c.remove, c.options) << '\n'
        << decoded<ops::list_log_sources>(c.list, c.options) << '\n';
    auto const answer = http::decode_response(c.refusal.status, c.refusal.headers, c.refusal.body);
    out << (*answer.error() == c.error) << ' ' << http::advise(*answer.error()).reason << ' '
        << http::advise(c.error, ops::list_log_sources{}).reason << '\n'
        << http::find_operation<ops::create_custom_log_source, ops::list_log_sources>(c.list.method, c.list.target)
               ->index();
    return out.str();
}

} // namespace

int main() {
    constexpr int threads = 8, looks = 25;
    constants const shared;
    auto const wanted = look_at(shared);
    std::vector<std::optional<std::string>> other(threads);
    {
        constants const fresh; // that no thread has looked at
        std::barrier start{threads};
        std::vector<std::thread> all; // libc++ 19 has no jthread
        for (auto& differs : other)
            all.emplace_back([&] {
                start.arrive_and_wait();
                for (int i = 0; i < looks; ++i)
                    if (auto found = look_at(fresh); found != wanted) differs = std::move(found);
            });
        for (auto& thread : all) thread.join();
    }
    for (auto const& found : other)
        if (found) {
            std::cout << "one thread found:\n" << wanted << "\nof eight, one found:\n" << *found << '\n';
            return 1;
        }
    std::cout << threads << " threads found the same " << wanted.size() << " bytes, " << looks << " times each\n";
}
