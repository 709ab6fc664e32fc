// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/place.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/model_parts.hpp>
#include <lakeproof/testing/detail/string_boundaries.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// What the documents of one shape are made of: its nodes and the boundary strings of its types.
class shape_parts {
public:
    shape_parts(node const* nodes, std::size_t count) : nodes_{nodes}, count_{count} {
        for (std::size_t i = 0; i < count; ++i)
            if (nodes[i].string != nullptr) strings_.try_emplace(nodes[i].string, *nodes[i].string);
    }
    /// Those of a shape, made once.
    template <class Shape>
    static shape_parts const& of() {
        static shape_parts const parts{core::nodes_of<Shape>.data(), core::nodes_of<Shape>.size()};
        return parts;
    }

    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    [[nodiscard]] node const& operator[](std::size_t i) const noexcept { return nodes_[i]; }
    [[nodiscard]] string_boundaries const& strings(node const& n) const { return strings_.at(n.string); }

    /// The JSON Pointer of a node: of the first element, where it is in lists.
    [[nodiscard]] std::string pointer(node const& n) const {
        std::string where;
        core::append_pointer(where, nodes_, {}, n.self);
        return where;
    }
    /// The JSON Pointer of a member that an object's table lacks: it shows 64 bytes of the name, and ends after a
    /// whole character.
    [[nodiscard]] std::string pointer(node const& object, std::string_view unknown) const {
        auto where = pointer(object) + '/';
        auto most = std::min<std::size_t>(unknown.size(), 64);
        while (most < unknown.size() && (unknown[most] & 0xc0) == 0x80) --most;
        core::append_reference_token(where, unknown.substr(0, most));
        return where += most < unknown.size() ? "\u2026" : "";
    }

    [[nodiscard]] std::string unused_name(node const& object) const {
        return detail::unused_name(object, "x");
    }
    [[nodiscard]] bool has_member(node const& object, std::string_view name) const noexcept {
        return detail::has_member(object, name);
    }

private:
    node const* nodes_;
    std::size_t count_;
    std::map<core::string_rules const*, string_boundaries> strings_{};
};

/// Whether exactly one member of an object must be there.
inline bool is_strict_union(node const& object) noexcept { return object.one_of && !object.open; }

/// Writes a valid document of a shape with changes: the smallest one, or that of a model.
///
/// Every list that a change is in has an element for it, the first one.
class document_maker {
public:
    explicit document_maker(shape_parts const& shape, model_parts const* model = nullptr) noexcept
        : shape_{&shape}, model_{model} {}

    /// Puts JSON text in the place of a node: in its object `"name":value` or several or nothing, in its list
    /// elements.
    document_maker& put(node const& n, std::string json) {
        slots_[n.self] = std::move(json);
        return *this;
    }
    /// Gives a node another value.
    document_maker& set(node const& n, std::string const& json) { return put(n, named(n) + json); }
    /// Adds members to an object.
    document_maker& append(node const& object, std::string members) {
        more_[object.self] = std::move(members);
        return *this;
    }
    /// Has the optional members as well, and an element in every list.
    document_maker& with_all() noexcept {
        all_ = true;
        return *this;
    }

    [[nodiscard]] std::string text() const { return slot((*shape_)[0]); }

    /// A node's name, as it stands before its value.
    static std::string named(node const& n) {
        return n.name.empty() ? std::string{} : json_string(n.name) + ':';
    }

    /// The value of a node: the model's, or the smallest valid one.
    [[nodiscard]] std::string value(node const& n) const {
        if (auto const* const json = found(n); json != nullptr && !json->empty()) return *json;
        switch (n.what) {
        case node::kind::string: return json_string(shape_->strings(n).usual);
        case node::kind::plain_string: return "\"text\"";
        case node::kind::integer: return std::to_string(std::clamp<std::int64_t>(0, n.least, n.most));
        case node::kind::boolean: return "true";
        case node::kind::list: return '[' + elements(n) + ']';
        case node::kind::object:
        case node::kind::none: break;
        }
        std::string inside;
        for (std::size_t i = 0; i < n.count; ++i) {
            auto const& member = n.first[i];
            if (is_there(n, member)) add(inside, slot(member));
        }
        if (auto const more = more_.find(n.self); more != more_.end()) add(inside, more->second);
        return '{' + inside + '}';
    }

private:
    static void add(std::string& list, std::string const& item) {
        if (!list.empty() && !item.empty()) list += ',';
        list += item;
    }

    [[nodiscard]] std::string const* found(node const& n) const {
        return model_ != nullptr ? model_->find(n) : nullptr;
    }

    [[nodiscard]] std::string elements(node const& list) const {
        auto const& element = *list.first;
        auto const* const others = model_ != nullptr ? model_->others(list) : nullptr;
        bool const one = all_ || changed(element) || found(element) != nullptr;
        auto all = one ? slot(element) : std::string{};
        if (others != nullptr) {
            // A changed element could make too many characters of all.
            bool const bounded = list.most_characters != core::no_node.most_characters;
            if (!bounded || !changed(element)) add(all, *others);
            return all;
        }
        for (std::int64_t count = one; count < list.least; ++count)
            add(all, document_maker{*shape_}.value(element));
        return all;
    }

    [[nodiscard]] bool is_there(node const& object, node const& member) const {
        bool const modelled = found(object) != nullptr;
        bool const there = modelled ? found(member) != nullptr : member.required;
        if (!object.one_of) return all_ || there || changed(member);
        // Of a union there is the member that is changed, or that of the model, or the first.
        for (std::size_t i = 0; i < object.count; ++i)
            if (changed(object.first[i])) return changed(member);
        return modelled ? there : &member == object.first;
    }

    [[nodiscard]] std::string slot(node const& n) const {
        auto const put = slots_.find(n.self);
        return put != slots_.end() ? put->second : named(n) + value(n);
    }

    /// Whether a change is at a node or below it.
    [[nodiscard]] bool changed(node const& n) const {
        for (auto const* changes : {&slots_, &more_})
            for (auto const& [at, json] : *changes)
                for (auto i = at; i != 0; i = (*shape_)[i].parent)
                    if (i == n.self) return true;
        return false;
    }

    shape_parts const* shape_;
    model_parts const* model_;
    std::map<std::uint16_t, std::string> slots_{};
    std::map<std::uint16_t, std::string> more_{}; ///< members added, by object
    bool all_ = false;
};

} // namespace lakeproof::testing::detail
