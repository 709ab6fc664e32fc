// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/pattern/detail/compiled_pattern.hpp>
#include <lakeproof/pattern/pattern.hpp>

#include "../../support/boost_pattern.hpp"
#include "../../support/twice.hpp"

#include <boost/regex.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace pattern_agreement_test {

using lakeproof::pattern;
using lakeproof::pattern_text;
using lakeproof::test::spelt_for_boost;
using lakeproof::test::twice;

using source_name = pattern<R"(^[\\\w\-_:/.]*$)">;
using source_version = pattern<R"(^[A-Za-z0-9\-\.\_]*$)">;
using event_class = pattern<R"(^[A-Z\_0-9]*$)">;
using role_arn = pattern<R"(^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$)">;
using principal = pattern<R"(^([0-9]{12}|[a-z0-9\.\-]*\.(amazonaws|amazon)\.com)$)">;
using external_id = pattern<R"(^[\w+=,.@:\/-]*$)">;
using role_name = pattern<R"(^[\w+=,.@-]*$)">;
using region = pattern<R"(^[a-z]{2,4}(-[a-z]+)+-\d+$)">;
using s3_uri = pattern<lakeproof::test::s3_uri_pattern>;
using lake_arn = pattern<
    R"(^arn:(aws|aws-us-gov|aws-cn):securitylake:[A-Za-z0-9_/.\-]{0,63}:[A-Za-z0-9_/.\-]{0,63}:[A-Za-z0-9][A-Za-z0-9_/.\-]{0,127}$)">;

/// One pattern as Lakeproof and as Boost.Regex compile it, and how often each answer came.
template <class Pattern>
class duel {
public:
    /// Fails the test where the two disagree.
    bool compare(std::string_view string) {
        bool const ours = Pattern::matches(string);
        bool const theirs = boost::regex_match(string.begin(), string.end(), boost_);
        ++(theirs ? matched : rejected);
        if (ours != theirs)
            BOOST_ERROR(Pattern::text() << ": Boost.Regex answers " << theirs << " for "
                                        << string.size() << " bytes: " << string);
        return ours;
    }

    std::size_t matched = 0;
    std::size_t rejected = 0;

private:
    boost::regex boost_{spelt_for_boost(Pattern::text())};
};

/// What a pattern is tried with: strings that match it, of which most others are made.
template <class Pattern>
struct samples {
    static std::vector<std::string> const strings;
};

template <>
std::vector<std::string> const samples<source_name>::strings{
    "acme-edr", "a", "", R"(A\b/c:d.e_f-9)", "CrowdStrike-FDR_2", std::string(64, 'x')};
template <>
std::vector<std::string> const samples<source_version>::strings{
    "1.0", "", "2024-06-07", "v1.2.3_rc-4", "Z", std::string(32, '9')};
template <>
std::vector<std::string> const samples<event_class>::strings{"FILE_ACTIVITY", "", "DNS_ACTIVITY",
                                                             "A1_2", std::string(40, '_')};
template <>
std::vector<std::string> const samples<role_arn>::strings{
    "arn:aws:iam::123456789012:role/SecurityLakeCrawler",
    "arn:aws-us-gov:iam::000000000000:role/path/to/Name",
    "arn:aws-CN:iam::999999999999:rolename",
    "arn::iam::123456789012:role/a+=,.@-_b",
    "arn:aws:iam::123456789012:role//",
};
template <>
std::vector<std::string> const samples<principal>::strings{
    "123456789012",      "000000000000",   "firehose.amazonaws.com",
    "a-b.c9.amazon.com", ".amazonaws.com", "amazonaws.com.amazon.com",
    "x..amazon.com"};
template <>
std::vector<std::string> const samples<external_id>::strings{"acme-2026", "", "a_b+c=d,e.f@g:h/i-j",
                                                             "ABCxyz019", std::string(50, '/')};
template <>
std::vector<std::string> const samples<role_name>::strings{
    "AmazonSecurityLake-Provider-acme-us-east-1", "", "a+b=c,d.e@f-g_h", std::string(64, 'R')};
template <>
std::vector<std::string> const samples<region>::strings{
    "us-east-1", "us-gov-west-1", "eusc-de-east-1", "ap-northeast-12", "ab-c-0", "abcd-e-f-g-9"};
template <>
std::vector<std::string> const samples<s3_uri>::strings{"s3://abc/d",
                                                        "s3a://a.b-c/x",
                                                        "s3n://000/ext/name/",
                                                        "s3://bucket-1/a b\xc3\xa9/c",
                                                        "s3://aws-lake-us-west-2-abc/ext/acme/1.0/",
                                                        "s3://aaa/\n"};
