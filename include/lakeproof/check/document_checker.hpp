// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/cell.hpp>
#include <lakeproof/check/cell_memory.hpp>
#include <lakeproof/check/document_reporter.hpp>
#include <lakeproof/check/open_value.hpp>
#include <lakeproof/check/rare.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::detail {

/// Checks a document of any modelled shape while it is read, whoever reads it.
///
/// JSON text, a DOM and a model in memory all arrive as the same events, so there is one place that
/// knows what a document may hold. Values that no member table knows are skipped unread.
class document_checker {
public:
    static constexpr std::size_t max_depth = 16;

    constexpr document_checker(node const* nodes, cell_memory& memory, options const& o, report& out,
                               bool strict) noexcept
        : nodes_{nodes}, target_{nodes}, memory_{memory}, say_{o, out, strict},
          observed_{o.house_rules != nullptr} {
        top_->self = nodes;
        top_->base = 0;
        top_->is_list = false;
        top_->block = memory.block;
        top_->seen = top_->present = top_->excused = 0;
    }

    // --- what a document holds, in its order

    constexpr void begin_object() {
        node const* const n = enter(node::kind::object, "an object");
        if (nowhere(*n)) return;
        open_value& parent = *top_;
        open_value& f = push(n);
        f.open_object(*n);
        target_ = n; // this object is not skipped, whatever came last
        if (parent.is_list) {
            f.block = memory_.take_elements(n->subtree);
            f.base = n->self;
            parent.append(f.block);
        }
    }

    constexpr void end_object() {
        if (leave()) return;
        open_value const& f = *top_;
        if (auto const missing = f.self->required_members & ~(f.present | f.excused); missing != 0)
            report_missing(missing);
        f.slot(*f.self).present = f.present;
        --top_;
    }

    constexpr void begin_array() {
        node const* const n = enter(node::kind::list, "an array");
        if (nowhere(*n)) return;
        push(n).open_list(*n, nodes_[n->first]);
    }

    constexpr void end_array() {
        if (leave()) return;
        open_value const& f = *top_;
        f.slot(*f.self).size = f.position;
        memory_.give_back_elements(f.free, f.free_end);
        --top_;
    }

    /// A member's name; `cut` if it is the start of one that is longer than any modelled name.
    constexpr void key(std::string_view name, bool cut = false) {
        if (skip_ != 0) return;
        open_value& f = *top_;
        ++f.position;
        node const& likeliest = nodes_[f.hint]; // the next member of the table
        if (likeliest.words != name_words{name} || cut) return find_member(name, cut);
        take_member(likeliest);
    }

    /// The member at a node comes next.
    constexpr void member(std::uint16_t at) {
        ++top_->position;
        take_member(nodes_[at]);
    }

    /// A text in one piece, which stays where it is until the document is finished.
    ///
    /// It is taken before it is judged, since there is hardly ever anything to say against it.
    constexpr void text(std::string_view whole) {
        if (skip_ != 0) return;
        if (top_->is_list) return element(whole);
        if (nowhere(*target_)) return;
        top_->present |= target_->bit;
        put(top_->slot(*target_), whole);
        if (observed_ || target_->clean(whole) == 0) judge(*target_, top_->slot(*target_));
    }

    /// Whether the next value is a text that is wanted in one piece, even if it comes in parts.
    [[nodiscard]] constexpr bool wants_whole_text() const noexcept {
        if (skipping()) return false;
        node const& n = top_->is_list ? *top_->element : *target_;
        return n.what == node::kind::plain_text || say_.observes(nodes_, n.self);
    }

