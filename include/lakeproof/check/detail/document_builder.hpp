// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/detail/structure.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Builds a document of any shape from events, and checks its structure and strings on the way.
///
/// **The events**, in the order of the text; whatever produces them can be checked:
///
/// | event | for |
/// |---|---|
/// | `begin_object()`, then for each member `key(name)` and its value, `end_object()` | an object |
/// | `begin_array()`, the elements, `end_array()` | an array |
/// | `string(view)` | a string, decoded; the view stays valid as long as the document |
/// | `integer(value)` | a number without fraction and exponent that fits 64 signed bits |
/// | `big_integer(digits)` | one that does not fit |
/// | `number()` | any other number |
/// | `boolean(value)`, `null()` | these |
/// | `other(found)` | what is no value at all, as a message calls it |
///
/// A producer may ask `skipping()`: then nothing is looked at until the value that comes now has ended; or
/// `expects_string()`: if not, a string that comes now need not be decoded. Recursion and memory are the producer's; the
/// builder has a frame for each level that the shape has, and one value for each thing that it keeps.
class document_builder {
public:
    document_builder(document_builder const&) = delete;
    document_builder& operator=(document_builder const&) = delete;

    constexpr document_builder(document& d, rule_sink& sink) noexcept : document_builder{d, sink, *d.nodes()} {}
    /// Reads a part of a document: `part` is the document's node, but for the members that it requires, and those
    /// that it leaves to another part.
    constexpr document_builder(document& d, rule_sink& sink, node const& part) noexcept
        : document_{d}, nodes_{d.nodes()}, target_{&part}, structure_{nodes_, sink} {
        top_->open(*nodes_, &no_node); // what surrounds the document
    }

    LAKEPROOF_ALWAYS_INLINE constexpr void begin_object() {
        enter(node::kind::object, "an object");
    }
    constexpr void end_object() {
        if (skip_ != 0) [[unlikely]]
            return end_skipped();
        frame const& f = *top_;
        auto const given = f.seen & ~f.absent;
        if (auto const missing = f.self->required_members & ~given; missing != 0) [[unlikely]]
            report_missing(missing);
        if (f.self->one_of && !f.self->open && std::popcount(given) != 1)
            structure_.union_members(place_of(*f.self), given == 0);
        pop();
    }

    constexpr void begin_array() {
        if (!enter(node::kind::list, "an array")) return;
        top_->characters = 0;
        target_ = top_->next;
    }
    constexpr void end_array() {
        if (skip_ != 0) [[unlikely]]
            return end_skipped();
        frame const& f = *top_;
        if (f.list->size < static_cast<std::uint64_t>(f.self->least) && f.self->least > 0 &&
            f.next->what != node::kind::none)
            structure_.list_size(place_of(*f.self), false);
        pop();
    }

    /// `cut` if this is the start of a name that is longer than any modelled one.
    LAKEPROOF_ALWAYS_INLINE constexpr void key(std::string_view name, bool cut = false) {
        frame& f = *top_;
        ++f.position;
        node const& likeliest = *f.next; // the next member of the table
        // An empty one is that of no member: `likeliest` may be a document, or stand for no node.
        if (cut || name != likeliest.name || name.empty()) return find_member(name, cut);
        take_member(f, likeliest);
    }

    LAKEPROOF_ALWAYS_INLINE constexpr void string(std::string_view whole) {
        auto const start = find_string(whole);
        if (!start.valid() || start.length != whole.size()) return unusual_string(whole);
        valid_string(whole, start.index);
    }

    // --- shortcuts for a reader that has the text

    /// Takes the likeliest member if a text starts with its name, a quote and a colon; how many bytes that are, or 0.
    LAKEPROOF_ALWAYS_INLINE std::size_t likeliest_key(std::string_view text) {
        frame& f = *top_;
        node const& n = *f.next;
        auto const size = static_cast<std::size_t>(n.key.size); // more than any text has if there are no words
        if (text.size() < size || !n.key.match({text.data(), size})) return 0;
        ++f.position;
        take_member(f, n);
        return size;
    }
    /// Looks for a string of the expected type at the start of a text.
    [[nodiscard]] LAKEPROOF_ALWAYS_INLINE constexpr string_start find_string(std::string_view text) const noexcept {
        return target_->find_string(text);
    }
    /// A string that its type accepts.
    LAKEPROOF_ALWAYS_INLINE constexpr void valid_string(std::string_view whole, std::uint32_t index) {
        node const& n = *target_;
        // `lists` first: `make` tests it as well, so that most strings need one test.
        if (n.lists != 0 && n.element && !next_element(*top_, whole.size())) return;
        value& v = make(n);
        v.index = static_cast<std::uint16_t>(index);
        v.data = whole.data();
        v.size = v.length = whole.size();
    }