template <>
std::vector<std::string> const samples<lake_arn>::strings{
    "arn:aws:securitylake:us-east-1:123456789012:data-lake/default",
    "arn:aws-us-gov:securitylake:us-gov-west-1:123456789012:subscriber/ab.c_d",
    "arn:aws-cn:securitylake:::0",
    "arn:aws:securitylake:a/b.c-d:_:Z9",
};

/// Writes strings near those that match: a few bytes changed, added, doubled, moved or taken away.
template <class Pattern>
class string_writer {
public:
    explicit string_writer(std::uint32_t seed) : random_{seed} {
        std::array<bool, 256> seen{};
        for (auto const& string : samples<Pattern>::strings)
            for (char const c : string) seen[static_cast<unsigned char>(c)] = true;
        // Neighbours of what is legal, and what is seldom thought of.
        for (char const c : std::string_view{"/:@[`{-.,+*$ \n\r\0\x7f\x80\xff", 20})
            seen[static_cast<unsigned char>(c)] = true;
        for (std::size_t b = 0; b < 256; ++b)
            if (seen[b]) alphabet_ += static_cast<char>(b);
    }

    std::string mutated() {
        auto const& strings = samples<Pattern>::strings;
        std::string string = strings[pick(strings.size())];
        // Half of the changes swap bytes of one kind, so that many of the strings still match.
        for (auto n = pick(4); n > 0; --n)
            change(string, string.empty() ? any() : string[pick(string.size())]);
        if (pick(2) == 0)
            for (auto n = pick(3); n > 0; --n) change(string, any());
        return string;
    }

    std::string random() {
        std::string string;
        for (auto n = pick(12); n > 0; --n) string += any();
        return string;
    }

private:
    std::size_t pick(std::size_t n) { return random_() % n; }

    char any() {
        return pick(8) == 0 ? static_cast<char>(pick(256)) : alphabet_[pick(alphabet_.size())];
    }

    void change(std::string& string, char c) {
        auto const at = pick(string.size() + 1);
        switch (pick(5)) {
        case 0: string.insert(at, 1, c); break;
        case 1:
            if (at < string.size()) string[at] = c;
            break;
        case 2: string.erase(at, pick(3)); break;
        case 3: string.insert(pick(string.size() + 1), string.substr(at, pick(6))); break;
        case 4:
            if (at + 1 < string.size()) std::swap(string[at], string[at + 1]);
            break;
        }
    }

    std::mt19937 random_;
    std::string alphabet_;
};

constexpr int written_strings = 200'000;

/// Boost.Regex backtracks exponentially on the S3 pattern: it gets no string with many slashes.
template <class Pattern>
bool fair(std::string_view string) {
    if constexpr (std::is_same_v<Pattern, s3_uri>) {
        std::size_t slashes = 0;
        for (char const c : string) slashes += c == '/';
        return string.size() <= 80 && slashes <= 10;
    } else {
        static_cast<void>(string);
        return true;
    }
}

