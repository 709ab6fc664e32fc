// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/cell.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/check/text_observer.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::detail {

/// Memory for what a document holds, sized for its shape; the caller's, so that nothing is cleared.
struct checker_memory {
    cell* block;          ///< a cell per node
    cell* elements;       ///< for the elements of lists
    std::size_t elements_left;
    char* text;           ///< for texts that come in parts
    std::size_t text_left;
    /// More of either when what is above is used up: never called for a shape whose lists are bounded.
    cell* (*more_elements)(void* context, std::size_t count) = nullptr;
    char* (*more_text)(void* context, std::size_t bytes) = nullptr;
    void* context = nullptr;
};

/// How many bytes of a text in parts are kept: what a value, a message or a comparison may need.
constexpr std::size_t kept_bytes(node const* nodes, std::size_t at) noexcept {
    node const& parent = nodes[nodes[at].parent];
    if (parent.what == node::kind::list && parent.list->max_characters != 0)
        return 4 * parent.list->max_characters;
    return nodes[at].text->capacity < 256 ? 256 : nodes[at].text->capacity;
}

/// Checks a document of any modelled shape while it is read, whoever reads it.
///
/// JSON text, a DOM and a model in memory all arrive as the same events, so there is one place that
/// knows what a document may hold. Values that no member table knows are skipped unread.
class document_checker {
public:
    static constexpr std::size_t max_depth = 16;

    /// `strict`: rules of the string types are errors whatever the policy says, since no value could
    /// hold a text that breaks one.
    constexpr document_checker(node const* nodes, checker_memory& memory, options const& o,
                               report& r, bool strict) noexcept
        : nodes_{nodes}, memory_{memory}, options_{o}, report_{r}, strict_{strict} {}

    // --- what a document holds, in its order

    constexpr void begin_object() noexcept {
        auto const at = enter(node::kind::object, "an object");
        if (at == skipped) return;
        frame& parent = *top_;
        frame& f = push(at);
        target_ = at; // this object is not skipped, whatever came last
        f.seen = f.present = f.excused = 0;
        if (parent.list) {
            f.block = take_elements(nodes_[at].subtree);
            f.base = at;
            append_element(parent, f.block);
        }
    }

    constexpr void end_object() noexcept {
        if (leave()) return;
        frame const& f = *top_;
        if (auto const missing = nodes_[f.at].required_members & ~(f.present | f.excused))
            report_missing(f, missing);
        f.block[f.at - f.base].present = f.present;
        pop();
    }

    constexpr void begin_array() noexcept {
        auto const at = enter(node::kind::list, "an array");
        if (at == skipped) return;
        frame& f = push(at);
        f.list = true;
        f.closed = false;
        f.characters = 0;
        f.tail = nullptr;
        f.seen = 0;
        f.block[at - f.base].link = nullptr;
    }

    constexpr void end_array() noexcept {
        if (leave()) return;
        frame const& f = *top_;
        f.block[f.at - f.base].size = f.position;
        pop();
    }

    /// A member's name; `cut` if it is the start of one that is longer than any modelled name.
    constexpr void key(std::string_view name, bool cut = false) noexcept {
        if (skip_ != 0) return;
        frame& f = *top_;
        ++f.position;
        node const& object = nodes_[f.at];
        std::size_t i = f.hint; // the next member of the table is the likeliest
        for (std::size_t tried = 0; tried < object.count && !cut; ++tried, ++i) {
            if (i >= object.count) i = 0;
            if (nodes_[object.first + i].name == name)
                return member(static_cast<std::uint16_t>(object.first + i));
        }
        target_ = skipped;
        if (!object.open) report_unknown(f, name, cut);
    }

    /// The member at a node comes next.
    constexpr void member(std::uint16_t at) noexcept {
        frame& f = *top_;
        auto const i = static_cast<std::size_t>(at - nodes_[f.at].first);
        auto const bit = std::uint64_t{1} << i;
        if ((f.seen & bit) != 0) {
            target_ = skipped;
            return report_duplicate(f, at);
        }
        f.seen |= bit;
        f.hint = static_cast<std::uint16_t>(i + 1);
        target_ = at;
    }

