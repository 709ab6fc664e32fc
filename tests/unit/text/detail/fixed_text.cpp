// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/detail/fixed_text.hpp>

#include "../../../support/twice.hpp"

#include <cstdint>
#include <limits>
#include <string_view>

namespace fixed_text_test {

using lakeproof::detail::fixed_text;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct written_number {
    std::int64_t number;
    std::string_view text;
};
constexpr written_number numbers[] = {
    {0, "0"},
    {7, "7"},
    {10, "10"},
    {-1, "-1"},
    {2048, "2048"},
    {std::numeric_limits<std::int64_t>::max(), "9223372036854775807"},
    {std::numeric_limits<std::int64_t>::min(), "-9223372036854775808"},
};

BOOST_AUTO_TEST_SUITE(fixed_texts)

BOOST_AUTO_TEST_CASE(parts_are_put_together) {
    twice([] { return fixed_text<8>{}.view().empty(); });
    twice([] { return fixed_text<8>{}.append("ab").append("-").append("cde").view() == "ab-cde"; });
}

BOOST_AUTO_TEST_CASE(what_has_no_room_is_left_out) {
    twice([] { return fixed_text<4>{}.append("abc").append("def").append("g").view() == "abcd"; });
}

BOOST_AUTO_TEST_CASE(numbers_are_written_out) {
    twice_for_each<numbers>(
        [](written_number const& n) { return fixed_text<20>{}.append(n.number).view() == n.text; });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace fixed_text_test
