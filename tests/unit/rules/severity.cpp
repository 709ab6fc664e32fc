// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/rules/severity.hpp>

#include "../../support/twice.hpp"

#include <string_view>

namespace severity_test {

using lakeproof::severity;
using lakeproof::test::twice;
using lakeproof::test::twice_for_each;

struct severity_word {
    severity value;
    std::string_view word;
};

constexpr severity_word words[] = {
    {severity::off, "off"},
    {severity::note, "note"},
    {severity::warning, "warning"},
    {severity::error, "error"},
};

BOOST_AUTO_TEST_SUITE(severities)

BOOST_AUTO_TEST_CASE(words_go_both_ways) {
    twice_for_each<words>([](severity_word const& w) {
        return to_string(w.value) == w.word && lakeproof::severity_from(w.word) == w.value;
    });
}

BOOST_AUTO_TEST_CASE(they_are_ordered) {
    twice([] { return severity::off < severity::note; });
    twice([] { return severity::note < severity::warning; });
    twice([] { return severity::warning < severity::error; });
}

BOOST_AUTO_TEST_CASE(other_words_name_none) {
    twice([] { return !lakeproof::severity_from(""); });
    twice([] { return !lakeproof::severity_from("Error"); });
    twice([] { return !lakeproof::severity_from("warn"); });
    twice([] { return !lakeproof::severity_from("errors"); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace severity_test
