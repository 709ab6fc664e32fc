// SPDX-License-Identifier: BSL-1.0
#include "by_hand.hpp"
#include "payloads.hpp"

#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace benchmarks {

namespace {

namespace ondemand = simdjson::ondemand;
using by_hand::findings;
using by_hand::members;
using lakeproof::rule;

/// On-demand finds out that a text is malformed while it is walked.
bool broken = false;

template <class Result, class T>
bool got(Result&& result, T& value) {
    auto const e = std::forward<Result>(result).get(value);
    if (e != simdjson::SUCCESS && e != simdjson::INCORRECT_TYPE) broken = true;
    return e == simdjson::SUCCESS;
}

/// A member's name. Its manual advises to leave it as it stands in the text, which is right without an escape.
template <class Member>
bool read_name(Member& member, std::string_view& name) {
    if constexpr (requires { member.escaped_key(); })
        if (got(member.escaped_key(), name) && name.find('\\') == name.npos) return true;
    return got(member.unescaped_key(), name);
}

struct ondemand_dom {
    template <class Value, class F>
    static bool for_members(Value& v, F f) {
        ondemand::object object;
        if (!got(v.get_object(), object)) return false;
        for (auto member : object) {
            std::string_view key;
            ondemand::value value;
            if (!read_name(member, key) || !got(member.value(), value)) return true;
            f(key, value);
        }
        return true;
    }
    template <class F>
    static bool for_elements(ondemand::value& v, F f) {
        ondemand::array array;
        if (!got(v.get_array(), array)) return false;
        for (auto element : array) {
            ondemand::value value;
            if (!got(element, value)) return true;
            f(value);
        }
        return true;
    }
    static std::optional<std::string_view> text(ondemand::value& v) {
        std::string_view s;
        if (!got(v.get_string(), s)) return std::nullopt;
        return s;
    }
    static bool is_null(ondemand::value& v) {
        bool null = false;
        return got(v.is_null(), null) && null;
    }
};

} // namespace

verdict simdjson_our_checks(std::string_view text) {
    static ondemand::parser parser; // kept, as simdjson recommends
    broken = false;
    simdjson::padded_string_view const padded{text.data(), text.size(),
                                              text.size() + payload::padding};
    ondemand::document document;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return by_hand::malformed;

    findings out;
    members m;
    by_hand::read_request<ondemand_dom>(document, m, out);
    if (broken || !document.at_end()) return by_hand::malformed;
    by_hand::check<by_hand::ours>(m, out);
    keep(out);
    keep(m);
    return out.counts;
}

std::string simdjson_implementations() {
    return simdjson::get_active_implementation()->name() + " (run time), " +
           SIMDJSON_STRINGIFY(SIMDJSON_BUILTIN_IMPLEMENTATION) " (compiled in)";
}

} // namespace benchmarks
