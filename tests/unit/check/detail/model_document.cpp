// SPDX-License-Identifier: BSL-1.0
// A model breaks what its text breaks.
#include <lakeproof/check/detail/model_document.hpp>

#include <lakeproof/check/message.hpp>
#include <lakeproof/model/detail/walk.hpp>

#include "../../../support/everything.hpp"
#include "../../../support/listed.hpp"
#include "../../../support/relaxed.hpp"
#include "../../../support/requests.hpp"
#include "../../../support/twice.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace model_document_test {

using namespace lakeproof;
using test::choice;
using test::everything;
using test::least_of_everything;
using test::listed;
using test::point;
using test::twice;

/// Writes a model as `relaxed_reader` reads it.
struct relaxed_writer {
    std::string text{};

    void begin_object() { open('{'); }
    void end_object() { text += '}'; }
    void begin_array() { open('['); }
    void end_array() { text += ']'; }
    void member(detail::node const& n) { value('`' + std::string{n.name} + "`:"); }
    void string(std::string_view s) { value('`' + std::string{s} + '`'); }
    void integer(std::int64_t n) { value(std::to_string(n)); }
    void boolean(bool b) { value(b ? "true" : "false"); }

private:
    void value(std::string_view v) {
        if (!text.empty() && text.back() != '{' && text.back() != '[' && text.back() != ':') text += ',';
        text += v;
    }
    void open(char c) { value(std::string_view{&c, 1}); }
};
template <class Shape>
std::string relaxed(Shape const& model) {
    relaxed_writer sink;
    detail::walk(model, detail::nodes_of<Shape>[0], sink);
    return sink.text;
}

/// A report in full.
std::string all_of(report const& r) {
    std::string all = listed(r);
    for (auto const v : r) {
        all += '\n' + message(v) + ' ' + std::to_string(v.length()) + ' ' + std::to_string(v.bound());
        all += v.cut() ? " cut " : " ";
        all += v.text();
    }
    return all + '\n' + std::to_string(r.errors()) + ' ' + std::to_string(r.omitted());
}
template <class Shape>
void agrees(Shape const& model, options const& o = {}) {
    auto const text = relaxed(model);
    BOOST_TEST(all_of(check(model, o)) == all_of(test::read<Shape>(text, o)), text);
    if (check(model, o).ok()) BOOST_TEST((test::build<Shape>(text) == model), text);
}

/// Any value of `everything` that C++ can hold.
class maker {
public:
    explicit maker(std::uint32_t seed) : random_{seed} {}

    everything make() {
        everything e{.name = any_label()};
        if (coin()) e.hue = coin() ? test::color{"RED"} : test::color{"GREEN"};
        if (coin()) e.title = test::caption{"\u00e9\u20ac"};
        if (coin()) e.text = "any \U0001f600";
        e.number = coin() ? std::numeric_limits<std::int64_t>::min() : below(1000);
        if (coin()) e.port = static_cast<std::uint16_t>(below(3) * 1024);
        e.flag = coin();
        if (coin()) e.maybe = coin();
        for (auto n = below(6); n > 0; --n) e.labels.push_back(any_label());
        for (auto n = below(7); n > 0; --n) e.numbers.push_back(-below(1000));
        for (auto n = below(3); n > 0; --n) e.flags.push_back(coin());
        for (auto n = below(4); n > 0; --n) e.points.push_back(any_point());
        if (coin()) e.either = any_choice();
        for (auto n = below(3); n > 0; --n) e.choices.push_back(any_choice());
        if (coin()) e.classes.push_back(ocsf::event_class::dns_activity);
        if (coin()) e.classes.push_back(ocsf::event_class_name{"NEW"});
        if (coin()) e.needed = "here";
        return e;
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }
    bool coin() { return below(2) == 0; }
    test::label any_label() { return test::label{std::string(1 + static_cast<std::size_t>(below(8)), 'l')}; }
    point any_point() { return {below(300) - 150, static_cast<std::int8_t>(below(256) - 128)}; }
    choice any_choice() {
        choice c;
        if (coin()) c.name = any_label();
        if (coin()) c.place = any_point();
        if (coin()) c.flag = coin();
        return c;
    }

    std::mt19937 random_;
};

BOOST_AUTO_TEST_SUITE(model_documents)

BOOST_AUTO_TEST_CASE(what_types_do_not_prove_is_checked) {
    auto model = least_of_everything();
    BOOST_TEST(listed(check(model)) == "");
    model.port = std::uint16_t{0};
    model.numbers = {1};
    model.labels = {"a", "b", "c", "d"};
    model.points = {{.x = 91, .y = 0}};
    model.either = choice{};
    model.choices = {{.name = test::label{"a"}, .flag = true}};
    model.needed.reset();
    BOOST_TEST(listed(check(model)) ==
               "error number-range /port; error list-length /labels; error list-length /numbers; "
               "error number-range /points/0/x; error union-members /either; error union-members /choices/0; "
               "error member-missing /needed");
    agrees(model);
}

BOOST_AUTO_TEST_CASE(at_compile_time_too) {
    twice([] { return check(point{.x = 91, .y = 0}).count(rule::number_range) == 1; });
    twice([] { return check(point{.x = -90, .y = 0}).empty(); });
    twice([] { return check(choice{}).count(rule::union_members) == 1 && check(choice{.flag = false}).empty(); });
}

BOOST_AUTO_TEST_CASE(a_required_empty_list_is_there) {
    agrees(least_of_everything());
    auto model = least_of_everything();
    model.numbers = {}; // which is not required, and so is not there
    BOOST_TEST(listed(check(model)) == "");
    agrees(model);
}

BOOST_AUTO_TEST_CASE(a_lenient_shape_has_no_bounds) {
    test::lenient const model{.port = std::uint16_t{0}, .numbers = {1}};
    BOOST_TEST(listed(check(model)) == "");
    agrees(model);
}

BOOST_AUTO_TEST_CASE(any_model_breaks_what_its_text_breaks) {
    std::size_t right = 0;
    for (std::uint32_t seed = 0; seed < 3000; ++seed) {
        auto const model = maker{seed}.make();
        right += check(model).ok();
        agrees(model);
    }
    BOOST_TEST((right > 10 && right < 2990), right);
}

BOOST_AUTO_TEST_CASE(so_does_any_request) {
    for (std::string_view const name : {"acme", "a:b", "a-name-of-21-chars-xx", "a-name-of-27-characters-xyz"})
        for (std::string_view const arn :
             {"arn:aws:iam::123456789012:role/x", "arn::iam::123456789012:role/x",
              "arn:aws-cn:iam::123456789012:role/a//x"})
            for (region_list const& in : {region_list{}, region_list{regions::us_east_1, "us-esat-1"}}) {
                auto model = test::named(name);
                model.configuration.crawler_configuration.role_arn = role_arn{arn};
                model.event_classes.push_back(ocsf::event_class::cloud_api);
                model.event_classes.push_back(ocsf::event_class_name{"NEW"});
                agrees(model, {.regions = in});
            }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace model_document_test
