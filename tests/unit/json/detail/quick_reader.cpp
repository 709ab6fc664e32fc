// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json/detail/quick_reader.hpp>

#include <lakeproof/json.hpp>
#include <lakeproof/testing/boundary.hpp>

#include "../../../support/both_readers.hpp"
#include "../../../support/everything.hpp"
#include "../../../support/listed.hpp"
#include "../../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quick_reader_test {

using namespace lakeproof;
using test::everything;
using test::readers_agree;
using test::reads_quickly;
using test::request_json;
using request = create_custom_log_source_request;
using namespace std::string_view_literals;

/// Reads as an object without modelled members, so that only the text counts.
struct anything {
    static constexpr bool open = true;
    static constexpr auto members = member_table();
    friend bool operator==(anything const&, anything const&) = default;
};

// Accelerators of types whose strings do not stand in JSON as they are.
struct quoting_constraint {
    using pattern = lakeproof::pattern<R"(^[a-z"\\]+$)">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 8;
    static constexpr std::size_t match(std::string_view text) noexcept {
        auto const end = text.find_first_not_of(R"(abcdefghijklmnopqrstuvwxyz"\)");
        return end == std::string_view::npos ? text.size() : end;
    }
};
struct spelled_constraint {
    using pattern = lakeproof::pattern<"^[^<>\b]*$">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 8;
    static constexpr std::size_t find(std::string_view name) noexcept {
        return name == "plain" ? 0 : name == R"(a\b)" ? 1 : name == R"(a"b)" ? 2 : std::string_view::npos;
    }
};
struct spelled {
    std::optional<constrained_string<quoting_constraint>> quoting{};
    std::optional<constrained_string<spelled_constraint>> word{};
    static constexpr auto members =
        member_table(member{"quoting", &spelled::quoting}, member{"word", &spelled::word});
    friend bool operator==(spelled const&, spelled const&) = default;
    static constexpr void check(document_view<spelled> d, rule_sink& out) {
        if (auto const i = d[&spelled::word].index(); i != std::string_view::npos)
            out.report(listed_word, d[&spelled::word], "{value} is listed", {.bound = i + 1});
    }
    static constexpr rule_info listed_word{.id = "listed-word", .default_severity = severity::note};
};

BOOST_AUTO_TEST_SUITE(quick_readers)

