// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/text/constrained_string.hpp>

#include <lakeproof/pattern/pattern.hpp>

#include "../../support/text_buffer.hpp"
#include "../../support/twice.hpp"

#include <compare>
#include <concepts>
#include <cstddef>
#include <iomanip>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>

namespace constrained_string_test {

using lakeproof::constrained_string;
using lakeproof::constraint_error;
using lakeproof::rule;
using lakeproof::test::run;
using lakeproof::test::text_buffer;
using lakeproof::test::twice;

struct alias_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 8;
};
using alias = constrained_string<alias_constraint>;

struct label_constraint {
    using pattern = lakeproof::pattern<"^[a-z0-9]*$">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 12;
    static constexpr rule length_rule = rule::external_id_length;
    static constexpr rule pattern_rule = rule::external_id_pattern;
};
using label = constrained_string<label_constraint>;

/// Holds any character but line ends.
struct caption_constraint {
    using pattern = lakeproof::pattern<"^.*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 4;
};
using caption = constrained_string<caption_constraint>;

template <std::size_t Max>
struct sized_constraint {
    using pattern = lakeproof::pattern<"^[a-z]*$">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = Max;
};
template <std::size_t Max>
using sized = constrained_string<sized_constraint<Max>>;

/// What is composed of two parts, or spelt from a value.
enum class colour { red, blue };
struct tint_constraint {
    using pattern = lakeproof::pattern<"^[a-z-]*$">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 10;

    static constexpr std::string_view spell(colour c) noexcept {
        return c == colour::red ? "red" : "blue";
    }
    static constexpr text_buffer compose(alias const& a, alias const& b) noexcept {
        return text_buffer{a.view()}.add("-").add(b.view());
    }
};
using tint = constrained_string<tint_constraint>;

static_assert(!std::is_default_constructible_v<alias>);
static_assert(std::copyable<alias>);
static_assert(std::swappable<alias>);
static_assert(std::is_nothrow_copy_constructible_v<alias>);
static_assert(std::is_nothrow_copy_assignable_v<alias>);
static_assert(std::is_nothrow_destructible_v<alias> && std::is_trivially_destructible_v<alias>);
static_assert(std::totally_ordered<alias>);
static_assert(std::three_way_comparable<alias, std::strong_ordering>);
static_assert(std::equality_comparable_with<alias, std::string_view>);

// A text becomes a value only where the caller says so, and a value a text anywhere.
static_assert(!std::is_convertible_v<std::string_view, alias>);
static_assert(!std::is_convertible_v<std::string, alias>);
static_assert(!std::is_convertible_v<char const*, alias>);
static_assert(std::is_constructible_v<alias, std::string_view>);
static_assert(std::is_constructible_v<alias, std::string>);
static_assert(std::is_constructible_v<alias, char const*>);
static_assert(std::is_constructible_v<alias, label>);
static_assert(!std::is_convertible_v<label, alias>);
static_assert(std::is_nothrow_convertible_v<alias, std::string_view>);

// Nothing else becomes one.
static_assert(!std::is_constructible_v<alias, int>);
static_assert(!std::is_constructible_v<alias, char>);
static_assert(!std::is_constructible_v<alias, bool>);
static_assert(!std::is_constructible_v<alias, std::optional<alias>>);
static_assert(!std::is_constructible_v<alias, std::string_view, std::size_t>);
static_assert(!std::is_constructible_v<alias, char const*, std::size_t>);
static_assert(!std::is_constructible_v<alias, alias, alias>);
static_assert(!std::is_constructible_v<alias, colour>);
static_assert(std::is_nothrow_convertible_v<colour, tint>);
static_assert(std::is_constructible_v<tint, alias, alias>);

// There is no way round the checks.
template <class T>
concept made_from_braces = requires(std::string_view text) {
    T({}, text);
};
template <class T>
concept assignable_from_text = requires(T& v, std::string_view text) {
    v = text;
};
template <class T>
concept text_can_be_changed = requires(T& v) {
    *v.data() = 'x';
}
|| requires(T& v) { *v.c_str() = 'x'; }
|| requires(T& v) { v[0] = 'x'; }
|| requires(T& v) { *v.begin() = 'x'; };
static_assert(!made_from_braces<alias>);
static_assert(!assignable_from_text<alias>);
static_assert(!text_can_be_changed<alias>);
static_assert(noexcept(alias::from(std::string_view{})));
static_assert(noexcept(alias::check(std::string_view{})));

// The size of a value is its longest text, a terminator and a length.
static_assert(alias::capacity == 8 && sizeof(alias) == 10);
static_assert(caption::capacity == 16);
static_assert(sizeof(sized<255>) == 257);
static_assert(sizeof(sized<256>) <= 260);
static_assert(std::same_as<alias::constraint, alias_constraint>);

