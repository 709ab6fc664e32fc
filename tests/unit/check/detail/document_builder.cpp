// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/detail/document_builder.hpp>

#include <lakeproof/model/create_custom_log_source_response.hpp>

#include "../../../support/everything.hpp"
#include "../../../support/listed.hpp"
#include "../../../support/relaxed.hpp"
#include "../../../support/twice.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace document_builder_test {

using namespace lakeproof;
using test::choice;
using test::everything;
using test::lenient;
using test::listed;
using test::nothing;
using test::point;
using test::read;
using test::twice_in_words_for_each;

struct read_case {
    std::string_view text;
    std::string_view found;
};

// --- one member at a time; the rest of `everything` is right

struct one {
    std::string_view name;
    std::string_view value;
    std::string_view found; ///< behind the severity, `error` where it is not said
};
constexpr one members[] = {
    {"name", "'abcdefgh'", ""},
    {"name", "''", "string-length /name"},
    {"name", "'abcdefghi'", "string-length /name"},
    {"name", "'A'", "string-pattern /name"},
    {"name", "'ABCDEFGHI'", "string-length /name; error string-pattern /name"},
    {"name", "null", "member-missing /name"},
    {"name", "1", "member-type /name"},
    {"name", "['a']", "member-type /name"},
    {"name", "{'a':{'b':[1]}}", "member-type /name"},
    {"hue", "'RED'", ""},
    {"hue", "null", ""},
    {"hue", "'BLUE'", "string-enum /hue"},
    {"hue", "''", "string-enum /hue"}, // and no length
    {"hue", "'REDREDREDRED'", "string-enum /hue"},
    {"title", "'\u00e9\u20ac\U0001f600x'", ""}, // four characters
    {"title", "'\u00e9\u20ac\U0001f600xy'", "string-length /title"},
    {"title", "'<'", "string-pattern /title"},
    {"text", "'any\u00e9<thing>'", ""},
    {"text", "''", ""},
    {"text", "true", "member-type /text"},
    {"number", "-9223372036854775808", ""},
    {"number", "9223372036854775807", ""},
    {"number", "9223372036854775808", "number-range /number"},
    {"number", "-9223372036854775809", "number-range /number"},
    {"number", "123456789012345678901234567890", "number-range /number"},
    {"number", "1.0", "member-type /number"},
    {"number", "1e2", "member-type /number"},
    {"number", "'1'", "member-type /number"},
    {"number", "true", "member-type /number"},
    {"port", "1", ""},
    {"port", "1024", ""},
    {"port", "0", "number-range /port"},
    {"port", "1025", "number-range /port"},
    {"port", "-1", "number-range /port"},
    {"port", "65536", "number-range /port"},
    {"port", "99999999999999999999", "number-range /port"},
    {"flag", "false", ""},
    {"flag", "0", "member-type /flag"},
    {"flag", "'true'", "member-type /flag"},
    {"maybe", "null", ""},
    {"maybe", "true", ""},
    {"labels", "['a','b','c']", ""},
    {"labels", "[]", ""}, // required, but without a least
    {"labels", "null", "member-missing /labels"},
    {"labels", "['a','b','c','d']", "list-length /labels"},
    {"labels", "['a','b','c','D','E',1]", "list-length /labels"}, // behind it nothing is looked at
    {"labels", "['a','B','c']", "string-pattern /labels/1"},
    {"labels", "['a',null,'c']", "member-type /labels/1"},
    {"labels", "'a'", "member-type /labels"},
    {"labels", "{}", "member-type /labels"},
    {"numbers", "[1,2]", ""},
    {"numbers", "[1]", "list-length /numbers"},
    {"numbers", "[]", "list-length /numbers"},
    {"numbers", "null", ""},
    {"numbers", "[1,2,3,4,5]", "list-length /numbers"},
    {"numbers", "[1,2,2147483648]", "number-range /numbers/2"},
    {"numbers", "[1,'2']", "member-type /numbers/1"},
    {"flags", "[true,false,null]", "member-type /flags/2"},
    {"points", "[{'x':90,'y':-128}]", ""},
    {"points", "[{'x':91,'y':128},{}]",
     "number-range /points/0/x; error number-range /points/0/y; error member-missing /points/1/x; "
     "error member-missing /points/1/y"},
    {"points", "[{'x':1,'y':2},[]]", "member-type /points/1"},
    {"none", "{}", ""},
    {"none", "[]", "member-type /none"},
    {"none", "null", "member-missing /none"},
    {"either", "{'flag':false}", ""},
    {"either", "{'name':null,'flag':true}", ""}, // null is absent
    {"either", "{}", "union-members /either"},
    {"either", "{'name':null}", "union-members /either"},
    {"either", "{'name':'a','flag':true}", "union-members /either"},
    {"either", "{'place':{'x':1,'y':2}}", ""},
    {"choices", "[{'name':'a'},{},{'flag':true,'name':'b'}]",
     "union-members /choices/1; error union-members /choices/2"},
    {"classes", "['DNS_ACTIVITY','X']", ""},
    {"classes", "['dns']", "event-class-pattern /classes/0"},
    {"needed", "null", "member-missing /needed"}, // an optional that is required
    {"needed", "''", ""},
};