template <class Pattern>
void agrees_on_bytes() {
    duel<Pattern> d;
    d.compare("");
    for (int a = 0; a < 256; ++a) {
        char const one[] = {static_cast<char>(a)};
        d.compare({one, 1});
        for (int b = 0; b < 256; ++b) {
            char const two[] = {static_cast<char>(a), static_cast<char>(b)};
            d.compare({two, 2});
        }
    }
    BOOST_TEST(d.matched + d.rejected == 1u + 256 + 65'536);
}

template <class Pattern>
void agrees_on_written_strings() {
    duel<Pattern> d;
    for (auto const& string : samples<Pattern>::strings) BOOST_TEST(d.compare(string), string);
    string_writer<Pattern> write{0x1a4e};
    for (int i = 0; i < written_strings;) {
        auto const string = i % 10 == 0 ? write.random() : write.mutated();
        if (!fair<Pattern>(string)) continue;
        d.compare(string);
        ++i;
    }
    BOOST_TEST(d.matched >= written_strings / 10u);
    BOOST_TEST(d.rejected >= written_strings / 10u);
}

/// Every byte in every place of every sample.
template <class Pattern>
void agrees_on_one_changed_byte() {
    duel<Pattern> d;
    for (auto string : samples<Pattern>::strings)
        for (auto& c : string) {
            char const kept = c;
            for (int b = 0; b < 256; ++b) {
                c = static_cast<char>(b);
                if (fair<Pattern>(string)) d.compare(string);
            }
            c = kept;
        }
    BOOST_TEST(d.matched > 0u);
    BOOST_TEST(d.rejected > 0u);
}

/// A walk through the automaton, byte by byte, accepts each start of a string that matches.
template <pattern_text Text>
void walks_as_it_matches(pattern<Text>) {
    auto const& automaton = lakeproof::detail::automaton_of<Text>;
    string_writer<pattern<Text>> write{7};
    auto strings = samples<pattern<Text>>::strings;
    for (int i = 0; i < 500; ++i) strings.push_back(write.mutated());
    for (std::string_view const string : strings) {
        std::uint16_t state = automaton.start;
        bool alike = automaton.accepts[state] == pattern<Text>::matches("");
        for (std::size_t i = 0; i < string.size(); ++i) {
            state = automaton.step(state, string[i]);
            alike &= automaton.accepts[state] == pattern<Text>::matches(string.substr(0, i + 1));
        }
        BOOST_TEST(alike, Text.view() << ": " << string);
    }
}

/// A string with `n` bytes in the place that is counted.
using counted_string = std::string (*)(std::size_t n);

constexpr std::size_t unbounded = 1'000'000;

/// Agrees on every length up to two more than the greatest, and matches those within the bounds.
template <class Pattern>
void keeps_bounds(counted_string make, std::size_t least, std::size_t most) {
    duel<Pattern> d;
    for (std::size_t n = 0; n <= (most == unbounded ? 70 : most + 2); ++n)
        BOOST_TEST(d.compare(make(n)) == (n >= least && n <= most), "length " << n);
}

BOOST_AUTO_TEST_SUITE(pattern_agreement)

BOOST_AUTO_TEST_CASE(the_spelling_for_boost) {
    BOOST_TEST(spelt_for_boost(s3_uri::text()) ==
               R"(^s3[an]?://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/[^/][^\n\r]*)+$)");
    BOOST_TEST(spelt_for_boost(principal::text()) == principal::text());
}

BOOST_AUTO_TEST_CASE(every_byte_and_every_pair) {
    agrees_on_bytes<source_name>();
    agrees_on_bytes<source_version>();
    agrees_on_bytes<event_class>();
    agrees_on_bytes<role_arn>();
    agrees_on_bytes<principal>();
    agrees_on_bytes<external_id>();
    agrees_on_bytes<role_name>();
    agrees_on_bytes<region>();
    agrees_on_bytes<s3_uri>();
    agrees_on_bytes<lake_arn>();
}

BOOST_AUTO_TEST_CASE(every_byte_in_every_place) {
    agrees_on_one_changed_byte<source_name>();
    agrees_on_one_changed_byte<source_version>();
    agrees_on_one_changed_byte<event_class>();
    agrees_on_one_changed_byte<role_arn>();
    agrees_on_one_changed_byte<principal>();
    agrees_on_one_changed_byte<external_id>();
    agrees_on_one_changed_byte<role_name>();
    agrees_on_one_changed_byte<region>();
    agrees_on_one_changed_byte<s3_uri>();
    agrees_on_one_changed_byte<lake_arn>();
}

BOOST_AUTO_TEST_CASE(random_source_names) { agrees_on_written_strings<source_name>(); }
BOOST_AUTO_TEST_CASE(random_source_versions) { agrees_on_written_strings<source_version>(); }
BOOST_AUTO_TEST_CASE(random_event_classes) { agrees_on_written_strings<event_class>(); }
BOOST_AUTO_TEST_CASE(random_role_arns) { agrees_on_written_strings<role_arn>(); }
BOOST_AUTO_TEST_CASE(random_principals) { agrees_on_written_strings<principal>(); }
BOOST_AUTO_TEST_CASE(random_external_ids) { agrees_on_written_strings<external_id>(); }
BOOST_AUTO_TEST_CASE(random_role_names) { agrees_on_written_strings<role_name>(); }
BOOST_AUTO_TEST_CASE(random_regions) { agrees_on_written_strings<region>(); }
BOOST_AUTO_TEST_CASE(random_s3_uris) { agrees_on_written_strings<s3_uri>(); }
BOOST_AUTO_TEST_CASE(random_lake_arns) { agrees_on_written_strings<lake_arn>(); }

BOOST_AUTO_TEST_CASE(lengths_around_every_bound) {
    keeps_bounds<role_arn>(
        [](std::size_t n) { return "arn:aws:iam::" + std::string(n, '7') + ":role/a"; }, 12, 12);
    keeps_bounds<role_arn>(
        [](std::size_t n) { return "arn:aws:iam::123456789012:rol" + std::string(n, 'e') + "X"; },
        1, unbounded);
    keeps_bounds<principal>([](std::size_t n) { return std::string(n, '0'); }, 12, 12);
    keeps_bounds<region>([](std::size_t n) { return std::string(n, 'u') + "-east-1"; }, 2, 4);
    keeps_bounds<region>([](std::size_t n) { return "us-" + std::string(n, 'e') + "-1"; }, 1,
                         unbounded);
    keeps_bounds<region>([](std::size_t n) { return "us-east-" + std::string(n, '1'); }, 1,
                         unbounded);
    // The first byte, 1 to 61 others and the last one.
    keeps_bounds<s3_uri>([](std::size_t n) { return "s3://" + std::string(n, 'b') + "/x"; }, 3, 63);
    keeps_bounds<lake_arn>(
        [](std::size_t n) { return "arn:aws:securitylake:" + std::string(n, 'r') + ":1:z"; }, 0,
        63);
    keeps_bounds<lake_arn>(
        [](std::size_t n) { return "arn:aws:securitylake:r:" + std::string(n, '/') + ":z"; }, 0,
        63);
    keeps_bounds<lake_arn>(
        [](std::size_t n) { return "arn:aws-cn:securitylake:r:1:" + std::string(n, 'z'); }, 1, 128);
}

BOOST_AUTO_TEST_CASE(bounded_sets_count_nothing) {
    for (std::size_t n : {0u, 1u, 19u, 20u, 21u, 32u, 33u, 64u, 65u, 255u, 1224u, 1225u, 2049u}) {
        BOOST_TEST(duel<source_name>{}.compare(std::string(n, 'n')));
        BOOST_TEST(duel<source_version>{}.compare(std::string(n, 'n')));
        BOOST_TEST(duel<event_class>{}.compare(std::string(n, 'N')));
        BOOST_TEST(duel<external_id>{}.compare(std::string(n, 'n')));
        BOOST_TEST(duel<role_name>{}.compare(std::string(n, 'n')));
    }
}

BOOST_AUTO_TEST_CASE(strings_byte_by_byte) {
    walks_as_it_matches(role_arn{});
    walks_as_it_matches(principal{});
    walks_as_it_matches(region{});
    walks_as_it_matches(s3_uri{});
    walks_as_it_matches(lake_arn{});
}

/// Backtracking would not end before the stars do.
BOOST_AUTO_TEST_CASE(a_hostile_mebibyte_is_matched_at_once, *boost::unit_test::timeout(20)) {
    constexpr std::size_t mebibyte = 1024 * 1024;
    std::string string = "s3://abc";
    while (string.size() < mebibyte) string += "/a";
    BOOST_TEST(s3_uri::matches(string));
    string.back() = '\n';
    BOOST_TEST(!s3_uri::matches(string + "\n"));
    BOOST_TEST(s3_uri::matches(string)); // "[^/]" takes the line end
    string.assign(mebibyte, 'a');
    BOOST_TEST(source_name::matches(string));
    BOOST_TEST(!role_arn::matches(string));
    BOOST_TEST(role_arn::matches("arn:aws:iam::123456789012:role" + string));
    BOOST_TEST(principal::matches(string + ".amazonaws.com"));
    BOOST_TEST(!principal::matches(string + ".amazonaws.co"));
}

BOOST_AUTO_TEST_CASE(only_dots_and_negated_sets_match_nul_and_high_bytes) {
    twice([] { return s3_uri::matches({"s3://abc/\0\0\xff", 12}); });
    twice([] {
        return !s3_uri::matches({"s3://a\0c/d", 10}) && !s3_uri::matches("s3://a\xe9"
                                                                         "c/d");
    });
    twice([] { return !source_name::matches({"\0", 1}) && !source_name::matches("\xc3\xa9"); });
    twice([] { return !role_arn::matches("arn:aws:iam::12345678901\xb2:role/a"); });
}

BOOST_AUTO_TEST_CASE(the_samples_at_compile_time) {
    twice([] { return source_name::matches(R"(A\b/c:d.e_f-9)") && !source_name::matches("a b"); });
    twice([] { return source_version::matches("v1.2.3_rc-4") && !source_version::matches("1:0"); });
    twice([] { return event_class::matches("A1_2") && !event_class::matches("A-1"); });
    twice([] {
        return role_arn::matches("arn:aws:iam::123456789012:role/a") &&
               !role_arn::matches("arn:aws:iam::12345678901:role/a");
    });
    twice([] { return principal::matches("a.amazon.com") && !principal::matches("a.amazon.co"); });
    twice(
        [] { return external_id::matches("a_b+c=d,e.f@g:h/i-j") && !external_id::matches("a b"); });
    twice([] { return role_name::matches("a+b=c,d.e@f-g_h") && !role_name::matches("a:b"); });
    twice([] { return region::matches("us-gov-west-1") && !region::matches("us-1"); });
    twice([] { return s3_uri::matches("s3a://a.b/c//") && !s3_uri::matches("s3://abc//c"); });
    twice([] {
        return lake_arn::matches("arn:aws-cn:securitylake:::0") &&
               !lake_arn::matches("arn:aws-iso:securitylake:::0");
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace pattern_agreement_test
