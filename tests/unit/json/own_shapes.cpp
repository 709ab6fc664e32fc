// SPDX-License-Identifier: BSL-1.0
// What another operation of the service gets from its structs and tables alone.
#include "../../support/second_operation.hpp"
#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace own_shapes_test {

using lakeproof::check;
using lakeproof::options;
using lakeproof::report;
using lakeproof::rule;
using lakeproof::severity;
using lakeproof::source_name;
using lakeproof::test::listed;
using request = second::subscriber;
namespace json = lakeproof::json;

constexpr std::string_view full =
    R"({"identity":{"externalId":"acme-2026","principal":"123456789012"},"name":"edr:1",)"
    R"("note":"é 😀","sources":["acme-edr","other"],)"
    R"("tags":[{"key":"team","notes":["a","","b c"]},{"key":"env"}]})";

request full_request() {
    return {.identity = lakeproof::test::acme.configuration.provider_identity,
            .name = "edr:1",
            .note = second::note{std::string{"é 😀"}},
            .sources = {source_name{std::string{"acme-edr"}}, source_name{std::string{"other"}}},
            .tags = {{.key = "team",
                      .notes = {second::note{std::string{"a"}}, second::note{std::string{}},
                                second::note{std::string{"b c"}}}},
                     {.key = "env"}}};
}

/// What is reported of a text, whether it is read from text or as a DOM, checked or made a value.
std::string reported(std::string_view text, options const& o = {}) {
    auto const checked = listed(json::check<request>(text, o));
    auto const dom = boost::json::parse({text.data(), text.size()});
    BOOST_TEST(listed(json::check_value<request>(dom, o)) == checked, text);
    BOOST_TEST(listed(json::parse<request>(text, o).report()) == checked, text);
    BOOST_TEST(listed(json::from_value<request>(dom, o).report()) == checked, text);
    return checked;
}

struct small_numbers {
    std::int8_t x;
    std::vector<int> list{};
    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"x", &small_numbers::x},
                                lakeproof::member{"list", &small_numbers::list, {.most = 1}});
};

BOOST_AUTO_TEST_SUITE(own_shapes)

BOOST_AUTO_TEST_CASE(it_is_read) {
    BOOST_TEST(reported(full) == "");
    auto const parsed = json::parse<request>(full);
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST((*parsed == full_request()));
}

BOOST_AUTO_TEST_CASE(it_is_written) {
    BOOST_TEST(json::serialize(full_request()) == full);
    request const bare{.identity = full_request().identity, .name = "edr"};
    BOOST_TEST(
        json::serialize(bare) ==
        R"({"identity":{"externalId":"acme-2026","principal":"123456789012"},"name":"edr"})");
}

BOOST_AUTO_TEST_CASE(it_is_checked) {
    BOOST_TEST(check(full_request()).empty());
    auto unlikely = full_request();
    // The rules of CreateCustomLogSource are that shape's, not its strings'.
    unlikely.identity.principal = "x..amazon.com";
    unlikely.sources.push_back(source_name{std::string(21, 'n')});
    BOOST_TEST(listed(check(unlikely, {.regions = {lakeproof::regions::ca_west_1}})) ==
               "warning region-unsupported in ca-west-1");
}

BOOST_AUTO_TEST_CASE(every_violation_is_found) {
    BOOST_TEST(
        reported(R"({"identity":{"externalId":"x"},"name":"","note":"<>3456789abcd","sources":)"
             R"(["ok",1,"a b",null],"tags":[{"key":"A"},{"notes":["<",2,"0123456789abc"],"x":0},)"
             R"(3,{"key":null,"Key":1}],"nam":1})") ==
        "error external-id-length /identity/externalId; "
        "error member-missing /identity/principal; "
        "error string-length /name; error string-pattern /name; "
        "error string-length /note; error string-pattern /note; "
        "error member-type /sources/1; error source-name-pattern /sources/2; "
        "error member-type /sources/3; "
        "error string-length /tags/0/key; error string-pattern /tags/0/key; "
        "error string-pattern /tags/1/notes/0; error member-type /tags/1/notes/1; "
        "error string-length /tags/1/notes/2; warning member-unknown /tags/1/x; "
        "error member-missing /tags/1/key; "
        "error member-type /tags/2; "
        "warning member-unknown /tags/3/Key; error member-missing /tags/3/key; "
        "warning member-unknown /nam");
}

