// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/detail/place.hpp>

#include "../../../support/findings.hpp"
#include "../../../support/twice.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace place_test {

using namespace lakeproof;
using detail::place;
using test::at;
using test::element;
using test::twice;
using test::twice_in_words;
using test::twice_in_words_for_each;

constexpr std::string path_to(place const& where) {
    std::string out;
    detail::append_path(out, test::request_nodes.data(), where, where.at);
    return out;
}

struct numbered {
    std::int64_t number;
    std::string_view text;
};
constexpr numbered numbers[] = {
    {0, "0"},
    {9, "9"},
    {10, "10"},
    {-1, "-1"},
    {std::numeric_limits<std::int64_t>::max(), "9223372036854775807"},
    {std::numeric_limits<std::int64_t>::min(), "-9223372036854775808"},
};

BOOST_AUTO_TEST_SUITE(places)

BOOST_AUTO_TEST_CASE(paths_are_the_services) {
    twice_in_words([] {
        return path_to(at({"configuration", "providerIdentity", "externalId"})) ==
                   "configuration.providerIdentity.externalId" &&
               path_to(element(0)) == "eventClasses.1.member" && path_to({}).empty(); // it counts from 1
    });
}

BOOST_AUTO_TEST_CASE(an_offset_takes_64_bits) {
    twice([] {
        return place::of_offset(0x123456789abcdef0u).offset() == 0x123456789abcdef0u &&
               place::of_offset(0).offset() == 0 && place::of_offset(7) == place{0, {7}};
    });
}

BOOST_AUTO_TEST_CASE(numbers_are_written_out) {
    twice_in_words_for_each<numbers>([](numbered const& n) {
        std::string out;
        detail::append_number(out, n.number);
        return out == n.text;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace place_test
