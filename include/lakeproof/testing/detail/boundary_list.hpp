// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/boundary_case.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

using violations = std::vector<expected_violation>;

/// What a text at a node breaks beyond the rules of its type, in a document without Regions.
using whole_rules_of_text = void (*)(shape_parts const&, node const&, std::string_view text,
                                     violations&);

/// The boundary cases of one shape as they are made.
class boundary_list {
public:
    boundary_list(shape_parts const& parts, whole_rules_of_text also) noexcept
        : shape{parts}, also_{also} {}

    shape_parts const& shape;

    void add(rule at, std::string name, std::string document, violations expected = {},
             std::vector<std::string> regions = {}) {
        cases_.push_back(
            {std::move(name), at, std::move(document), std::move(regions), std::move(expected)});
    }
    /// A case that is about one node.
    void add(rule at, node const& n, std::string_view about, document_maker const& document,
             violations expected = {}) {
        auto const where = shape.pointer(n);
        add(at, (where.empty() ? "the document" : where) + ": " + std::string{about},
            document.text(), std::move(expected));
    }

    /// What a text at a node breaks.
    [[nodiscard]] violations broken(node const& n, std::string_view text) const {
        violations all;
        for (auto const r : shape.texts(n).broken(text)) all.emplace_back(r, shape.pointer(n));
        also_(shape, n, text, all);
        return all;
    }

    [[nodiscard]] std::vector<boundary_case> take() noexcept { return std::move(cases_); }

private:
    whole_rules_of_text also_;
    std::vector<boundary_case> cases_{};
};

} // namespace lakeproof::testing::detail
