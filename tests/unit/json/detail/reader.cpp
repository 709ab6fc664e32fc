// SPDX-License-Identifier: BSL-1.0
// Boost.JSON hands a string with an escape over in parts, from a buffer of 4,096 bytes; the reader decodes it whole.
#include <lakeproof/json.hpp>

#include "../../../support/listed.hpp"
#include "../../../support/requests.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace reader_test {

using namespace lakeproof;
using json::check_request;
using json::parse_request;
using test::acme;
using test::json_named;
using test::listed;
using test::request_json;

/// A string with one character, or every one, written as `\u00xx`.
std::string escaped(char c) {
    constexpr auto* digits = "0123456789abcdef";
    auto const byte = static_cast<unsigned char>(c);
    return std::string{"\\u00"} + digits[byte >> 4] + digits[byte & 15];
}
std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) out += escaped(c);
    return out;
}
std::string escaped_at(std::string text, std::size_t at) {
    return text.replace(at, 1, escaped(text[at]));
}
std::string n(std::size_t count) { return std::string(count, 'n'); }

BOOST_AUTO_TEST_SUITE(reader)

BOOST_AUTO_TEST_CASE(names_and_values_may_be_escaped_anywhere) {
    std::string text = "{";
    text += '"' + escaped("configuration") + "\":{\"" + escaped("crawlerConfiguration") + "\":{\"" +
            escaped("roleArn") + "\":\"" +
            escaped("arn:aws:iam::123456789012:role/SecurityLakeCrawler") + "\"},\"" +
            escaped("providerIdentity") + "\":{\"" + escaped("externalId") + "\":\"" +
            escaped("acme-2026") + "\",\"" + escaped("principal") + "\":\"" +
            escaped("123456789012") + "\"}},";
    text += '"' + escaped("eventClasses") + "\":[\"" + escaped("PROCESS_ACTIVITY") + "\"],";
    text += '"' + escaped("sourceName") + "\":\"" + escaped("acme-edr") + "\",";
    text += '"' + escaped("sourceVersion") + "\":\"" + escaped("1.0") + "\"}";
    BOOST_TEST(listed(check_request(text)) == "");
    auto const parsed = parse_request(text);
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST((*parsed == acme));
}

BOOST_AUTO_TEST_CASE(one_escape_may_stand_anywhere) {
    std::string const text = request_json();
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const in_a_string =
            std::string_view{"{}[],:\""}.find(text[at]) == std::string_view::npos;
        if (!in_a_string) continue;
        auto const parsed = parse_request(escaped_at(text, at));
        BOOST_TEST_REQUIRE(parsed.has_value());
        BOOST_TEST_REQUIRE((parsed->source_name == "acme-edr" &&
                            parsed->configuration == acme.configuration &&
                            parsed->event_classes == acme.event_classes));
    }
}

BOOST_AUTO_TEST_CASE(a_solidus_may_be_escaped) {
    auto const parsed = parse_request(request_json(
        {.role_arn = R"("arn:aws:iam::123456789012:role\/a\/b\/c")", .external_id = R"("\/\/")"}));
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->configuration.crawler_configuration.role_arn ==
               "arn:aws:iam::123456789012:role/a/b/c");
    BOOST_TEST(parsed->configuration.provider_identity.external_id == "//");
}

BOOST_AUTO_TEST_CASE(short_escapes_mean_what_they_mean) {
    for (auto const* const letter : {"b", "f", "n", "r", "t", "\""}) {
        auto const r = check_request(json_named(std::string{"a\\"} + letter));
        BOOST_TEST(listed(r) == "error source-name-pattern /sourceName", letter);
    }
    BOOST_TEST(check_request(json_named("a\\nb"))[0].text() == "a\nb");
    BOOST_TEST(parse_request(json_named("a\\\\b")).report()[0].text() == "a\\b");
}

