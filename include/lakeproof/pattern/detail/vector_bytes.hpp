// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/byte_set.hpp>
#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <utility>

#ifdef LAKEPROOF_NEON
#include <arm_neon.h>
#endif

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Bytes from `first` to `last`, both included.
struct byte_range {
    std::uint8_t first = 0;
    std::uint8_t last = 0;
};

/// A set of bytes, or all others, as ranges, which vectors compare with. More than 8 would be slower than a table.
struct byte_ranges {
    static constexpr std::size_t most = 8;

    byte_range range[most]{};
    std::size_t count = 0;
    bool others = false; ///< the set is what is in no range
    bool fits = true;

    constexpr explicit byte_ranges(byte_set const& set) noexcept
        : others{count_ranges(set, false) < count_ranges(set, true)} {
        for (auto first = set.next(0, !others); first < 256;) {
            auto const end = set.next(first, others);
            if (count == most) {
                fits = false;
                return;
            }
            range[count++] = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(end - 1)};
            first = set.next(end, !others);
        }
    }

private:
    static constexpr int count_ranges(byte_set const& set, bool in) noexcept {
        int n = 0;
        for (auto first = set.next(0, in); first < 256; first = set.next(set.next(first, !in), in)) ++n;
        return n;
    }
};

template <byte_set Set>
inline constexpr byte_ranges ranges_of{Set};

#ifdef LAKEPROOF_VECTORS

/// Sixteen bytes, or for each of sixteen bytes whether something is true of it: then its top bit.
///
/// The compiler's own vectors, so that one text serves SSE2 and NEON, but for what gathers the top bits.
struct vector_bytes {
    using bytes_type [[gnu::vector_size(16)]] = unsigned char;
    static constexpr std::size_t width = 16;
    bytes_type bytes;

    static vector_bytes load(char const* p) noexcept {
        vector_bytes v;
        std::memcpy(&v.bytes, p, width);
        return v;
    }

    /// The `n` bytes at `p`, from 1 to 15, and then zeros: nothing behind them is read.
    static vector_bytes load_some(char const* p, std::size_t n) noexcept {
        using words [[gnu::vector_size(16)]] = std::uint64_t;
        auto const at = [p](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(p[i])}; };
        std::uint64_t low, high = 0;
        if (n >= 8) {
            low = word<std::uint64_t>(p);
            high = word<std::uint64_t>(p + n - 8) >> 8 * (15 - n) >> 8;
        } else if (n >= 4) {
            low = word<std::uint32_t>(p) | std::uint64_t{word<std::uint32_t>(p + n - 4)} >> 8 * (8 - n) << 32;
        } else {
            low = at(0) | at(n / 2) << n / 2 * 8 | at(n - 1) << (n - 1) * 8;
        }
        return {reinterpret_cast<bytes_type>(words{low, high})};
    }

    friend vector_bytes operator|(vector_bytes a, vector_bytes b) noexcept { return {a.bytes | b.bytes}; }
    friend vector_bytes operator&(vector_bytes a, vector_bytes b) noexcept { return {a.bytes & b.bytes}; }
    friend vector_bytes operator^(vector_bytes a, vector_bytes b) noexcept { return {a.bytes ^ b.bytes}; }
    LAKEPROOF_ALWAYS_INLINE vector_bytes plus(vector_bytes other) const noexcept { return {bytes + other.bytes}; }
    /// Which bytes are more than those of another vector, as signed numbers.
    LAKEPROOF_ALWAYS_INLINE vector_bytes above(vector_bytes other) const noexcept {
        using signed_bytes [[gnu::vector_size(16)]] = signed char;
        return {reinterpret_cast<bytes_type>(reinterpret_cast<signed_bytes>(bytes) >
                                             reinterpret_cast<signed_bytes>(other.bytes))};
    }

    /// Which bytes are this one.
    LAKEPROOF_ALWAYS_INLINE vector_bytes equal(char c) const noexcept {
        return {reinterpret_cast<bytes_type>(bytes == static_cast<unsigned char>(c))};
    }
    /// Which bytes are in a range.
    LAKEPROOF_ALWAYS_INLINE vector_bytes in(byte_range range) const noexcept {
        using signed_bytes [[gnu::vector_size(16)]] = signed char;
        int const width_less_one = range.last - range.first;
        if (width_less_one == 0) return equal(static_cast<char>(range.first));
        if (width_less_one == 255) return {bytes | 0xff};
        // Moved so that the range ends at 127, the greatest signed byte, one comparison is enough.
        auto const moved = reinterpret_cast<signed_bytes>(bytes + static_cast<unsigned char>(127 - range.last));
        return {reinterpret_cast<bytes_type>(moved > static_cast<signed char>(126 - width_less_one))};
    }
    /// Which bytes are in a range of a set.
    template <byte_ranges Set>
    LAKEPROOF_ALWAYS_INLINE vector_bytes in_ranges() const noexcept {
        return in_any<Set>(std::make_index_sequence<Set.count>{});
    }

    LAKEPROOF_ALWAYS_INLINE bool any() const noexcept { return top_bits() != 0; }
    LAKEPROOF_ALWAYS_INLINE bool all() const noexcept { return top_bits() == all_bits; }
    /// The last byte of which it is true; -1 if there is none.
    LAKEPROOF_ALWAYS_INLINE int last() const noexcept {
        return (static_cast<int>(std::bit_width(top_bits())) + bits_each - 1) / bits_each - 1;
    }
    /// The first byte from `from` on of which it is `true` or not, counted from there; what is behind the last is both.
    template <bool True>
    LAKEPROOF_ALWAYS_INLINE std::size_t first(std::size_t from = 0) const noexcept {
#ifdef LAKEPROOF_SSE2
        auto const wanted = True ? top_bits() | 0x10000u : ~top_bits();
        return static_cast<std::size_t>(__builtin_ctz(wanted >> from)); // never of 0, which countr_zero asks for
#else
        auto const others = True ? ~top_bits() : top_bits();
        auto const half = bits_each * from / 2; // a shift by all 64 bits would be none
        return static_cast<std::size_t>(std::countr_one(others >> half >> half)) / bits_each;
#endif
    }