BOOST_AUTO_TEST_CASE(accelerators_look_at_strings_as_they_are_meant) {
    for (auto const* text : {R"({"quoting":"ab"x"})", R"({"quoting":"a\nb"})", R"({"quoting":"ab\""})",
                             R"({"quoting":"a\\b"})", R"({"quoting":"ab"})", R"({"word":"a\b"})",
                             R"({"word":"a\\b"})", R"({"word":"a\"b"})", R"({"word":"plain"})", R"({"word":"other"})"})
        BOOST_TEST(readers_agree<spelled>(text), text);
    BOOST_TEST(!json::check<spelled>(R"({"quoting":"ab"x"})").ok());
    BOOST_TEST(!json::check<spelled>(R"({"quoting":"a\nb"})").ok());
    // The index in a vocabulary is known however the string was read.
    auto const index = [](std::string_view text) {
        auto const found = json::check<spelled>(text);
        return found.size() == 1 && found.notes() == 1 ? found[0].bound() : 0;
    };
    BOOST_TEST(index(R"({"word":"plain"})") == 1u);
    BOOST_TEST(index(R"({"word":"pl\u0061in"})") == 1u);
    BOOST_TEST(index(R"({"word":"a\\b"})") == 2u);
    BOOST_TEST(index(R"({"word":"a\"b"})") == 3u);
    BOOST_TEST(index(R"({"word":"b"})") == 0u);
    auto const model = check(spelled{.word = constrained_string<spelled_constraint>{R"(a"b)"}});
    BOOST_TEST((model.size() == 1 && model[0].bound() == 3));
}

BOOST_AUTO_TEST_CASE(the_subset_is_read_to_its_end) {
    for (auto const text : {
             "{}"sv, "[]"sv, " \t\r\n{ } \n"sv, "[ ]"sv, R"({"a":"b"})"sv, R"({"a" : "b" , "c":[1, "d" ,{}]})"sv,
             R"([[[]],[{}],{"a":{"b":[]}}])"sv, R"({"":"","a":null,"b":true,"c":false})"sv,
             R"([0,-0,1,-1,10,9223372036854775807,-9223372036854775808,9223372036854775808])"sv,
             R"([123456789012345678901234567890])"sv, R"([0.5,-1.25,1e5,1E+15,2e-99,0e0,0.0e-0])"sv,
             "[\"\x7f !#[]^~\"]"sv,
             // A string that is not plain is Boost.JSON's, and so is a name.
             R"({"a\u0062":1,"\n":{"\t":[]}})"sv, "{\"caf\xc3\xa9\":1}"sv,
             R"(["\n"])"sv, R"({"a":"\u00e9\\"})"sv, "[\"caf\xc3\xa9\"]"sv, R"(["\/","\/","\/","\/","\/","\/","\/","\/"])"sv,
         }) {
        BOOST_TEST(reads_quickly<anything>(text), text);
        BOOST_TEST(readers_agree<anything>(text), text);
    }
    BOOST_TEST(reads_quickly<request>(request_json()));
}

BOOST_AUTO_TEST_CASE(everything_else_is_left_to_boost_json) {
    for (auto const text : {
             ""sv, " "sv, "{"sv, "}"sv, "[}"sv, "{]"sv, "null"sv, "\"a\""sv, "1"sv, "{} {}"sv, "{}}"sv, "[]]"sv, "{},"sv,
             "[1,]"sv, "[,1]"sv, "[1 2]"sv, R"(["a""b"])"sv, R"({"a":1,})"sv, R"({,})"sv, R"({"a"})"sv, R"({"a":})"sv,
             R"({"a" 1})"sv, R"({a:1})"sv, R"({"a":1 "b":2})"sv, R"({"a":1]})"sv, R"([{"a":1])"sv, R"({"a":{})"sv,
             R"(["a)"sv, R"(["a])"sv, R"(["])"sv, R"({"a)"sv, R"({"a})"sv, R"({"sourceName})"sv, R"({"sourceName"})"sv,
             "[\"a\nb\"]"sv, "[\"\x1f\"]"sv, "[\"a\0b\"]"sv, "{\"a\nb\":1}"sv, "[\"\xff\"]"sv, "[\"\xc3\"]"sv, R"(["\ud800"])"sv,
             R"(["\x"])"sv, "[nul]"sv, "[nullx]"sv, "[True]"sv, "[truefalse]"sv, "[01]"sv, "[-]"sv, "[--1]"sv, "[+1]"sv,
             "[1.]"sv, "[.5]"sv, "[1e]"sv, "[1e+]"sv, "[1.5.5]"sv, "[1-2]"sv, "[0x1]"sv, "[NaN]"sv, "['a']"sv,
             "[1]//"sv, "/**/[1]"sv, "\xef\xbb\xbf[1]"sv, "[\xe2\x80\xa8 1]"sv, "[1\v]"sv, "[1\f]"sv,
             // JSON all the same.
             "[1e100]"sv, "[1e0001]"sv, "[1e999999999999]"sv,
             R"(["\/","\/","\/","\/","\/","\/","\/","\/","\/"])"sv,
         }) {
        BOOST_TEST(!reads_quickly<anything>(text), text);
        BOOST_TEST(readers_agree<anything>(text), text);
    }
}

BOOST_AUTO_TEST_CASE(texts_nest_as_deep_as_the_limit_and_63_deep_at_most) {
    auto const nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    for (std::size_t const limit : {0u, 1u, 31u, 32u, 62u, 63u, 64u, 1000u})
        for (std::size_t const levels : {1u, 2u, 31u, 32u, 33u, 62u, 63u, 64u, 65u}) {
            options const o{.limits = {.depth = limit}};
            BOOST_TEST(reads_quickly<anything>(nested(levels), o) == (levels <= limit && levels <= 63));
            BOOST_TEST(readers_agree<anything>(nested(levels), o), limit << ' ' << levels);
        }
}

BOOST_AUTO_TEST_CASE(a_text_over_the_limit_is_not_looked_at) {
    auto const text = request_json();
    BOOST_TEST(reads_quickly<request>(text, {.limits = {.bytes = text.size()}}));
    BOOST_TEST(!reads_quickly<request>(text, {.limits = {.bytes = text.size() - 1}}));
    BOOST_TEST(readers_agree<request>(text, {.limits = {.bytes = text.size() - 1}}));
}

BOOST_AUTO_TEST_CASE(what_was_read_before_it_gave_up_leaves_nothing_behind) {
    // Violations, and values in lists, come before the byte that is not of the subset.
    std::string text = R"({"x":1,"sourceName":"a b","eventClasses":["A","B","C"],"y":1e100})";
    BOOST_TEST(!reads_quickly<request>(text));
    BOOST_TEST(readers_agree<request>(text));
}

BOOST_AUTO_TEST_CASE(names_in_any_order_and_of_any_length_are_found) {
    for (auto const* text :
         {R"({"sourceVersion":"1.0","sourceName":"acme","eventClasses":["DNS_ACTIVITY"],"configuration":{}})",
          R"({"sourceNamE":"a","sourceNameX":"b","sourceNam":"c","sourceName":"d","sourceName":"e"})",
          R"({"configuration":{"providerIdentity":{"principal":"1","externalId":"2"},"crawlerConfiguration":{}}})",
          R"({"sourceName" : "a","sourceName"  :"b"})"})
        BOOST_TEST(readers_agree<request>(text), text);
}

/// Every text that one byte more, less or other than `text` makes.
template <class Shape>
std::size_t disagreements(std::string_view text, options const& o, std::string& first) {
    constexpr auto likely = "\"{}[],:\\ \n\x1f\x80\xc3" "a0-.etn"sv;
    std::size_t count = 0;
    auto const compare = [&](std::string_view changed) {
        if (readers_agree<Shape>(changed, o)) return;
        if (count++ == 0) first = changed;
    };
    std::string changed{text};
    for (std::size_t i = 0; i < text.size(); ++i) {
        compare(text.substr(0, i));
        compare(text.substr(i));
        changed[i] = likely[i % likely.size()];
        compare(changed);
        changed[i] = likely[(i * 7 + 3) % likely.size()];
        compare(changed);
        changed[i] = text[i];
        compare(std::string{changed}.insert(i, 1, likely[i * 5 % likely.size()]));
        compare(std::string{changed}.erase(i, 1));
    }
    return count;
}

BOOST_AUTO_TEST_CASE(documents_that_are_cut_or_changed_at_every_byte_are_read_as_boost_json_reads_them) {
    options const o{.regions = {regions::us_east_1}};
    std::string first;
    BOOST_TEST(disagreements<request>(request_json(), o, first) == 0u, first);
    BOOST_TEST(disagreements<everything>(
                   R"({"name":"a","hue":"RED","title":"caf","text":"any","number":-1,"port":1,"flag":true,"maybe":null,)"
                   R"("labels":["a","b"],"numbers":[1,2],"flags":[true,false],"points":[{"x":1,"y":2},{"y":3}],"none":{},)"
                   R"("either":{"name":"a"},"choices":[{"flag":true},{}],"classes":["DNS_ACTIVITY"],"needed":""})",
                   {}, first) == 0u,
               first);
    BOOST_TEST(disagreements<create_custom_log_source_response>(
                   R"({"source":{"sourceVersion":"2.0","provider":{"roleArn":"arn","location":"s3://b/ext/acme/"},)"
                   R"("attributes":{"tableArn":"x"},"sourceName":"acme"}, "more" : [ 1.5 , "é" ] })",
                   {}, first) == 0u,
               first);
}

BOOST_AUTO_TEST_CASE(boundary_documents_are_read_as_boost_json_reads_them) {
    std::size_t documents = 0, quick = 0, failed = 0;
    std::string first;
    for (auto const& c : testing::boundaries<request>()) {
        options o;
        for (auto const& r : c.regions)
            if (auto const known = region::from(r)) o.regions.add(*known);
        ++documents;
        quick += reads_quickly<request>(c.document, o);
        if (!readers_agree<request>(c.document, o) && failed++ == 0) first = c.name;
        // Changed anywhere; of long ones, which are long for one string, a byte here and there.
        std::string changed = c.document;
        auto const step = changed.size() < 600 ? 31 : changed.size() / 12 + 1;
        for (std::size_t i = documents % step; i < changed.size(); i += step) {
            changed[i] ^= static_cast<char>(1 + documents % 127);
            if (!readers_agree<request>(changed, o) && failed++ == 0) first = changed;
            changed[i] = c.document[i];
        }
    }
    BOOST_TEST(failed == 0u, first);
    BOOST_TEST(documents > 500u);
    BOOST_TEST(quick > documents / 2);
    BOOST_TEST_MESSAGE("the quick reader finishes " << quick << " of " << documents << " boundary documents");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace quick_reader_test