/// A document of `everything` with one member replaced.
std::string with(one const& m) {
    struct row {
        std::string_view name, value;
    };
    std::string text;
    for (row const& r : {row{"name", "'a'"}, {"text", "''"}, {"number", "0"}, {"flag", "true"},
                         {"labels", "['x']"}, {"none", "{}"}, {"needed", "'n'"}}) {
        text += text.empty() ? "{'" : ", '";
        text += r.name;
        text += "':";
        text += r.name == m.name ? m.value : r.value;
    }
    if (text.find("'" + std::string{m.name} + "'") == std::string::npos)
        text += ", '" + std::string{m.name} + "':" + std::string{m.value};
    return text + "}";
}

// --- whole documents

constexpr read_case documents[] = {
    {"{'x':1,'y':2}", ""},
    {" { 'y' : 2 , 'x' : 1 } ", ""},
    {"[]", "error member-type"},
    {"'x'", "error member-type"},
    {"null", "error member-type"},
    {"12", "error member-type"},
    {"{}", "error member-missing /x; error member-missing /y"},
    {"{'y':null}", "error member-missing /x; error member-missing /y"},
    // The first value counts, even null; the later ones are not looked at.
    {"{'x':1,'y':2,'x':'z','x':[]}", "error member-duplicate /x; error member-duplicate /x"},
    {"{'x':null,'y':2,'x':1}", "error member-duplicate /x; error member-missing /x"},
    {"{'x':1,'y':2,'z':{'x':[1,{'y':'?'}]},'Y':0}",
     "warning member-unknown /z; warning member-unknown /Y"},
    {"{'z':1,'z':2,'x':1,'y':2}", "warning member-unknown /z; warning member-unknown /z"},
    {"{'x':'1','y':'2'}", "error member-type /x; error member-type /y"},
};

constexpr read_case empty_shapes[] = {
    {"{}", ""},
    {"{'a':1,'b':{'c':[]}}", "warning member-unknown /a; warning member-unknown /b"},
    {"[]", "error member-type"},
};

constexpr read_case lenient_documents[] = {
    {"{}", ""},
    {"{'other':[{'a':1}]}", ""},
    {"{'hue':'BLUE'}", ""},                 // newer than the closed set
    {"{'numbers':[1]}", ""},                // no bound of a list …
    {"{'numbers':[1,2,3,4,5]}", ""},        //
    {"{'port':0}", ""},                     // … or of an integer
    {"{'hue':1}", "error member-type /hue"},
    {"{'hue':'RED','hue':'RED'}", "error member-duplicate /hue"},
    {"{'port':65536}", "error number-range /port"}, // what the type cannot hold
};

