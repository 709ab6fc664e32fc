// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <string_view>

namespace {
std::size_t allocated = 0;
void* counted(std::size_t size) {
    ++allocated;
    if (void* const p = std::malloc(size > 0 ? size : 1)) return p;
    throw std::bad_alloc{};
}
} // namespace

// Replaced for the whole program: every allocation of it is counted.
void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace {

using namespace lakeproof;
using test::listed;
using test::request_json;

options const somewhere{.regions = {regions::us_east_1, regions::ca_west_1, "xx-nowhere-1"}};

/// How often something allocates.
template <class Action>
std::size_t allocations(Action action) {
    auto const before = allocated;
    action();
    return allocated - before;
}

/// Checks a document, which must not allocate; what it says.
std::string said(std::string_view text) {
    report r;
    BOOST_TEST(allocations([&] { r = json::check_request(text, somewhere); }) == 0u, text);
    return listed(r);
}

BOOST_AUTO_TEST_SUITE(allocations_of_checks)

BOOST_AUTO_TEST_CASE(the_counter_counts) {
    std::string text;
    BOOST_TEST(allocations([&] { text.assign(1000, 'x'); }) == 1u);
    BOOST_TEST(allocations([&] { text.assign(10, 'y'); }) == 0u);
}

BOOST_AUTO_TEST_CASE(a_right_request_costs_none) {
    BOOST_TEST(said(request_json({.source_version = R"("1.0")"})) ==
               "warning region-unsupported in ca-west-1; warning region-unknown in xx-nowhere-1");
}

BOOST_AUTO_TEST_CASE(a_request_in_parts_costs_none) {
    BOOST_TEST(said(request_json({.role_arn = R"("arn:aws:iam::123456789012:role\/x")",
                                  .external_id = '"' + std::string(1223, 'x') + R"(\u0061")",
                                  .principal = R"("\u0031\u00323456789012")",
                                  .event_classes = R"(["DNS_\u0041CTIVITY","\u0046TP_ACTIVITY"])",
                                  .source_name = R"("acme\u002dedr")",
                                  .source_version = R"("\u0031")"})) ==
               "warning region-unsupported in ca-west-1; warning region-unknown in xx-nowhere-1");
}

BOOST_AUTO_TEST_CASE(a_request_with_every_fault_costs_none) {
    std::string classes = "[1,null,[],{},\"a b\",\"a b\",\"NEW\",\"CLOUD_API\"";
    for (int i = 0; i < 60; ++i) classes += ",\"NEW\\u0041\"";
    auto const text = request_json(
        {.role_arn = R"("arn:aws-cn:iam::123456789012:rolex")",
         .external_id = '"' + std::string(20'000, ' ') + "\\u0000\"",
         .principal = R"("arn:aws:iam::123456789012:root")",
         .event_classes = classes + ']',
         .source_name = '"' + std::string(70, ':') + '"',
         .source_version = "[[[[[[[[]]]]]]]]",
         .further =
             R"("x":1,"\u0078":{"y":[1e400,"\ud83d\ude00"]},"sourceName":1,"sourceName":2,")" +
             std::string(5000, 'k') + R"(":"v")"});
    report r;
    BOOST_TEST(allocations([&] { r = json::check_request(text, somewhere); }) == 0u);
    BOOST_TEST(r.omitted() > 0u);
    BOOST_TEST(r.errors() > 64u);
}

BOOST_AUTO_TEST_CASE(documents_that_cannot_be_read_cost_none) {
    auto const request = request_json({.external_id = R"("\u0061b")"});
    for (std::size_t size = 0; size < request.size(); ++size)
        BOOST_TEST(said(std::string_view{request}.substr(0, size)) == "error json-malformed");
    BOOST_TEST(said(std::string(33, '[')) == "error json-limit");
    BOOST_TEST(said(std::string(1024 * 1024 + 1, ' ')) == "error json-limit");
    BOOST_TEST(said("\xef\xbb\xbf{}") == "error json-malformed");
    BOOST_TEST(said("{\"a\":1e99999999999}") == "error json-malformed");
    BOOST_TEST(said("[\"\xff\"]") == "error json-malformed");
}

BOOST_AUTO_TEST_CASE(documents_of_a_wrong_type_cost_none) {
    for (auto const* const text :
         {"[]", "null", "1.5e300", "\"x\\u0041\"", "{}", R"({"x":[{"y":{}}]})"})
        BOOST_TEST(!said(text).empty());
}

BOOST_AUTO_TEST_CASE(reading_a_right_request_costs_none) {
    auto const text = request_json({.external_id = R"("\u0061cme")", .source_version = R"("1.0")"});
    bool right = false;
    BOOST_TEST(allocations([&] {
                   auto const parsed = json::parse_request(text, somewhere);
                   right = parsed.has_value() && parsed->source_name == "acme-edr";
               }) == 0u);
    BOOST_TEST(right);
}

BOOST_AUTO_TEST_CASE(checking_a_value_costs_none) {
    options const o = somewhere;
    report r;
    BOOST_TEST(allocations([&] { r = check(test::named("a:b"), o); }) == 0u);
    BOOST_TEST(r.errors() == 1u);
}

BOOST_AUTO_TEST_CASE(writing_costs_one) {
    std::string text;
    BOOST_TEST(allocations([&] { text = json::serialize(test::acme); }) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
