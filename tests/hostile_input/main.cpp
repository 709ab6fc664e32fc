// SPDX-License-Identifier: BSL-1.0
// Hostile input takes time linear in its size, and no more memory than inputs.cpp allows: each input at 1, 2
// and 4 times a size. The last is the byte limit, 1 MiB, or 200,000 members.
//
//     hostile_input [NAME]           the inputs whose names hold NAME, or all
//     hostile_input --once           each once at its smallest, which is enough for a sanitizer
//     hostile_input --write FOLDER   writes those that are a request of JSON text, at their largest
#include "inputs.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <new>
#include <string>
#include <string_view>

namespace {

std::size_t held = 0; ///< bytes of the heap
std::size_t peak = 0;

/// Before each block, its size; the block after it is aligned for anything.
union header {
    std::size_t size;
    std::max_align_t alignment;
};

void* take(std::size_t size) {
    auto* const h = static_cast<header*>(std::malloc(sizeof(header) + size));
    if (h == nullptr) throw std::bad_alloc{};
    h->size = size;
    peak = std::max(peak, held += size);
    return h + 1;
}
void give_back(void* p) noexcept {
    if (p == nullptr) return;
    auto* const h = static_cast<header*>(p) - 1;
    held -= h->size;
    std::free(h);
}

} // namespace

// Replaced for the whole program, Boost's libraries included.
void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* p) noexcept { give_back(p); }
void operator delete[](void* p) noexcept { give_back(p); }
void operator delete(void* p, std::size_t) noexcept { give_back(p); }
void operator delete[](void* p, std::size_t) noexcept { give_back(p); }

namespace {

constexpr std::array<std::size_t, 3> scales{1, 2, 4};

struct measured {
    std::array<std::size_t, scales.size()> bytes{};
    std::array<double, scales.size()> seconds{};
    std::array<std::size_t, scales.size()> heap{};
};

/// The least time of some rounds, in which the sizes take turns.
measured measure(hostile::input const& in) {
    // Of the processor, which other programs do not lengthen much.
    auto const now = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
    measured m;
    m.seconds.fill(1e9);
    std::array<std::string, scales.size()> texts;
    for (std::size_t i = 0; i < scales.size(); ++i) {
        texts[i] = in.make(in.largest / scales.back() * scales[i]);
        m.bytes[i] = texts[i].size();
    }
    auto const begin = now();
    for (int round = 0; round < 9; ++round) {
        for (std::size_t i = 0; i < scales.size(); ++i) {
            auto const before = peak = held;
            auto const start = now();
            in.take(texts[i]);
            m.seconds[i] = std::min(m.seconds[i], now() - start);
            m.heap[i] = peak - before;
        }
        // Without optimization, and under sanitizers, once is long enough to measure well.
        if (now() - begin > 0.1) break;
    }
    return m;
}

/// A quadratic cost would grow by 16, a linear one grows by 4; time is noisy by a factor of two.
bool linear(measured const& m) { return m.seconds[2] < 8 * m.seconds[0] + 200e-6; }

bool modest(measured const& m, hostile::memory allowed) {
    auto const more = m.heap[2] - std::min(m.heap[0], m.heap[2]);
    constexpr std::size_t slack = 4096; // what an allocator rounds up
    return more <= slack + static_cast<std::size_t>(allowed) * m.bytes[2];
}

int write(std::string const& folder) {
    for (auto const& in : hostile::inputs()) {
        if (!in.request) continue;
        std::string name{in.name};
        std::replace(name.begin(), name.end(), '/', '|');
        if (!(std::ofstream{folder + '/' + name, std::ios::binary} << in.make(in.largest))) return 1;
    }
    return 0;
}

int take_once() {
    for (auto const& in : hostile::inputs()) in.take(in.make(in.largest / scales.back()));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1] == std::string_view{"--once"}) return take_once();
    if (argc == 3 && argv[1] == std::string_view{"--write"}) return write(argv[2]);
    std::string_view const wanted = argc > 1 ? argv[1] : "";
    std::printf("| %-34s | %8s | %27s | %5s | %6s | %25s |\n", "input", "KiB", "ms at 1x, 2x, 4x",
                "4x/1x", "ns/B", "heap KiB at 1x, 2x, 4x");
    std::printf("|:---|---:|---:|---:|---:|---:|\n");
    int failed = 0;
    std::size_t count = 0;
    for (auto const& in : hostile::inputs()) {
        if (in.name.find(wanted) == std::string_view::npos) continue;
        ++count;
        auto m = measure(in);
        for (int again = 0; again < 3 && !linear(m); ++again) m = measure(in);
        bool const good = linear(m) && modest(m, in.heap);
        failed += !good;
        auto const kib = [](std::size_t bytes) { return static_cast<double>(bytes) / 1024; };
        std::printf("| %-34s | %8.0f | %8.3f %9.3f %8.3f | %5.1f | %6.2f | %7.1f %8.1f %8.1f |%s\n",
                    std::string{in.name}.c_str(), kib(m.bytes[2]), m.seconds[0] * 1e3,
                    m.seconds[1] * 1e3, m.seconds[2] * 1e3,
                    m.seconds[2] / std::max(m.seconds[0], 1e-6),
                    m.seconds[2] * 1e9 / static_cast<double>(m.bytes[2]), kib(m.heap[0]),
                    kib(m.heap[1]), kib(m.heap[2]), good ? "" : " TOO MUCH");
        std::fflush(stdout);
    }
    std::printf("%zu inputs, %d failed\n", count, failed);
    return failed == 0 && count > 0 ? 0 : 1;
}
