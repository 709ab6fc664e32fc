// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/cell.hpp>
#include <lakeproof/check/detail/cell_memory.hpp>
#include <lakeproof/check/detail/document_reporter.hpp>
#include <lakeproof/check/detail/open_value.hpp>
#include <lakeproof/check/detail/text_parts.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Checks a document of any modelled shape while it is read, whoever reads it.
///
/// JSON text, a DOM and a model in memory all arrive as the same events, so there is one place that
/// knows what a document may hold. Values that no member table knows are skipped unread.
class document_checker {
public:
    static constexpr std::size_t max_depth = 16;

    constexpr document_checker(node const* nodes, cell_memory& memory, options const& o,
                               report& out, bool strict) noexcept
        : nodes_{nodes}, target_{nodes}, memory_{memory}, say_{o, out, strict}, observed_{
                                                                                    o.house_rules !=
                                                                                    nullptr} {
        top_->open_object(*nodes, no_node); // what surrounds the document
        top_->block = memory.block;
    }

    // --- what a document holds, in its order

    constexpr void begin_object() {
        node const& n = *target_;
        if (n.what != node::kind::object) return skip("an object");
        if (n.element) return begin_element();
        push(n, top_->block).open_object(n, nodes_[n.first]);
    }

    constexpr void end_object() {
        if (skip_ != 0) return end_skipped();
        open_value const& f = *top_;
        if (auto const missing = f.self->required_members & ~(f.present | f.excused); missing != 0)
            report_missing(missing);
        f.block[f.self->place].present = f.present;
        pop();
    }

    constexpr void begin_array() {
        node const& n = *target_;
        if (n.what != node::kind::list) return skip("an array");
        node const& element = nodes_[n.first];
        push(n, top_->block).open_list(n, element);
        target_ = &element;
    }

    constexpr void end_array() {
        if (skip_ != 0) return end_skipped();
        open_value const& f = *top_;
        f.block[f.self->place].size = f.position;
        pop();
    }

    /// A member's name; `cut` if it is the start of one that is longer than any modelled name.
    LAKEPROOF_ALWAYS_INLINE constexpr void key(std::string_view name, bool cut = false) {
        open_value& f = *top_;
        ++f.position;
        node const& likeliest = *f.hint; // the next member of the table
        if (cut || !likeliest.words.match(name)) return find_member(name, cut);
        take_member(f, likeliest);
    }

    /// The member at a node comes next.
    constexpr void member(std::uint16_t at) {
        ++top_->position;
        take_member(*top_, nodes_[at]);
    }

    /// A text in one piece, which stays where it is until the document is finished.
    ///
    /// It is taken before it is judged, since there is hardly ever anything to say against it. A
    /// text that is skipped is taken too: by a cell that has no use for it.
    LAKEPROOF_ALWAYS_INLINE constexpr void text(std::string_view whole) {
        node const& n = *target_;
        if (n.element) return element(n, whole);
        open_value& f = *top_;
        cell& slot = f.block[n.place];
        f.present |= n.bit;
        put(slot, whole);
        if (observed_ || n.clean(whole) == 0) judge(n, slot);
    }

    /// Whether the next value is a text that is wanted in one piece, even if it comes in parts.
    [[nodiscard]] constexpr bool wants_whole_text() const noexcept {
        return !skipping() &&
               (target_->what == node::kind::plain_text || say_.observes(nodes_, target_->self));
    }

    /// A text that comes in parts, which are gone after each call: begin, any parts, end.
    constexpr void begin_text() {
        node const& n = arrive();
        parts_.skip();
        if (n.what == node::kind::constrained_text)
            parts_.begin(n, kept_bytes(nodes_, n.self), memory_);
        else if (!nowhere(n))
            wrong_type(n, "a string");
    }
    constexpr void text_part(std::string_view part) noexcept {
        if (!nowhere(parts_.target())) parts_.add(part);
    }
    LAKEPROOF_NOINLINE constexpr void end_text() {
        node const& n = parts_.target();
        if (nowhere(n)) return;
        auto const head = parts_.end(memory_);
        open_value& f = *top_;
        f.present |= n.bit;
        cell& slot = n.element ? append_element(f) : f.block[n.place];
        take_verdict(n, slot, head, parts_.verdict());
    }

    constexpr void null() {
        node const& n = arrive();
        // A member that is null is absent; an element or a document can't be.
        if (!nowhere(n) && (n.self == 0 || n.element)) wrong_type(n, "null");
    }

    /// Any other value: a number or a boolean.
    constexpr void other(std::string_view what) {
        if (node const& n = arrive(); !nowhere(n)) wrong_type(n, what);
    }

    // --- what the reader of a document may ask

    /// Whether the value that comes next, or the one being read, is skipped unread.
    [[nodiscard]] constexpr bool skipping() const noexcept { return nowhere(*target_); }
    /// Whether the document is an object (or list) of the shape, so that it has cells.
    [[nodiscard]] constexpr bool has_cells() const noexcept { return entered_; }
    [[nodiscard]] constexpr document_cells cells() const noexcept {
        return {nodes_, memory_.block};
    }

private:
    static constexpr bool nowhere(node const& n) noexcept { return n.what == node::kind::nowhere; }

    constexpr open_value& push(node const& n, cell* block) noexcept {
        top_->present |= n.bit;
        entered_ = true;
        target_ = &n; // is not skipped
        open_value& f = *++top_;
        f.block = block;
        return f;
    }
    constexpr void pop() noexcept {
        --top_;
        target_ = top_->element;
    }

