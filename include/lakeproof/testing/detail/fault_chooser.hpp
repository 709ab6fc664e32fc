// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/policy.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/boundary_case.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/boundary_list.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_boundaries.hpp>
#include <lakeproof/testing/detail/model_parts.hpp>
#include <lakeproof/testing/detail/request_boundaries.hpp>
#include <lakeproof/testing/detail/request_rules.hpp>
#include <lakeproof/testing/detail/structure_boundaries.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// What to spoil and where; taken before the value, which may use all bytes up.
struct fault_choice {
    unsigned char kind;
    unsigned char place;
    unsigned char variant;

    explicit fault_choice(byte_source& bytes) noexcept
        : kind{bytes.byte()}, place{bytes.byte()}, variant{bytes.byte()} {}
};

/// Chooses a boundary case with one fault around a model. Makes only the text of the one that is chosen.
class fault_chooser {
public:
    /// `regions` are those of a CreateCustomLogSource request, or null for another shape.
    fault_chooser(shape_parts const& shape, own_rules_of_strings own, model_parts const& model, fault_choice choice,
                  policy const& severities, region_list const* regions) noexcept
        : shape_{shape}, own_{own}, model_{model}, choice_{choice}, policy_{severities}, regions_{regions} {}

    [[nodiscard]] boundary_case chosen() const {
        // Where a kind of fault does not suit a place, the next place is tried, then the next kind.
        for (std::size_t kind = choice_.kind;; ++kind)
            for (std::size_t i = 0; i < shape_.size(); ++i)
                if (auto found = fault(kind % kinds, shape_[(choice_.place + i) % shape_.size()]))
                    return *std::move(found);
    }

private:
    static constexpr std::size_t of_structure = std::size(structure_boundaries);
    static constexpr std::size_t kinds = of_structure + 6;
    using result = std::optional<boundary_case>;

    result fault(std::size_t kind, node const& n) const {
        if (kind < of_structure) return one_of([&](auto& out) { structure_boundaries[kind](out, n); });
        switch (kind - of_structure) {
        case 0: return string(n, true);
        case 1: return string(n, false);
        case 2: return own_rule(n);
        default: break;
        }
        if (n.self != 0) return {};
        return one_of([&](auto& out) {
            json_boundaries const json{out};
            if (kind == of_structure + 3) json.add_around();
            if (kind == of_structure + 4) json.add_values();
            if (kind == of_structure + 5) json.add_depth();
        });
    }

    static result first(boundary_list&& list) {
        auto all = list.take();
        return all.empty() ? result{} : std::move(all.front());
    }
    /// One of the cases that a function makes; it is called twice, first to count them.
    template <class Add>
    result one_of(Add add) const {
        boundary_list counted{shape_, own_, model_, policy_};
        add(counted);
        if (counted.faults() == 0) return {};
        boundary_list list{shape_, own_, model_, policy_, choice_.variant % counted.faults()};
        add(list);
        return first(std::move(list));
    }
    /// The case that a function makes of some of `all`, from a chosen one on.
    template <class All, class Add>
    result from(All const& all, Add add) const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            boundary_list list{shape_, own_, model_, policy_, 0};
            add(list, all[(choice_.variant * all.size() / 256 + i) % all.size()]);
            if (auto found = first(std::move(list))) return found;
        }
        return {};
    }

    /// A string off its length, or off its pattern.
    result string(node const& n, bool length) const {
        if (n.what != node::kind::string) return {};
        std::vector<boundary_string const*> strings;
        for (auto const& s : shape_.strings(n).all)
            if ((s.at == n.string->length) == length) strings.push_back(&s);
        return from(strings, [&](boundary_list& out, boundary_string const* s) {
            out.add_string(s->at, n, s->about, s->string, s->escaped);
        });
    }
    result own_rule(node const& n) const {
        if (regions_ == nullptr) return {};
        static auto const samples = request_rules::samples();
        std::vector<request_rules::sample const*> here;
        for (auto const& s : samples)
            if (s.node == n.self) here.push_back(&s);
        if (choice_.variant % 2 == 0)
            for (std::string_view const code : *regions_)
                if (auto found = of_region(n, code)) return found;
        return from(here, [&](boundary_list& out, auto const* s) { request_boundaries::add_sample(out, *s); });
    }
    /// A name whose role does not fit in a Region, or an ARN of another partition.
    result of_region(node const& n, std::string_view code) const {
        boundary_list list{shape_, own_, model_, policy_, 0};
        auto const add = [&](rule r, std::string const& string) {
            list.add(r, n, code, list.document().set(n, json_string(string)),
                     {expected_violation{r, shape_.pointer(n), code}});
        };
        if (n.self == request_rules::name_node)
            add(rule::provider_role_length, std::string(longest_name(code) + 1, 'n'));
        if (n.self == request_rules::arn_node && core::partition_of_code(code))
            add(rule::role_arn_partition, "arn:aws-elsewhere:iam::123456789012:role/x");
        return first(std::move(list));
    }

    shape_parts const& shape_;
    own_rules_of_strings own_;
    model_parts const& model_;
    fault_choice choice_;
    policy const& policy_;
    region_list const* regions_;
};

} // namespace lakeproof::testing::detail
