// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/detail/place.hpp>
#include <lakeproof/model/detail/member_types.hpp>
#include <lakeproof/version.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {
struct view_access;
}

/// What was read at one place of a document: what a rule looks at.
///
/// `T` is a shape, a string type, `std::string`, an integer, `bool` or a list: members are reached by their
/// pointer to member (`d[&request::source_name]`), elements by their index. Every place can be asked and
/// reported at, whether anything is there or not; what is not there has no string, no elements, and is not
/// valid. A small view, valid as long as the document and its text are; all of it works in constant expressions.
/// \code
/// constexpr bool has_version(lakeproof::document_view<lakeproof::create_custom_log_source_request> d) {
///     return d[&lakeproof::create_custom_log_source_request::source_version].present();
/// }
/// \endcode
template <class T>
class document_view {
    static constexpr bool is_list = detail::list_type<T>;
    static constexpr bool is_string = detail::any_string<T>;

public:
    /// Whether anything is there, of whatever type; `null` is nothing.
    [[nodiscard]] constexpr bool present() const noexcept { return value_ != nullptr; }
    /// Whether what is there has the right type (nothing below anything else is looked at).
    [[nodiscard]] constexpr bool right_type() const noexcept {
        if constexpr (detail::integer<T>) // an integer that T cannot hold is none
            return present() && value_->right_type && std::in_range<T>(value_->number());
        else
            return present() && value_->right_type;
    }
    /// Whether it is there, of the right type, and, if it is a string, within its length and pattern.
    [[nodiscard]] constexpr bool valid() const noexcept {
        return right_type() && value_->length_ok && value_->pattern_ok;
    }

    /// Whether a string is there whose pattern holds, whatever its length.
    [[nodiscard]] constexpr bool matches() const noexcept requires is_string {
        return right_type() && value_->pattern_ok;
    }
    /// The whole string, however long.
    [[nodiscard]] constexpr std::string_view view() const noexcept requires is_string {
        return right_type() ? value_->view() : std::string_view{};
    }
    /// Its length in Unicode scalar values.
    [[nodiscard]] constexpr std::size_t length() const noexcept requires is_string {
        return present() ? value_->length : 0;
    }
    /// The string's index in the vocabulary of its type, or `std::string_view::npos`.
    [[nodiscard]] constexpr std::size_t index() const noexcept requires is_string {
        return present() && value_->index != detail::no_index ? value_->index : std::string_view::npos;
    }

    /// The number or boolean; 0 or false where none of the right type is there.
    [[nodiscard]] constexpr T value() const noexcept
        requires(detail::integer<T> || std::same_as<T, bool>) {
        return right_type() ? static_cast<T>(value_->number()) : T{};
    }

    /// How many elements of a list were read.
    [[nodiscard]] constexpr std::size_t size() const noexcept requires is_list {
        return right_type() ? value_->size : 0;
    }
    /// The element at an index; past the end one that is not there. Complexity: linear in the index.
    [[nodiscard]] constexpr auto operator[](std::size_t index) const noexcept requires is_list {
        auto it = begin();
        for (std::size_t i = 0; i < index && it != end(); ++i) ++it;
        return it != end() ? *it : element(nullptr, index);
    }

    /// Visits the elements of a list in their order, those of a wrong type too; valid as long as this view.
    class iterator {
    public:
        constexpr auto operator*() const noexcept { return list_->element(at_, index_); }
        constexpr iterator& operator++() noexcept {
            at_ = at_->next;
            ++index_;
            return *this;
        }
        friend constexpr bool operator==(iterator const& a, iterator const& b) noexcept {
            return a.at_ == b.at_;
        }

    private:
        friend class document_view;
        constexpr iterator(document_view const* list, detail::value const* at) noexcept
            : list_{list}, at_{at} {}
        document_view const* list_;
        detail::value const* at_;
        std::size_t index_ = 0;
    };
    [[nodiscard]] constexpr iterator begin() const noexcept requires is_list {
        return {this, right_type() ? value_->first : nullptr};
    }
    [[nodiscard]] constexpr iterator end() const noexcept requires is_list {
        return {this, nullptr};
    }

    /// A member of an object.
    template <shape Shape, class Type>
    requires std::same_as<Shape, T>
    [[nodiscard]] constexpr auto operator[](Type Shape::*member) const noexcept {
        auto const at = static_cast<std::uint16_t>(nodes_[where_.at].first->self + detail::member_index<T>(member));
        auto where = where_;
        where.at = at;
        auto const* const found = right_type() ? detail::find(nodes_, *value_, where_.at, at) : nullptr;
        return document_view<detail::value_type_of<Type>>{nodes_, found, where};
    }

private:
    template <class>
    friend class document_view;
    friend struct detail::view_access;

    constexpr document_view(detail::node const* nodes, detail::value const* v,
                            detail::place const& where) noexcept
        : nodes_{nodes}, value_{v}, where_{where} {}

    constexpr auto element(detail::value const* v, std::size_t index) const noexcept {
        auto where = where_;
        where.at = nodes_[where_.at].first->self;
        where.index[nodes_[where.at].lists - 1u] = static_cast<std::uint32_t>(index);
        return document_view<typename detail::element_of<T>::type>{nodes_, v, where};
    }

    detail::node const* nodes_;
    detail::value const* value_; ///< null where there is nothing
    detail::place where_;
};

namespace detail {

/// Makes views, and knows what they refer to.
struct view_access {
    template <class Shape>
    static constexpr document_view<Shape> make(document const& d) noexcept {
        return {nodes_of<Shape>.data(), d.root(), place{}};
    }
    template <class T>
    static constexpr node const* nodes(document_view<T> const& v) noexcept { return v.nodes_; }
    template <class T>
    static constexpr value const* found(document_view<T> const& v) noexcept { return v.value_; }
    template <class T>
    static constexpr place const& where(document_view<T> const& v) noexcept { return v.where_; }
};

} // namespace detail

} // namespace lakeproof