constexpr alias a_literal = "acme";

std::string_view takes_a_view(std::string_view text) { return text; }
constexpr std::size_t takes_an_alias(alias const& a) { return a.size(); }

BOOST_AUTO_TEST_SUITE(constrained_strings)

BOOST_AUTO_TEST_CASE(a_literal_is_a_value) {
    twice([] { return a_literal.view() == "acme" && a_literal.size() == 4; });
    twice([] { return alias{"a"}.size() == 1 && alias{"abcdefgh"}.size() == 8; });
    twice([] { return takes_an_alias("abc") == 3; });
    twice([] { return label{""}.empty() && !a_literal.empty(); });
}

BOOST_AUTO_TEST_CASE(from_gives_a_value_or_nothing) {
    twice([] { return alias::from("acme").value() == "acme"; });
    twice([] { return !alias::from("") && !alias::from("ACME") && !alias::from("abcdefghi"); });
    twice([] { return alias::from("a") && alias::from("abcdefgh"); });
    twice([] { return !alias::from({"ab\0", 3}) && alias::from({"ab\0", 2}); });
}

BOOST_AUTO_TEST_CASE(check_says_what_is_wrong) {
    twice([] { return alias::check("acme").ok(); });
    twice([] { return alias::check("").too_short() && alias::check("").bound == 1; });
    twice([] { return alias::check("abcdefghi").bound == 8; });
    twice([] { return alias::check("abcdefghi").broken == rule::string_length; });
    twice([] { return alias::check("A").broken == rule::string_pattern; });
    twice([] { return label::check("A").broken == rule::external_id_pattern; });
}

BOOST_AUTO_TEST_CASE(a_legal_text_constructs) {
    twice([] { return alias{std::string_view{"acme"}} == "acme"; });
    twice([] { return alias{label{"acme"}} == "acme"; });
    BOOST_TEST(alias{std::string{"acme"}} == "acme");
    char const* const pointer = "acme";
    BOOST_TEST(alias{pointer} == "acme");
}

/// What the constructor throws for a text.
template <class String>
constraint_error thrown_for(std::string_view text) {
    try {
        String{text};
    } catch (constraint_error const& e) {
        return e;
    }
    BOOST_ERROR("nothing was thrown for " << text);
    return {rule::house_rule, 0, 0};
}

BOOST_AUTO_TEST_CASE(an_illegal_text_throws) {
    auto const too_long = thrown_for<alias>("abcdefghi");
    BOOST_TEST((too_long.rule() == rule::string_length));
    BOOST_TEST(too_long.bound() == 8u);
    BOOST_TEST(too_long.length() == 9u);

    auto const too_short = thrown_for<alias>("");
    BOOST_TEST((too_short.rule() == rule::string_length));
    BOOST_TEST(too_short.bound() == 1u);
    BOOST_TEST(too_short.length() == 0u);

    auto const off_pattern = thrown_for<alias>("Acme");
    BOOST_TEST((off_pattern.rule() == rule::string_pattern));
    BOOST_TEST(off_pattern.bound() == 0u);
    BOOST_TEST(off_pattern.length() == 4u);

    BOOST_TEST((thrown_for<label>("0123456789abc").rule() == rule::external_id_length));
    BOOST_TEST((thrown_for<label>("-").rule() == rule::external_id_pattern));
    // A text that breaks both is too long first.
    BOOST_TEST((thrown_for<alias>("ABCDEFGHIJ").rule() == rule::string_length));
}

BOOST_AUTO_TEST_CASE(a_text_is_terminated) {
    twice([] { return a_literal.c_str()[4] == '\0' && a_literal.c_str() == a_literal.data(); });
    twice([] { return alias{"abcdefgh"}.c_str()[8] == '\0'; });
    twice([] { return label{""}.c_str()[0] == '\0'; });
    twice([] {
        alias a = "abcdefgh";
        a = alias{"xy"};
        return a == "xy" && a.size() == 2 && a.c_str()[2] == '\0';
    });
    BOOST_TEST(std::string{alias{"abcdefgh"}.c_str()} == "abcdefgh");
}

BOOST_AUTO_TEST_CASE(copies) {
    twice([] {
        alias const a = "acme";
        alias b = a;
        alias c = "other";
        c = b;
        b = alias{"changed"};
        return a == "acme" && b == "changed" && c == "acme" && c.data() != a.data();
    });
    twice([] {
        alias a = "acme";
        auto& same = a;
        a = same;
        return a == "acme";
    });
    twice([] {
        alias a = "one";
        alias b = "three";
        std::swap(a, b);
        return a == "three" && b == "one";
    });
}

