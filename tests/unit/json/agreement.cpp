// SPDX-License-Identifier: BSL-1.0
// Text, DOM and model are checked alike: on documents made at random, with faults of every kind.
#include <lakeproof/json.hpp>

#include "../../support/listed.hpp"
#include "../../support/requests.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace agreement_test {

using namespace lakeproof;
using test::listed;
using request = create_custom_log_source_request;

/// Makes documents; the same ones on every platform.
class document_maker {
public:
    /// A request, mostly with faults, no name twice in one object.
    std::string document() {
        if (one_in(50)) return any_value(3);
        faults_ = below(4); // 0: hardly any
        std::vector<std::string> members;
        add(members, "configuration", configuration());
        if (!one_in(3)) add(members, "eventClasses", event_classes());
        add(members, "sourceName", text(name()));
        if (one_in(2)) add(members, "sourceVersion", text(version()));
        return object(members);
    }

    options context() {
        options o;
        static constexpr std::array<std::string_view, 6> codes{"us-east-1",     "us-isof-south-1",
                                                               "us-gov-west-1", "ca-west-1",
                                                               "xx-nowhere-1",  "cn-south-9"};
        while (!one_in(3)) o.regions.add(region{codes[below(codes.size())]});
        if (one_in(4)) {
            for (auto const& r : rules())
                if (!r.fixed && one_in(3)) o.policy.set(r.value, static_cast<severity>(below(4)));
        }
        return o;
    }

    std::size_t below(std::size_t n) { return random_() % n; }

private:
    bool one_in(std::size_t n) { return below(n) == 0; }
    bool fault() { return below(24) < faults_; }

    // --- JSON

    std::string object(std::vector<std::string>& members) {
        while (fault()) {
            // Each name once: a DOM cannot hold two.
            auto name = "x" + std::to_string(unknown_++);
            if (one_in(4)) name = std::string(60 + below(10), '/') + name;
            if (one_in(4)) name = "~\\u00e9\\ud83d\\ude00 \\u0000" + name;
            if (one_in(6)) name = "SourceName" + name;
            members.push_back('"' + name + "\":" + any_value(2));
        }
        for (std::size_t i = members.size(); i > 1; --i)
            std::swap(members[i - 1], members[below(i)]);
        std::string out = "{";
        for (auto const& m : members) out += (out.size() > 1 ? "," : "") + m;
        return out + '}';
    }
    void add(std::vector<std::string>& members, std::string const& name, std::string value) {
        if (fault()) {
            if (one_in(2)) return;
            value = any_value(2);
        }
        auto shown = name;
        if (one_in(20)) shown = "\\u00" + hex(name[0]) + name.substr(1);
        members.push_back('"' + shown + "\":" + value);
    }
    std::string any_value(std::size_t depth) {
        static constexpr std::array<std::string_view, 13> scalars{"null",
                                                                  "true",
                                                                  "false",
                                                                  "0",
                                                                  "-1.5e3",
                                                                  "18446744073709551615",
                                                                  "1e400",
                                                                  "\"\"",
                                                                  "\"x\"",
                                                                  "\"\\u0041\\n\"",
                                                                  "\"caf\u00e9\"",
                                                                  "[]",
                                                                  "{}"};
        if (depth == 0 || one_in(2)) return std::string{scalars[below(scalars.size())]};
        std::string const inner = any_value(depth - 1);
        return one_in(2) ? '[' + inner + ',' + inner + ']' : "{\"sourceName\":" + inner + '}';
    }
    static std::string hex(char c) {
        constexpr auto* digits = "0123456789abcdef";
        auto const byte = static_cast<unsigned char>(c);
        return {digits[byte >> 4], digits[byte & 15]};
    }
    /// A string in quotes, with what must be escaped so, and sometimes more.
    std::string text(std::string const& value) {
        bool const more = one_in(4);
        std::string out = "\"";
        for (char const c : value) {
            bool const ascii = c >= ' ' && c < 127;
            bool const must = c == '"' || c == '\\' || (c >= 0 && c < ' ');
            if (must || (more && ascii && one_in(5)))
                out += "\\u00" + hex(c);
            else
                out += c;
        }
        return out + '"';
    }

    // --- values, and what may be wrong with them

