// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>

/// A JSON value over several lines, as people read and compare it; what fits a line stays on it.
inline std::string pretty(boost::json::value const& value, std::size_t indent = 0) {
    constexpr std::size_t width = 100;
    auto whole = boost::json::serialize(value);
    auto const* const object = value.if_object();
    auto const* const array = value.if_array();
    if ((object == nullptr && array == nullptr) || (indent != 0 && indent + whole.size() <= width))
        return whole;

    std::string out{whole.front()};
    char const* line_end = "\n";
    auto const add = [&](std::string const& item) {
        out += line_end;
        out.append(indent + 4, ' ');
        out += item;
        line_end = ",\n";
    };
    if (object != nullptr)
        for (auto const& [name, member] : *object)
            add(boost::json::serialize(name) + ": " + pretty(member, indent + 4));
    else
        for (auto const& element : *array) add(pretty(element, indent + 4));
    out += '\n';
    out.append(indent, ' ');
    return out += whole.back();
}
