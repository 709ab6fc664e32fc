// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/detail/structure.hpp>
#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Makes the document of a model: what reading its JSON text would give.
///
/// Strings are valid by construction and not looked at again; what types do not prove is checked here: bounds of
/// vectors and integers, unions, required members in an optional.
class model_document {
public:
    constexpr model_document(document& d, rule_sink& sink) noexcept
        : document_{d}, nodes_{d.nodes()}, structure_{nodes_, sink} {}

    template <class T>
    constexpr void add(T const& model) {
        add_value(model, nodes_[0], {});
    }

private:
    template <class T>
    constexpr void add_value(T const& model, node const& n, place where) {
        where.at = n.self;
        auto const index = document_.size();
        value& v = document_.append(n);
        if constexpr (shape<T>) {
            add_members(model, n, where);
            document_.close(document_[index]);
        } else if constexpr (list_type<T>) {
            auto const elements = add_elements(model, n, where);
            document_.close(document_[index]);
            document_[index].size = elements;
        } else if constexpr (is_constrained_string<T>) {
            set_constrained<typename T::constraint>(v, model.view());
        } else if constexpr (integer<T>) {
            v.size = static_cast<std::size_t>(std::int64_t{model});
            if (model < n.least || model > n.most) structure_.number_range(where, std::int64_t{model});
        } else if constexpr (std::is_same_v<T, bool>) {
            v.size = model;
        } else {
            set_string(v, model, false);
        }
    }

    template <class Shape>
    constexpr void add_members(Shape const& model, node const& n, place const& where) {
        std::size_t given = 0;
        auto at = n.first;
        for_each_member<Shape>([&](auto const& m) {
            node const& member = nodes_[at++];
            auto const& part = model.*m.pointer;
            using part_type = std::remove_cvref_t<decltype(part)>;
            if (absent(part) && !(list_type<part_type> && member.required)) return;
            ++given;
            if constexpr (is_optional<part_type>)
                add_value(*part, member, where);
            else
                add_value(part, member, where);
        });
        at = n.first;
        for_each_member<Shape>([&](auto const& m) {
            node const& member = nodes_[at++];
            auto const& part = model.*m.pointer;
            if constexpr (is_optional<std::remove_cvref_t<decltype(part)>>)
                if (member.required && !part) structure_.missing({member.self, where.index});
        });
        if (n.one_of && !n.open && given != 1) structure_.union_members(where, given == 0);
    }

    /// Adds as many as the list may have; how many that are.
    template <class List>
    constexpr std::size_t add_elements(List const& model, node const& n, place where) {
        node const& element = nodes_[n.first];
        std::size_t count = 0;
        for (auto const& item : model) {
            if (count == static_cast<std::uint64_t>(n.most)) return structure_.list_size(where, true), count;
            where.index[n.lists] = static_cast<std::uint32_t>(count++);
            if constexpr (pooled_list<List>)
                set_constrained<typename List::element_constraint>(document_.append(element), item);
            else
                add_value(static_cast<typename List::value_type const&>(item), element, where);
        }
        if (static_cast<std::int64_t>(count) < n.least) structure_.list_size(where, false);
        return count;
    }

    template <class Constraint>
    static constexpr void set_constrained(value& v, std::string_view string) noexcept {
        set_string(v, string, Constraint::pattern::ascii);
        if constexpr (requires { Constraint::find(string); })
            v.index = static_cast<std::uint16_t>(Constraint::find(string)); // npos is no_index
    }
    static constexpr void set_string(value& v, std::string_view string, bool ascii) noexcept {
        v.data = string.data();
        v.size = string.size();
        v.length = ascii ? string.size() : count_scalar_values(string);
    }

    document& document_;
    node const* nodes_;
    structure_reporter structure_;
};

} // namespace lakeproof::detail