BOOST_AUTO_TEST_CASE(comparison) {
    twice([] { return alias{"abc"} == alias{"abc"} && alias{"abc"} != alias{"abd"}; });
    twice([] { return alias{"abc"} != alias{"abcd"} && alias{"ab"} < alias{"abc"}; });
    twice([] { return alias{"b"} > alias{"a"} && alias{"a"} <= alias{"a"}; });
    twice([] { return (alias{"a"} <=> alias{"b"}) == std::strong_ordering::less; });
}

BOOST_AUTO_TEST_CASE(comparison_with_texts) {
    twice([] { return a_literal == "acme" && "acme" == a_literal && a_literal != "acm"; });
    twice([] { return a_literal == std::string_view{"acme"}; });
    twice([] { return std::string_view{"Acme"} != a_literal; });
    // A literal that no value could hold is only unequal.
    twice([] { return a_literal != "not a legal alias at all" && a_literal != ""; });
    // So is a value of another type.
    twice([] { return alias{"acme"} == label{"acme"} && label{"ac"} != alias{"acme"}; });
    BOOST_TEST((a_literal == std::string{"acme"}));
    BOOST_TEST((std::string{"acne"} != a_literal));
    char const* const pointer = "acme";
    BOOST_TEST((a_literal == pointer));
}

BOOST_AUTO_TEST_CASE(a_value_is_a_view) {
    BOOST_TEST(takes_a_view(a_literal) == "acme");
    BOOST_TEST((takes_a_view(a_literal).data() == a_literal.data()));
}

BOOST_AUTO_TEST_CASE(hashing) {
    BOOST_TEST(std::hash<alias>{}(a_literal) == std::hash<std::string_view>{}("acme"));
    std::unordered_set<alias> const set{alias{"a"}, alias{"b"}, alias{"a"}};
    BOOST_TEST(set.size() == 2u);
    BOOST_TEST(set.contains(alias{"b"}));
    BOOST_TEST(!set.contains(alias{"c"}));
}

BOOST_AUTO_TEST_CASE(printing) {
    std::ostringstream out;
    out << a_literal << ' ' << std::setw(6) << alias{"ab"} << label{""};
    BOOST_TEST(out.str() == "acme     ab");
}

BOOST_AUTO_TEST_CASE(characters_beyond_ascii) {
    twice([] { return caption{"\xc3\xa9"}.size() == 2; });
    twice([] {
        return caption::from("\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80")
                   .value()
                   .size() == 16;
    });
    twice([] { return !caption::from("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"); });
    twice([] { return caption::check("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9").length == 5; });
    twice([] { return caption::from({"a\0b", 3}).value().view() == std::string_view{"a\0b", 3}; });
    BOOST_TEST(thrown_for<caption>("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9").length() == 5u);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_stay_within_the_capacity) {
    twice([] { return caption::from("a\x80\x80\x80").value().size() == 4; });
    twice([] { return caption::from(run(16, '\x80')).value().size() == 16; });
    twice([] { return !caption::from(run(17, '\x80')) && !caption::from(run(2000, '\x80')); });
    twice([] { return caption::check(run(17, '\x80')).bound == 4; });
}

BOOST_AUTO_TEST_CASE(lengths_around_the_width_of_the_size) {
    twice([] { return sized<255>::from(run(255, 'x')).value().size() == 255; });
    twice([] { return !sized<255>::from(run(256, 'x')); });
    twice([] { return sized<256>::from(run(256, 'x')).value().size() == 256; });
    twice([] { return !sized<256>::from(run(257, 'x')); });
    twice([] { return sized<2048>::from(run(2048, 'x')).value() == run(2048, 'x').view(); });
    twice([] { return sized<0>::from("").value().empty() && !sized<0>::from("x"); });
}

BOOST_AUTO_TEST_CASE(a_value_can_be_spelt_from_another) {
    twice([] { return tint{colour::red} == "red" && tint{colour::blue} == "blue"; });
    twice([] {
        tint t = colour::blue;
        t = colour::red;
        return t == "red";
    });
}

BOOST_AUTO_TEST_CASE(a_value_can_be_composed) {
    twice([] { return tint{alias{"dark"}, alias{"red"}} == "dark-red"; });
    twice([] { return tint::from(alias{"dark"}, alias{"green"}).value() == "dark-green"; });
    twice([] { return !tint::from(alias{"darkest"}, alias{"red"}); });
    twice([] { return tint::check(alias{"darkest"}, alias{"red"}).length == 11; });
    twice([] { return tint::check(alias{"darkest"}, alias{"red"}).bound == 10; });
    alias const long_part = "darkest";
    BOOST_CHECK_EXCEPTION(
        (tint{long_part, long_part}), constraint_error, [](constraint_error const& e) {
            return e.rule() == rule::string_length && e.bound() == 10 && e.length() == 15;
        });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace constrained_string_test
