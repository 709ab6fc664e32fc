// SPDX-License-Identifier: BSL-1.0
// Numbers of JSON texts and of queries: every string of up to 6 of the characters that numbers have, and every integer
// around a bound; JSON with the quick reader and with Boost.JSON alone. The other side is RFC 8259's grammar as one
// regular expression, and integers as decimal digits.
#include <lakeproof/http.hpp>

#include "../support/both_readers.hpp"
#include "../support/listed.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace numbers_test {

using namespace lakeproof;

struct numbers {
    std::optional<std::int64_t> any{};
    std::optional<std::uint8_t> byte{};
    std::optional<std::int32_t> small{};

    static constexpr auto members = member_table(member{"any", &numbers::any}, member{"byte", &numbers::byte},
                                                 member{"small", &numbers::small, {.least = -5, .most = 5}});
    friend bool operator==(numbers const&, numbers const&) = default;
};

struct get_numbers {
    using input = numbers;
    struct output {
        static constexpr auto members = member_table();
    };
    static constexpr http_binding binding{"GET", "/numbers{?any,byte,small}", 200};
};

/// Whether an integer is at most another, both as JSON writes them.
bool at_most(std::string a, std::string b) {
    for (auto* zero : {&a, &b})
        if (*zero == "-0") *zero = "0";
    bool const negative = a.starts_with('-');
    if (negative != b.starts_with('-')) return negative;
    if (negative) a.swap(b);
    return a.size() != b.size() ? a.size() < b.size() : a <= b;
}
template <class Integer>
bool in_bounds(std::string const& written, Integer least, Integer most) {
    return at_most(std::to_string(least), written) && at_most(written, std::to_string(most));
}

constexpr std::string_view no_integer = "error member-type /any; error member-type /byte; error member-type /small";

/// What an integer breaks.
std::string expected_of_integer(std::string const& number) {
    std::string broken;
    auto const expect = [&](bool in, char const* pointer) {
        if (in) return;
        if (!broken.empty()) broken += "; ";
        broken += "error number-range ";
        broken += pointer;
    };
    using any = std::numeric_limits<std::int64_t>;
    expect(in_bounds(number, any::min(), any::max()), "/any");
    expect(in_bounds(number, 0, 255), "/byte");
    expect(in_bounds(number, -5, 5), "/small");
    return broken;
}
/// What a number breaks in JSON.
std::string expected(std::string const& number) {
    static std::regex const grammar{R"((-?(0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?)"};
    std::smatch parts;
    if (!std::regex_match(number, parts, grammar)) return "error json-malformed";
    return parts[3].matched || parts[4].matched ? std::string{no_integer} : expected_of_integer(number);
}

/// What is reported of a number, or empty where it is read as it is written.
template <class Outcome>
std::string found(std::string const& number, Outcome const& parsed) {
    if (!parsed) return test::listed(parsed.report());
    auto const written = std::to_string(*parsed->any);
    bool const same = written == (number == "-0" ? "0" : number) && parsed->any == parsed->byte.value() &&
                      parsed->any == parsed->small.value();
    return same ? "" : "read as " + written;
}

struct counter {
    std::size_t tried = 0;
    std::size_t wrong = 0;
    std::string first{};

    void operator()(std::string const& number) {
        ++tried;
        auto const text = R"({"any":)" + number + R"(,"byte":)" + number + R"(,"small":)" + number + '}';
        auto const wanted = expected(number);
        auto const quick = found(number, json::parse<numbers>(text));
        test::quick_reader_off const off;
        auto const slow = found(number, json::parse<numbers>(text));
        if ((quick != wanted || slow != wanted) && wrong++ == 0)
            first = number + ": wanted \"" + wanted + "\", quick \"" + quick + "\", slow \"" + slow + '"';
    }
};

/// All strings of up to so many of the characters that numbers have.
template <class Visitor>
void visit_all(std::size_t most, Visitor& visit, std::string const& start = "") {
    visit(start);
    if (start.size() < most)
        for (char const c : std::string_view{"-+.019eE"}) visit_all(most, visit, start + c);
}

BOOST_AUTO_TEST_SUITE(numbers_of_texts)

BOOST_AUTO_TEST_CASE(every_string_of_up_to_6_characters) {
    counter count;
    visit_all(6, count);
    BOOST_TEST(count.tried == (8u * 8 * 8 * 8 * 8 * 8 * 8 - 1) / 7);
    BOOST_TEST(count.wrong == 0u, count.wrong << ", first " << count.first);
}

/// A query has no grammar of its own: digits, zeros before them too, and a minus before those.
BOOST_AUTO_TEST_CASE(every_string_of_up_to_6_characters_in_a_query) {
    static std::regex const grammar{"(-?)0*([0-9]+)"}, plus{"\\+"};
    std::size_t wrong = 0;
    std::string first;
    auto const visit = [&](std::string const& number) {
        std::smatch parts;
        bool const integer = std::regex_match(number, parts, grammar);
        auto const written = integer ? parts[1].str() + parts[2].str() : number;
        auto const wanted = integer ? expected_of_integer(written) : std::string{no_integer};
        auto const value = std::regex_replace(number, plus, "%2B");
        auto const got = found(written, http::decode_request<get_numbers>(
                                            "GET", "/numbers?any=" + value + "&byte=" + value + "&small=" + value,
                                            std::vector<http::header>{}, ""));
        if (got != wanted && wrong++ == 0) first = number + ": wanted \"" + wanted + "\", found \"" + got + '"';
    };
    visit_all(6, visit);
    BOOST_TEST(wrong == 0u, wrong << ", first " << first);
}

/// A decimal number that ends in three more digits.
std::string beside(std::string_view start, int last) {
    auto end = std::to_string(1000 + last);
    return std::string{start} + end.substr(1);
}

BOOST_AUTO_TEST_CASE(every_integer_around_a_bound) {
    counter count;
    for (int n = -100'000; n <= 100'000; ++n) count(std::to_string(n));
    for (int last = 0; last < 1000; ++last)
        for (std::string const sign : {"", "-"}) {
            for (std::string_view const start :
                 {"2147483", "2147484", "4294967", "9223372036854774", "9223372036854775", "9223372036854776",
                  "18446744073709550", "18446744073709551", "18446744073709552", "9999999999999999",
                  "10000000000000000", "99999999999999999999999999999", "340282366920938463463374607431768211"})
                count(sign + beside(start, last));
        }
    for (std::size_t digits = 1; digits < 400; ++digits)
        for (std::string const sign : {"", "-"})
            for (char const digit : {'0', '1', '9'}) count(sign + '9' + std::string(digits, digit));
    BOOST_TEST(count.wrong == 0u, count.wrong << ", first " << count.first);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace numbers_test