BOOST_AUTO_TEST_CASE(an_unknown_member_of_one_element_leaves_the_next_as_it_is) {
    BOOST_TEST(reported(R"({"identity":{"externalId":"ab","principal":"123456789012"},"name":"edr",)"
                    R"("tags":[{"key":"team","x":1},{"key":"env"},{"x":{}},{"key":"it"}]})") ==
               "warning member-unknown /tags/0/x; warning member-unknown /tags/2/x; "
               "error member-missing /tags/2/key");
}

BOOST_AUTO_TEST_CASE(generic_rules_have_the_services_phrasing) {
    auto const r = json::check<request>(R"({"name":"a","tags":[{"key":"0x"}]})");
    BOOST_TEST_REQUIRE(r.size() == 3u);
    BOOST_TEST(message(r[0]) ==
               "Value 'a' at 'name' failed to satisfy constraint: Member must have "
               "length greater than or equal to 2; it has 1");
    BOOST_TEST(message(r[1]) ==
               "Value '0x' at 'tags.1.member.key' failed to satisfy constraint: "
               "Member must satisfy regular expression pattern: ^[a-z][a-z0-9:]*$");
    BOOST_TEST(message(r[2]) ==
               "Value null at 'identity' failed to satisfy constraint: Member must "
               "not be null");
}

BOOST_AUTO_TEST_CASE(members_of_elements_repeat_element_by_element) {
    constexpr std::string_view text = R"({"tags":[{"key":"aa","key":"bb"},{"key":"cc","key":1,)"
                                      R"("key":2}],"name":"edr","identity":null})";
    auto const r = json::check<request>(text);
    BOOST_TEST(listed(r) ==
               "error member-duplicate /tags/0/key; error member-duplicate /tags/1/key; "
               "error member-duplicate /tags/1/key; error member-missing /identity");
    BOOST_TEST(r[0].occurrence() == 2u);
    BOOST_TEST(r[1].occurrence() == 2u);
    BOOST_TEST(r[2].occurrence() == 3u);
    BOOST_TEST(json::locate(text, r[0])->offset == text.find("\"bb\""));
    BOOST_TEST(json::locate(text, r[2])->offset == text.find("2}"));
}

BOOST_AUTO_TEST_CASE(places_in_lists_of_lists_are_found) {
    constexpr std::string_view text =
        R"({"tags":[{"notes":[1]},{"key":"aa","notes":["a","b",{}],"x":[7]}]})";
    auto const r = json::check<request>(text);
    BOOST_TEST(listed(r[0]) == "error member-type /tags/0/notes/0");
    BOOST_TEST(json::locate(text, r[0])->offset == text.find("1]"));
    BOOST_TEST(listed(r[1]) == "error member-missing /tags/0/key");
    BOOST_TEST(json::locate_parent(text, r[1])->offset == text.find("{\"notes\":[1"));
    BOOST_TEST(listed(r[2]) == "error member-type /tags/1/notes/2");
    BOOST_TEST(json::locate(text, r[2])->offset == text.find("{}"));
    BOOST_TEST(listed(r[3]) == "warning member-unknown /tags/1/x");
    BOOST_TEST(json::locate(text, r[3])->offset == text.find("\"x\":[7]"));
}

BOOST_AUTO_TEST_CASE(lists_have_no_bound) {
    std::string sources, tags;
    for (int i = 0; i < 2000; ++i) {
        auto const comma = i > 0 ? "," : "";
        sources += comma + ("\"s" + std::to_string(i) + '"');
        tags += comma + ("{\"key\":\"k" + std::to_string(i) + "\",\"notes\":[\"\\u006e\",\"m\"]}");
    }
    auto const text = R"({"identity":{"externalId":"ab","principal":"123456789012"},"name":"edr",)"
                      "\"sources\":[" +
                      sources + "],\"tags\":[" + tags + "]}";
    auto const parsed = json::parse<request>(text);
    BOOST_TEST(listed(parsed.report()) == "");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->sources.size() == 2000u);
    BOOST_TEST(parsed->sources[1999] == "s1999");
    BOOST_TEST(parsed->tags.size() == 2000u);
    BOOST_TEST(parsed->tags[1999].key == "k1999");
    BOOST_TEST(parsed->tags[1999].notes[0] == "n");
    BOOST_TEST(check(*parsed).empty());
    auto const again = json::from_value<request>(boost::json::value_from(*parsed));
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST((*again == *parsed));
}

