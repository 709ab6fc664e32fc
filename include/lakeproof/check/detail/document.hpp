// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/arena.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// What was read at one place. Trivial, so that memory for many need not be cleared; 64 bytes where pointers have 8, so
/// that a slot is found by a shift.
struct alignas(16) value : value_kind {
    std::uint32_t position; ///< in its object, from 1, of a string, number or boolean that is in no list
    value* next;            ///< of what is in a list: the member or element after it
    value* first;           ///< of a list, or of an object in one: its first element or member
    char const* data;   ///< of a string: a view of the input, of a model, or of scratch memory
    std::size_t size;   ///< of a string in bytes, of a list in elements; a number or boolean itself
    std::size_t length; ///< of a string, in Unicode scalar values

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {data, size}; }
    [[nodiscard]] constexpr std::int64_t number() const noexcept {
        return static_cast<std::int64_t>(size);
    }
};

/// A document that has been read, of any shape: what rules look at and models are built from.
///
/// Places outside of lists have a slot each, whether anything is there or not. What is in lists is made as it is read,
/// with nothing for what is absent, so that its memory is linear in the text, however many members a shape has.
class document {
public:
    /// No slot has a value yet.
    constexpr document(node const* nodes, value* slots, std::size_t slot_count, value* values,
                       std::size_t count) noexcept
        : nodes_{nodes}, slots_{slots}, slot_count_{slot_count}, values_{values, count} {}

    [[nodiscard]] constexpr node const* nodes() const noexcept { return nodes_; }
    /// The document itself, or null where nothing was read.
    [[nodiscard]] constexpr value const* root() const noexcept { return slots_->present ? slots_ : nullptr; }

    /// Slots by node, of those outside of lists.
    [[nodiscard]] constexpr value* slots() const noexcept { return slots_; }
    /// The slot of a node, which is filled now: its kind is that of a valid value, and nothing else is set.
    LAKEPROOF_ALWAYS_INLINE constexpr value& take_slot(node const& n) const noexcept {
        value& v = slots_[n.self];
        static_cast<value_kind&>(v) = n.valid;
        return v;
    }
    /// The same of a node in a list, whose value is new: `*tail` becomes it, and `tail` its `next`.
    LAKEPROOF_ALWAYS_INLINE constexpr value& append(node const& n, value**& tail) {
        value* const v = values_.take_one();
        static_cast<value_kind&>(*v) = n.valid;
        v->next = nullptr;
        *tail = v;
        tail = &v->next;
        return *v;
    }

    /// Forgets everything.
    constexpr void clear() noexcept {
        values_.clear();
        for (std::size_t i = 0; i < slot_count_; ++i) slots_[i].present = false;
    }

private:
    node const* nodes_;
    value* slots_;
    std::size_t slot_count_;
    arena<value> values_;
};

/// The value of a node that is a member of an object's node, or null. (The object knows its node as well, but not as
/// a constant, which it is for rules.)
constexpr value const* find(node const* nodes, value const& object, std::uint16_t of, std::uint16_t at) noexcept {
    if (nodes[at].lists == 0) {
        value const* const v = &object + (at - of); // slots
        return v->present ? v : nullptr;
    }
    value const* v = object.first;
    while (v != nullptr && v->at != at) v = v->next;
    return v;
}

/// One more than the last node outside of lists.
template <std::size_t N>
consteval std::size_t slots_of(std::array<node, N> const& nodes) noexcept {
    std::size_t slots = N;
    while (nodes[slots - 1].lists != 0) --slots;
    return slots;
}

/// How many values a document of a shape has in lists at most, apart from lists without a bound.
template <std::size_t N>
consteval std::size_t bounded_elements(std::array<node, N> const& nodes) noexcept {
    std::size_t count = 1;
    for (auto const& n : nodes)
        if (n.what == node::kind::list && n.lists == 0 && n.most <= 1024)
            count += static_cast<std::size_t>(n.most);
    return count;
}

/// A document of a shape with memory for what is bounded; none of it is initialised.
template <class Shape>
class document_of : public document {
    static constexpr auto const& nodes = nodes_of<Shape>;
    static constexpr std::size_t slot_count = slots_of(nodes);

public:
    constexpr document_of() noexcept
        : document{nodes.data(), values_, slot_count, values_ + slot_count, std::size(values_) - slot_count} {
        if constexpr (slot_count <= 64)
            [this]<std::size_t... I>(std::index_sequence<I...>) {
                ((values_[I].present = false), ...);
            }(std::make_index_sequence<slot_count>{}); // not a loop: g++ 12 unrolls none at -O2
        else
            clear();
    }

private:
    value values_[slot_count + bounded_elements(nodes)];
};

} // namespace lakeproof::detail
