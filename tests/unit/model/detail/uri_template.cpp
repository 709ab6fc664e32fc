// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/model/detail/uri_template.hpp>

#include "../../../support/twice.hpp"

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace uri_template_test {

using namespace lakeproof;
using test::twice;

/// Whether a text has just these parts.
constexpr bool splits(std::string_view text, std::initializer_list<std::string_view> parts) {
    detail::splitter each{text, '/'};
    for (auto const part : parts)
        if (each.done || each.next() != part) return false;
    return each.done;
}

/// Names one after another, each with a full stop.
struct names {
    char text[64]{};
    std::size_t size = 0;
    constexpr void operator()(std::string_view name) {
        for (char const c : name) text[size++] = c;
        text[size++] = '.';
    }
    [[nodiscard]] constexpr std::string_view view() const { return {text, size}; }
};
constexpr bool has_labels(std::string_view uri, std::string_view expected) {
    names all;
    detail::for_each_label(uri, [&all](std::string_view name) { all(name); });
    return all.view() == expected;
}
constexpr bool has_query(std::string_view uri, std::string_view expected) {
    names all;
    detail::for_each_query_name(uri, [&all](std::string_view name) { all(name); });
    return all.view() == expected;
}

BOOST_AUTO_TEST_SUITE(uri_templates)

BOOST_AUTO_TEST_CASE(a_text_has_one_part_more_than_separators) {
    twice([] {
        return splits("", {""}) && splits("a", {"a"}) && splits("/", {"", ""}) && splits("/a/b", {"", "a", "b"}) &&
               splits("a//b/", {"a", "", "b", ""});
    });
}

BOOST_AUTO_TEST_CASE(labels_and_query_have_names) {
    twice([] {
        return has_labels("/a/b", "") && has_labels("/{a}", "a.") && has_labels("/x/{one}/y/{two}{?three}", "one.two.");
    });
    twice([] {
        return has_query("/a/{b}", "") && has_query("/{?a}", "a.") && has_query("/{x}{?a,b,c}", "a.b.c.");
    });
}

BOOST_AUTO_TEST_CASE(the_path_is_what_precedes_the_query) {
    twice([] {
        return detail::path_of_template("/a/{b}{?c}") == "/a/{b}" && detail::path_of_template("/a") == "/a";
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace uri_template_test