BOOST_AUTO_TEST_CASE(a_string_is_checked_alike_with_an_escape_at_its_start_middle_and_end) {
    options const o{.regions = {regions::us_east_1}};
    for (std::string const name :
         {"a", "ab", "acme-edr", "a:b", "a b", "a name of 27 characters xyz",
          "a-name-of-27-characters-xyz", "a-name-of-twenty-char", "a-name-of-twenty-cha"}) {
        auto const plain = check_request(json_named(name), o);
        for (std::size_t at = 0; at < name.size(); ++at) {
            auto const parts = check_request(json_named(escaped_at(name, at)), o);
            BOOST_TEST(listed(parts) == listed(plain), name << " with an escape at " << at);
            for (std::size_t i = 0; i < plain.size(); ++i)
                BOOST_TEST(message(parts[i]) == message(plain[i]));
        }
    }
}

BOOST_AUTO_TEST_CASE(nul_is_a_character_like_others) {
    auto const r = check_request(json_named("acme\\u0000"));
    BOOST_TEST(listed(r) == "error source-name-pattern /sourceName");
    BOOST_TEST((r[0].text() == std::string_view{"acme\0", 5}));
    BOOST_TEST(message(r[0]).starts_with(R"(Value 'acme\u0000' at 'sourceName')"));
    BOOST_TEST(listed(check_request(json_named("\\u0000"))) ==
               "error source-name-pattern /sourceName");
    // It ends neither a text nor a name.
    BOOST_TEST(listed(check_request(json_named("\\u0000" + n(20)))) ==
               "error source-name-pattern /sourceName; "
               "error source-name-documented-limit /sourceName");
    BOOST_TEST(listed(check_request(request_json({.further = R"("sourceVersion\u0000":"1 0")"}))) ==
               std::string{"warning member-unknown /sourceVersion"} + '\0');
    BOOST_TEST(
        listed(check_request(request_json({.event_classes = R"(["DNS_ACTIVITY\u0000"])"}))) ==
        "error event-class-pattern /eventClasses/0");
}

BOOST_AUTO_TEST_CASE(surrogate_pairs_are_one_character) {
    std::string emojis;
    for (int i = 0; i < 20; ++i) emojis += "\\ud83d\\ude00";
    auto const r = check_request(json_named(emojis));
    BOOST_TEST(listed(r) == "error source-name-pattern /sourceName");
    BOOST_TEST(r[0].length() == 20u);
    BOOST_TEST(listed(check_request(json_named(emojis + 'x'))) ==
               "error source-name-pattern /sourceName; "
               "error source-name-documented-limit /sourceName");
}

// --- names of members

BOOST_AUTO_TEST_CASE(names_are_compared_after_unescaping) {
    BOOST_TEST(listed(check_request(request_json({.further = R"("source\u004eame":"x")"}))) ==
               "error member-duplicate /sourceName");
    auto const r = check_request(request_json({.further = R"("t\u0061gs":1,"tags":2)"}));
    BOOST_TEST(listed(r) == "warning member-unknown /tags; warning member-unknown /tags");
    BOOST_TEST(r[1].occurrence() == 2u);
}

BOOST_AUTO_TEST_CASE(long_names_are_unknown_escaped_or_not) {
    auto const cut = "warning member-unknown /" + n(64) + "\u2026";
    for (std::size_t const size : {65u, 255u, 256u, 257u, 300u, 4095u, 4096u, 4097u, 9000u}) {
        for (auto const& name : {n(size), "\\u006e" + n(size - 1), n(size - 1) + "\\u006e"})
            BOOST_TEST(
                listed(check_request(request_json({.further = test::quoted(name) + ":0"}))) == cut,
                size);
    }
    BOOST_TEST(listed(check_request(request_json({.further = test::quoted(n(64)) + ":0"}))) ==
               "warning member-unknown /" + n(64));
}

BOOST_AUTO_TEST_CASE(a_long_name_that_starts_as_a_member_is_unknown) {
    for (auto const& name : {"source\\u004eame" + n(4096), "sourceName" + n(300)}) {
        auto const r = check_request(
            request_json({.source_name = "", .further = test::quoted(name) + R"(:"x")"}));
        BOOST_TEST(listed(r) == "warning member-unknown /sourceName" + n(54) +
                                    "\u2026; error member-missing /sourceName");
        BOOST_TEST(suggestion(r[0]) == "");
    }
}

