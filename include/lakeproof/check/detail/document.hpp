// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What was read at one place. Trivial, so that memory for many need not be cleared.
///
/// A document is one of these for everything that is there, in the order of the text, and nothing for what is absent:
/// its memory is linear in the text, however many members a shape has. What is in an object or list stands behind it.
struct value : value_kind {
    char const* data;   ///< of a string: a view of the input, of a model, or of scratch memory
    std::size_t size;   ///< of a string in bytes, of a list in elements; a number or boolean itself
    std::size_t length; ///< of a string, in Unicode scalar values; of an object or list, how many values are in it

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {data, size}; }
    [[nodiscard]] constexpr std::int64_t number() const noexcept {
        return static_cast<std::int64_t>(size);
    }

    /// Of an object or list: its first member or element, and behind the last.
    [[nodiscard]] constexpr value const* begin() const noexcept { return this + 1; }
    [[nodiscard]] constexpr value const* end() const noexcept { return this + 1 + length; }
    /// The member or element after it.
    [[nodiscard]] constexpr value const* next() const noexcept { return holds_values ? end() : this + 1; }
};

/// A document that has been read, of any shape: what rules look at and models are built from.
class document {
    static_assert(std::is_trivial_v<value>);

public:
    constexpr document(node const* nodes, value* first, std::size_t count) noexcept
        : nodes_{nodes}, values_{first}, next_{first}, end_{first + count} {}
    document(document const&) = delete;
    document& operator=(document const&) = delete;
    constexpr ~document() { delete[] heap_; }

    [[nodiscard]] constexpr node const* nodes() const noexcept { return nodes_; }
    /// The document itself, or null where nothing was read.
    [[nodiscard]] constexpr value const* root() const noexcept { return next_ != values_ ? values_ : nullptr; }

    /// Makes an empty value of a node, of the right type, behind what is there. Others move with the next.
    LAKEPROOF_ALWAYS_INLINE constexpr value& append(node const& n) {
        if (next_ == end_) grow();
        value& v = *next_++;
        static_cast<value_kind&>(v) = n.valid;
        v.data = nullptr;
        v.size = v.length = 0;
        return v;
    }
    /// The same for a valid string of ASCII characters.
    LAKEPROOF_ALWAYS_INLINE constexpr void append_string(node const& n, std::string_view string,
                                                         std::uint16_t index) {
        if (next_ == end_) grow();
        value& v = *next_++;
        static_cast<value_kind&>(v) = n.valid;
        v.index = index;
        v.data = string.data();
        v.size = v.length = string.size();
    }

    /// How many values there are: the index of the next.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(next_ - values_); }
    [[nodiscard]] constexpr value& operator[](std::size_t index) noexcept { return values_[index]; }
    /// All values behind an object or list are in it.
    constexpr void close(value& v) const noexcept { v.length = static_cast<std::size_t>(next_ - v.begin()); }

    /// Forgets everything.
    constexpr void clear() noexcept { next_ = values_; }

private:
    LAKEPROOF_NOINLINE constexpr void grow() {
        auto const count = size();
        auto* const larger = new value[2 * count + 64];
        for (std::size_t i = 0; i < count; ++i) larger[i] = values_[i];
        delete[] heap_;
        values_ = heap_ = larger;
        next_ = values_ + count;
        end_ = values_ + 2 * count + 64;
    }

    node const* nodes_;
    value* values_;
    value* next_;
    value* end_;
    value* heap_ = nullptr; ///< where they are, if not in the memory of the caller
};

/// A member of an object, or null.
constexpr value const* find(value const& object, std::uint16_t at) noexcept {
    for (value const *v = object.begin(), *end = object.end(); v != end; v = v->next())
        if (v->at == at) return v;
    return nullptr;
}

/// How many values a document of a shape has at most, apart from the elements of lists without a bound.
template <std::size_t N>
consteval std::size_t bounded_values(std::array<node, N> const& nodes) noexcept {
    std::size_t count = N;
    for (auto const& n : nodes)
        if (n.what == node::kind::list && n.lists == 0 && n.most <= 1024)
            count += static_cast<std::size_t>(n.most);
    return count;
}

/// A document of a shape with memory for what is bounded; none of it is initialised.
template <class Shape>
class document_of : public document {
public:
    constexpr document_of() noexcept
        : document{nodes_of<Shape>.data(), values_, std::size(values_)} {}

private:
    value values_[bounded_values(nodes_of<Shape>)];
};

} // namespace lakeproof::detail