    /// A text in one piece, which stays where it is until the document is finished.
    constexpr void text(std::string_view whole) noexcept {
        if (skip_ != 0) return;
        auto const at = arrive();
        if (at == skipped) return;
        text_at(at, whole);
    }

    /// Whether the next value is a text that is wanted in one piece, even if it comes in parts.
    [[nodiscard]] constexpr bool wants_whole_text() const noexcept {
        if (skip_ != 0) return false;
        auto const at = top_->list ? nodes_[top_->at].first : target_;
        if (at == skipped) return false;
        return nodes_[at].what == node::kind::plain_text || observed(at);
    }

    /// A text that comes in parts, which are gone after each call: begin, any parts, end.
    constexpr void begin_text() noexcept {
        stream_at_ = skip_ != 0 ? skipped : arrive();
        if (stream_at_ == skipped) return;
        if (nodes_[stream_at_].what != node::kind::constrained_text) {
            wrong_type(stream_at_, "a string");
            stream_at_ = skipped;
            return;
        }
        stream_ = {};
        kept_capacity_ = kept_bytes(nodes_, stream_at_);
        kept_ = take_text(kept_capacity_);
        kept_size_ = 0;
        stream_size_ = 0;
    }
    constexpr void text_part(std::string_view part) noexcept {
        if (stream_at_ == skipped) return;
        nodes_[stream_at_].text->advance(stream_, part);
        stream_size_ += part.size();
        kept_size_ += part.copy(kept_ + kept_size_, kept_capacity_ - kept_size_);
    }
    constexpr void end_text() noexcept {
        if (stream_at_ == skipped) return;
        std::string_view const head{kept_, kept_size_};
        if (memory_.text == kept_ + kept_capacity_) give_back_text();
        judged(stream_at_, head, nodes_[stream_at_].text->finish(stream_, head),
               kept_size_ < stream_size_);
    }

    constexpr void null() noexcept {
        if (skip_ != 0) return;
        auto const at = arrive();
        // A member that is null is absent; an element or a document can't be.
        if (at != skipped && (at == 0 || top_->list)) wrong_type(at, "null");
    }

    /// Any other value: a number or a boolean.
    constexpr void other(std::string_view what) noexcept {
        if (skip_ != 0) return;
        if (auto const at = arrive(); at != skipped) wrong_type(at, what);
    }

    // --- what the reader of a document may ask

    /// Whether the value that comes next, or the one being read, is skipped unread.
    [[nodiscard]] constexpr bool skipping() const noexcept {
        return skip_ != 0 || (top_->list ? top_->closed : target_ == skipped);
    }
    /// The cells, if the document is an object.
    [[nodiscard]] constexpr bool is_object() const noexcept { return is_object_; }
    [[nodiscard]] constexpr document_cells cells() const noexcept {
        return {nodes_, memory_.block};
    }

private:
    static constexpr std::uint16_t skipped = 0xffff;

    /// An object or array being read.
    struct frame {
        std::uint16_t at;
        std::uint16_t base; ///< the node of the block's first cell
        std::uint16_t hint; ///< an object's likeliest next member
        bool list;
        bool closed;        ///< a list over a bound
        std::uint32_t position; ///< members or elements so far
        std::uint64_t seen; ///< an object's members; a list's texts, as a Bloom filter
        std::uint64_t present;
        std::uint64_t excused; ///< of a wrong type, so neither present nor missing
        std::size_t characters;
        cell* block;
        cell* tail; ///< a list's last element
    };

    constexpr frame& push(std::uint16_t at) noexcept {
        frame const& parent = *top_;
        frame& f = *++top_;
        f.at = at;
        f.base = parent.base;
        f.block = parent.block;
        f.hint = 0;
        f.list = false;
        f.position = 0;
        return f;
    }
    constexpr void pop() noexcept { --top_; }

    /// The node of the value that comes now, or `skipped`.
    constexpr std::uint16_t arrive() noexcept { return top_->list ? next_element() : target_; }

    constexpr std::uint16_t next_element() noexcept {
        frame& f = *top_;
        auto const& rules = *nodes_[f.at].list;
        if (f.closed) return skipped;
        if (rules.max_size != 0 && f.position == rules.max_size) return close(f, rules.max_size);
        ++f.position;
        return nodes_[f.at].first;
    }

