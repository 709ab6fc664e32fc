// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_spans.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/random_numbers.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// A JSON text of a shape, with its values and names.
struct json_places {
    std::string text{};
    std::vector<json_span> spans{};

    json_places() = default;
    json_places(std::string t, shape_parts const& shape) : text{std::move(t)}, spans{find_spans(text, shape[0])} {}

    [[nodiscard]] std::string_view at(json_span s) const noexcept {
        return std::string_view{text}.substr(s.begin, s.size());
    }
};

/// A JSON text that is being changed: chooses places in it, and what may stand there.
class json_picker {
public:
    /// `donor` is another text of the shape, whose values are taken; it must outlive this.
    json_picker(shape_parts const& shape, random_numbers& random, json_places start, json_places const& donor)
        : shape_{shape}, random_{random}, now_{std::move(start)}, donor_{&donor} {}

    [[nodiscard]] json_places const& now() const noexcept { return now_; }
    void reset(json_places const& to) { now_ = to; }

protected:
    bool look_again() {
        now_.spans = find_spans(now_.text, shape_[0]);
        return true;
    }

    // --- choosing a place

    /// A span of some kind, or any where a few tries find none of it.
    template <class Kind>
    json_span any_span(Kind wanted) noexcept {
        auto s = now_.spans[random_.below(now_.spans.size())];
        for (int tries = 0; tries < 16 && !wanted(s); ++tries) s = now_.spans[random_.below(now_.spans.size())];
        return s;
    }
    json_span any_value() noexcept {
        return any_span([](json_span s) { return !s.name; });
    }
    bool is_string(json_span s) const noexcept { return now_.text[s.begin] == '"' && s.size() >= 2; }
    bool is_object(json_span s) const noexcept {
        return now_.text[s.begin] == '{' && s.of != nullptr && s.of->what == node::kind::object;
    }
    bool is_list(json_span s) const noexcept {
        return now_.text[s.begin] == '[' && s.of != nullptr && s.of->what == node::kind::list;
    }
    /// A string that is a value; one with rules, mostly.
    json_span any_string() noexcept {
        return any_span([this](json_span s) { return is_string(s) && !s.name && s.of != nullptr; });
    }
    /// The place of a member's name in the object at `i`, or that behind all.
    std::size_t find_member(std::size_t i, node const& member) const noexcept {
        for (auto at = i + 1; at + 1 < now_.spans.size() && now_.spans[at].begin < now_.spans[i].end; ++at)
            if (now_.spans[at].name && now_.spans[at].of == &member) return at;
        return now_.spans.size();
    }
    /// A member with its value, or an element.
    json_span item_of(std::size_t i) const noexcept {
        if (i > 0 && now_.spans[i - 1].name) --i;
        auto whole = now_.spans[i];
        if (whole.name && i + 1 < now_.spans.size()) whole.end = now_.spans[i + 1].end;
        return whole;
    }
    /// Not the whole document, where there is more.
    json_span item() noexcept { return item_of(now_.spans.size() == 1 ? 0 : 1 + random_.below(now_.spans.size() - 1)); }

    void put(json_span s, std::string_view with) { now_.text.replace(s.begin, s.size(), std::string{with}); }
    void insert_first(json_span container, std::string added) {
        if (container.size() > 2) added += ',';
        now_.text.insert(container.begin + 1, added);
    }
    template <std::size_t N>
    std::string_view one_of(std::array<std::string_view, N> const& all) noexcept {
        return all[random_.below(N)];
    }

    // --- values of the shape

    static std::string named(node const& member) { return document_maker::named(member); }
    /// The donor's value of a node, or the usual one.
    std::string donated(node const& n) {
        auto const& spans = donor_->spans;
        auto const first = random_.below(spans.size() + 1);
        for (std::size_t i = 0; i < spans.size(); ++i)
            if (auto const s = spans[(first + i) % spans.size()]; s.of == &n && !s.name)
                return std::string{donor_->at(s)};
        return document_maker{shape_}.value(n);
    }
    /// The same, or a string that no document had.
    std::string value_for(node const& n) {
        if (n.string == nullptr || random_.one_in(2)) return donated(n);
        auto const seed = random_.bytes(24);
        byte_source bytes{seed};
        return json_string(shape_.strings(n).any(bytes));
    }
    bool take(json_span s) {
        if (s.of == nullptr || s.name) return false;
        put(s, donated(*s.of));
        return true;
    }

    shape_parts const& shape_;
    random_numbers& random_;
    json_places now_;
    json_places const* donor_;
};

} // namespace lakeproof::testing::detail
