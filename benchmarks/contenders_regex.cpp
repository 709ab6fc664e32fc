// SPDX-License-Identifier: BSL-1.0
#include "by_hand.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/regex.hpp>
#include <nlohmann/json.hpp>

#include <regex>
#include <string>

namespace benchmarks {

namespace {

struct boost_regex_matcher {
    template <class Constraint>
    static bool matches(std::string_view text) {
        static boost::regex const pattern{std::string{Constraint::pattern::text()},
                                          boost::regex::perl | boost::regex::optimize};
        return boost::regex_match(text.begin(), text.end(), pattern);
    }
};

struct std_regex_matcher {
    template <class Constraint>
    static bool matches(std::string_view text) {
        static std::regex const pattern{std::string{Constraint::pattern::text()},
                                        std::regex::ECMAScript | std::regex::optimize};
        return std::regex_match(text.begin(), text.end(), pattern);
    }
};

struct boost_dom {
    using value = boost::json::value;

    template <class F>
    static bool for_members(value const& v, F f) {
        auto const* const object = v.if_object();
        if (object == nullptr) return false;
        for (auto const& m : *object) f(std::string_view{m.key().data(), m.key().size()}, m.value());
        return true;
    }
    template <class F>
    static bool for_elements(value const& v, F f) {
        auto const* const array = v.if_array();
        if (array == nullptr) return false;
        for (auto const& e : *array) f(e);
        return true;
    }
    static std::optional<std::string_view> text(value const& v) {
        auto const* const s = v.if_string();
        if (s == nullptr) return std::nullopt;
        return std::string_view{s->data(), s->size()};
    }
    static bool is_null(value const& v) { return v.is_null(); }
};

struct nlohmann_dom {
    using value = nlohmann::json;

    template <class F>
    static bool for_members(value const& v, F f) {
        if (!v.is_object()) return false;
        for (auto const& [key, member] : v.get_ref<value::object_t const&>())
            f(std::string_view{key}, member);
        return true;
    }
    template <class F>
    static bool for_elements(value const& v, F f) {
        if (!v.is_array()) return false;
        for (auto const& e : v) f(e);
        return true;
    }
    static std::optional<std::string_view> text(value const& v) {
        if (!v.is_string()) return std::nullopt;
        return v.get_ref<std::string const&>();
    }
    static bool is_null(value const& v) { return v.is_null(); }
};

template <class Matcher>
verdict boost_json(std::string_view text) {
    boost::json::error_code e;
    auto const value = boost::json::parse({text.data(), text.size()}, e);
    return e ? by_hand::malformed : by_hand::examine<boost_dom, Matcher>(value);
}

} // namespace

verdict boost_json_boost_regex(std::string_view text) {
    return boost_json<boost_regex_matcher>(text);
}

verdict boost_json_std_regex(std::string_view text) { return boost_json<std_regex_matcher>(text); }

verdict nlohmann_std_regex(std::string_view text) {
    auto const value = nlohmann::json::parse(text, nullptr, false);
    if (value.is_discarded()) return by_hand::malformed;
    return by_hand::examine<nlohmann_dom, std_regex_matcher>(value);
}

} // namespace benchmarks
