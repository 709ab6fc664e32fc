// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/check/detail/document_checker.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Whether a shape holds texts or lists without a bound, for which memory must come from the heap.
template <class Shape>
inline constexpr bool unbounded = [] {
    for (auto const& n : nodes_of<Shape>)
        if (n.what == node::kind::plain_text ||
            (n.what == node::kind::list && n.list->max_size == 0))
            return true;
    return false;
}();

/// How many elements the bounded lists of a shape can hold; at least 1, so that arrays can be made.
template <class Shape>
inline constexpr std::size_t bounded_elements = [] {
    std::size_t size = 1;
    for (auto const& n : nodes_of<Shape>)
        if (n.what == node::kind::list) size += n.list->max_size;
    return size;
}();

/// How many bytes the texts of a shape need when all of them come in parts.
template <class Shape>
inline constexpr std::size_t bounded_text = [] {
    std::size_t bytes = 1;
    auto const& nodes = nodes_of<Shape>;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].what != node::kind::constrained_text) continue;
        // A list keeps what is within its bound, and the element that passes it.
        auto const* const list = nodes[nodes[i].parent].list;
        std::size_t const within = list == nullptr             ? 0
                                   : list->max_characters != 0 ? 1
                                                               : list->max_size;
        bytes += kept_bytes(nodes.data(), i) * (within + 1);
    }
    return bytes;
}();

/// How deeply the objects and lists of a shape nest.
template <class Shape>
inline constexpr std::size_t depth_of = [] {
    std::size_t deepest = 0;
    auto const& nodes = nodes_of<Shape>;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::size_t depth = 1;
        for (std::size_t n = i; n != 0; n = nodes[n].parent) ++depth;
        if (depth > deepest) deepest = depth;
    }
    return deepest;
}();

/// How many lists an element of a shape is in, at most.
template <class Shape>
inline constexpr std::size_t lists_of = [] {
    std::size_t most = 0;
    for (auto const& n : nodes_of<Shape>)
        if (n.lists > most) most = n.lists;
    return most;
}();

/// Heap memory for what has no bound, which most documents have nothing of. Freed with this object.
class overflow_memory {
public:
    overflow_memory() = default;
    overflow_memory(overflow_memory const&) = delete;
    overflow_memory& operator=(overflow_memory const&) = delete;
    constexpr ~overflow_memory() {
        while (last_ != nullptr) ::operator delete(std::exchange(last_, last_->before));
    }

    static cell* more_elements(void* self, std::size_t count) {
        return static_cast<overflow_memory*>(self)->take<cell>(count);
    }
    static char* more_text(void* self, std::size_t bytes) {
        return static_cast<overflow_memory*>(self)->take<char>(bytes);
    }

    /// A text that is wanted in one piece though it comes in parts.
    void begin_text() noexcept { text_size_ = text_capacity_ = 0; }
    void add_to_text(std::string_view part) {
        if (part.size() > text_capacity_ - text_size_) {
            text_capacity_ = 2 * (text_size_ + part.size());
            char* const more = take<char>(text_capacity_);
            if (text_size_ != 0) text().copy(more, text_size_);
            text_ = more;
        }
        text_size_ += part.copy(text_ + text_size_, part.size());
    }
    std::string_view text() const noexcept {
        return text_size_ == 0 ? std::string_view{} : std::string_view{text_, text_size_};
    }

private:
    // A list of chunks of its own: every program that reads a shape compiles this, and vectors of
    // vectors take several times as long.
    struct alignas(cell) chunk {
        chunk* before;
    };

    template <class T>
    T* take(std::size_t count) {
        static_assert(std::is_trivial_v<T> && alignof(T) <= alignof(chunk));
        auto* const room = static_cast<chunk*>(::operator new(sizeof(chunk) + count * sizeof(T)));
        last_ = ::new (room) chunk{last_};
        auto* const taken = reinterpret_cast<T*>(room + 1);
        for (std::size_t i = 0; i < count; ++i) ::new (taken + i) T;
        return taken;
    }

    chunk* last_ = nullptr;
    // Of the text in parts that is the last; without values until one begins.
    char* text_;
    std::size_t text_size_;
    std::size_t text_capacity_;
};

/// The memory in which a document of a shape is checked; no byte of it is initialised.
template <class Shape>
struct document_memory {
    static_assert(depth_of<Shape> <= document_checker::max_depth,
                  "a shape nests at most 16 values deep");
    static_assert(lists_of<Shape> <= location::max_lists, "lists nest at most 4 deep");

    cell block[nodes_of<Shape>.size()];
    cell elements[bounded_elements<Shape>];
    char text[bounded_text<Shape>];

    constexpr cell_memory get() noexcept {
        return {block, elements, elements + bounded_elements<Shape>, text, bounded_text<Shape>};
    }
    /// With more of it on the heap where the shape has no bound.
    cell_memory get(overflow_memory& more) noexcept {
        auto memory = get();
        memory.more_elements = overflow_memory::more_elements;
        memory.more_text = overflow_memory::more_text;
        memory.context = &more;
        return memory;
    }
};

} // namespace lakeproof::detail
