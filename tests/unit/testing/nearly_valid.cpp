// SPDX-License-Identifier: BSL-1.0
// Documents with one thing wrong, of shapes and values that are easily taken amiss.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/nearly_valid.hpp>

#include "../../support/odd_shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {

using lakeproof::testing::byte_source;

/// A shape that has a name which an unknown member would get.
struct taken {
    odd::letters extra;
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"extra", &taken::extra});
};

/// With every fault in a few places: the document breaks what it says.
template <class Shape>
void breaks_what_it_says(std::string const& value) {
    for (int fault = 0; fault < 12; ++fault)
        for (int place = 0; place < 4; ++place)
            for (int variant = 0; variant < 6; ++variant) {
                std::string const all{static_cast<char>(fault), static_cast<char>(place),
                                      static_cast<char>(variant)};
                auto const text = all + value;
                byte_source bytes{text};
                auto const document = lakeproof::testing::nearly_valid<Shape>(bytes);
                auto const report = lakeproof::json::check<Shape>(document.text);
                bool found = false;
                for (auto const& v : report)
                    found =
                        found || (v.rule() == document.broken && v.pointer() == document.pointer);
                BOOST_TEST(found, fault << ' ' << place << ' ' << variant << ": "
                                        << to_string(document.broken));
            }
}

BOOST_AUTO_TEST_SUITE(nearly_valid_documents)

BOOST_AUTO_TEST_CASE(an_unknown_member_has_a_name_that_no_member_has) {
    breaks_what_it_says<taken>("");
    breaks_what_it_says<odd::names>("");
}

BOOST_AUTO_TEST_CASE(a_long_value_does_not_pass_the_byte_limit_when_it_occurs_twice) {
    lakeproof::create_custom_log_source_response r;
    r.source.emplace();
    r.source->source_name = std::string(600'000, 'n');
    breaks_what_it_says<lakeproof::create_custom_log_source_response>(
        lakeproof::testing::bytes_for(r));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
