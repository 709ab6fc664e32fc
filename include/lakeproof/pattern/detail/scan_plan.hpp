// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/automaton.hpp>
#include <lakeproof/pattern/detail/byte_ranges.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A way through an automaton that leaves no choice: `length` bytes, each in one range.
///
/// `iam::`, twelve digits and `:role` are such runs; a vector compares 16 bytes of one at once.
struct scan_run {
    std::uint8_t first[16]{};
    std::uint8_t span[16]{};
    std::uint16_t length = 0;
    std::uint16_t target = 0;
};

/// A state that most bytes lead back to, with the ranges of those bytes, spread for vectors.
struct scan_loop {
    static constexpr std::size_t most = 6;
    alignas(16) std::uint8_t move[most][16]{};
    alignas(16) std::uint8_t above[most][16]{};
};

/// What to do in each state of an automaton: step byte by byte, follow a run, or skip a loop.
template <std::size_t States, std::size_t Runs, std::size_t Loops>
struct scan_plan {
    static constexpr std::uint16_t none = 0xffff;

    std::uint16_t run_at[States]{};
    std::uint16_t loop_at[States]{};
    scan_run runs[Runs == 0 ? 1 : Runs]{};
    scan_loop loops[Loops == 0 ? 1 : Loops]{};
};

template <class Automaton>
struct scan_planner {
    static constexpr std::size_t states = std::extent_v<decltype(Automaton::accepts)>;

    /// A plan with room to spare, the ranges of whose loops are not spread yet.
    struct wide_plan {
        static constexpr std::uint16_t none = 0xffff;

        std::uint16_t run_at[states]{};
        std::uint16_t loop_at[states]{};
        scan_run runs[states]{};
        byte_ranges loops[states]{};
        std::size_t run_count = 0;
        std::size_t loop_count = 0;
    };

    Automaton const& a;
    byte_set class_bytes[64]{};
    wide_plan plan{};
    std::uint16_t way[states]{}; ///< the one state that a state leads to, or 0
    byte_range over[states]{};   ///< the range of bytes that leads there

    /// The bytes that lead from one state to another.
    constexpr byte_ranges between(std::size_t from, std::size_t to) const noexcept {
        byte_set set;
        for (std::size_t c = 0; c < a.class_count; ++c)
            if (a.target(from, c) == to) set.add(class_bytes[c]);
        return byte_ranges{set};
    }

    constexpr void find_way(std::size_t from) noexcept {
        std::uint16_t target = 0;
        for (std::size_t c = 0; c < a.class_count; ++c) {
            auto const next = a.target(from, c);
            if (next == 0 || next == target) continue;
            if (target != 0 || next == from) return;
            target = next;
        }
        if (target == 0) return;
        auto const ranges = between(from, target);
        if (ranges.count != 1 || !ranges.fits) return;
        way[from] = target;
        over[from] = ranges.range[0];
    }

    /// The runs that start at a state, one behind the other.
    constexpr void add_runs(std::size_t at) noexcept {
        while (way[at] != 0 && plan.run_at[at] == plan.none) {
            scan_run run;
            auto const start = at;
            for (; run.length < 16 && way[at] != 0; at = way[at]) {
                run.first[run.length] = over[at].first;
                run.span[run.length] = static_cast<std::uint8_t>(over[at].last - over[at].first);
                ++run.length;
            }
            if (run.length < 3) return; // byte by byte is as fast
            run.target = static_cast<std::uint16_t>(at);
            plan.run_at[start] = static_cast<std::uint16_t>(plan.run_count);
            plan.runs[plan.run_count++] = run;
        }
    }

    constexpr void add_loop(std::size_t s) noexcept {
        bool loops = false;
        for (std::size_t c = 0; c < a.class_count; ++c) loops |= a.target(s, c) == s;
        if (!loops) return;
        auto const ranges = between(s, s);
        if (!ranges.fits || ranges.count > scan_loop::most) return;
        if (ranges.range[0].last - ranges.range[0].first == 255) return; // no comparison finds all
        plan.loop_at[s] = static_cast<std::uint16_t>(plan.loop_count);
        plan.loops[plan.loop_count++] = ranges;
    }

