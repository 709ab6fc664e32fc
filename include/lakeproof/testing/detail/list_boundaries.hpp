// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/report.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// Makes the boundary cases of one list.
class list_boundaries {
public:
    list_boundaries(boundary_list& out, node const& n)
        : out_{out}, n_{n}, element_{out.shape[n.first]}, where_{out.shape.pointer(n)},
          one_{document_maker{out.shape}.value(element_)} {}

    void add() {
        add(rule::member_type, "no element", "");
        add(rule::member_type, "one element", one_);
        add(rule::member_type, "null after an element", one_ + ",null",
            {expected_violation{rule::member_type, at_element(1)}});
        add(rule::member_type, "a number before an element", "0," + one_,
            {expected_violation{rule::member_type, at_element(0)}});
        if (element_.text == nullptr) // a list of these has no bound
            return add(rule::member_type, "the same element twice", one_ + ',' + one_);
        add_repeats();
        if (n_.list->limit) add_limits(*n_.list->limit);
    }

private:
    using texts = std::vector<std::string>;

    void add(rule at, std::string_view about, std::string const& elements,
             violations expected = {}) {
        out_.add(at, n_, about, document_maker{out_.shape}.set(n_, '[' + elements + ']'),
                 std::move(expected));
    }
    /// A list of texts, unless it must give more than a report keeps.
    void add(rule at, std::string_view about, texts const& elements) {
        auto expected = broken(elements);
        if (expected.size() > report::capacity) return;
        std::string json;
        for (auto const& text : elements) (json += json.empty() ? "" : ",") += quoted(text);
        add(at, about, json, std::move(expected));
    }
    [[nodiscard]] std::string at_element(std::size_t i) const {
        return where_ + '/' + std::to_string(i);
    }
    [[nodiscard]] text_boundaries const& element_texts() const {
        return out_.shape.texts(element_);
    }

    /// What a list of texts must give, up to the element that passes a bound.
    [[nodiscard]] violations broken(texts const& elements) const {
        auto const& list = *n_.list;
        violations all;
        std::size_t characters = 0;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            characters += lakeproof::detail::count_scalar_values(elements[i]);
            if ((list.max_size != 0 && i == list.max_size) ||
                (list.max_characters != 0 && characters > list.max_characters)) {
                if (list.limit) all.emplace_back(*list.limit, where_);
                break;
            }
            auto rules = element_texts().broken(elements[i]);
            auto const end = elements.begin() + static_cast<std::ptrdiff_t>(i);
            if (list.duplicate && std::find(elements.begin(), end, elements[i]) != end)
                rules.push_back(*list.duplicate); // only texts that break nothing are repeated
            for (auto const r : rules) all.emplace_back(r, at_element(i));
        }
        return all;
    }

    void add_repeats() {
        auto const& usual = element_texts().usual();
        auto const at = n_.list->duplicate.value_or(rule::member_type);
        add(at, "the same element twice", texts{usual, usual});
        if (!n_.list->duplicate) return;
        add(at, "an element that nothing repeats", texts{usual});
        add(at, "the same element again, all escaped", one_ + ',' + escaped(usual),
            broken({usual, usual}));
    }

    void add_limits(rule limit) {
        auto const& list = *n_.list;
        auto const& usual = element_texts().usual();
        add(limit, "one element of many possible", texts{usual});
        if (list.max_size != 0)
            for (auto const count : {list.max_size, list.max_size + 1})
                add(limit, std::to_string(count) + " elements", several(count));
        auto const length = lakeproof::detail::count_scalar_values(usual);
        if (list.max_characters < length) return;
        for (auto const count : {list.max_characters, list.max_characters + 1})
            add(limit, std::to_string(count) + " characters in two elements",
                texts{element_texts().of_length(count - length), usual});
    }

    /// So many elements, of which no more are different than a report of the repeated ones and of
    /// the bound needs.
    [[nodiscard]] texts several(std::size_t count) const {
        auto const judged = std::min(count, n_.list->max_size);
        auto const different =
            !n_.list->duplicate || judged < report::capacity ? 1 : judged + 1 - report::capacity;
        auto const legal = element_texts().legal(different);
        texts all;
        for (std::size_t i = 0; i < count; ++i) all.push_back(legal[i % legal.size()]);
        return all;
    }

    boundary_list& out_;
    node const& n_;
    node const& element_;
    std::string where_;
    std::string one_;
};

} // namespace lakeproof::testing::detail
