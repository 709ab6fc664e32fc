// SPDX-License-Identifier: BSL-1.0
// Runs all contenders by turns in short rounds. On a shared machine a single pass is off by a factor of
// two; neighbours in one round suffer alike, so the median of the rounds' ratios is what to compare.
#include "allocations.hpp"
#include "contenders.hpp"
#include "different.hpp"
#include "keep.hpp"
#include "machine.hpp"
#include "payloads.hpp"

#include <lakeproof/json.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace benchmarks;

struct settings {
    int rounds = 300;
    std::string json;     ///< where results go
    std::string payloads; ///< a folder for the payloads, for programs in other languages
};

double median(std::vector<double> values) {
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// One row of a table.
struct row {
    std::string name;
    std::function<void(std::size_t)> repeat; ///< does the job so many times
    std::size_t calls = 1;                   ///< a round
    std::size_t allocations = 0;             ///< a call
    std::vector<double> nanoseconds{};       ///< a call, by round

    double time() {
        auto const start = std::chrono::steady_clock::now();
        repeat(calls);
        std::chrono::duration<double, std::nano> const taken =
            std::chrono::steady_clock::now() - start;
        return taken.count() / static_cast<double>(calls);
    }
    /// So many calls that a turn takes about 0.2 ms: many clock ticks, few time slices.
    void prepare() {
        repeat(2); // what is made once and kept is no allocation of each call
        auto const before = benchmarks::allocations;
        repeat(1);
        allocations = benchmarks::allocations - before;
        for (int i = 0; i < 3; ++i)
            calls = static_cast<std::size_t>(std::max(1.0, 200'000 / std::max(time(), 1.0)));
    }
    [[nodiscard]] double over(row const& other) const {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < nanoseconds.size(); ++i)
            ratios.push_back(nanoseconds[i] / other.nanoseconds[i]);
        return median(std::move(ratios));
    }
};

template <class Call>
row make_row(char const* name, Call call) {
    return {name, [call](std::size_t n) mutable {
                for (; n > 0; --n) keep(call());
            }};
}

void measure(std::vector<row>& rows, int rounds) {
    for (auto& r : rows) r.prepare();
    for (int i = 0; i < rounds; ++i)
        for (std::size_t j = 0; j < rows.size(); ++j) { // nobody always follows the same neighbour
            auto& r = rows[(j + static_cast<std::size_t>(i)) % rows.size()];
            r.nanoseconds.push_back(r.time());
        }
}

/// Two digits behind the point, so that the results can be read and compared.
double rounded(double x) { return std::round(x * 100) / 100; }

/// A row that others are compared with, and what that comparison is called.
struct base {
    std::size_t index;
    char const* title; ///< with an underscore, as a member of the results
};

/// Prints a table, with a column of ratios for each of `bases`.
boost::json::array print(std::vector<row> const& rows, std::vector<base> const& bases) {
    std::printf("| %-36s | %9s |", "contender", "ns");
    for (auto const& b : bases) std::printf(" %14s |", b.title);
    std::printf(" allocations |\n|---|---:|");
    for (std::size_t i = 0; i < bases.size(); ++i) std::printf("---:|");
    std::printf("---:|\n");

    boost::json::array results;
    for (auto const& r : rows) {
        auto const ns = median(r.nanoseconds);
        boost::json::object result{{"contender", r.name}, {"ns", std::round(ns)}};
        std::printf("| %-36s | %9.0f |", r.name.c_str(), ns);
        for (auto const& b : bases) {
            auto const ratio = r.over(rows[b.index]);
            result[b.title] = rounded(ratio);
            std::printf(" %14.2f |", ratio);
        }
        result["allocations"] = r.allocations;
        std::printf(" %11zu |\n", r.allocations);
        results.push_back(std::move(result));
    }
    return results;
}

/// Has every reader read the texts in turn.
boost::json::object read(std::string_view name, std::vector<payload> const& texts, int rounds) {
    std::vector<row> rows;
    for (auto const& c : readers)
        rows.push_back(make_row(c.name, [&texts, run = c.run, i = std::size_t{0}]() mutable {
            if (i == texts.size()) i = 0;
            return run(texts[i++].text());
        }));
    measure(rows, rounds);
    std::size_t bytes = 0;
    for (auto const& p : texts) bytes += p.text().size();
    bytes /= texts.size();
    std::printf("\n%s, %zu bytes\n\n", std::string{name}.c_str(), bytes);
    boost::json::object result{{"payload", name}, {"bytes", bytes}};
    result["reading"] = print(rows, {{floor_index, "over_floor"}, {check_index, "over_check"}});
    return result;
}

boost::json::object run(payload const& p, int rounds) {
    auto result = read(p.name(), {p}, rounds);
    auto const request = lakeproof::json::parse_request(p.text());
    if (!request) return result;
    std::vector<row> rows;
    for (auto const& c : writers) rows.push_back(make_row(c.name, [&] { return c.run(*request); }));
    measure(rows, rounds);
    std::printf("\n");
    result["writing"] = print(rows, {{0, "over_serialize"}});
    return result;
}

bool parse(int argc, char** argv, settings& s) {
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view const option = argv[i];
        if (option == "--rounds")
            s.rounds = std::max(1, std::atoi(argv[i + 1]));
        else if (option == "--json")
            s.json = argv[i + 1];
        else if (option == "--payloads")
            s.payloads = argv[i + 1];
        else
            return false;
    }
    return argc % 2 == 1;
}

} // namespace

int main(int argc, char** argv) {
    settings s;
    if (!parse(argc, argv, s)) {
        std::fprintf(stderr, "usage: rounds [--rounds N] [--json FILE] [--payloads FOLDER]\n");
        return 2;
    }
    auto const documents = payloads();
    auto const many = different(1000);
    demand_agreement(many);
    if (!s.payloads.empty()) {
        for (auto const& p : documents)
            std::ofstream{s.payloads + '/' + std::string{p.name()} + ".json"} << p.text();
        return 0;
    }

    boost::json::object results{{"machine", machine()}, {"compiler", compiler()}};
    results["libraries"] = libraries();
    results["simdjson"] = simdjson_implementations();
    results["rounds"] = s.rounds;
    std::printf("%s; %s; %s; simdjson uses %s; medians of %d rounds\n", machine().c_str(),
                compiler().c_str(), libraries().c_str(), simdjson_implementations().c_str(),
                s.rounds);
    boost::json::object through;
    std::printf("\n| contender | lets through |\n|---|---|\n");
    for (auto const& c : readers) {
        through[c.name] = lets_through(c);
        std::printf("| %-36s | %s |\n", c.name, through[c.name].as_string().c_str());
    }
    results["lets_through"] = std::move(through);
    boost::json::array tables;
    for (auto const& p : documents) tables.push_back(run(p, s.rounds));
    tables.push_back(read("1,000 different requests in turn", many, s.rounds));
    results["payloads"] = std::move(tables);
    if (s.json.empty()) return 0;
    std::ofstream out{s.json};
    out << boost::json::serialize(results) << '\n';
    return out ? 0 : 1;
}