private:
#ifdef LAKEPROOF_SSE2
    static constexpr unsigned all_bits = 0xffff;
    static constexpr int bits_each = 1;
    LAKEPROOF_ALWAYS_INLINE unsigned top_bits() const noexcept {
        // What _mm_movemask_epi8 is, without the 5,000 lines of its header.
        using chars [[gnu::vector_size(16)]] = char;
        return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<chars>(bytes)));
    }
#else
    static constexpr std::uint64_t all_bits = ~std::uint64_t{0};
    static constexpr int bits_each = 4;
    LAKEPROOF_ALWAYS_INLINE std::uint64_t top_bits() const noexcept {
        auto const each = vreinterpretq_u16_s8(vshrq_n_s8(vreinterpretq_s8_u8(bytes), 7));
        return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(each, 4)), 0);
    }
#endif

    template <byte_ranges Set, std::size_t... I>
    LAKEPROOF_ALWAYS_INLINE vector_bytes in_any(std::index_sequence<I...>) const noexcept {
        // Not a loop: g++ 12 unrolls none at -O2.
        return (vector_bytes{} | ... | in(Set.range[I]));
    }

    template <class Word>
    static Word word(char const* p) noexcept {
        Word w;
        std::memcpy(&w, p, sizeof w);
        return w;
    }
};

/// Which of sixteen bytes are in a set, for what asks whether all are.
template <byte_ranges Set>
class bytes_in_set {
public:
    LAKEPROOF_ALWAYS_INLINE explicit bytes_in_set(vector_bytes bytes) noexcept
        : in_ranges_{bytes.in_ranges<Set>()} {}
    LAKEPROOF_ALWAYS_INLINE static bytes_in_set load(char const* p) noexcept {
        return bytes_in_set{vector_bytes::load(p)};
    }
    LAKEPROOF_ALWAYS_INLINE friend bytes_in_set operator&(bytes_in_set a, bytes_in_set b) noexcept {
        a.in_ranges_ = Set.others ? a.in_ranges_ | b.in_ranges_ : a.in_ranges_ & b.in_ranges_;
        return a;
    }
    LAKEPROOF_ALWAYS_INLINE bool all() const noexcept { return Set.others ? !in_ranges_.any() : in_ranges_.all(); }
    /// The first from `from` on that is not, counted from there, or what is behind the last.
    LAKEPROOF_ALWAYS_INLINE std::size_t first_other(std::size_t from = 0) const noexcept {
        return in_ranges_.first<Set.others>(from);
    }

private:
    vector_bytes in_ranges_; ///< or, of a set of others, which are not in it
};

