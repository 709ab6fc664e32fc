// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>

#include "../../../support/twice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace decode_error_test {

using namespace lakeproof;
using test::twice_for_each;

struct named {
    std::string_view text;
    std::string_view name;
};

constexpr named forms[] = {
    {"FooError", "FooError"},
    {"FooError:http://internal.amazon.com/coral/com.amazon.coral.validate/", "FooError"},
    {"aws.protocoltests.restjson#FooError", "FooError"},
    {"aws.protocoltests.restjson#FooError:http://internal.amazon.com/coral/", "FooError"},
    // The first : cuts, so a # behind it is no namespace.
    {"FooError:http://x/#BarError", "FooError"},
    {"ns#FooError:http://x/#BarError", "FooError"},
    {"a#b#FooError", "FooError"},
    {"FooError:", "FooError"},
    {"#FooError", "FooError"},
    {" \tFooError \t", "FooError"},
    {"ns# FooError :x", "FooError"},
    {"Foo Error", "Foo Error"},
    {"fooerror", "fooerror"},
    {"", ""},
    {" ", ""},
    {":", ""},
    {"#", ""},
    {":FooError", ""},
    {"FooError#", ""},
    {"#:#", ""},
};

/// An error whose name stands in some of three places.
struct placed {
    char const* header;
    char const* body;
    std::string_view name;
};

