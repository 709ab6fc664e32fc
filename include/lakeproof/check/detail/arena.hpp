// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Memory for many trivial objects, given back all at once: an array of the caller's first, then the heap.
///
/// Each heap block is twice as long as the last, so that what is taken costs linear time.
template <class T>
class arena {
    static_assert(std::is_trivial_v<T>);

public:
    constexpr arena(T* first, std::size_t count) noexcept
        : first_{first}, count_{count}, next_{first}, end_{first + count} {}
    arena(arena const&) = delete;
    arena& operator=(arena const&) = delete;
    constexpr ~arena() { free_blocks(); }

    /// Takes back everything.
    constexpr void clear() noexcept {
        free_blocks();
        next_ = first_;
        end_ = first_ + count_;
    }

    /// An object, without a value.
    LAKEPROOF_ALWAYS_INLINE constexpr T* take_one() {
        if (next_ == end_) grow(1);
        return next_++;
    }
    /// Objects side by side, without values.
    constexpr T* take(std::size_t count) {
        if (left() < count) grow(count);
        T* const taken = next_;
        next_ += count;
        return taken;
    }

    /// What is taken next, and how many there are without another block.
    [[nodiscard]] constexpr T* next() const noexcept { return next_; }
    [[nodiscard]] constexpr std::size_t left() const noexcept {
        return static_cast<std::size_t>(end_ - next_);
    }

    /// Starts a block that holds at least `count`.
    LAKEPROOF_NOINLINE constexpr void grow(std::size_t count) {
        if (block_size_ < count) block_size_ = count;
        blocks_ = new block{blocks_, new T[block_size_]};
        next_ = blocks_->items;
        end_ = next_ + block_size_;
        block_size_ *= 2;
    }

private:
    struct block {
        block* before;
        T* items;
    };

    constexpr void free_blocks() noexcept {
        while (blocks_ != nullptr) {
            block* const last = blocks_;
            blocks_ = last->before;
            delete[] last->items;
            delete last;
        }
    }

    T* first_;
    std::size_t count_;
    T* next_;
    T* end_;
    block* blocks_ = nullptr;
    std::size_t block_size_ = 256;
};

} // namespace lakeproof::detail
