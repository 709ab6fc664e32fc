// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/detail/structure.hpp>
#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/model/detail/walk.hpp>
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
        value** none = nullptr; // the document is in no list
        add_value(model, nodes_[0], none, {}, 1);
    }

private:
    template <class T>
    constexpr void add_value(T const& model, node const& n, value**& tail, place where, std::uint32_t position) {
        where.at = n.self;
        value* const v = &make(n, tail, position);
        if constexpr (shape<T>) {
            add_members(model, n, v, where);
        } else if constexpr (list_type<T>) {
            add_elements(model, n, v, where);
        } else if constexpr (is_constrained_string<T>) {
            set_constrained<typename T::constraint>(*v, model.view());
        } else if constexpr (integer<T>) {
            v->size = static_cast<std::size_t>(std::int64_t{model});
            if (model < n.least || model > n.most) structure_.number_range(where, std::int64_t{model});
        } else if constexpr (std::is_same_v<T, bool>) {
            v->size = model;
        } else {
            set_string(*v, model, false);
        }
    }

    template <class Shape>
    constexpr void add_members(Shape const& model, node const& n, value* object, place const& where) {
        value** tail = &object->first;
        std::uint32_t given = 0;
        node const* at = n.first;
        for_each_member<Shape>([&](auto const& m) {
            node const& member = *at++;
            auto const& part = model.*m.pointer;
            using part_type = std::remove_cvref_t<decltype(part)>;
            if (left_out(part, member)) return;
            ++given;
            if constexpr (is_optional<part_type>)
                add_value(*part, member, tail, where, given);
            else
                add_value(part, member, tail, where, given);
        });
        at = n.first;
        for_each_member<Shape>([&](auto const& m) {
            node const& member = *at++;
            auto const& part = model.*m.pointer;
            if constexpr (is_optional<std::remove_cvref_t<decltype(part)>>)
                if (member.required && !part) structure_.missing({member.self, where.index});
        });
        if (n.one_of && !n.open && given != 1) structure_.union_members(where, given == 0);
    }

    template <class List>
    constexpr void add_elements(List const& model, node const& n, value* list, place where) {
        node const& element = *n.first;
        value** tail = &list->first;
        for (auto const& item : model) {
            if (list->size == static_cast<std::uint64_t>(n.most)) return structure_.list_size(where, true);
            where.index[n.lists] = static_cast<std::uint32_t>(list->size++);
            auto const position = where.index[n.lists] + 1;
            if constexpr (pooled_list<List>)
                set_constrained<typename List::element_constraint>(make(element, tail, position), item);
            else
                add_value(static_cast<typename List::value_type const&>(item), element, tail, where, position);
        }
        if (static_cast<std::int64_t>(list->size) < n.least) structure_.list_size(where, false);
    }

    constexpr value& make(node const& n, value**& tail, std::uint32_t position) {
        value& v = n.lists == 0 ? document_.take_slot(n) : document_.append(n, tail);
        v.position = position;
        v.first = nullptr;
        v.size = 0;
        return v;
    }
    template <class Constraint>
    static constexpr void set_constrained(value& v, std::string_view string) noexcept {
        set_string(v, string, Constraint::pattern::ascii);
        v.index = index_of<Constraint>(string);
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
