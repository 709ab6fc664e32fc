// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json/detail/text_walker.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text_walker_test {

using lakeproof::detail::text_walker;
using namespace lakeproof;

BOOST_AUTO_TEST_SUITE(walker)

struct spelling {
    std::string_view raw, name;
};
constexpr spelling spellings[] = {
    {R"(\u0000)", {"\0", 1}},
    {R"(\u007f)", "\x7f"},
    {R"(\u0080)", "\xc2\x80"},
    {R"(\u07ff)", "\u07ff"},
    {R"(\u0800)", "\u0800"},
    {R"(\ud7ff)", "\ud7ff"},
    {R"(\ue000)", "\ue000"},
    {R"(\uffff)", "\uffff"},
    {R"(\ud800\udc00)", "\U00010000"},
    {R"(\uDBFF\uDFFF)", "\U0010ffff"},
    {R"(\u00aa\u00AA\u00ff\u00FF\u0a90\u0fAb)", "\u00aa\u00aa\u00ff\u00ff\u0a90\u0fab"},
    {R"(\b\f\n\r\t\"\\\/)", "\b\f\n\r\t\"\\/"},
    {"bfnrt/\xc3\xa9", "bfnrt/\u00e9"},
};

BOOST_AUTO_TEST_CASE(escapes_spell_what_json_says) {
    test::twice_for_each<spellings>(
        [](spelling const& s) { return text_walker::equals(s.raw, s.name); });
    test::twice_for_each<spellings>([](spelling const& s) {
        return !text_walker::equals(s.raw, s.name.substr(1)) &&
               !text_walker::equals(s.raw, s.name.substr(0, s.name.size() - 1));
    });
}

BOOST_AUTO_TEST_CASE(a_walk_goes_to_values_and_names) {
    test::twice([] {
        constexpr std::string_view text = R"( {"a" : [1, {"b":2}], "c":{}})";
        text_walker w{text};
        return w.at_value() && w.offset() == 1 && w.enter_member("a") && w.offset() == 8 && w.name_offset() == 2 &&
               w.enter_element(1) && w.offset() == 12 && w.enter_member_at(0) && w.offset() == 17 &&
               w.name_offset() == 13 && !w.enter_element(0);
    });
    test::twice([] { return !text_walker{"{}"}.enter_member("a") && !text_walker{"[]"}.enter_element(0); });
    test::twice([] { return !text_walker{R"({"a":1})"}.enter_member_at(1) && !text_walker{" "}.at_value(); });
    test::twice([] { return !text_walker{"[1"}.enter_element(1) && !text_walker{"["}.enter_element(0); });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace text_walker_test