    /// Spoils a valid string in one of many ways, or leaves it.
    std::string spoilt(std::string value, std::size_t longest) {
        if (!fault()) return value;
        switch (below(9)) {
        case 0: return {};
        case 1: return value + std::string(longest - std::min(longest, value.size()), 'a');
        case 2: return value + std::string(longest + 1, 'a');
        case 3: return value + ' ';
        case 4: return value + "\u00e9\u202e";
        case 5: return std::string(1 + below(300), 'y') + value + '\0' + value;
        case 6: {
            std::string emojis;
            for (std::size_t i = below(longest + 2); i > 0; --i) emojis += "\U0001f600";
            return emojis;
        }
        case 7: return value + std::string(4000 + below(200), 'z') + (one_in(2) ? ":" : "");
        default: return value.substr(0, value.size() / 2);
        }
    }
    std::string name() {
        static constexpr std::array<std::string_view, 8> names{"acme-edr",
                                                               "a",
                                                               "a:b",
                                                               "a\\b",
                                                               "a-name-of-twenty-char",
                                                               "a-name-of-twenty-cha",
                                                               "a-name-of-27-characters-xyz",
                                                               "0.9_/"};
        return spoilt(std::string{names[below(faults_ == 0 ? 2 : names.size())]}, 64);
    }
    std::string version() { return spoilt(one_in(2) ? "1.0" : std::string(32, '9'), 32); }
    std::string configuration() {
        static constexpr std::array<std::string_view, 6> arns{
            "arn:aws:iam::123456789012:role/SecurityLakeCrawler",
            "arn:aws:iam::123456789012:role/a/b/c",
            "arn:aws-us-gov:iam::123456789012:role/x",
            "arn::iam::123456789012:role/x",
            "arn:aws:iam::123456789012:rolex",
            "arn:aws:iam::123456789012:role//x"};
        static constexpr std::array<std::string_view, 5> principals{
            "123456789012", "firehose.amazonaws.com", ".amazon.com", "a..amazonaws.com",
            "arn:aws:iam::123456789012:root"};
        std::vector<std::string> crawler, identity, members;
        add(crawler, "roleArn",
            text(spoilt(std::string{arns[below(faults_ == 0 ? 2 : arns.size())]}, 2048)));
        add(members, "crawlerConfiguration", object(crawler));
        add(identity, "externalId",
            text(spoilt(one_in(9) ? std::string(1224, 'i') : "acme-2026", 1224)));
        add(identity, "principal",
            text(
                spoilt(std::string{principals[below(faults_ == 0 ? 2 : principals.size())]}, 255)));
        add(members, "providerIdentity", object(identity));
        return object(members);
    }
    std::string event_classes() {
        static constexpr std::array<std::string_view, 7> others{
            "CLOUD_API",        "NEW_CLASS", "AUTHORIZE_SESSION", "dns_activity",
            "Network Activity", "",          "DNS_ACTIVITYS"};
        std::size_t count = below(6);
        if (one_in(20)) count = 126 + below(5);
        std::string out = "[";
        for (std::size_t i = 0; i < count; ++i) {
            std::string_view name = to_string(static_cast<ocsf::event_class>(below(ocsf::event_class_count)));
            if (fault()) name = others[below(others.size())];
            auto const value =
                fault() && one_in(3) ? any_value(2) : text(spoilt(std::string{name}, 2048));
            out += (i > 0 ? "," : "") + value;
        }
        return out + ']';
    }

    std::mt19937 random_{20260801};
    std::size_t faults_ = 0;
    std::size_t unknown_ = 0;
};

/// All that is in a report.
std::string everything(report const& r) {
    std::string out;
    for (auto const& v : r) {
        out += listed(v) + " | " + message(v) + " | " + std::to_string(v.length()) + ' ' +
               std::to_string(v.bound()) + ' ' + std::to_string(v.occurrence()) +
               (v.cut() ? " cut " : " ") + std::string{v.text()} + '\n';
    }
    for (auto const s : {severity::note, severity::warning, severity::error})
        out += std::to_string(r.count(s)) + ' ';
    return out;
}

bool printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

BOOST_AUTO_TEST_SUITE(agreement)