/// The ranges of a set as vectors, for code that serves all sets.
struct vector_ranges {
    struct vector_range {
        alignas(vector_bytes::width) char offset[vector_bytes::width]; ///< moves the range's end to 127
        char below[vector_bytes::width];                               ///< what is just below its start then
    } range[byte_ranges::most]{};
    alignas(vector_bytes::width) char inside[vector_bytes::width]{}; ///< of a byte in the set, what the ranges say
    std::size_t count;

    constexpr explicit vector_ranges(byte_ranges const& set) noexcept : count{set.count} {
        for (auto& byte : inside) byte = static_cast<char>(set.others ? 0 : -1);
        for (std::size_t i = 0; i < count; ++i) {
            auto const [first, last] = set.range[i];
            for (auto& byte : range[i].offset) byte = static_cast<char>(127 - last);
            for (auto& byte : range[i].below) byte = static_cast<char>(126 - (last - first));
        }
    }

    /// Which of sixteen bytes are not in the set.
    LAKEPROOF_ALWAYS_INLINE vector_bytes outside(vector_bytes bytes) const noexcept {
        vector_bytes in{};
        for (auto const* r = range; r != range + count; ++r)
            in = in | bytes.plus(vector_bytes::load(r->offset)).above(vector_bytes::load(r->below));
        return in ^ vector_bytes::load(inside);
    }
};
template <byte_set Set>
inline constexpr vector_ranges vector_ranges_of{ranges_of<Set>};

/// Whether `n` bytes are in a set. One function for all sets, since a compiler takes long for one each.
LAKEPROOF_NOINLINE inline bool all_in_set_by_vector(vector_ranges const& set, char const* p, std::size_t n) noexcept {
    constexpr auto width = vector_bytes::width;
    if (n < width) return n == 0 || set.outside(vector_bytes::load_some(p, n)).first<true>() >= n;
    char const* const last = p + n - width;
    for (; p < last; p += width)
        if (set.outside(vector_bytes::load(p)).any()) return false;
    return !set.outside(vector_bytes::load(last)).any(); // overlaps what has been looked at
}

/// `size` is not 0.
template <byte_ranges Set>
LAKEPROOF_ALWAYS_INLINE std::size_t length_in_set_by_vector(char const* p, std::size_t size) noexcept {
    using in_set = bytes_in_set<Set>;
    constexpr auto width = vector_bytes::width;
    if (size < width) {
        auto const n = in_set{vector_bytes::load_some(p, size)}.first_other();
        return n < size ? n : size;
    }
    // The first by itself: most strings are short, and a loop would load all constants beforehand.
    if (auto const in = in_set::load(p); !in.all()) return in.first_other();
    auto const last = size - width;
    auto n = width;
    for (; n + width <= last; n += 2 * width) { // two at once, for one look at the result
        auto const in = in_set::load(p + n);
        auto const behind = in_set::load(p + n + width);
        if (!(in & behind).all()) return in.all() ? n + width + behind.first_other() : n + in.first_other();
    }
    for (; n <= last; n += width)
        if (auto const in = in_set::load(p + n); !in.all()) return n + in.first_other();
    return n + in_set::load(p + last).first_other(n - last); // overlaps what has been looked at
}

#endif

constexpr bool all_in_set_by_byte(byte_set const& set, std::string_view string) noexcept {
    for (char const c : string)
        if (!set.contains(static_cast<unsigned char>(c))) return false;
    return true;
}

/// Whether all bytes of a string are in a set.
template <byte_set Set>
constexpr bool all_in_set(std::string_view string) noexcept {
#ifdef LAKEPROOF_VECTORS
    if constexpr (ranges_of<Set>.fits)
        if (!std::is_constant_evaluated())
            return all_in_set_by_vector(vector_ranges_of<Set>, string.data(), string.size());
#endif
    return all_in_set_by_byte(Set, string);
}

/// How many bytes at the start of a text are in a set.
template <byte_set Set>
LAKEPROOF_ALWAYS_INLINE constexpr std::size_t length_in_set(std::string_view text) noexcept {
#ifdef LAKEPROOF_VECTORS
    if constexpr (ranges_of<Set>.fits)
        if (!std::is_constant_evaluated() && !text.empty())
            return length_in_set_by_vector<ranges_of<Set>>(text.data(), text.size());
#endif
    std::size_t n = 0;
    while (n != text.size() && Set.contains(static_cast<unsigned char>(text[n]))) ++n;
    return n;
}

} // namespace lakeproof::detail