constexpr placed places[] = {
    {nullptr, "", ""},
    {nullptr, "{}", ""},
    // Each alone, in each form.
    {"FooError", "{}", "FooError"},
    {"FooError:http://x/", "{}", "FooError"},
    {"ns#FooError", "{}", "FooError"},
    {"ns#FooError:http://x/", "{}", "FooError"},
    {nullptr, R"({"code":"FooError"})", "FooError"},
    {nullptr, R"({"code":"FooError:http://x/"})", "FooError"},
    {nullptr, R"({"code":"ns#FooError"})", "FooError"},
    {nullptr, R"({"code":"ns#FooError:http://x/"})", "FooError"},
    {nullptr, R"({"__type":"FooError"})", "FooError"},
    {nullptr, R"({"__type":"FooError:http://x/"})", "FooError"},
    {nullptr, R"({"__type":"ns#FooError"})", "FooError"},
    {nullptr, R"({"__type":"ns#FooError:http://x/"})", "FooError"},
    // Header, then code, then __type, wherever they stand in the body.
    {"A", R"({"code":"B"})", "A"},
    {"A", R"({"__type":"C"})", "A"},
    {nullptr, R"({"code":"B","__type":"C"})", "B"},
    {nullptr, R"({"__type":"C","code":"B"})", "B"},
    {"A", R"({"__type":"C","code":"B"})", "A"},
    {"A", "<html>", "A"},
    {"A", "", "A"},
    // A place that names nothing is passed over.
    {"", R"({"code":"B"})", "B"},
    {":http://x/", R"({"code":"B"})", "B"},
    {nullptr, R"({"code":"","__type":"C"})", "C"},
    {nullptr, R"({"code":null,"__type":"C"})", "C"},
    // A code that is no string names nothing.
    {nullptr, R"({"code":5,"__type":"C"})", "C"},
    {nullptr, R"({"code":{"code":"B"},"__type":"C"})", "C"},
    {nullptr, R"({"code":5})", ""},
    {nullptr, R"({"__type":["C"]})", ""},
    // The first of two counts, and only names at the top level do; case counts in JSON.
    {nullptr, R"({"code":"B","code":"D"})", "B"},
    {nullptr, R"({"code":null,"code":"D"})", ""},
    {nullptr, R"({"error":{"__type":"C","code":"B"}})", ""},
    {nullptr, R"([{"__type":"C"}])", ""},
    {nullptr, R"("FooError")", ""},
    {nullptr, R"({"CODE":"B","__Type":"C","type":"D"})", ""},
    // Some services capitalize: between the other two.
    {nullptr, R"({"Code":"B"})", "B"},
    {nullptr, R"({"Code":"ns#B:http://x/"})", "B"},
    {nullptr, R"({"Code":"D","__type":"C"})", "D"},
    {nullptr, R"({"Code":"D","code":"B","__type":"C"})", "B"},
    {nullptr, R"({"Code":"D","code":"","__type":"C"})", "D"},
    {nullptr, R"({"Code":5,"__type":"C"})", "C"},
    {"A", R"({"Code":"D"})", "A"},
    // Escapes are undone, and control characters are spaces.
    {nullptr, R"({"\u005f_type":"ns\u0023C"})", "C"},
    {nullptr, R"({"code":"B\r\nX-Evil: 1"})", "B  X-Evil"},
    {"B\r\nX-Evil", "{}", "B  X-Evil"},
};

std::string resolved(placed const& p) {
    std::vector<http::header> headers{{"Content-Type", "application/json"}};
    if (p.header != nullptr) headers.push_back({"X-Amzn-Errortype", p.header});
    auto const answer = http::decode_response(400, headers, p.body);
    BOOST_TEST_REQUIRE(answer.error() != nullptr);
    return answer.error()->name;
}

std::string resolved(std::vector<http::header> const& headers) {
    return http::decode_response(400, headers, "{}").error()->name;
}

BOOST_AUTO_TEST_SUITE(error_types)

BOOST_AUTO_TEST_CASE(every_form_names_the_error) {
    twice_for_each<forms>([](named const& n) { return detail::error_name(n.text) == n.name; });
}

BOOST_AUTO_TEST_CASE(every_place_in_its_turn) {
    for (auto const& p : places)
        BOOST_TEST(resolved(p) == p.name, (p.header == nullptr ? "no header" : p.header)
                                              << ", " << p.body);
}

BOOST_AUTO_TEST_CASE(header_names_compare_without_case) {
    for (std::string const name : {"X-Amzn-Errortype", "x-amzn-errortype", "X-AMZN-ERRORTYPE",
                                   "X-Amzn-ErrorType", "x-aMZN-eRRORtYPE"})
        BOOST_TEST(resolved(std::vector<http::header>{{name, "FooError"}}) == "FooError", name);
    for (std::string const name :
         {"X-Amzn-Errortype ", "Amzn-Errortype", "X-Amzn-Error", "X_Amzn_Errortype", ""})
        BOOST_TEST(resolved(std::vector<http::header>{{name, "FooError"}}) == "", name);
    // K and S have relatives beyond ASCII, which must not count.
    BOOST_TEST(resolved(std::vector<http::header>{{"X-Amzn-Errortype\xc5\xbf", "FooError"}}) == "");
}

BOOST_AUTO_TEST_CASE(the_first_header_of_a_name_counts) {
    BOOST_TEST(resolved(std::vector<http::header>{{"x-amzn-errortype", "A"},
                                                  {"X-Amzn-Errortype", "B"}}) == "A");
}

BOOST_AUTO_TEST_CASE(hostile_values_are_taken_as_they_are) {
    std::string every;
    for (int c = 0; c < 256; ++c) every += static_cast<char>(c);
    std::string const long_name(100'000, 'A');
    auto const none_controls = resolved(std::vector<http::header>{{"x-amzn-errortype", every}});
    for (char const c : none_controls) BOOST_TEST((static_cast<unsigned char>(c) >= 0x20));
    BOOST_TEST(resolved(std::vector<http::header>{{"x-amzn-errortype", long_name}}) == long_name);
    BOOST_TEST(resolved(std::vector<http::header>{{"x-amzn-errortype", "\xff\xfe\x80"}}) ==
               "\xff\xfe\x80");
    BOOST_TEST(resolved(std::vector<http::header>{{"x-amzn-errortype", "%0d%0aA"}}) == "%0d%0aA");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace decode_error_test