BOOST_AUTO_TEST_CASE(text_dom_and_model_are_checked_alike) {
    document_maker maker;
    std::map<rule, std::size_t> seen;
    std::size_t valid = 0;
    for (int i = 0; i < 6000; ++i) {
        auto const text = maker.document();
        auto const o = maker.context();
        auto const dom = boost::json::parse(text);

        auto const checked = json::check_request(text, o);
        auto const all = everything(checked);
        BOOST_TEST_REQUIRE(everything(json::check_value<request>(dom, o)) == all, text);

        auto const parsed = json::parse_request(text, o);
        auto const from = json::from_value<request>(dom, o);
        BOOST_TEST_REQUIRE(everything(from.report()) == everything(parsed.report()), text);
        BOOST_TEST_REQUIRE(parsed.has_value() == parsed.report().ok(), text);
        BOOST_TEST_REQUIRE(from.has_value() == parsed.has_value(), text);

        // Reading and checking find the same, though a policy may lower more of it in checking.
        auto const strict = json::parse_request(text, {.regions = o.regions});
        BOOST_TEST_REQUIRE(everything(json::check_request(text, {.regions = o.regions})) ==
                               everything(strict.report()),
                           text);

        for (auto const& v : checked) {
            ++seen[v.rule()];
            BOOST_TEST_REQUIRE(printable(message(v)), text);
            bool const no_place = v.rule() == rule::member_missing ||
                                  v.rule() == rule::region_unknown ||
                                  v.rule() == rule::region_unsupported;
            auto const place = json::locate(text, v);
            BOOST_TEST_REQUIRE(place.has_value() != no_place, text);
            // Its pointer leads to the same place, but to the value of an unknown member, whose name is meant.
            if (place && v.rule() != rule::member_unknown)
                BOOST_TEST_REQUIRE((json::locate(text, v.pointer()) == place), text << listed(v));
        }
        if (!parsed) continue;

        ++valid;
        BOOST_TEST_REQUIRE((*from == *parsed), text);
        // What is written is read as the same value, and written again as the same text.
        auto const written = json::serialize(*parsed);
        BOOST_TEST_REQUIRE(written == boost::json::serialize(boost::json::value_from(*parsed)),
                           text);
        auto const again = json::parse_request(written, o);
        BOOST_TEST_REQUIRE(again.has_value(), text);
        BOOST_TEST_REQUIRE((*again == *parsed), text);
        BOOST_TEST_REQUIRE(json::serialize(*again) == written, text);
        // The model itself is checked as its text.
        BOOST_TEST_REQUIRE(everything(check(*parsed, o)) == everything(again.report()), text);
    }
    // The documents are worth something: many are valid, and every rule that they can break is
    // broken.
    BOOST_TEST(valid > 500u);
    for (auto const& r : rules()) {
        bool const other = r.id.starts_with("json-") || r.id.starts_with("string-") ||
                           r.id.starts_with("response-") || r.value == rule::member_duplicate ||
                           r.value == rule::house_rule || r.value == rule::source_name_conflict ||
                           r.value == rule::source_name_collision || r.value == rule::source_count_limit ||
                           r.value == rule::number_range || r.value == rule::list_length ||
                           r.value == rule::union_members;
        BOOST_TEST((seen[r.value] > 10) != other,
                   r.id << " was seen " << seen[r.value] << " times");
    }
}

BOOST_AUTO_TEST_CASE(random_bytes_and_mutations_are_read_or_refused_as_boost_does) {
    document_maker maker;
    for (int i = 0; i < 6000; ++i) {
        auto text = maker.document();
        for (auto n = 1 + maker.below(3); n > 0 && !text.empty(); --n) {
            auto const at = maker.below(text.size());
            switch (maker.below(3)) {
            case 0: text[at] = static_cast<char>(maker.below(256)); break;
            case 1: text.erase(at, 1 + maker.below(4)); break;
            default: text.insert(at, 1, "\"\\{}[],:x\x80"[maker.below(10)]); break;
            }
        }
        boost::json::error_code e;
        boost::json::parse(text, e);
        auto const r = json::check_request(text);
        bool const refused = r.count(rule::json_malformed) == 1 || r.count(rule::json_limit) == 1;
        BOOST_TEST_REQUIRE(refused == e.failed(), text);
        if (refused) BOOST_TEST_REQUIRE(r.size() == 1u, text);
        for (auto const& v : r) {
            BOOST_TEST_REQUIRE(printable(message(v)), text);
            auto const place = json::locate(text, v);
            BOOST_TEST_REQUIRE((!place || place->offset <= text.size()), text);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace agreement_test