    /// A string that its type does not accept at first sight, or one where none is expected.
    /// `ascii`: it is known to be so.
    LAKEPROOF_NOINLINE constexpr void unusual_string(std::string_view whole, bool ascii = false) {
        node const& n = *target_;
        if (!expects_string()) return other("a string");
        bool const plain = n.what == node::kind::plain_string;
        auto const s = plain ? string_status{count_scalar_values(whole), true, true} : n.string->check(whole, ascii);
        if (n.element && !next_element(*top_, s.length)) return;
        // A response may have values that are newer than the closed set: absent, as no model could hold one.
        if (n.lenient && n.what == node::kind::string && n.string->closed_set && !s.ok()) {
            top_->absent |= n.bit;
            return;
        }
        value& v = make(n);
        v.data = whole.data();
        v.size = whole.size();
        v.length = s.length;
        v.length_ok = s.length_ok;
        v.pattern_ok = s.pattern_ok;
        if (!plain && s.ok()) v.index = n.string->index(whole);
        if (!s.ok()) structure_.string(*n.string, place_of(n), whole, s);
    }

    constexpr void integer(std::int64_t number) {
        node const& n = *target_;
        if (!expects_integer()) return other("a number");
        if (n.element && !next_element(*top_)) return;
        make(n).size = static_cast<std::size_t>(number);
        if (number >= n.least && number <= n.most) return;
        structure_.number_range(place_of(n), number);
    }
    constexpr void big_integer(std::string_view digits) {
        node const& n = *target_;
        if (!expects_integer()) return other("a number");
        if (n.element && !next_element(*top_)) return;
        make_wrong(n);
        structure_.number_range(place_of(n), digits, !digits.starts_with('-'));
    }
    constexpr void number() {
        other(expects_integer() ? "a number with a fraction or an exponent" : "a number");
    }
    constexpr void boolean(bool b) {
        node const& n = *target_;
        if (n.what != node::kind::boolean) return other("a boolean");
        if (n.element && !next_element(*top_)) return;
        make(n).size = b;
    }
    constexpr void null() {
        // A member that is null is absent; an element or a document can't be.
        if (target_->element || target_->self == 0) return other("null");
        top_->absent |= target_->bit;
    }

    /// A value of another type than its place has, if it has a place.
    LAKEPROOF_NOINLINE constexpr void other(std::string_view found) {
        node const& n = *target_;
        if (skipping() || (n.element && !next_element(*top_))) return;
        make_wrong(n);
        structure_.wrong_type(place_of(n), found);
    }

    /// Whether the value that comes now is not looked at.
    [[nodiscard]] constexpr bool skipping() const noexcept {
        return target_->what == node::kind::none;
    }
    /// Whether the value that comes now should be a string.
    [[nodiscard]] constexpr bool expects_string() const noexcept {
        return target_->what == node::kind::string || target_->what == node::kind::plain_string;
    }
    /// Whether it should be an integer.
    [[nodiscard]] constexpr bool expects_integer() const noexcept { return target_->what == node::kind::integer; }
    /// Whether the object or array that is open now is not looked at.
    [[nodiscard]] constexpr bool in_skipped() const noexcept { return skip_ != 0; }

private:
    /// An object or array that is open: what of it has been seen.
    struct frame {
        node const* self;
        value* list;            ///< of a list, its value
        value** tail;           ///< of a list or an object in one, where the next value in it goes
        node const* next;       ///< an object's likeliest next member; what a list's next value is, or `no_node`
        std::uint64_t seen;     ///< an object's members
        std::uint64_t absent;   ///< … and those of them that are as good as absent
        std::size_t characters; ///< of all strings of a list
        std::uint32_t position; ///< members or elements so far

        constexpr void open(node const& n, node const* first) noexcept {
            self = &n;
            next = first;
            seen = n.elsewhere;
            absent = 0;
            position = 0;
        }
    };

