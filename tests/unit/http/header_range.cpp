// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/http.hpp>
#include <lakeproof/http/beast.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <initializer_list>
#include <list>
#include <map>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace header_range_test {

using namespace lakeproof;
using http::header_range;
using std::string_view;

static_assert(header_range<std::vector<http::header>>);
static_assert(header_range<std::vector<http::header> const&>);
static_assert(header_range<std::map<std::string, std::string>>);
static_assert(header_range<std::unordered_multimap<std::string, std::string>>);
static_assert(header_range<std::array<std::pair<string_view, string_view>, 2>>);
static_assert(header_range<std::pair<char const*, char const*>[2]>);
static_assert(header_range<std::list<std::tuple<string_view, std::string>>>);
static_assert(header_range<std::initializer_list<http::header>>);
static_assert(header_range<boost::beast::http::fields>);
static_assert(header_range<boost::beast::http::fields const&>);

static_assert(!header_range<int>);
static_assert(!header_range<std::string>);
static_assert(!header_range<std::vector<std::string>>);
static_assert(!header_range<std::vector<std::pair<string_view, int>>>);
static_assert(!header_range<std::vector<std::tuple<string_view, string_view, string_view>>>);

template <class Headers>
void is_read(Headers&& headers) {
    auto const answer = http::decode_response(409, headers, "{}");
    BOOST_TEST(answer.error()->name == "ConflictException");
    BOOST_TEST(answer.error()->request_id == "7f-1");
}

BOOST_AUTO_TEST_SUITE(headers)

BOOST_AUTO_TEST_CASE(any_range_of_names_and_values_is_read) {
    is_read(std::vector<http::header>{{"x-amzn-errortype", "ConflictException"},
                                      {"x-amzn-requestid", "7f-1"}});
    is_read(std::multimap<std::string, std::string>{{"X-Amzn-RequestId", "7f-1"},
                                                    {"X-Amzn-ErrorType", "ConflictException"}});
    std::pair<char const*, char const*> const array[] = {{"x-amzn-errortype", "ConflictException"},
                                                         {"x-amzn-requestid", "7f-1"}};
    is_read(array);
    is_read(std::list<std::tuple<string_view, std::string>>{
        {"x-amzn-errortype", "ConflictException"}, {"x-amzn-requestid", "7f-1"}});
    boost::beast::http::fields fields;
    fields.set("X-Amzn-Errortype", "ConflictException");
    fields.set("X-Amzn-RequestId", "7f-1");
    is_read(fields);
}

BOOST_AUTO_TEST_CASE(elements_may_be_made_on_the_way) {
    std::vector<std::string> const lines{"x-amzn-errortype=ConflictException",
                                         "x-amzn-requestid=7f-1"};
    is_read(lines | std::views::transform([](std::string const& line) {
                auto const at = line.find('=');
                return std::pair{line.substr(0, at), line.substr(at + 1)};
            }));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace header_range_test
