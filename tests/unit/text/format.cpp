// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/format.hpp>

#include <lakeproof/text/bounded_string.hpp>

#include <boost/test/unit_test.hpp>

#include <version>
#ifdef __cpp_lib_format
#include <format>
#endif

namespace format_test {

using word = lakeproof::bounded_string<"^[a-z]*$", 0, 8>;

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(a_string_formats_as_its_text) {
    word const w = "acme";
    BOOST_TEST(w == "acme");
#ifdef __cpp_lib_format
    BOOST_TEST(std::format("{} {:>6} {:.2}", w, w, w) == "acme   acme ac");
#endif
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace format_test