BOOST_AUTO_TEST_CASE(strings_in_parts_are_kept_apart) {
    // Each is decoded into memory that stays as long as the document.
    auto const parsed = json::parse<request>(
        R"({"identity":{"externalId":"\u0061b","principal":"\u003123456789012"},"name":"\u0065dr",)"
        R"("note":"\u003c?","tags":[{"key":"\u0074eam","notes":["\u0061","\u0062"]}],"sources":["\u0061"]})");
    BOOST_TEST(listed(parsed.report()) == "error string-pattern /note");
    BOOST_TEST(parsed.report()[0].text() == "<?");
    auto const fine = json::parse<request>(
        R"({"identity":{"externalId":"\u0061b","principal":"\u003123456789012"},"name":"\u0065dr",)"
        R"("note":"\u00e9","tags":[{"key":"\u0074eam","notes":["\u0061","\u0062"]}],"sources":["\u0061"]})");
    BOOST_TEST_REQUIRE(fine.has_value());
    BOOST_TEST(json::serialize(*fine) ==
               R"({"identity":{"externalId":"ab","principal":"123456789012"},"name":"edr",)"
               R"("note":"é","sources":["a"],"tags":[{"key":"team","notes":["a","b"]}]})");
}

BOOST_AUTO_TEST_CASE(it_converts_from_and_to_a_dom) {
    auto const value = boost::json::value_from(full_request());
    BOOST_TEST(boost::json::serialize(value) == full);
    BOOST_TEST((boost::json::value_to<request>(value) == full_request()));
    auto const fails = boost::json::try_value_to<request>(boost::json::parse(R"({"name":"edr"})"));
    BOOST_TEST(fails.has_error());
    BOOST_TEST((fails.error() == make_error_code(rule::member_missing)));
    BOOST_CHECK_THROW(static_cast<void>(boost::json::value_to<request>(boost::json::value{})),
                      boost::system::system_error);
}

BOOST_AUTO_TEST_CASE(lists_and_optionals_of_its_types_convert) {
    auto const tags = boost::json::value_from(full_request().tags);
    BOOST_TEST(boost::json::serialize(tags) ==
               R"([{"key":"team","notes":["a","","b c"]},{"key":"env"}])");
    BOOST_TEST((boost::json::value_to<std::vector<second::tag>>(tags) == full_request().tags));
    auto const fails = boost::json::try_value_to<std::vector<second::tag>>(
        boost::json::parse(R"([{"key":"team"},{"key":"0"}])"));
    BOOST_TEST((fails.error() == make_error_code(rule::string_length)));
    auto const none = boost::json::value_to<std::optional<second::tag>>(boost::json::value{});
    BOOST_TEST(!none.has_value());
    auto const one = boost::json::value_to<std::optional<second::tag>>(tags.at(1));
    BOOST_TEST_REQUIRE(one.has_value());
    BOOST_TEST(one->key == "env");
    auto const keys =
        boost::json::value_to<std::vector<second::key>>(boost::json::parse(R"(["aa","bb"])"));
    BOOST_TEST(keys.size() == 2u);
    BOOST_TEST(keys[1] == "bb");
}

BOOST_AUTO_TEST_CASE(a_report_overflows_as_any) {
    std::string tags = R"({"tags":[)";
    for (int i = 0; i < 100; ++i) tags += i > 0 ? ",{}" : "{}";
    auto const r = json::check<request>(tags + "]}");
    BOOST_TEST(r.errors() == 102u);
    BOOST_TEST(r.omitted() == 38u);
    BOOST_TEST(listed(r[63]) == "error member-missing /tags/63/key");
}

