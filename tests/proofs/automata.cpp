// SPDX-License-Identifier: BSL-1.0
// Writes automata for automata.py to prove, one a line, each a JSON text:
//
//     automata                    those of the library's string types, as the compiler made them
//     automata --made < PATTERNS  those of patterns, each a line of hexadecimal digits, made now by the same code
//
// The members: the pattern, in hexadecimal digits; `error`, if it is refused; `set`, whether `bytes` alone decide what
// matches; `bytes`, the ranges of bytes that a matching string can hold, each as its first and last byte; `start`, a
// state; `accepts`, for each state whether it does; and `next`, for each state runs of bytes that lead to the same
// state: the last byte of the run, and the state.
#include <lakeproof/pattern/pattern.hpp>

#include "../support/string_types.hpp"

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

namespace {

namespace lp = lakeproof;
using lp::detail::pattern_facts;

void write_start(std::string_view pattern, pattern_facts const& facts) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::cout << R"({"pattern": ")";
    for (char const c : pattern)
        std::cout << digits[static_cast<unsigned char>(c) >> 4] << digits[static_cast<unsigned char>(c) & 15];
    std::cout << R"(", "set": )" << (facts.is_set ? "true" : "false") << R"(, "bytes": [)";
    auto const* between = "";
    for (auto first = facts.bytes.next(0); first < 256;) {
        auto const end = facts.bytes.next(first, false);
        std::cout << between << '[' << first << ", " << end - 1 << ']';
        between = ", ";
        first = facts.bytes.next(end);
    }
    std::cout << ']';
}

/// By the automaton's own steps, so that its table of classes is proved, too.
template <class Automaton>
void write_states(Automaton const& automaton) {
    std::cout << R"(, "start": )" << automaton.start << R"(, "accepts": [)";
    for (std::size_t s = 0; s < automaton.state_count; ++s)
        std::cout << (s != 0 ? ", " : "") << (automaton.accepts[s] ? "true" : "false");
    std::cout << R"(], "next": [)";
    for (std::size_t s = 0; s < automaton.state_count; ++s) {
        auto const next = [&](int byte) {
            return automaton.step(static_cast<std::uint16_t>(s), static_cast<char>(byte));
        };
        std::cout << (s != 0 ? ", [" : "[");
        for (int byte = 0; byte < 256; ++byte)
            if (byte == 255 || next(byte) != next(byte + 1))
                std::cout << '[' << byte << ", " << next(byte) << (byte == 255 ? "]" : "], ");
        std::cout << ']';
    }
    std::cout << ']';
}

template <lp::pattern_text Text>
void write_compiled(lp::pattern<Text>) {
    write_start(Text.view(), lp::detail::facts_of<Text>);
    write_states(lp::detail::automaton_of<Text>);
    std::cout << "}\n";
}

void write_made(std::string_view pattern) {
    constexpr std::size_t most_states = 2048;
    using table = lp::detail::automaton<most_states, lp::detail::byte_classes::most>;
    auto const facts = lp::detail::find_facts(pattern);
    auto error = facts.error;
    std::unique_ptr<table> made;
    if (error == lp::pattern_error::none) {
        auto const room = lp::detail::find_room(pattern);
        if (room.states != 0)
            made = std::make_unique<table>(
                lp::detail::determinize<most_states, lp::detail::byte_classes::most>(pattern));
        if (!made || made->state_count == 0) error = lp::pattern_error::too_many_states;
    }
    write_start(pattern, facts);
    if (error != lp::pattern_error::none)
        std::cout << R"(, "error": )" << static_cast<int>(error);
    else
        write_states(*made);
    std::cout << "}\n";
}

} // namespace

int main(int argc, char const*[]) {
    if (argc == 1) {
        []<class... String>(std::type_identity<std::tuple<String...>>) {
            (write_compiled(typename String::constraint::pattern{}), ...);
        }(std::type_identity<lp::test::string_types>{});
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        std::string pattern;
        for (std::size_t i = 0; i + 1 < line.size(); i += 2)
            pattern += static_cast<char>(std::stoi(line.substr(i, 2), nullptr, 16));
        write_made(pattern);
    }
}