    /// Enters a value of the node that comes now; false if that has another kind, and the value is skipped.
    LAKEPROOF_ALWAYS_INLINE constexpr bool enter(node::kind what, std::string_view found) {
        node const& n = *target_;
        if (n.what != what) [[unlikely]]
            return skip(found);
        if (n.lists != 0 && n.element && !next_element(*top_)) return skip(found);
        value& v = n.lists == 0 ? document_.take_slot(n) : make_in_list(n);
        (++top_)->open(n, n.first);
        if (what == node::kind::list) {
            v.size = 0;
            v.first = nullptr;
            top_->list = &v;
            top_->tail = &v.first;
        } else if (n.lists != 0) {
            v.first = nullptr;
            top_->tail = &v.first;
        }
        return true;
    }
    constexpr void pop() noexcept {
        --top_;
        target_ = top_->next;
    }

    /// Enters an object or array that is no value of its place: nothing in it is looked at.
    LAKEPROOF_NOINLINE constexpr bool skip(std::string_view found) {
        if (skip_++ == 0) {
            other(found);
            (++top_)->open(no_node, &no_node);
            target_ = &no_node;
        }
        return false;
    }
    constexpr void end_skipped() noexcept {
        if (--skip_ == 0) pop();
    }

    /// Makes the value of a node, without anything in it.
    LAKEPROOF_ALWAYS_INLINE constexpr value& make(node const& n) {
        if (n.lists != 0) return make_in_list(n);
        value& v = document_.take_slot(n);
        v.position = top_->position;
        return v;
    }
    LAKEPROOF_ALWAYS_INLINE constexpr value& make_in_list(node const& n) {
        if (n.element) ++top_->list->size;
        return document_.append(n, top_->tail);
    }
    constexpr void make_wrong(node const& n) {
        value& v = make(n);
        v.right_type = false;
        v.length = 0;
    }
    /// Goes on to a list's next element, unless that would be one too many, or too many characters.
    LAKEPROOF_ALWAYS_INLINE constexpr bool next_element(frame& f, std::size_t characters = 0) {
        if (f.position == static_cast<std::uint64_t>(f.self->most)) return close(f, false);
        ++f.position;
        f.characters += characters;
        return f.characters <= f.self->most_characters || close(f, true);
    }
    /// A list passes a bound: the element that does so and all after it are not looked at.
    LAKEPROOF_NOINLINE constexpr bool close(frame& f, bool characters) {
        if (characters)
            structure_.list_characters(place_of(*f.self));
        else
            structure_.list_size(place_of(*f.self), true);
        f.next = target_ = &no_node;
        return false;
    }

    LAKEPROOF_NOINLINE constexpr void find_member(std::string_view name, bool cut) {
        if (skip_ != 0) return;
        frame& f = *top_;
        for (std::size_t i = 0; i < f.self->count && !cut; ++i) {
            node const& n = f.self->first[i];
            if (n.name == name) return take_member(f, n);
        }
        target_ = &no_node;
        if (!f.self->open) structure_.unknown(place_of(*f.self), name, cut, f.position - 1);
    }
    LAKEPROOF_ALWAYS_INLINE constexpr void take_member(frame& f, node const& n) {
        target_ = &n;
        f.next = n.next;
        if ((f.seen & n.bit) != 0) [[unlikely]]
            return skip_duplicate(n);
        f.seen |= n.bit;
    }
    LAKEPROOF_NOINLINE constexpr void skip_duplicate(node const& n) {
        target_ = &no_node;
        structure_.duplicate(place_of(n), top_->position - 1);
    }

    LAKEPROOF_NOINLINE constexpr void report_missing(std::uint64_t missing) {
        node const& object = *top_->self;
        for (std::uint16_t i = 0; i < object.count; ++i)
            if ((missing >> i & 1) != 0) structure_.missing(place_of(object.first[i]));
    }

    /// The place of a node in what is open now.
    constexpr place place_of(node const& n) const noexcept {
        place where{n.self, {}};
        std::size_t lists = 0;
        if (n.lists == 0) return where;
        for (frame const* f = open_ + 1; lists < n.lists; ++f)
            if (f->self->what == node::kind::list) where.index[lists++] = f->position - 1;
        return where;
    }

    document& document_;
    node const* nodes_;
    node const* target_;   ///< of the value that comes now, or `no_node` if that is not looked at
    std::size_t skip_ = 0; ///< how many objects and arrays deep in a value that is skipped
    structure_reporter structure_;
    frame open_[max_shape_depth + 2]; ///< from what surrounds the document to what is skipped
    frame* top_ = open_;
};

} // namespace lakeproof::detail