    /// A list passes a bound: the element that does so and all after it are not checked.
    constexpr std::uint16_t close(frame& f, std::size_t bound) noexcept {
        f.closed = true;
        auto const& rules = *nodes_[f.at].list;
        if (rules.limit) add(*rules.limit, here()).bound(bound);
        return skipped;
    }

    /// Enters a value that is an object or array; `skipped` if nothing below it is checked.
    constexpr std::uint16_t enter(node::kind what, std::string_view word) noexcept {
        if (skip_ == 0) {
            auto const at = arrive();
            if (at != skipped && nodes_[at].what == what) {
                mark_present(at);
                is_object_ |= at == 0;
                return at;
            }
            if (at != skipped) wrong_type(at, word);
        }
        ++skip_;
        return skipped;
    }
    constexpr bool leave() noexcept {
        if (skip_ == 0) return false;
        --skip_;
        return true;
    }

    constexpr void mark_present(std::uint16_t at) noexcept {
        if (at != 0 && !top_->list)
            top_->present |= std::uint64_t{1} << (at - nodes_[top_->at].first);
    }

    constexpr void wrong_type(std::uint16_t at, std::string_view found) noexcept {
        if (at != 0 && !top_->list)
            top_->excused |= std::uint64_t{1} << (at - nodes_[top_->at].first);
        add(rule::member_type, location_of(at)).detail(found);
    }

    constexpr void text_at(std::uint16_t at, std::string_view whole) noexcept {
        node const& n = nodes_[at];
        if (n.what == node::kind::constrained_text)
            judged(at, whole, n.text->judge(whole));
        else if (n.what == node::kind::plain_text)
            judged(at, whole, {.length = whole.size()});
        else
            wrong_type(at, "a string");
    }

    /// A text and its verdict; `head` is the text, or as much of it as a value can hold.
    constexpr void judged(std::uint16_t at, std::string_view head, text_verdict v,
                          bool cut = false) noexcept {
        frame& f = *top_;
        bool repeated = false;
        cell* slot = nullptr;
        if (f.list) {
            auto const& rules = *nodes_[f.at].list;
            f.characters += v.length;
            if (rules.max_characters != 0 && f.characters > rules.max_characters) {
                close(f, rules.max_characters);
                return;
            }
            repeated = rules.duplicate && occurs_in(f, head);
            slot = take_elements(1);
            append_element(f, slot);
        } else {
            mark_present(at);
            slot = &f.block[at - f.base];
        }
        slot->data = head.data();
        slot->size = head.size();
        slot->length = v.length;
        slot->length_ok = v.length_ok;
        slot->pattern_ok = v.pattern_ok;
        slot->refused = v.refused;
        slot->cut = cut;
        if (!v.clean() || repeated) report_text(at, head, cut, v, repeated);
        if (observed(at))
            options_.house_rules->observe(location_of(at), head, options_.policy, report_);
    }

    /// Whether an earlier element of the list is the same text.
    constexpr bool occurs_in(frame& f, std::string_view text) const noexcept {
        std::uint64_t hash = text.size();
        for (std::size_t i = 0; i < text.size(); i += 5)
            hash = hash * 31 + static_cast<unsigned char>(text[i]);
        auto const bit = std::uint64_t{1} << (hash & 63);
        bool const maybe = (f.seen & bit) != 0;
        f.seen |= bit;
        if (!maybe) return false;
        for (cell const* c = f.block[f.at - f.base].link; c != nullptr; c = c->link)
            if (c->view() == text) return true;
        return false;
    }

    constexpr void append_element(frame& f, cell* element) noexcept {
        element->link = nullptr;
        if (f.tail != nullptr)
            f.tail->link = element;
        else
            f.block[f.at - f.base].link = element;
        f.tail = element;
    }

    constexpr cell* take_elements(std::size_t count) noexcept {
        if (memory_.elements_left >= count) {
            memory_.elements_left -= count;
            auto* const taken = memory_.elements;
            memory_.elements += count;
            return taken;
        }
        return memory_.more_elements(memory_.context, count);
    }
    constexpr char* take_text(std::size_t bytes) noexcept {
        if (memory_.text_left >= bytes) {
            memory_.text_left -= bytes;
            auto* const taken = memory_.text;
            memory_.text += bytes;
            return taken;
        }
        return memory_.more_text(memory_.context, bytes);
    }

