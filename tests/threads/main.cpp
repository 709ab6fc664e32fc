// SPDX-License-Identifier: BSL-1.0
// Eight threads use the same constants at once, in every way that the library offers, and find what one thread finds
// afterwards: so the first to make what is made once, as the fuzz kit's tables, is one of eight.
// Where the compiler has ThreadSanitizer and nothing else sanitizes, it is compiled with that.

#include <lakeproof/house_rules.hpp>
#include <lakeproof/http.hpp>
#include <lakeproof/testing.hpp>

#include "../support/requests.hpp"

#include <array>
#include <barrier>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
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

/// What the fuzz kit makes of some bytes: a request, one with a fault, and what a mutator makes of it.
std::string made_of(std::string_view seed, lp::options const& o) {
    namespace testing = lakeproof::testing;
    testing::byte_source bytes{seed};
    auto out = testing::bytes_for(testing::arbitrary_request(bytes, o));
    testing::byte_source more{seed};
    auto const [text, broken, pointer] = testing::nearly_valid_request(more, o);
    out += pointer + ' ' + std::string{to_string(broken)};
    std::array<std::uint8_t, 4096> data{};
    auto size = text.copy(reinterpret_cast<char*>(data.data()), data.size() / 2);
    for (unsigned change = 0; change < 8; ++change)
        size = testing::mutate_request_json(data.data(), size, data.size(), change);
    return out.append(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(size));
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
               ->index()
        << made_of(c.valid, c.options);
    return out.str();
}

} // namespace

int main() {
    constexpr int looks = 25;
    constants const shared;
    std::vector<std::vector<std::string>> found(8); // by each thread, what differs from its last look
    {
        std::barrier<> start{static_cast<std::ptrdiff_t>(found.size())};
        std::vector<std::thread> all; // libc++ 19 has no jthread
        for (auto& mine : found)
            all.emplace_back([&] {
                start.arrive_and_wait();
                for (int i = 0; i < looks; ++i)
                    if (auto seen = look_at(shared); mine.empty() || mine.back() != seen)
                        mine.push_back(std::move(seen));
            });
        for (auto& thread : all) thread.join();
    }
    auto const wanted = look_at(shared);
    for (auto const& thread : found)
        for (auto const& seen : thread)
            if (seen != wanted) {
                std::cout << "one thread found:\n" << wanted << "\nof eight, one found:\n" << seen << '\n';
                return 1;
            }
    std::cout << found.size() << " threads found the same " << wanted.size() << " bytes, " << looks
              << " times each\n";
}