    constexpr explicit scan_planner(Automaton const& of) noexcept : a{of} {
        for (unsigned b = 0; b < 256; ++b)
            class_bytes[a.column_of[b] / states].add(static_cast<unsigned char>(b));
        for (std::size_t s = 1; s < states; ++s) find_way(s);
    }

    /// How long all texts are if there is only one way, from the start to where nothing leads on; or 0.
    [[nodiscard]] constexpr std::size_t chain_length() const noexcept {
        std::size_t length = 0;
        std::size_t s = 1;
        for (; way[s] != 0 && !a.accepts[s]; s = way[s]) ++length;
        for (std::size_t c = 0; c < a.class_count; ++c)
            if (a.target(s, c) != 0) return 0;
        return a.accepts[s] ? length : 0;
    }

    constexpr wide_plan run() noexcept {
        bool inside[states]{}; // reached in the middle of a run, and from nowhere else
        for (std::size_t s = 1; s < states; ++s) inside[way[s]] = true;
        for (std::size_t s = 1; s < states; ++s)
            for (std::size_t c = 0; c < a.class_count && way[s] == 0; ++c)
                inside[a.target(s, c)] = false;
        inside[1] = false;
        for (std::size_t s = 0; s < states; ++s) plan.run_at[s] = plan.loop_at[s] = plan.none;
        for (std::size_t s = 1; s < states; ++s) {
            if (!inside[s]) add_runs(s);
            add_loop(s);
        }
        return plan;
    }
};

/// The ranges of a loop as vectors compare with them.
constexpr scan_loop spread(byte_ranges const& ranges) noexcept {
    scan_loop loop;
    for (std::size_t r = 0; r < scan_loop::most; ++r) {
        auto const range =
            ranges.range[r < ranges.count ? r : 0]; // once more where there are fewer
        for (std::size_t i = 0; i < 16; ++i) {
            loop.move[r][i] = static_cast<std::uint8_t>(127 - range.last);
            loop.above[r][i] = static_cast<std::uint8_t>(126 - (range.last - range.first));
        }
    }
    return loop;
}

/// The plan of an automaton in tables of exactly its size.
template <auto const& Automaton>
consteval auto plan_scan() {
    using type = std::remove_cvref_t<decltype(Automaton)>;
    constexpr auto wide = scan_planner<type>{Automaton}.run();
    constexpr auto states = scan_planner<type>::states;
    scan_plan<states, wide.run_count, wide.loop_count> exact;
    for (std::size_t s = 0; s < states; ++s) {
        exact.run_at[s] = wide.run_at[s];
        exact.loop_at[s] = wide.loop_at[s];
    }
    for (std::size_t i = 0; i < wide.run_count; ++i) exact.runs[i] = wide.runs[i];
    for (std::size_t i = 0; i < wide.loop_count; ++i) exact.loops[i] = spread(wide.loops[i]);
    return exact;
}

/// The only way through an automaton: each of `Length` bytes in one range. No way is 0 long.
template <std::size_t Length>
struct scan_chain {
    static constexpr std::size_t length = Length;
    std::uint8_t first[Length == 0 ? 1 : Length]{};
    std::uint8_t span[Length == 0 ? 1 : Length]{};
};

template <auto const& Automaton>
consteval auto plan_chain() {
    using type = std::remove_cvref_t<decltype(Automaton)>;
    constexpr scan_planner<type> planner{Automaton};
    scan_chain<planner.chain_length()> chain;
    for (std::size_t i = 0, s = 1; i < chain.length; s = planner.way[s], ++i) {
        chain.first[i] = planner.over[s].first;
        chain.span[i] = static_cast<std::uint8_t>(planner.over[s].last - planner.over[s].first);
    }
    return chain;
}

