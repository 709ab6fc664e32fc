// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {
std::size_t allocated = 0; ///< how often
std::size_t live = 0;      ///< bytes
std::size_t most_live = 0;

constexpr std::size_t head = 16; // of each allocation: its size

void* counted(std::size_t size) {
    ++allocated;
    live += size;
    if (live > most_live) most_live = live;
    auto* const memory = static_cast<char*>(std::malloc(head + size));
    if (memory == nullptr) throw std::bad_alloc{};
    std::memcpy(memory, &size, sizeof size);
    return memory + head;
}
void uncounted(void* p) noexcept {
    if (p == nullptr) return;
    auto* const memory = static_cast<char*>(p) - head;
    std::size_t size = 0;
    std::memcpy(&size, memory, sizeof size);
    live -= size;
    std::free(memory);
}
} // namespace

// Replaced for the whole program: every allocation of it is counted.
void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* p) noexcept { uncounted(p); }
void operator delete[](void* p) noexcept { uncounted(p); }
void operator delete(void* p, std::size_t) noexcept { uncounted(p); }
void operator delete[](void* p, std::size_t) noexcept { uncounted(p); }

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

/// Checks a document, which must not allocate; what is reported.
std::string reported(std::string_view text) {
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

BOOST_AUTO_TEST_CASE(a_valid_request_costs_none) {
    BOOST_TEST(reported(request_json({.source_version = R"("1.0")"})) ==
               "warning region-unsupported in ca-west-1; error region-unknown in xx-nowhere-1");
}

BOOST_AUTO_TEST_CASE(a_request_in_parts_costs_none) {
    BOOST_TEST(reported(request_json({.role_arn = R"("arn:aws:iam::123456789012:role\/x")",
                                  .external_id = '"' + std::string(1223, 'x') + R"(\u0061")",
                                  .principal = R"("\u0031\u00323456789012")",
                                  .event_classes = R"(["DNS_\u0041CTIVITY"])",
                                  .source_name = R"("acme\u002dedr")",
                                  .source_version = R"("\u0031")"})) ==
               "warning region-unsupported in ca-west-1; error region-unknown in xx-nowhere-1");
}

BOOST_AUTO_TEST_CASE(a_request_that_is_read_twice_costs_none) {
    // The quick reader stops late, at one string too many that is not plain.
    std::string classes;
    for (auto const c : ocsf::event_classes()) {
        std::string name{to_string(c)};
        if (static_cast<int>(c) > 60) name.replace(name.find('_') == std::string::npos ? 0 : name.find('_'), 1, "\\u005f");
        classes += (classes.empty() ? "\"" : ",\"") + name + '"';
    }
    auto text = request_json();
    auto const at = text.find("\"PROCESS_ACTIVITY\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    text.replace(at, std::string_view{"\"PROCESS_ACTIVITY\""}.size(), classes);
    BOOST_TEST(allocations([&] { static_cast<void>(json::check_request(text)); }) == 0u);
}