    /// The node of the value that comes now, or `no_node` if it is skipped.
    constexpr node const& arrive() {
        if (target_->element && !next_element(*top_)) return no_node;
        return *target_;
    }
    /// Goes on to a list's next element, unless that would be one too many.
    constexpr bool next_element(open_value& f) {
        if (f.position == f.limit) return close(f.list->max_size);
        ++f.position;
        return true;
    }

    /// A list passes a bound: the element that does so and all after it are not checked.
    LAKEPROOF_NOINLINE constexpr bool close(std::size_t bound) {
        open_value& f = *top_;
        say_.list_limit(location_of(*f.self), bound);
        f.limit = f.position;
        f.element = target_ = &no_node;
        return false;
    }

    LAKEPROOF_NOINLINE constexpr void begin_element() {
        node const& n = arrive();
        if (nowhere(n)) return skip("an object");
        auto* const block = memory_.take_elements(n.subtree);
        top_->append(block);
        push(n, block).open_object(n, nodes_[n.first]);
    }

    /// Enters an object or array that is no value of its place: nothing in it is checked.
    LAKEPROOF_NOINLINE constexpr void skip(std::string_view found) {
        if (skip_ == 0) {
            other(found);
            (top_ + 1)->open_skipped(*top_);
            ++top_;
            target_ = &no_node;
        }
        ++skip_;
    }
    constexpr void end_skipped() noexcept {
        if (--skip_ == 0) pop();
    }

    LAKEPROOF_NOINLINE constexpr void find_member(std::string_view name, bool cut) {
        if (skip_ != 0) return;
        open_value& f = *top_;
        for (std::size_t i = 0; i < f.self->count && !cut; ++i) {
            node const& n = nodes_[f.self->first + i];
            if (n.name == name) return take_member(f, n);
        }
        target_ = &no_node;
        if (!f.self->open) say_.unknown(location_of(*f.self), name, cut, f.position - 1);
    }

    LAKEPROOF_ALWAYS_INLINE constexpr void take_member(open_value& f, node const& n) {
        if ((f.seen & n.bit) != 0) return skip_duplicate(n);
        f.seen |= n.bit;
        f.hint = nodes_ + n.next;
        target_ = &n;
    }

    static constexpr void put(cell& slot, std::string_view whole) noexcept {
        slot.data = whole.data();
        slot.size = whole.size();
        slot.length = whole.size();
        slot.state = clean_text;
    }

    LAKEPROOF_ALWAYS_INLINE constexpr void element(node const& n, std::string_view whole) {
        open_value& f = *top_;
        if (!next_element(f)) return;
        cell& slot = append_element(f);
        put(slot, whole);
        if (!observed_)
            if (auto const clean = n.clean(whole); clean != 0 && f.take_clean(clean)) return;
        judge(n, slot);
    }

    LAKEPROOF_NOINLINE constexpr void judge(node const& n, cell& slot) {
        auto const whole = slot.view();
        text_verdict v;
        if (n.what == node::kind::constrained_text)
            n.text->judge(whole, v);
        else if (n.what == node::kind::plain_text)
            v.length = whole.size();
        else if (nowhere(n))
            return;
        else
            return wrong_type(n, "a string");
        take_verdict(n, slot, whole, v);
    }

    /// The verdict on a text; `head` is the text, or as much of it as a value can hold.
    LAKEPROOF_ALWAYS_INLINE constexpr void
    take_verdict(node const& n, cell& slot, std::string_view head, text_verdict const& v) {
        open_value& f = *top_;
        std::optional<rule> repeated;
        if (n.element) {
            f.characters += v.length;
            if (f.characters > f.max_characters) {
                close(f.list->max_characters);
                return;
            }
            if (f.list->duplicate && !f.is_first(head, v.listed)) repeated = f.list->duplicate;
        }
        put(slot, head);
        slot.length = v.length;
        slot.state = v;
        if (!v.clean() || repeated) say_.text(location_of(n), head, v, repeated);
        if (say_.observes(nodes_, n.self)) say_.observed(location_of(n), head);
    }

    LAKEPROOF_ALWAYS_INLINE constexpr cell& append_element(open_value& f) {
        cell* const element = memory_.take_element();
        f.append(element);
        return *element;
    }

    // --- what is wrong with it

    constexpr location location_of(node const& n) const noexcept {
        return location_in(open_ + 1, top_, nodes_, n);
    }

    LAKEPROOF_NOINLINE constexpr void wrong_type(node const& n, std::string_view found) {
        top_->excused |= n.bit;
        top_->present &= ~n.bit;
        say_.wrong_type(location_of(n), found);
    }

    LAKEPROOF_NOINLINE constexpr void skip_duplicate(node const& n) {
        target_ = &no_node;
        say_.duplicate(location_of(n), top_->position - 1);
    }

    LAKEPROOF_NOINLINE constexpr void report_missing(std::uint64_t missing) {
        node const& object = *top_->self;
        for (std::uint16_t i = 0; i < object.count; ++i)
            if ((missing >> i & 1) != 0) say_.missing(location_of(nodes_[object.first + i]));
    }

    node const* nodes_;
    node const* target_;   ///< of the next value, or `no_node` if it is skipped
    std::size_t skip_ = 0; ///< how many objects and arrays deep in a value that is skipped
    cell_memory& memory_;
    document_reporter say_;
    bool observed_;
    bool entered_ = false;
    open_value open_[max_depth + 2]; ///< from the document's surroundings to what is skipped
    open_value* top_ = open_;
    text_parts parts_;
};

} // namespace lakeproof::detail
