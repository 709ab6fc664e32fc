// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/location.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/text_boundaries.hpp>
#include <lakeproof/testing/detail/unused_name.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing::detail {

/// What the documents of one shape are made of: its nodes and the boundary texts of its strings.
class shape_parts {
public:
    shape_parts(node const* nodes, std::size_t count) : nodes_{nodes}, count_{count} {
        for (std::size_t i = 0; i < count; ++i)
            if (nodes[i].text != nullptr) texts_.try_emplace(nodes[i].text, *nodes[i].text);
    }

    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    [[nodiscard]] node const& operator[](std::size_t i) const noexcept { return nodes_[i]; }
    [[nodiscard]] text_boundaries const& texts(node const& n) const { return texts_.at(n.text); }

    /// The JSON Pointer of a node: of the first element, where it is in lists.
    [[nodiscard]] std::string pointer(node const& n) const {
        if (n.self == 0) return {};
        auto where = pointer(nodes_[n.parent]) + '/';
        if (n.element) return where += '0';
        lakeproof::detail::append_reference_token(where, n.name);
        return where;
    }
    /// The JSON Pointer of a member that an object's table lacks: it shows 64 bytes of the name, and
    /// ends after a whole character.
    [[nodiscard]] std::string pointer(node const& object, std::string_view unknown) const {
        auto where = pointer(object) + '/';
        auto most = std::min<std::size_t>(unknown.size(), 64);
        while (most < unknown.size() && (unknown[most] & 0xc0) == 0x80) --most;
        lakeproof::detail::append_reference_token(where, unknown.substr(0, most));
        return where += most < unknown.size() ? "\u2026" : "";
    }

    /// A name that no member of an object has.
    [[nodiscard]] std::string unused_name(node const& object) const {
        return detail::unused_name(nodes_, object, "x");
    }
    [[nodiscard]] bool has_member(node const& object, std::string_view name) const noexcept {
        return detail::has_member(nodes_, object, name);
    }

private:
    node const* nodes_;
    std::size_t count_;
    std::map<text_rules const*, text_boundaries> texts_{};
};

/// Writes the smallest valid document of a shape, with changes.
///
/// Every list that a change is in has one element.
class document_maker {
public:
    explicit document_maker(shape_parts const& shape) noexcept : shape_{&shape} {}

    /// Puts JSON text in the place of a node: in its object `"name":value` or several or nothing,
    /// in its list elements.
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
        return n.name.empty() ? std::string{} : quoted(n.name) + ':';
    }

    /// The smallest valid value of a node.
    [[nodiscard]] std::string value(node const& n) const {
        if (n.what == node::kind::constrained_text) return quoted(shape_->texts(n).usual());
        if (n.what == node::kind::plain_text) return "\"text\"";
        std::string inside;
        for (std::size_t i = 0; i < n.count; ++i) {
            auto const& below = (*shape_)[n.first + i];
            if (all_ || (below.required && !below.element) || changed(below))
                add(inside, slot(below));
        }
        if (auto const more = more_.find(n.self); more != more_.end()) add(inside, more->second);
        return n.what == node::kind::list ? '[' + inside + ']' : '{' + inside + '}';
    }

private:
    static void add(std::string& list, std::string const& item) {
        if (!list.empty() && !item.empty()) list += ',';
        list += item;
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
    std::map<std::uint16_t, std::string> slots_{};
    std::map<std::uint16_t, std::string> more_{}; ///< members added, by object
    bool all_ = false;
};

} // namespace lakeproof::testing::detail