    /// A text that comes in parts, which are gone after each call: begin, any parts, end.
    constexpr void begin_text() {
        stream_node_ = skip_ != 0 ? &no_node : arrive();
        if (nowhere(*stream_node_)) return;
        if (stream_node_->what != node::kind::constrained_text) {
            wrong_type(*stream_node_, "a string");
            stream_node_ = &no_node;
            return;
        }
        stream_ = {};
        kept_capacity_ = kept_bytes(nodes_, stream_node_->self);
        kept_ = memory_.take_text(kept_capacity_);
        kept_size_ = 0;
        stream_size_ = 0;
    }
    constexpr void text_part(std::string_view part) noexcept {
        if (nowhere(*stream_node_)) return;
        stream_node_->text->advance(stream_, part);
        stream_size_ += part.size();
        kept_size_ += part.copy(kept_ + kept_size_, kept_capacity_ - kept_size_);
    }
    constexpr void end_text() {
        if (nowhere(*stream_node_)) return;
        std::string_view const head{kept_, kept_size_};
        memory_.give_back_text(kept_, kept_capacity_, kept_size_);
        open_value& f = *top_;
        f.present |= stream_node_->bit;
        cell& slot = f.is_list ? *append_element(f) : f.slot(*stream_node_);
        take_verdict(*stream_node_, slot, head, stream_node_->text->finish(stream_, head),
                     kept_size_ < stream_size_);
    }

    constexpr void null() {
        if (skip_ != 0) return;
        node const* const n = arrive();
        // A member that is null is absent; an element or a document can't be.
        if (!nowhere(*n) && (n->self == 0 || top_->is_list)) wrong_type(*n, "null");
    }

    /// Any other value: a number or a boolean.
    constexpr void other(std::string_view what) {
        if (skip_ != 0) return;
        if (node const* const n = arrive(); !nowhere(*n)) wrong_type(*n, what);
    }

    // --- what the reader of a document may ask

    /// Whether the value that comes next, or the one being read, is skipped unread.
    [[nodiscard]] constexpr bool skipping() const noexcept {
        return skip_ != 0 || (top_->is_list ? top_->closed : nowhere(*target_));
    }
    /// Whether the document is an object (or list) of the shape, so that it has cells.
    [[nodiscard]] constexpr bool has_cells() const noexcept { return entered_; }
    [[nodiscard]] constexpr document_cells cells() const noexcept {
        return {nodes_, memory_.block};
    }

private:
    static constexpr bool nowhere(node const& n) noexcept {
        return n.what == node::kind::nowhere;
    }

    constexpr open_value& push(node const* n) noexcept {
        open_value const& parent = *top_;
        open_value& f = *++top_;
        f.self = n;
        f.block = parent.block;
        f.base = parent.base;
        f.position = 0;
        return f;
    }

    /// The node of the value that comes now, or `no_node` if it is skipped.
    constexpr node const* arrive() {
        return top_->is_list ? next_element() : target_;
    }
    constexpr node const* next_element() {
        open_value& f = *top_;
        if (f.position == f.limit) return close(f.list->max_size);
        ++f.position;
        return f.element;
    }

    /// A list passes a bound: the element that does so and all after it are not checked.
    LAKEPROOF_DETAIL_RARE constexpr node const* close(std::size_t bound) {
        if (!top_->closed) say_.list_limit(location_of(*top_->self), bound);
        top_->closed = true;
        top_->limit = top_->position;
        return &no_node;
    }

    /// Enters a value that is an object or array; `no_node` if nothing below it is checked.
    constexpr node const* enter(node::kind what, std::string_view word) {
        if (skip_ == 0) {
            node const* const n = arrive();
            if (n->what == what) {
                top_->present |= n->bit;
                entered_ = true;
                return n;
            }
            if (!nowhere(*n)) wrong_type(*n, word);
        }
        ++skip_;
        return &no_node;
    }
    constexpr bool leave() noexcept {
        if (skip_ == 0) return false;
        --skip_;
        return true;
    }


    LAKEPROOF_DETAIL_RARE constexpr void find_member(std::string_view name, bool cut) {
        open_value& f = *top_;
        for (std::size_t i = 0; i < f.self->count && !cut; ++i) {
            node const& n = nodes_[f.self->first + i];
            if (n.name == name) return take_member(n);
        }
        target_ = &no_node;
        if (!f.self->open) say_.unknown(location_of(*f.self), name, cut, f.position - 1);
    }

    constexpr void take_member(node const& n) {
        open_value& f = *top_;
        if ((f.seen & n.bit) != 0) return skip_duplicate(n);
        f.seen |= n.bit;
        f.hint = n.next;
        target_ = &n;
    }