/// A union whose members are newer than the shape.
struct lenient_choice {
    std::optional<bool> flag{};
    static constexpr bool open = true, one_of = true;
    static constexpr auto members = member_table(member{"flag", &lenient_choice::flag});
};

BOOST_AUTO_TEST_SUITE(document_builders)

BOOST_AUTO_TEST_CASE(every_kind_of_member_is_checked) {
    for (auto const& m : members) {
        auto const text = with(m);
        BOOST_TEST(listed(read<everything>(text)) ==
                       (m.found.empty() ? "" : "error " + std::string{m.found}),
                   text);
    }
}

BOOST_AUTO_TEST_CASE(structure_is_reported_as_it_is_met) {
    twice_in_words_for_each<documents>(
        [](read_case const& c) { return listed(read<point>(c.text)) == c.found; });
    for (auto const& c : documents) BOOST_TEST(listed(read<point>(c.text)) == c.found);
}

BOOST_AUTO_TEST_CASE(a_shape_may_be_empty) {
    twice_in_words_for_each<empty_shapes>(
        [](read_case const& c) { return listed(read<nothing>(c.text)) == c.found; });
    for (auto const& c : empty_shapes) BOOST_TEST(listed(read<nothing>(c.text)) == c.found);
}

BOOST_AUTO_TEST_CASE(an_open_shape_is_read_leniently) {
    for (auto const& c : lenient_documents) BOOST_TEST(listed(read<lenient>(c.text)) == c.found, c.text);
    BOOST_TEST(listed(read<lenient_choice>("{}")) == "");
    BOOST_TEST(listed(read<lenient_choice>("{'newer':1}")) == "");
    BOOST_TEST(listed(read<lenient_choice>("{'flag':true,'newer':1}")) == "");
}

BOOST_AUTO_TEST_CASE(a_repeated_union_member_is_one_member) {
    BOOST_TEST(listed(read<choice>("{'flag':true,'flag':false}")) == "error member-duplicate /flag");
}

BOOST_AUTO_TEST_CASE(what_is_skipped_is_left_again) {
    // Objects and arrays of a wrong type, nested and at every place, then a right member.
    for (auto const* const wrong : {"{}", "[]", "{'a':{}}", "[[],[{}]]", "{'a':[{'b':{}}],'c':[]}"})
        BOOST_TEST(listed(read<point>("{'x':" + std::string{wrong} + ",'z':" + wrong + ",'y':2}")) ==
                   "error member-type /x; warning member-unknown /z");
    BOOST_TEST(listed(read<everything>("{'labels':[['a'],{'b':1},'c'],'points':[[],{'x':1,'y':2}]}"))
                   .starts_with("error member-type /labels/0; error member-type /labels/1; "
                                "error member-type /points/0; error member-missing /name"));
}

BOOST_AUTO_TEST_CASE(a_number_says_its_digits_and_bound) {
    auto const r = read<point>("{'x':-91,'y':12345678901234567890}");
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST(message(r[0]) == "Value '-91' at 'x' failed to satisfy constraint: Member must have value "
                                "greater than or equal to -90");
    BOOST_TEST(r[0].bound() == static_cast<std::size_t>(-90));
    BOOST_TEST(message(r[1]) == "Value '12345678901234567890' at 'y' failed to satisfy constraint: Member "
                                "must have value less than or equal to 127");
}

BOOST_AUTO_TEST_CASE(a_list_says_its_bound) {
    auto const few = read<everything>(with({"numbers", "[1]", ""}));
    BOOST_TEST(message(few[0]) == "Value at 'numbers' failed to satisfy constraint: Member must have length "
                                  "greater than or equal to 2");
    BOOST_TEST(few[0].bound() == 2u);
    auto const many = read<everything>(with({"numbers", "[1,2,3,4,5]", ""}));
    BOOST_TEST(message(many[0]) == "Value at 'numbers' failed to satisfy constraint: Member must have length "
                                   "less than or equal to 4; what is behind that is not checked");
    BOOST_TEST(many[0].bound() == 4u);
}

