// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/arena.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What was read at one place. Trivial, so that memory for many need not be cleared.
///
/// The document is a tree of these with one for everything that is there and nothing for what is absent, so that
/// memory is linear in the text, however many members a shape has.
struct value : value_kind {
    value* next;        ///< the member or element after it in the document
    value* first;       ///< of an object or list, its first member or element
    char const* data;   ///< of a string: a view of the input, of a model, or of scratch memory
    std::size_t size;   ///< of a string in bytes, of a list in elements; a number or boolean itself
    std::size_t length; ///< of a string, in Unicode scalar values

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {data, size}; }
    [[nodiscard]] constexpr std::int64_t number() const noexcept {
        return static_cast<std::int64_t>(size);
    }
};

/// A document that has been read, of any shape: what rules look at and models are built from.
class document {
public:
    constexpr document(node const* nodes, value* values, std::size_t count) noexcept
        : nodes_{nodes}, values_{values, count} {}

    [[nodiscard]] constexpr node const* nodes() const noexcept { return nodes_; }
    /// The document itself, or null where it is no value of the shape.
    [[nodiscard]] constexpr value const* root() const noexcept { return root_; }

    /// Where the document itself goes, as a first value goes to its object's or list's `first`.
    [[nodiscard]] constexpr value** root_slot() noexcept { return &root_; }

    /// Makes an empty value of a node, of the right type, at the end of a list of values: `tail` is the last one's
    /// `next`, and then the new one's.
    constexpr value& append(node const& n, value**& tail) {
        value& v = append_object(n, tail);
        v.data = nullptr;
        v.length = 0;
        return v;
    }
    /// The same for an object or list, which has no string,
    LAKEPROOF_ALWAYS_INLINE constexpr value& append_object(node const& n, value**& tail) {
        value& v = link(n, tail);
        v.first = nullptr;
        v.size = 0;
        return v;
    }
    /// and for a valid string of ASCII characters, which has nothing in it.
    LAKEPROOF_ALWAYS_INLINE constexpr void append_string(node const& n, value**& tail, std::string_view string,
                                                         std::uint16_t index) {
        value& v = link(n, tail);
        v.index = index;
        v.data = string.data();
        v.size = v.length = string.size();
    }

    /// Forgets everything.
    constexpr void clear() noexcept { root_ = nullptr; }

private:
    LAKEPROOF_ALWAYS_INLINE constexpr value& link(node const& n, value**& tail) {
        value* const v = values_.take_one();
        static_cast<value_kind&>(*v) = n.valid;
        v->next = nullptr;
        *tail = v;
        tail = &v->next;
        return *v;
    }

    node const* nodes_;
    value* root_ = nullptr;
    arena<value> values_;
};

/// A member of an object, or null.
constexpr value const* find(value const* object, std::uint16_t at) noexcept {
    value const* v = object->first;
    while (v != nullptr && v->at != at) v = v->next;
    return v;
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