BOOST_AUTO_TEST_CASE(a_request_with_every_fault_costs_none) {
    std::string classes = "[1,null,[],{},\"a b\",\"a b\",\"NEW\",\"CLOUD_API\"";
    for (int i = 0; i < 60; ++i) classes += ",\"NEW\\u0041\"";
    auto const text = request_json(
        {.role_arn = R"("arn:aws-cn:iam::123456789012:rolex")",
         .external_id = '"' + std::string(20'000, ' ') + '"',
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

BOOST_AUTO_TEST_CASE(an_escaped_string_longer_than_a_valid_one_goes_to_the_heap) {
    // A block of the parts so far, and one of twice the size where they outgrow it.
    auto const escaped = [](std::size_t size) {
        return request_json({.external_id = "\"\\u0061" + std::string(size, 'a') + '"'});
    };
    auto const cost = [](std::string const& text) {
        return allocations([&] { static_cast<void>(json::check_request(text)); });
    };
    BOOST_TEST(cost(escaped(1223)) == 0u);
    BOOST_TEST(cost(escaped(20'000)) > 0u);
    BOOST_TEST(cost(escaped(1'000'000)) < 40u); // two for each block, of which each is twice as large
    // All that could be valid fits the scratch together, the list as well.
    BOOST_TEST(cost(request_json({.role_arn = "\"\\u0061" + std::string(2047, 'a') + '"',
                                  .external_id = "\"\\u0061" + std::string(1223, 'a') + '"',
                                  .principal = "\"\\u0061" + std::string(254, 'a') + '"',
                                  .event_classes = "[\"\\u0041" + std::string(2047, 'A') + "\"]",
                                  .source_name = "\"\\u0061" + std::string(63, 'a') + '"',
                                  .source_version = "\"\\u0061" + std::string(31, 'a') + '"'})) == 0u);
}

BOOST_AUTO_TEST_CASE(documents_that_cannot_be_read_cost_none) {
    auto const request = request_json({.external_id = R"("\u0061b")"});
    for (std::size_t size = 0; size < request.size(); ++size)
        BOOST_TEST(reported(std::string_view{request}.substr(0, size)) == "error json-malformed");
    BOOST_TEST(reported(std::string(33, '[')) == "error json-limit");
    BOOST_TEST(reported(std::string(1024 * 1024 + 1, ' ')) == "error json-limit");
    BOOST_TEST(reported("\xef\xbb\xbf{}") == "error json-malformed");
    BOOST_TEST(reported("{\"a\":1e99999999999}") == "error json-limit");
    BOOST_TEST(reported("[\"\xff\"]") == "error json-malformed");
}

BOOST_AUTO_TEST_CASE(documents_of_a_wrong_type_cost_none) {
    for (auto const* const text :
         {"[]", "null", "1.5e300", "\"x\\u0041\"", "{}", R"({"x":[{"y":{}}]})"})
        BOOST_TEST(!reported(text).empty());
}

BOOST_AUTO_TEST_CASE(reading_a_valid_request_costs_none) {
    auto const text = request_json({.external_id = R"("\u0061cme")", .source_version = R"("1.0")"});
    bool right = false;
    BOOST_TEST(allocations([&] {
                   auto const parsed = json::parse_request(text, {.regions = {regions::us_east_1}});
                   right = parsed.has_value() && parsed->source_name == "acme-edr";
               }) == 0u);
    BOOST_TEST(right);
}

BOOST_AUTO_TEST_CASE(checking_a_value_costs_none) {
    options const o = somewhere;
    report r;
    BOOST_TEST(allocations([&] { r = check(test::named("a:b"), o); }) == 0u);
    BOOST_TEST(listed(r) == "error provider-role-characters /sourceName; "
                            "warning region-unsupported in ca-west-1; error region-unknown in xx-nowhere-1");
}

struct counted {
    std::vector<std::int64_t> numbers{};
    static constexpr auto members =
        member_table(member{"numbers", &counted::numbers, {.required = true, .most = 50}});
};

BOOST_AUTO_TEST_CASE(a_list_with_a_bound_costs_none) {
    report r;
    BOOST_TEST(allocations([&] { r = json::check<counted>(R"({"numbers":[1,2,3,-5,99999999999999999999]})"); }) == 0u);
    BOOST_TEST(listed(r) == "error number-range /numbers/4");
}

// 30 members, none of them required.
using some = std::optional<source_name>;
struct wide {
    some a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{}, i{}, j{}, k{}, l{}, m{}, n{}, o{};
    some p{}, q{}, r{}, s{}, t{}, u{}, v{}, w{}, x{}, y{}, z{}, aa{}, bb{}, cc{}, dd{};

    static constexpr auto members = member_table(
        member{"a", &wide::a}, member{"b", &wide::b}, member{"c", &wide::c}, member{"d", &wide::d},
        member{"e", &wide::e}, member{"f", &wide::f}, member{"g", &wide::g}, member{"h", &wide::h},
        member{"i", &wide::i}, member{"j", &wide::j}, member{"k", &wide::k}, member{"l", &wide::l},
        member{"m", &wide::m}, member{"n", &wide::n}, member{"o", &wide::o}, member{"p", &wide::p},
        member{"q", &wide::q}, member{"r", &wide::r}, member{"s", &wide::s}, member{"t", &wide::t},
        member{"u", &wide::u}, member{"v", &wide::v}, member{"w", &wide::w}, member{"x", &wide::x},
        member{"y", &wide::y}, member{"z", &wide::z}, member{"aa", &wide::aa}, member{"bb", &wide::bb},
        member{"cc", &wide::cc}, member{"dd", &wide::dd});
};
struct wide_list {
    std::vector<wide> all{};
    static constexpr auto members = member_table(member{"all", &wide_list::all});
};

BOOST_AUTO_TEST_CASE(memory_is_linear_in_the_text_not_in_the_shape) {
    std::string text = R"({"all":[{})";
    while (text.size() + 5 < 1024 * 1024) text += ",{}";
    text += "]}";
    auto const before = live;
    most_live = live;
    BOOST_TEST(json::check<wide_list>(text).empty());
    BOOST_TEST(most_live - before <= 64u * 1024 * 1024);
    BOOST_TEST(most_live - before > 1024 * 1024); // it was measured
    BOOST_TEST(live == before);
}

BOOST_AUTO_TEST_CASE(writing_costs_one) {
    std::string text;
    BOOST_TEST(allocations([&] { text = json::serialize(test::acme); }) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
