// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/member.hpp>
#include <lakeproof/ocsf/event_class_list.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Shapes with all that a table can say.
namespace lakeproof::test {

using label = bounded_string<"^[a-z]*$", 1, 8>;
using caption = bounded_string<"^[^<>]*$", 0, 4>;
using color = enum_string<"RED", "GREEN">;

/// An empty shape.
struct nothing {
    static constexpr auto members = member_table();
    friend constexpr bool operator==(nothing const&, nothing const&) = default;
};

struct point {
    std::int32_t x;
    std::int8_t y;
    static constexpr auto members = member_table(member{"x", &point::x, {.least = -90, .most = 90}},
                                                 member{"y", &point::y});
    friend constexpr bool operator==(point const&, point const&) = default;
};

/// A union.
struct choice {
    std::optional<label> name{};
    std::optional<point> place{};
    std::optional<bool> flag{};
    static constexpr bool one_of = true;
    static constexpr auto members = member_table(
        member{"name", &choice::name}, member{"place", &choice::place}, member{"flag", &choice::flag});
    friend constexpr bool operator==(choice const&, choice const&) = default;
};

struct everything {
    label name;
    std::optional<color> hue{};
    std::optional<caption> title{};
    std::string text{};
    std::int64_t number = 0;
    std::optional<std::uint16_t> port{};
    bool flag = false;
    std::optional<bool> maybe{};
    std::vector<label> labels{};
    std::vector<std::int32_t> numbers{};
    std::vector<bool> flags{};
    std::vector<point> points{};
    nothing none{};
    std::optional<choice> either{};
    std::vector<choice> choices{};
    ocsf::event_class_list classes{};
    std::optional<std::string> needed{};

    static constexpr auto members = member_table(
        member{"name", &everything::name}, member{"hue", &everything::hue},
        member{"title", &everything::title}, member{"text", &everything::text},
        member{"number", &everything::number},
        member{"port", &everything::port, {.least = 1, .most = 1024}},
        member{"flag", &everything::flag}, member{"maybe", &everything::maybe},
        member{"labels", &everything::labels, {.required = true, .most = 3}},
        member{"numbers", &everything::numbers, {.least = 2, .most = 4}},
        member{"flags", &everything::flags}, member{"points", &everything::points},
        member{"none", &everything::none}, member{"either", &everything::either},
        member{"choices", &everything::choices}, member{"classes", &everything::classes},
        member{"needed", &everything::needed, {.required = true}});
    friend bool operator==(everything const&, everything const&) = default;
};

/// A value of `everything` that breaks no rule, and holds next to nothing.
inline everything least_of_everything() {
    return {.name = "a", .numbers = {1, 2}, .needed = "here"};
}

/// A lenient twin: as what a service sends.
struct lenient {
    std::optional<color> hue{};
    std::optional<label> name{};
    std::optional<std::uint16_t> port{};
    std::vector<std::int32_t> numbers{};
    static constexpr bool open = true;
    static constexpr auto members = member_table(
        member{"hue", &lenient::hue}, member{"name", &lenient::name},
        member{"port", &lenient::port, {.least = 1, .most = 1024}},
        member{"numbers", &lenient::numbers, {.least = 2, .most = 4}});
    friend bool operator==(lenient const&, lenient const&) = default;
};

} // namespace lakeproof::test
