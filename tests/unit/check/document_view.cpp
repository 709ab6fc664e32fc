// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/check/document_view.hpp>

#include <lakeproof/model/create_custom_log_source_request.hpp>

#include "../../support/everything.hpp"
#include "../../support/relaxed.hpp"
#include "../../support/requests.hpp"
#include "../../support/twice.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

namespace document_view_test {

using namespace lakeproof;
using test::choice;
using test::everything;
using test::point;
using test::twice;

/// Whether a check of the view of a document holds.
template <class Shape = everything, class Check>
constexpr bool holds(std::string_view text, Check check) {
    bool ok = false;
    static_cast<void>(test::look_at<Shape>(text, [&](document_view<Shape> d, rule_sink&) { ok = check(d); }));
    return ok;
}

using view = document_view<everything>;

// A place has what its type has, and no more.
template <class View>
concept has_text = requires(View v) { v.view(), v.length(), v.matches(), v.index(); };
template <class View>
concept has_value = requires(View v) { v.value(); };
template <class View>
concept has_elements = requires(View v) { v.size(), v[0], v.begin(), v.end(); };
static_assert(has_text<document_view<source_name>> && has_text<document_view<std::string>>);
static_assert(!has_text<document_view<int>> && !has_text<view>);
static_assert(has_value<document_view<int>> && has_value<document_view<bool>>);
static_assert(!has_value<document_view<std::string>> && !has_value<view>);
static_assert(has_elements<document_view<std::vector<int>>>);
static_assert(has_elements<document_view<ocsf::event_class_list>>);
static_assert(!has_elements<view> && !has_elements<document_view<std::string>>);
static_assert(std::is_same_v<decltype(std::declval<view>()[&everything::port]), document_view<std::uint16_t>>);
static_assert(std::is_same_v<decltype(std::declval<view>()[&everything::classes][0]),
                             document_view<ocsf::event_class_name>>);
static_assert(std::is_same_v<decltype(std::declval<view>()[&everything::points][0][&point::x]),
                             document_view<std::int32_t>>);

BOOST_AUTO_TEST_SUITE(document_views)

BOOST_AUTO_TEST_CASE(a_string_that_is_right) {
    twice([] {
        return holds("{'name':'acme','text':'anything'}", [](view d) {
            auto const name = d[&everything::name];
            auto const text = d[&everything::text];
            return name.present() && name.right_type() && name.matches() && name.valid() &&
                   name.view() == "acme" && name.length() == 4 && text.valid() && text.matches() &&
                   text.view() == "anything" && text.length() == 8;
        });
    });
}

BOOST_AUTO_TEST_CASE(a_string_off_its_length_or_pattern) {
    twice([] {
        return holds("{'name':'ABCDEFGHIJ','title':'\u00e9<'}", [](view d) {
            auto const name = d[&everything::name];
            auto const title = d[&everything::title];
            return name.present() && name.right_type() && !name.matches() && !name.valid() &&
                   name.view() == "ABCDEFGHIJ" && name.length() == 10 && title.right_type() &&
                   !title.matches() && title.length() == 2 && title.view().size() == 3;
        });
    });
    twice([] { // too long and on its pattern
        return holds("{'name':'abcdefghij'}", [](view d) {
            return d[&everything::name].matches() && !d[&everything::name].valid();
        });
    });
}

BOOST_AUTO_TEST_CASE(a_string_of_a_vocabulary_has_an_index) {
    constexpr auto npos = std::string_view::npos;
    static_assert(npos == static_cast<std::size_t>(-1));
    twice([] {
        return holds("{'classes':['DNS_ACTIVITY','NEW_ONE','dns',1],'name':'acme'}", [](view d) {
            auto const classes = d[&everything::classes];
            auto const none = std::string_view::npos;
            return classes[0].index() == static_cast<std::size_t>(ocsf::event_class::dns_activity) &&
                   classes[1].index() == none && classes[2].index() == none &&
                   classes[3].index() == none && classes[4].index() == none &&
                   d[&everything::name].index() == none;
        });
    });
}

BOOST_AUTO_TEST_CASE(what_is_absent_can_be_asked) {
    twice([] {
        return holds("{'name':null}", [](view d) {
            auto const name = d[&everything::name];
            auto const numbers = d[&everything::numbers];
            auto const place = d[&everything::either][&choice::place];
            return d.present() && d.right_type() && d.valid() && !name.present() && !name.right_type() &&
                   !name.matches() && !name.valid() && name.view().empty() && name.length() == 0 &&
                   !d[&everything::number].present() && d[&everything::number].value() == 0 &&
                   !d[&everything::flag].value() && numbers.size() == 0 &&
                   numbers.begin() == numbers.end() && !numbers[7].present() && numbers[7].value() == 0 &&
                   !place.present() && !place[&point::x].present() && place[&point::x].value() == 0 &&
                   !d[&everything::points][3][&point::y].valid();
        });
    });
}

BOOST_AUTO_TEST_CASE(what_is_of_a_wrong_type_is_there_and_not_right) {
    twice([] {
        return holds("{'name':1,'number':'1','flag':0,'numbers':{},'either':[],'text':['x']}", [](view d) {
            auto const wrong = [](auto v) { return v.present() && !v.right_type() && !v.valid(); };
            return wrong(d[&everything::name]) && d[&everything::name].view().empty() &&
                   !d[&everything::name].matches() && wrong(d[&everything::number]) &&
                   d[&everything::number].value() == 0 && wrong(d[&everything::flag]) &&
                   !d[&everything::flag].value() && wrong(d[&everything::numbers]) &&
                   d[&everything::numbers].size() == 0 &&
                   d[&everything::numbers].begin() == d[&everything::numbers].end() &&
                   wrong(d[&everything::either]) && !d[&everything::either][&choice::flag].present() &&
                   wrong(d[&everything::text]);
        });
    });
    twice([] { // the document itself
        return holds("[1]", [](view d) {
            return d.present() && !d.right_type() && !d[&everything::name].present();
        });
    });
}

BOOST_AUTO_TEST_CASE(numbers_and_booleans) {
    twice([] {
        return holds("{'number':-9223372036854775808,'port':1024,'flag':true,'maybe':false}", [](view d) {
            return d[&everything::number].value() == std::numeric_limits<std::int64_t>::min() &&
                   d[&everything::port].value() == 1024 && d[&everything::flag].value() &&
                   d[&everything::maybe].valid() && !d[&everything::maybe].value();
        });
    });
    twice([] { // one that no 64 bits hold has no value
        return holds("{'number':9223372036854775808}", [](view d) {
            return d[&everything::number].present() && !d[&everything::number].right_type() &&
                   d[&everything::number].value() == 0;
        });
    });
    twice([] { // one that the C++ type does not hold is none of it
        return holds("{'port':65537}", [](view d) {
            return d[&everything::port].present() && !d[&everything::port].valid() &&
                   d[&everything::port].value() == 0;
        });
    });
}

BOOST_AUTO_TEST_CASE(elements_in_their_order) {
    twice([] {
        return holds("{'numbers':[3,'x',5],'labels':['a','B'],'flags':[true,false]}", [](view d) {
            auto const numbers = d[&everything::numbers];
            std::int64_t sum = 0;
            std::size_t count = 0, right = 0;
            for (auto const n : numbers) {
                sum += n.value();
                ++count;
                right += n.right_type();
            }
            return numbers.size() == 3 && count == 3 && right == 2 && sum == 8 &&
                   numbers[2].value() == 5 && numbers[1].present() && !numbers[1].right_type() &&
                   !numbers[3].present() && d[&everything::labels][1].view() == "B" &&
                   d[&everything::flags][0].value() && !d[&everything::flags][1].value();
        });
    });
    twice([] { // what passes a bound is not read
        return holds("{'labels':['a','b','c','d','e']}", [](view d) {
            return d[&everything::labels].size() == 3 && !d[&everything::labels][3].present();
        });
    });
}

BOOST_AUTO_TEST_CASE(nested_places) {
    twice([] {
        return holds("{'points':[{'x':1,'y':2},{'x':3}],'either':{'place':{'x':7,'y':8}}}", [](view d) {
            auto const points = d[&everything::points];
            return points[0][&point::y].value() == 2 && points[1][&point::x].value() == 3 &&
                   !points[1][&point::y].present() &&
                   d[&everything::either][&choice::place][&point::y].value() == 8 &&
                   !d[&everything::either][&choice::flag].present();
        });
    });
}

BOOST_AUTO_TEST_CASE(a_model_is_looked_at_as_its_text_is) {
    twice([] {
        options const o{};
        report out;
        detail::document_of<create_custom_log_source_request> document;
        auto sink = detail::sink_access::make(o, out, detail::sink_mode::check);
        detail::model_document{document, sink}.add(test::acme);
        using request = create_custom_log_source_request;
        auto const d = detail::view_access::make<request>(document);
        auto const arn = d[&request::configuration][&custom_log_source_configuration::crawler_configuration]
                          [&custom_log_source_crawler_configuration::role_arn];
        return d[&request::source_name].view() == "acme-edr" && d[&request::source_name].valid() &&
               d[&request::source_version].length() == 3 && arn.matches() &&
               d[&request::event_classes].size() == test::acme.event_classes.size() &&
               d[&request::event_classes][0].view() == test::acme.event_classes[0];
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace document_view_test