BOOST_AUTO_TEST_CASE(strings_in_parts_have_no_bound_in_a_list) {
    // More than all bounded strings of the shape together.
    std::string notes;
    for (int i = 0; i < 3000; ++i)
        notes += (i > 0 ? ",\"\\u006eote " : "\"\\u006eote ") + std::to_string(i) + '"';
    auto const parsed = json::parse<request>(
        R"({"identity":{"externalId":"ab","principal":"123456789012"},"name":"edr",)"
        R"("tags":[{"key":"team","notes":[)" +
        notes + "]}]}");
    BOOST_TEST(listed(parsed.report()) == "");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->tags[0].notes.size() == 3000u);
    BOOST_TEST(parsed->tags[0].notes[0] == "note 0");
    BOOST_TEST(parsed->tags[0].notes[2999] == "note 2999");
}

// --- rules of one's own

inline constexpr lakeproof::rule_info no_tmp{.id = "no-tmp",
                                             .default_severity = severity::warning,
                                             .title = "A name is not temporary",
                                             .why = "Names that start with tmp are swept nightly."};

struct named {
    source_name name;
    std::optional<std::int32_t> days{};

    static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &named::name},
                                                            lakeproof::member{"days", &named::days, {.least = 1}});
    static constexpr void check(lakeproof::document_view<named> d, lakeproof::rule_sink& out) {
        auto const name = d[&named::name];
        if (!name.view().starts_with("tmp")) return;
        auto const days = d[&named::days];
        if (days.present() && days.value() > 7)
            out.report(no_tmp, days, "{place} keeps a temporary name", {.bound = 7, .by_default = severity::error});
        else
            out.report(no_tmp, name, "{value} is temporary: choose a lasting name");
    }
};
struct several_named {
    std::vector<named> all{};
    static constexpr auto members = lakeproof::member_table(lakeproof::member{"all", &several_named::all});
};
using lakeproof::json::tag_invoke;

BOOST_AUTO_TEST_CASE(rules_of_ones_own_work_as_lakeproofs) {
    constexpr std::string_view text =
        R"({"all":[{"name":"acme"},{"name":"tmp-\u0061"},{"name":"tmp-b","days":8},{"name":"tmp b"},1]})";
    auto const r = json::check<several_named>(text);
    // Structure and strings first, then rules: these about whatever string is there.
    BOOST_TEST(listed(r) == "error source-name-pattern /all/3/name; error member-type /all/4; "
                            "warning no-tmp /all/1/name; error no-tmp /all/2/days; warning no-tmp /all/3/name");
    BOOST_TEST((r[2].rule() == rule::custom));
    BOOST_TEST(&r[2].info() == &no_tmp);
    BOOST_TEST(message(r[2]) == "Value 'tmp-a' at 'all.2.member.name' is temporary: choose a lasting name");
    BOOST_TEST(r[3].bound() == 7u);
    BOOST_TEST(json::locate(text, r[2])->offset == text.find("\"tmp-\\u"));
    BOOST_TEST(json::locate(text, r[3])->offset == text.find("8}"));
    auto const dom = boost::json::parse({text.data(), text.size()});
    BOOST_TEST(listed(json::check_value<several_named>(dom)) == listed(r));

    auto const off = lakeproof::policy{}.set(no_tmp, severity::off);
    BOOST_TEST(listed(json::check<several_named>(text, {.policy = off})) ==
               "error source-name-pattern /all/3/name; error member-type /all/4");
    auto const strict = lakeproof::policy{}.set(no_tmp, severity::error);
    BOOST_TEST(json::parse<named>(R"({"name":"tmp"})").has_value()); // a warning rides along
    BOOST_TEST(!json::parse<named>(R"({"name":"tmp"})", {.policy = strict}).has_value());
    // A conversion's error is the rule's own code.
    auto const fails = boost::json::try_value_to<named>(boost::json::parse(R"({"name":"tmp","days":9})"));
    BOOST_TEST_REQUIRE(fails.has_error());
    BOOST_TEST((fails.error() == make_error_code(no_tmp)));
}

BOOST_AUTO_TEST_CASE(no_model_is_made_of_what_it_cannot_hold_whatever_the_policy) {
    for (auto const s : {severity::off, severity::warning}) {
        options const o{.policy = lakeproof::policy{}.set(rule::number_range, s).set(rule::list_length, s)};
        for (auto const* const text : {R"({"x":300})", R"({"x":99999999999999999999})", R"({"x":1,"list":[1,2]})"}) {
            BOOST_TEST(!json::parse<small_numbers>(text, o).has_value(), text);
            BOOST_TEST(json::check<small_numbers>(text, o).ok(), text);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace own_shapes_test