    static constexpr void put(cell& slot, std::string_view whole) noexcept {
        slot.data = whole.data();
        slot.size = whole.size();
        slot.length = whole.size();
        slot.state = clean_text;
    }

    LAKEPROOF_DETAIL_RARE constexpr void element(std::string_view whole) {
        node const* const n = next_element();
        if (nowhere(*n)) return;
        put(*append_element(*top_), whole);
        if (!observed_)
            if (auto const clean = n->clean(whole); clean != 0 && top_->is_new(clean)) return;
        judge(*n, *top_->tail);
    }

    LAKEPROOF_DETAIL_RARE constexpr void judge(node const& n, cell& slot) {
        auto const whole = slot.view();
        if (n.what == node::kind::constrained_text)
            take_verdict(n, slot, whole, n.text->judge(whole), false);
        else if (n.what == node::kind::plain_text)
            take_verdict(n, slot, whole, {.length = whole.size()}, false);
        else
            wrong_type(n, "a string");
    }

    /// The verdict on a text; `head` is the text, or as much of it as a value can hold.
    LAKEPROOF_DETAIL_RARE constexpr void take_verdict(node const& n, cell& slot,
                                                      std::string_view head, text_verdict const& v,
                                                      bool cut) {
        open_value& f = *top_;
        std::optional<rule> repeated;
        if (f.is_list) {
            f.characters += v.length;
            if (f.list->max_characters != 0 && f.characters > f.list->max_characters) {
                close(f.list->max_characters);
                return;
            }
            if (f.list->duplicate && !f.is_first(head, cut ? 0 : n.text->listed(head)))
                repeated = f.list->duplicate;
        }
        put(slot, head);
        slot.length = v.length;
        slot.state = {v.length_ok, v.pattern_ok, v.refused, cut};
        if (!v.clean() || repeated) say_.text(location_of(n), head, cut, v, repeated);
        if (say_.observes(nodes_, n.self)) say_.observed(location_of(n), head);
    }

    constexpr cell* append_element(open_value& f) {
        if (f.free == f.free_end) take_more(f);
        cell* const element = f.free++;
        f.append(element);
        return element;
    }
    /// As many as a list may have, or one where there is no bound.
    LAKEPROOF_DETAIL_RARE constexpr void take_more(open_value& f) {
        std::size_t const count = f.list->max_size != 0 ? f.list->max_size : 1;
        f.free = memory_.take_elements(count);
        f.free_end = f.free + count;
    }

    // --- what is wrong with it

    constexpr location location_of(node const& n) const noexcept {
        location where{nodes_, n.self, 0, {}};
        for (open_value const* f = open_ + 1; f <= top_; ++f)
            if (f->is_list && f->self->self != n.self)
                where.index[where.list_count++] = f->position - 1;
        return where;
    }

    LAKEPROOF_DETAIL_RARE constexpr void wrong_type(node const& n, std::string_view found) {
        top_->excused |= n.bit;
        top_->present &= ~n.bit;
        say_.wrong_type(location_of(n), found);
    }

    LAKEPROOF_DETAIL_RARE constexpr void skip_duplicate(node const& n) {
        target_ = &no_node;
        say_.duplicate(location_of(n), top_->position - 1);
    }

    LAKEPROOF_DETAIL_RARE constexpr void report_missing(std::uint64_t missing) {
        node const& object = *top_->self;
        for (std::uint16_t i = 0; i < object.count; ++i)
            if ((missing >> i & 1) != 0) say_.missing(location_of(nodes_[object.first + i]));
    }

    node const* nodes_;
    node const* target_; ///< of the next member's value, or `no_node` if it is skipped
    std::size_t skip_ = 0; ///< how many objects and arrays deep in a value that is skipped
    cell_memory& memory_;
    document_reporter say_;
    bool observed_;
    bool entered_ = false;
    open_value open_[max_depth + 1]; ///< from the document's surroundings inwards
    open_value* top_ = open_;

    // A text that comes in parts.
    node const* stream_node_ = &no_node;
    char* kept_ = nullptr;
    std::size_t kept_size_ = 0;
    std::size_t kept_capacity_ = 0;
    std::size_t stream_size_ = 0;
    text_stream stream_{};
};

} // namespace lakeproof::detail
