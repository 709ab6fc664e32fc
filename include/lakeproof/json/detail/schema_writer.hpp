// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json/detail/ecma_pattern.hpp>
#include <lakeproof/json/detail/schema_values.hpp>
#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

inline boost::json::string_view boosted(std::string_view s) noexcept {
    return {s.data(), s.size()};
}

inline void put_text(boost::json::object& out, std::string_view keyword, std::string_view text) {
    if (!text.empty()) out[boosted(keyword)] = boosted(text);
}

/// Writes the JSON Schema of one value into an object.
class schema_writer {
public:
    /// `nullable`: null is allowed too, for absent. `lenient`: it is a member of an open shape.
    explicit schema_writer(boost::json::object& out, bool nullable = false,
                           bool lenient = false) noexcept
        : out_{out}, nullable_{nullable}, lenient_{lenient} {}

    template <class T>
    void value(member_options const& bounds = {}) {
        if constexpr (shape<T>) {
            put_type("object");
            object<T>();
        } else if constexpr (list_type<T>) {
            put_type("array");
            list<T>(bounds);
        } else if constexpr (is_constrained_string<T>) {
            put_type("string");
            string<typename T::constraint>();
        } else if constexpr (integer<T>) {
            put_type("integer");
            // 64 bits are more than most validators can count.
            constexpr bool narrow = sizeof(T) < sizeof(std::int64_t);
            if (narrow || bounds.least != member_options{}.least)
                out_["minimum"] =
                    std::max(lenient_ ? member_options{}.least : bounds.least, lowest<T>);
            if (narrow || bounds.most != member_options{}.most)
                out_["maximum"] =
                    std::min(lenient_ ? member_options{}.most : bounds.most, highest<T>);
        } else if constexpr (std::same_as<T, bool>) {
            put_type("boolean");
        } else {
            put_type("string");
        }
    }

private:
    template <class T>
    static constexpr std::int64_t lowest = std::numeric_limits<T>::min();
    template <class T>
    static constexpr std::int64_t highest = std::numeric_limits<T>::max();

    void put_type(boost::json::string_view type) {
        if (nullable_)
            out_["type"] = {type, "null"};
        else
            out_["type"] = type;
    }

    template <shape Shape>
    void object() {
        members all;
        for_each_member<Shape>([&]<class M>(M const& m) {
            using type = value_type_of<typename M::type>;
            bool const must =
                m.options.required.value_or(!is_optional<typename M::type> && !list_type<type>);
            boost::json::object property;
            put_text(property, "description", m.options.description);
            schema_writer{property, !must, is_open<Shape>}.template value<type>(m.options);
            all.add(boosted(m.name), must, std::move(property));
        });
        put(std::move(all), is_open<Shape>, is_union<Shape>);
    }

    struct members {
        boost::json::object properties;
        boost::json::array required;

        void add(boost::json::string_view name, bool must, boost::json::object&& property) {
            properties.emplace(name, std::move(property));
            if (must) required.emplace_back(name);
        }
    };

    // What follows is no template: it would be compiled once for each member.

    void put(members&& all, bool open, bool is_union) {
        boost::json::array kinds;
        if (is_union)
            for (auto const& [name, property] : all.properties)
                kinds.push_back(boost::json::object{{"type", "object"},
                                 {"required", boost::json::array{name}},
                                 {"properties", {{name, {{"not", {{"type", "null"}}}}}}}});
        out_["properties"] = std::move(all.properties);
        if (!all.required.empty()) out_["required"] = std::move(all.required);
        if (open) return;
        out_["additionalProperties"] = false;
        if (is_union) out_["oneOf"] = std::move(kinds);
    }

    template <list_type List>
    void list(member_options bounds) {
        if constexpr (pooled_list<List>) bounds.most = List::max_size;
        if (!lenient_ && bounds.least > 0) out_["minItems"] = bounds.least;
        if (!lenient_ && bounds.most != member_options{}.most) out_["maxItems"] = bounds.most;
        boost::json::object element;
        schema_writer{element, false, lenient_}.value<typename element_of<List>::type>();
        out_["items"] = std::move(element);
    }

    template <string_constraint Constraint>
    void string() {
        if constexpr (!is_closed_set<Constraint>)
            put_bounds(Constraint::min_length, Constraint::max_length, Constraint::pattern::text());
        if (!lenient_) put_choices(schema_values<Constraint>());
    }

    void put_bounds(std::size_t least, std::size_t most, std::string_view pattern) {
        if (least > 0) out_["minLength"] = least;
        out_["maxLength"] = most;
        out_["pattern"] = ecma_pattern::from(pattern);
    }

    void put_choices(std::vector<schema_value> const& all) {
        if (all.empty()) return;
        boost::json::array choices;
        for (auto const& v : all) {
            boost::json::object choice{{"const", boosted(v.value)}};
            put_text(choice, "description", v.description);
            choices.push_back(std::move(choice));
        }
        if (nullable_) choices.push_back(boost::json::object{{"const", nullptr}});
        out_["anyOf"] = std::move(choices);
    }

    boost::json::object& out_;
    bool nullable_;
    bool lenient_;
};

} // namespace lakeproof::inline LAKEPROOF_ABI::detail
