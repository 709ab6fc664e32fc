// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/position.hpp>
#include <lakeproof/json/serialize.hpp>
#include <lakeproof/model/member.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_editor.hpp>
#include <lakeproof/testing/detail/random_numbers.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// What a mutation aims at.
enum class aim {
    accepted, ///< no error
    one_rule, ///< errors of one rule alone
    either,   ///< one of these, whichever comes first: that costs half of the time
    anything, ///< whatever comes of it
};

/// Makes another document of one: one that a check with some options accepts, one that breaks a single rule, or any.
///
/// The check itself tells which of these an edit gave: what misses the aim is taken back and another is tried, and a
/// document that starts with errors is mended where the report points. So neither the edits nor the shapes' own
/// rules, nor a policy, need to be known here. The same seed gives the same change.
template <shape Shape>
class json_mutator {
public:
    explicit json_mutator(options const& o) : options_{o} {}

    /// `most` is how long the text may become; one that is longer the caller drops.
    std::string mutated(std::string_view text, std::uint64_t seed, std::size_t most) {
        begin(seed, most);
        auto const wanted = any_aim();
        if (random_.one_in(64)) return toward(wanted, places(valid(random_)));
        if (wanted != aim::anything) return toward(wanted, mended(places(std::string{text})));
        auto editor = edit(places(std::string{text}), donor());
        for (auto n = 1 + random_.below(4); n > 0; --n) editor.edit();
        return editor.now().text;
    }

    /// The first text with a value of the second.
    std::string crossed(std::string_view text, std::string_view other, std::uint64_t seed, std::size_t most) {
        begin(seed, most);
        auto const from = places(std::string{other});
        auto editor = edit(places(std::string{text}), from);
        editor.cross_over();
        return random_.one_in(2) ? editor.now().text : toward(any_aim(), mended(editor.now()));
    }

    /// Whether another mutator would do the same.
    [[nodiscard]] bool is_for(options const& o) const noexcept {
        return options_.policy == o.policy && options_.limits == o.limits && options_.house_rules == o.house_rules &&
               std::equal(options_.regions.begin(), options_.regions.end(), o.regions.begin(), o.regions.end());
    }

private:
    void begin(std::uint64_t seed, std::size_t most) noexcept {
        random_ = random_numbers{seed};
        most_ = most;
    }
    aim any_aim() noexcept {
        auto const n = random_.below(16);
        return n < 3 ? aim::accepted : n < 6 ? aim::one_rule : n < 15 ? aim::either : aim::anything;
    }
    static json_places places(std::string text) { return {std::move(text), shape_parts::of<Shape>()}; }
    json_editor edit(json_places start, json_places const& from) {
        return {shape_parts::of<Shape>(), options_, random_, std::move(start), most_, from};
    }
    report check(std::string_view text) const { return json::check<Shape>(text, options_); }

    /// A document that is accepted, as far as `arbitrary` can make one.
    std::string valid(random_numbers& random) const {
        auto const seed = random.bytes(random.below(800));
        byte_source bytes{seed};
        return json::serialize(arbitrary<Shape>(bytes, options_));
    }

    /// One of some such documents, which are kept: to make one costs as much as twenty edits.
    json_places const& donor() {
        auto const i = random_.below(std::size(donors_));
        random_numbers random{i};
        if (donors_[i].spans.empty()) donors_[i] = places(valid(random));
        return donors_[i];
    }

    static bool reaches(aim wanted, report const& found) noexcept {
        if (found.ok()) return wanted != aim::one_rule;
        if (wanted == aim::accepted) return false;
        rule_info const* broken = nullptr;
        for (auto const v : found) {
            if (v.severity() != severity::error) continue;
            if (broken != nullptr && broken->id != v.info().id) return false;
            broken = &v.info();
        }
        return broken != nullptr;
    }

    /// Edits an accepted document until what is wanted comes of it; as it is, where no edit gives that.
    std::string toward(aim wanted, json_places const& start) {
        auto editor = edit(start, donor());
        for (int tries = 0; tries < 12; ++tries) {
            editor.edit();
            auto const& text = editor.now().text;
            if (text.size() <= most_ && reaches(wanted, check(text))) return text;
            editor.reset(start);
        }
        return start.text;
    }

    /// The document with each error mended where the report points, or another one where that does not help.
    json_places mended(json_places start) {
        auto editor = edit(std::move(start), donor());
        for (int round = 0; round < 8; ++round) {
            auto const found = check(editor.now().text);
            if (found.ok()) return editor.now();
            if (!mend(editor, first_error(found))) break;
        }
        return donor();
    }
    static violation first_error(report const& found) noexcept {
        std::size_t i = 0;
        while (found[i].severity() != severity::error) ++i;
        return found[i];
    }
    static bool mend(json_editor& editor, violation v) {
        if (v.rule() == rule::json_malformed || v.rule() == rule::json_limit) return false;
        if (v.rule() == rule::member_missing) return editor.complete();
        auto const place = json::locate(editor.now().text, v);
        if (!place) return false;
        if (v.rule() == rule::member_unknown || v.rule() == rule::member_duplicate)
            return editor.erase_at(place->offset);
        return editor.replace_at(place->offset);
    }

    options options_;
    random_numbers random_{0};
    std::size_t most_ = 0;
    json_places donors_[32]{};
};

} // namespace lakeproof::testing::detail
