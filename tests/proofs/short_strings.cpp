// SPDX-License-Identifier: BSL-1.0
// Every string of up to 3 bytes, and in a test of its own of up to 4, by what accelerates a check and by the automaton
// that automata.py proves. What holds for longer ones: tests/unit/pattern/detail/vector_bytes.cpp and accelerators.cpp.
#include <lakeproof/testing.hpp>

#include "../support/string_types.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace short_strings_test {

namespace detail = lakeproof::detail;

/// Visits all strings of up to `Most` bytes, each behind its start, and counts those that a visitor finds wrong.
template <std::size_t Most, class Visitor>
class all_strings {
public:
    explicit all_strings(Visitor visitor) : visitor_{visitor} { visit<0>(); }

    std::size_t wrong = 0;
    std::string first{};

private:
    template <std::size_t Size>
    void visit() {
        if (!visitor_(std::string_view{text_.data(), Size}) && wrong++ == 0) first.assign(text_.data(), Size);
        if constexpr (Size < Most)
            for (int byte = 0; byte < 256; ++byte) {
                text_[Size] = static_cast<char>(byte);
                visitor_.add(Size, text_[Size]);
                visit<Size + 1>();
            }
    }

    Visitor visitor_;
    std::array<char, Most> text_{};
};

template <lakeproof::pattern_text Text>
constexpr auto const& automaton_of(lakeproof::pattern<Text>) {
    return detail::automaton_of<Text>;
}

/// The pattern, and what a constraint and a reader have to find a string of it.
template <class String>
struct string_type {
    using constraint = typename String::constraint;
    using pattern = typename constraint::pattern;

    std::array<bool, 5> accepts{automaton().accepts[automaton().start]}; ///< by the string's first bytes
    std::array<std::uint16_t, 5> state{automaton().start};

    static constexpr auto const& automaton() { return automaton_of(pattern{}); }

    void add(std::size_t at, char byte) {
        state[at + 1] = automaton().step(state[at], byte);
        accepts[at + 1] = automaton().accepts[state[at + 1]];
    }
    bool operator()(std::string_view string) const {
        auto const size = string.size();
        if (pattern::matches(string) != accepts[size]) return false;
        if constexpr (requires { constraint::match(string); }) {
            auto const n = constraint::match(string);
            if (n > size || (n != 0 && !accepts[n]) || accepts[size] != (n != 0 && n == size)) return false;
        }
        auto const start = detail::find_string<constraint>(string);
        return start.length <= size &&
               (!start.valid() || (accepts[start.length] && start.length >= constraint::min_length));
    }
};

/// UTF-8 that may end within a character: what has started is counted. Of other bytes, those that continue nothing are,
/// and at least a quarter of all.
struct length {
    using utf8 = lakeproof::testing::detail::utf8;
    std::array<std::uint8_t, 5> state{};
    std::array<std::size_t, 5> started{};
    std::array<std::size_t, 5> others{};

    void add(std::size_t at, char byte) {
        auto const b = static_cast<unsigned char>(byte);
        state[at + 1] = state[at] == utf8::dead ? utf8::dead : utf8::next(state[at], b);
        started[at + 1] = started[at] + (state[at] == 0);
        others[at + 1] = others[at] + (b < 0x80 || b > 0xbf);
    }
    bool operator()(std::string_view string) const {
        auto const size = string.size();
        auto const n = detail::count_scalar_values(string);
        return state[size] != utf8::dead ? n == started[size]
                                         : n == (size != 0 && others[size] == 0 ? 1 : others[size]);
    }
};

template <std::size_t Most, class... String>
void all_types(std::type_identity<std::tuple<String...>>) {
    auto const prove = [](auto visitor, std::string_view name) {
        all_strings<Most, decltype(visitor)> const strings{visitor};
        BOOST_TEST(strings.wrong == 0u, name << ": " << strings.wrong << " strings, first " << strings.first);
    };
    prove(length{}, "the length");
    (prove(string_type<String>{}, String::constraint::pattern::text()), ...);
}

BOOST_AUTO_TEST_SUITE(short_strings)

BOOST_AUTO_TEST_CASE(of_3_bytes) { all_types<3>(std::type_identity<lakeproof::test::string_types>{}); }

BOOST_AUTO_TEST_CASE(of_4_bytes, *boost::unit_test::disabled()) {
    all_types<4>(std::type_identity<lakeproof::test::string_types>{});
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace short_strings_test