    constexpr void give_back_text() noexcept {
        memory_.text = kept_ + kept_size_;
        memory_.text_left += kept_capacity_ - kept_size_;
    }

    // --- what is wrong with it

    constexpr location location_of(std::uint16_t at) const noexcept {
        location where{nodes_, at, 0, {}};
        for (frame const* f = frames_ + 1; f <= top_; ++f)
            if (f->list && (f != top_ || at != f->at))
                where.index[where.list_count++] = f->position - 1;
        return where;
    }
    constexpr location here() const noexcept { return location_of(top_->at); }

    constexpr bool observed(std::uint16_t at) const noexcept {
        return options_.house_rules != nullptr && options_.house_rules->concerns(nodes_, at);
    }

    constexpr violation_builder add(rule r, location const& where) noexcept {
        return report_.add(r, options_.policy[r], where);
    }

    constexpr void report_missing(frame const& f, std::uint64_t missing) noexcept {
        for (std::uint16_t i = 0; i < nodes_[f.at].count; ++i)
            if ((missing >> i & 1) != 0)
                add(rule::member_missing,
                    location_of(static_cast<std::uint16_t>(nodes_[f.at].first + i)));
    }

    constexpr void report_duplicate(frame const& f, std::uint16_t at) noexcept {
        auto const where = location_of(at);
        std::size_t occurrence = 2;
        for (auto const& v : report_)
            if (v.rule() == rule::member_duplicate && same_place(v.where(), where)) ++occurrence;
        add(rule::member_duplicate, where).occurrence(occurrence).offset(f.position - 1);
    }

    constexpr void report_unknown(frame const& f, std::string_view name, bool cut) noexcept {
        auto const where = here();
        auto const start = whole_characters(name, 64);
        std::size_t occurrence = 1;
        for (auto const& v : report_)
            if (v.rule() == rule::member_unknown && v.text() == start &&
                same_place(v.where(), where))
                ++occurrence;
        add(rule::member_unknown, where)
            .name(name, cut)
            .occurrence(occurrence)
            .offset(f.position - 1);
    }

    static constexpr bool same_place(location const& a, location const& b) noexcept {
        if (a.at != b.at) return false;
        for (std::size_t i = 0; i < a.list_count; ++i)
            if (a.index[i] != b.index[i]) return false;
        return true;
    }

    /// Reports what a text breaks, in catalogue order.
    constexpr void report_text(std::uint16_t at, std::string_view head, bool cut,
                               text_verdict const& v, bool repeated) noexcept {
        auto const where = location_of(at);
        node const& n = nodes_[at];
        auto const tell = [&](rule r, bool own, std::size_t bound = 0) {
            auto const s = own && strict_ ? severity::error : options_.policy[r];
            report_.add(r, s, where).text(head, v.length, cut).bound(bound);
        };
        if (!v.length_ok)
            tell(n.text->length, true,
                 v.length < n.text->min_length ? n.text->min_length : n.text->max_length);
        if (!v.pattern_ok) tell(n.text->pattern, true);
        std::uint8_t i = 0;
        if (repeated) {
            rule const duplicate = *nodes_[top_->at].list->duplicate;
            for (; i < v.further_count && v.further[i] < duplicate; ++i) tell(v.further[i], false);
            tell(duplicate, false);
        }
        for (; i < v.further_count; ++i) tell(v.further[i], false);
    }

    node const* nodes_;
    checker_memory& memory_;
    options const& options_;
    report& report_;
    bool strict_;
    bool is_object_ = false;
    std::uint16_t target_ = 0;
    std::size_t skip_ = 0; ///< how many objects and arrays deep in a value that is skipped
    frame frames_[max_depth + 1];
    frame* top_ = start(frames_, memory_.block);

    // A text that comes in parts.
    std::uint16_t stream_at_ = skipped;
    char* kept_ = nullptr;
    std::size_t kept_size_ = 0;
    std::size_t kept_capacity_ = 0;
    std::size_t stream_size_ = 0;
    text_stream stream_{};

    static constexpr frame* start(frame* bottom, cell* block) noexcept {
        bottom->list = false;
        bottom->at = 0;
        bottom->base = 0;
        bottom->block = block;
        return bottom;
    }
};

} // namespace lakeproof::detail