#ifdef LAKEPROOF_SSE2

inline __m128i load_constant(std::uint8_t const* a) noexcept {
    return _mm_loadu_si128(reinterpret_cast<__m128i const*>(a));
}

inline __m128i load_aligned(std::uint8_t const (&a)[16]) noexcept {
    return _mm_load_si128(reinterpret_cast<__m128i const*>(a));
}

/// A bit for each of the 16 bytes at `p` that is in its range.
inline unsigned in_ranges(char const* p, std::uint8_t const* first,
                          std::uint8_t const* ranges) noexcept {
    auto const moved = _mm_sub_epi8(vector_bytes::load(p).bytes, load_constant(first));
    auto const span = load_constant(ranges);
    return static_cast<unsigned>(
        _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(moved, span), moved)));
}

/// Whether a run's bytes stand at `p`, where 16 bytes can be read.
inline bool follows(scan_run const& run, char const* p) noexcept {
    auto const wanted = (1u << run.length) - 1;
    return (in_ranges(p, run.first, run.span) & wanted) == wanted;
}

/// Whether a text, of at least 16 bytes, goes the only way.
template <std::size_t Length>
bool follows(scan_chain<Length> const& chain, std::string_view text) noexcept {
    if (text.size() != Length) return false;
    for (std::size_t at = 0; at + 16 < Length; at += 16)
        if (in_ranges(text.data() + at, chain.first + at, chain.span + at) != 0xffff) return false;
    constexpr auto last = Length - 16; // overlaps what has been seen
    return in_ranges(text.data() + last, chain.first + last, chain.span + last) == 0xffff;
}

/// A bit for each of the 16 bytes at `p` that stays in a loop.
inline unsigned stays(scan_loop const& loop, char const* p) noexcept {
    auto const bytes = vector_bytes::load(p).bytes;
    auto const in = [&](std::size_t r) {
        return _mm_cmpgt_epi8(_mm_add_epi8(bytes, load_aligned(loop.move[r])),
                              load_aligned(loop.above[r]));
    };
    // Written out: g++ 12 unrolls no loop at -O2.
    static_assert(scan_loop::most == 6);
    auto const any =
        _mm_or_si128(_mm_or_si128(_mm_or_si128(in(0), in(1)), _mm_or_si128(in(2), in(3))),
                     _mm_or_si128(in(4), in(5)));
    return static_cast<unsigned>(_mm_movemask_epi8(any));
}

/// The first byte from `p` on that leaves a loop, or `end`, which has at least 16 bytes before it.
inline char const* leave_loop(scan_loop const& loop, char const* p, char const* end) noexcept {
    for (; end - p >= 16; p += 16) {
        auto const in = stays(loop, p);
        if (in != 0xffff) return p + std::countr_one(in);
    }
    if (p == end) return p;
    auto const seen = 16 - (end - p); // the last 16 overlap what was seen
    return p + std::countr_one(stays(loop, end - 16) >> seen);
}

/// Runs an automaton over a text of at least 16 bytes, with vectors where its plan has them.
template <class Automaton, class Plan>
bool matches_by_vector(Automaton const& a, Plan const& plan, std::string_view text) noexcept {
    char const* const end = text.data() + text.size();
    std::size_t state = 1;
    for (char const* p = text.data(); p != end;) {
        if (plan.run_at[state] != plan.none && end - p >= 16) {
            scan_run const& run = plan.runs[plan.run_at[state]];
            if (!follows(run, p)) return false; // nothing else leads on
            p += run.length;
            state = run.target;
            continue;
        }
        auto const next = a.step(state, *p);
        if (next == 0) return false;
        ++p;
        if (next == state && plan.loop_at[state] != plan.none)
            p = leave_loop(plan.loops[plan.loop_at[state]], p, end);
        state = next;
    }
    return a.accepts[state];
}

#endif

} // namespace lakeproof::detail
