// SPDX-License-Identifier: BSL-1.0
// The contenders under Google Benchmark; rounds.cpp has the ratios to trust on a shared machine.
#include "allocations.hpp"
#include "contenders.hpp"
#include "keep.hpp"
#include "payloads.hpp"

#include <lakeproof/json.hpp>

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace benchmarks;

template <class Call>
void measure(benchmark::State& state, std::size_t bytes, Call call) {
    auto const before = allocations;
    for (auto _ : state) benchmark::DoNotOptimize(call());
    state.counters["allocations"] = static_cast<double>(allocations - before) /
                                    static_cast<double>(state.iterations());
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

} // namespace

int main(int argc, char** argv) {
    demand_agreement();
    static auto const documents = payloads();
    for (auto const& p : documents) {
        auto const name = [&](char const* c) { return std::string{p.name()} + '/' + c; };
        for (auto const& c : readers)
            benchmark::RegisterBenchmark(name(c.name).c_str(), [&](benchmark::State& state) {
                measure(state, p.text().size(), [&] { return c.run(p.text()); });
            });
        auto const request = lakeproof::json::parse_request(p.text());
        if (!request) continue;
        for (auto const& c : writers)
            benchmark::RegisterBenchmark(
                name(c.name).c_str(), [&, r = *request](benchmark::State& state) {
                    measure(state, p.text().size(), [&] { return c.run(r); });
                });
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