BOOST_AUTO_TEST_CASE(a_full_list_of_event_classes_passes_its_bounds) {
    auto const list = [](std::size_t n, std::string const& name) {
        std::string text;
        for (std::size_t i = 0; i < n; ++i) text += (i == 0 ? "['" : ",'") + name + "'";
        return with({"classes", text + "]", ""});
    };
    BOOST_TEST(read<everything>(list(128, "A")).ok());
    auto const many = read<everything>(list(129, "A"));
    BOOST_TEST(listed(many) == "error event-classes-limit /classes");
    BOOST_TEST(many[0].bound() == 128u);
    BOOST_TEST(read<everything>(list(2, std::string(1024, 'A'))).ok());
    auto const long_names = read<everything>(list(2, std::string(1024, 'A') + "B"));
    BOOST_TEST(listed(long_names) == "error event-classes-limit /classes");
    BOOST_TEST(long_names[0].bound() == 2048u);
    // Strings off the pattern count too, in characters.
    std::string accents;
    for (int i = 0; i < 1024; ++i) accents += "\u00e9";
    BOOST_TEST(listed(read<everything>(list(2, accents))) ==
               "error event-class-pattern /classes/0; error event-class-pattern /classes/1");
    BOOST_TEST(listed(read<everything>(list(3, accents))) ==
               "error event-class-pattern /classes/0; error event-class-pattern /classes/1; "
               "error event-classes-limit /classes");
}

BOOST_AUTO_TEST_CASE(memory_is_linear_in_what_is_there) {
    // A list of many objects of a large shape, none of whose members is there.
    std::string text = "{'choices':[{}";
    for (int i = 0; i < 10'000; ++i) text += ",{}";
    auto const r = read<everything>(text + "]}");
    BOOST_TEST(r.errors() == 10'001u + 7u);
}

/// Reads two texts as two parts of a point: x first, y elsewhere.
report read_parts(std::string_view first, std::string_view second) {
    auto const& whole = detail::nodes_of<point>[0];
    auto only_x = whole, only_y = whole;
    only_x.required_members = only_y.elsewhere = 1;
    report out;
    options const o{};
    detail::document_of<point> document;
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
    for (auto const& [text, part] : {std::pair{second, &only_y}, std::pair{first, &only_x}}) {
        detail::document_builder builder{document, sink, *part};
        test::relaxed_reader{text, builder}.value();
    }
    if (out.ok()) {
        auto const d = detail::view_access::make<point>(document);
        BOOST_TEST(d[&point::x].value() == 1);
        BOOST_TEST(d[&point::y].value() == 2);
    }
    return out;
}

BOOST_AUTO_TEST_CASE(a_document_may_come_in_parts) {
    BOOST_TEST(listed(read_parts("{'x':1}", "{'y':2}")) == "");
    BOOST_TEST(listed(read_parts("{}", "{'y':2}")) == "error member-missing /x");
    BOOST_TEST(listed(read_parts("{'x':1}", "{}")) == "error member-missing /y");
    BOOST_TEST(listed(read_parts("{'x':1}", "{'x':3,'y':2}")) == "error member-duplicate /x");
    BOOST_TEST(listed(read_parts("{'x':1}", "[]")) == "error member-type");
}

BOOST_AUTO_TEST_CASE(a_reader_may_meet_what_is_no_value) {
    report out;
    options const o{};
    detail::document_of<everything> document;
    auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
    detail::document_builder builder{document, sink};
    builder.begin_object();
    builder.key("name");
    builder.other("a broken text");
    builder.key("numbers");
    builder.begin_array();
    builder.integer(1);
    builder.other("a broken number");
    builder.end_array();
    BOOST_TEST(listed(out) == "error member-type /name; error member-type /numbers/1");
    BOOST_TEST(message(out[0]) == "Value at 'name' is a broken text where a string is expected");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace document_builder_test
