// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/string_automaton.hpp>
#include <lakeproof/testing/detail/string_source.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/text/detail/string_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Makes the strings of a constraint, each from some bytes, and puts the bytes that make one.
template <string_constraint Constraint>
struct arbitrary_string {
    static string_source const& strings() {
        static string_source const all{string_automaton{core::string_rules_of<Constraint>}, Constraint::min_length,
                                       Constraint::max_length};
        return all;
    }
    static std::string make(byte_source& bytes) { return strings().from(bytes); }
    static void put(std::string_view string, byte_sink& bytes) { strings().put(string, bytes); }
};

/// The names that are listed: others are an error.
template <>
struct arbitrary_string<ocsf::event_class_constraint> {
    static std::string make(byte_source& bytes) {
        return std::string{to_string(static_cast<ocsf::event_class>(bytes.below(ocsf::event_class_count)))};
    }
    static void put(std::string_view string, byte_sink& bytes) {
        auto const c = ocsf::event_class_from(string);
        bytes.below(c ? static_cast<std::size_t>(*c) : 0, ocsf::event_class_count);
    }
};

/// A string without a constraint: any UTF-8, no longer than the bytes there are.
struct any_string {
    static std::string make(byte_source& bytes) {
        std::string string;
        auto size = bytes.below(max_size);
        std::uint8_t state = 0;
        for (; (size > 0 && !bytes.left().empty()) || state != 0; size -= size > 0) {
            auto b = bytes.byte();
            auto next = utf8::next(state, b);
            while (next == utf8::dead) next = utf8::next(state, b = static_cast<unsigned char>(b + 1));
            string += static_cast<char>(b);
            state = next;
        }
        return string;
    }
    static void put(std::string_view string, byte_sink& bytes) {
        bytes.below(string.size(), max_size);
        for (char const c : string) bytes.byte(static_cast<unsigned char>(c));
    }

private:
    static constexpr std::size_t max_size = 1024 * 1024; // of a document, by default
};

} // namespace lakeproof::testing::detail
