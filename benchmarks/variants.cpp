// SPDX-License-Identifier: BSL-1.0
// How long reading takes of documents that are not as a program writes them: spaced, with escapes, with bytes above
// 127, with numbers; and of many different ones by turns, which no branch predictor can memorise. Ratios of
// medians of interleaved rounds.
#include "different.hpp"
#include "empty_handler.hpp"
#include "keep.hpp"
#include "payloads.hpp"

#include <lakeproof/json.hpp>

#include <boost/json/parse.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace benchmarks;
using texts = std::vector<std::string>;

/// `comma` and `colon` stand for these; with `indent` each member and element has a line.
void write(boost::json::value const& v, std::string_view comma, std::string_view colon, bool indent, std::size_t depth,
           std::string& out) {
    auto const line = [&](std::size_t levels) {
        if (indent) out += '\n' + std::string(2 * levels, ' ');
    };
    auto const each = [&](auto const& all, char open, char close, auto write_one) {
        out += open;
        bool first = true;
        for (auto const& one : all) {
            if (!std::exchange(first, false)) out += comma;
            line(depth + 1);
            write_one(one);
        }
        line(depth);
        out += close;
    };
    if (auto const* o = v.if_object())
        each(*o, '{', '}', [&](auto const& member) {
            out += '"' + std::string{member.key()} + '"';
            out += colon;
            write(member.value(), comma, colon, indent, depth + 1, out);
        });
    else if (auto const* a = v.if_array())
        each(*a, '[', ']', [&](auto const& element) { write(element, comma, colon, indent, depth + 1, out); });
    else
        out += '"' + std::string{v.as_string()} + '"';
}
std::string spaced(std::string_view text, std::string_view comma, std::string_view colon, bool indent) {
    std::string out;
    write(boost::json::parse(boost::json::string_view{text.data(), text.size()}), comma, colon, indent, 0, out);
    return out;
}
std::string replaced(std::string text, std::string_view what, std::string_view by) {
    return text.replace(text.find(what), what.size(), by);
}

using call = std::function<void(std::string_view)>;
void check(std::string_view text) { keep(lakeproof::json::check_request(text)); }
void parse(std::string_view text) { keep(lakeproof::json::parse_request(text).has_value()); }
void read_nothing(std::string_view text) { keep(parse_with_empty_handler(text)); }
void check_without(std::string_view text) {
    lakeproof::detail::quick_reader_is_on = false;
    check(text);
    lakeproof::detail::quick_reader_is_on = true;
}

double nanoseconds(call const& run, texts const& all, std::size_t repeats) {
    auto const start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < repeats; ++i)
        for (auto const& text : all) run(text);
    std::chrono::duration<double, std::nano> const taken = std::chrono::steady_clock::now() - start;
    return taken.count() / static_cast<double>(repeats * all.size());
}

void compare(char const* name, texts const& all, call const& a, call const& b, char const* of) {
    constexpr int rounds = 201;
    auto const repeats = std::max<std::size_t>(1, 400 / all.size());
    std::vector<double> ratios, times;
    for (int i = 0; i < rounds; ++i) {
        auto const ours = nanoseconds(a, all, repeats);
        ratios.push_back(ours / nanoseconds(b, all, repeats));
        times.push_back(ours);
    }
    auto const median = [](std::vector<double>& v) {
        std::ranges::nth_element(v, v.begin() + rounds / 2);
        return v[rounds / 2];
    };
    std::printf("%-44s %8.0f ns %6.2f of %s\n", name, median(times), median(ratios), of);
}

} // namespace

int main() {
    auto const documents = payloads();
    for (auto const& p : documents) {
        texts const one{std::string{p.text()}};
        std::printf("\n%.*s, %zu bytes\n", static_cast<int>(p.name().size()), p.name().data(), p.text().size());
        compare("check_request", one, check, read_nothing, "the empty handler");
        compare("parse_request", one, parse, check, "check_request");
        texts const pretty{spaced(p.text(), ",", ": ", true)}, dumped{spaced(p.text(), ", ", ": ", false)};
        compare("check_request, two spaces", pretty, check, read_nothing, "the empty handler");
        compare("check_request, as json.dumps writes it", dumped, check, read_nothing, "the empty handler");
        texts const escaped{replaced(one[0], "role/", "role\\/")};
        texts const fraction{replaced(one[0], "\"sourceVersion\":", "\"size\":1.5,\"sourceVersion\":")};
        compare("check_request, an escape", escaped, check, check_without, "the quick reader off");
        texts const accented{replaced(one[0], "\"sourceVersion\":", "\"caf\xc3\xa9\":\"\xc3\xa9\",\"sourceVersion\":")};
        texts const accented_value{replaced(one[0], "\"sourceVersion\":", "\"note\":\"\xc3\xa9\",\"sourceVersion\":")};
        compare("check_request, bytes above 127 in a name", accented, check, check_without, "the quick reader off");
        compare("check_request, bytes above 127 in a string", accented_value, check, check_without, "the quick reader off");
        compare("check_request, a number", fraction, check, check_without, "the quick reader off");
        compare("check_request", one, check, check_without, "the quick reader off");
    }
    texts many;
    for (auto const& p : different(1000)) many.emplace_back(p.text());
    std::puts("\n1,000 different requests by turns");
    compare("check_request", many, check, read_nothing, "the empty handler");
    compare("parse_request", many, parse, check, "check_request");
}