BOOST_AUTO_TEST_CASE(a_cut_name_ends_after_a_whole_character) {
    for (std::string const accent : {"\u00e9", "\\u00e9"}) {
        auto const r =
            check_request(request_json({.further = test::quoted(n(63) + accent + n(300)) + ":0"}));
        BOOST_TEST(listed(r) == "warning member-unknown /" + n(63) + "\u2026", accent);
    }
}

// --- strings longer than the buffer

BOOST_AUTO_TEST_CASE(long_strings_are_checked_whole) {
    options const o{.regions = {regions::us_east_1}};
    for (std::size_t const size :
         {250u, 256u, 257u, 1000u, 4094u, 4095u, 4096u, 4097u, 8191u, 8192u, 8193u, 20000u}) {
        for (auto const& name :
             {n(size), "\\u006e" + n(size - 1), n(size / 2) + "\\u006e" + n(size - size / 2 - 1),
              n(size - 1) + "\\u006e"}) {
            auto const r = check_request(json_named(name), o);
            BOOST_TEST(listed(r) == "error source-name-length /sourceName; "
                                    "error source-name-documented-limit /sourceName; "
                                    "error provider-role-length /sourceName in us-east-1",
                       size);
            BOOST_TEST(r[0].length() == size);
            BOOST_TEST(r[2].length() == size + 38);
            BOOST_TEST(r[0].cut() == (size > 256));
            BOOST_TEST(r[2].cut() == (size > 256));
            BOOST_TEST(r[0].text() == n(size < 256 ? size : 256));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_far_behind_counts) {
    // 20,000 characters with an escape, and what breaks the pattern far behind what is kept.
    auto const long_name = "\\u006e" + n(19'998);
    BOOST_TEST(listed(check_request(json_named(long_name + ' '))) ==
               "error source-name-length /sourceName; error source-name-pattern /sourceName; "
               "error source-name-documented-limit /sourceName");
    BOOST_TEST(listed(check_request(json_named(long_name + ':'))) ==
               "error source-name-length /sourceName; "
               "error source-name-documented-limit /sourceName; "
               "error provider-role-characters /sourceName");
    BOOST_TEST(listed(check_request(json_named(n(9'999) + "\\u006e" + n(9'998) + "\\u003a"))) ==
               "error source-name-length /sourceName; "
               "error source-name-documented-limit /sourceName; "
               "error provider-role-characters /sourceName");
}

BOOST_AUTO_TEST_CASE(separators_far_behind_count) {
    auto const role = [](std::string_view end) {
        return listed(
            check_request(request_json({.role_arn = "\"\\u0061rn:aws:iam::123456789012:role/" +
                                                    n(5000) + std::string{end} + '"'})));
    };
    constexpr std::string_view length =
        "error role-arn-length /configuration/crawlerConfiguration/roleArn";
    constexpr std::string_view unresolvable =
        "error role-arn-unresolvable /configuration/crawlerConfiguration/roleArn";
    BOOST_TEST(role("") == std::string{length} + "; " + std::string{unresolvable});
    BOOST_TEST(role("/x") == std::string{length} + "; " + std::string{unresolvable});
    BOOST_TEST(role(":") ==
               std::string{length} +
                   "; error role-arn-pattern /configuration/crawlerConfiguration/roleArn");

    auto const principal = [](std::string_view middle) {
        return listed(check_request(request_json(
            {.principal = "\"\\u006e" + n(5000) + std::string{middle} + ".amazonaws.com\""})));
    };
    constexpr std::string_view too_long =
        "error principal-length /configuration/providerIdentity/principal";
    BOOST_TEST(principal("") == too_long);
    BOOST_TEST(principal(".") ==
               std::string{too_long} +
                   "; warning principal-unresolvable /configuration/providerIdentity/principal");
}

BOOST_AUTO_TEST_CASE(the_longest_valid_strings_may_be_escaped_throughout) {
    auto const role = "arn:aws:iam::123456789012:role/" + std::string(510, 'p') + '/' + n(64);
    auto const id = std::string(1224, 'i');
    auto const principal = n(241) + ".amazonaws.com";
    auto const parsed =
        parse_request(request_json({.role_arn = test::quoted(escaped(role)),
                                    .external_id = test::quoted(escaped(id)),
                                    .principal = test::quoted(escaped(principal))}));
    BOOST_TEST(listed(parsed.report()) == "");
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->configuration.crawler_configuration.role_arn == role);
    BOOST_TEST(parsed->configuration.provider_identity.external_id == id);
    BOOST_TEST(parsed->configuration.provider_identity.principal == principal);
}

BOOST_AUTO_TEST_CASE(all_128_elements_may_come_in_parts) {
    std::string classes = "[";
    for (int i = 0; i < 128; ++i)
        classes += (i > 0 ? ",\"" : "\"") + escaped("NETWORK_ACTIVITY") + '"';
    auto const parsed = parse_request(request_json({.event_classes = classes + ']'}));
    BOOST_TEST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed.report().count(rule::event_class_duplicate) == 64u); // as many as are kept
    BOOST_TEST(parsed.report().warnings() == 127u);
    BOOST_TEST(parsed->event_classes.size() == 128u);
    for (auto const name : parsed->event_classes) BOOST_TEST(name == "NETWORK_ACTIVITY");
}

BOOST_AUTO_TEST_CASE(a_long_string_of_many_byte_characters_is_cut_after_one) {
    options const o{.regions = {regions::us_east_1}};
    std::string accents;
    for (int i = 0; i < 131; ++i) accents += "\u00e9";
    for (auto const& name : {accents, "x" + accents, "\\u00e9" + accents, "x\\u00e9" + accents}) {
        auto const r = check_request(json_named(name), o);
        BOOST_TEST(listed(r) == "error source-name-length /sourceName; "
                                "error source-name-pattern /sourceName; "
                                "error source-name-documented-limit /sourceName; "
                                "error provider-role-length /sourceName in us-east-1");
        for (auto const& v : r) {
            BOOST_TEST(v.cut());
            BOOST_TEST(v.text().size() == (name.front() == 'x' ? 255u : 256u));
        }
    }
}

// More than the scratch memory holds: every string in parts and longer than a valid one, and last a list of as many
// bytes as its bound lets it have, and the element that passes it.
BOOST_AUTO_TEST_CASE(strings_have_room_beyond_the_scratch_memory) {
    auto const long_text = [](std::size_t size) {
        return '"' + escaped('a') + std::string(size, 'a') + '"';
    };
    std::string emoji;
    for (int i = 0; i < 2047; ++i) emoji += "\U0001f600";
    auto const text = R"({"configuration":{"crawlerConfiguration":{"roleArn":)" + long_text(3000) +
                      R"(},"providerIdentity":{"externalId":)" + long_text(3000) +
                      R"(,"principal":)" + long_text(3000) + R"(}},"sourceName":)" +
                      long_text(3000) + R"(,"sourceVersion":)" + long_text(3000) +
                      R"(,"eventClasses":[")" + escaped('a') + emoji + R"(",)" + long_text(5000) +
                      "]}";
    auto const r = check_request(text);
    BOOST_TEST(listed(r) == "error role-arn-length /configuration/crawlerConfiguration/roleArn; "
                            "error role-arn-pattern /configuration/crawlerConfiguration/roleArn; "
                            "error external-id-length /configuration/providerIdentity/externalId; "
                            "error principal-length /configuration/providerIdentity/principal; "
                            "error principal-pattern /configuration/providerIdentity/principal; "
                            "error source-name-length /sourceName; "
                            "error source-version-length /sourceVersion; "
                            "error event-class-pattern /eventClasses/0; "
                            "error event-classes-limit /eventClasses; "
                            "error source-name-documented-limit /sourceName");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace reader_test
