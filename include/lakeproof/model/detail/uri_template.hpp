// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Splits a text at each separator: one part more than there are separators.
struct splitter {
    std::string_view rest;
    char separator;
    bool done = false;

    constexpr std::string_view next() noexcept {
        auto const end = find_byte(rest, separator);
        auto const part = rest.substr(0, end);
        done = end == std::string_view::npos;
        if (!done) rest.remove_prefix(end + 1);
        return part;
    }
};

/// What precedes the query of a template.
constexpr std::string_view path_of_template(std::string_view uri) noexcept {
    return uri.substr(0, uri.find("{?"));
}

/// Whether a segment of a template's path stands for a member.
constexpr bool is_label(std::string_view segment) noexcept { return segment.starts_with('{'); }
constexpr std::string_view name_of_label(std::string_view segment) noexcept {
    return segment.substr(1, segment.size() - 2);
}

/// Calls a function with the name of each label.
template <class F>
constexpr void for_each_label(std::string_view uri, F f) {
    for (splitter segments{path_of_template(uri), '/'}; !segments.done;)
        if (auto const segment = segments.next(); is_label(segment)) f(name_of_label(segment));
}

/// Calls a function with each name of the query.
template <class F>
constexpr void for_each_query_name(std::string_view uri, F f) {
    auto const path = path_of_template(uri);
    if (path.size() == uri.size()) return;
    auto const names = uri.substr(path.size() + 2, uri.size() - path.size() - 3);
    for (splitter each{names, ','}; !each.done;) f(each.next());
}

// Not constexpr, so that such a template does not compile.
void a_path_starts_with_a_slash(); // none of these is ever defined
void a_label_is_a_whole_segment_in_braces();
void a_query_stands_in_braces_at_the_end();
void a_name_is_not_empty();
void a_name_occurs_once();

consteval void check_uri_template(std::string_view uri) {
    auto const path = path_of_template(uri);
    if (!path.starts_with('/')) a_path_starts_with_a_slash();
    if (path.size() < uri.size() && uri.find('}', path.size()) != uri.size() - 1)
        a_query_stands_in_braces_at_the_end();
    for (splitter segments{path, '/'}; !segments.done;) {
        auto const segment = segments.next();
        auto const inside = is_label(segment) ? segment.substr(1) : segment;
        if (inside.find_first_of("{}") != (is_label(segment) ? inside.size() - 1 : std::string_view::npos))
            a_label_is_a_whole_segment_in_braces();
        if (segment.find('?') != std::string_view::npos) a_query_stands_in_braces_at_the_end();
    }
    auto const check_name = [uri](std::string_view name) {
        int count = 0;
        auto const same = [&](std::string_view other) { count += other == name; };
        for_each_label(uri, same);
        for_each_query_name(uri, same);
        if (name.empty()) a_name_is_not_empty();
        if (count > 1) a_name_occurs_once();
    };
    for_each_label(uri, check_name);
    for_each_query_name(uri, check_name);
}

} // namespace lakeproof::detail
