// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/json/error.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>
#include <boost/system/system_error.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::json {

namespace detail {

namespace core = lakeproof::detail;

inline std::string_view view(boost::json::string_view s) noexcept { return {s.data(), s.size()}; }

/// Tells a checker what a DOM value holds. Values that are skipped are not descended into, so the
/// recursion is no deeper than the shape.
inline void tell(boost::json::value const& value, core::document_checker& checker) {
    using boost::json::kind;
    switch (value.kind()) {
    case kind::object:
        checker.begin_object();
        if (!checker.skipping()) {
            for (auto const& member : value.get_object()) {
                checker.key(view(member.key()));
                if (!checker.skipping()) tell(member.value(), checker);
            }
        }
        checker.end_object();
        return;
    case kind::array:
        checker.begin_array();
        for (auto const& element : value.get_array()) {
            if (checker.skipping()) break;
            tell(element, checker);
        }
        checker.end_array();
        return;
    case kind::string: return checker.text(view(value.get_string()));
    case kind::null: return checker.null();
    case kind::bool_: return checker.other("a boolean");
    case kind::int64:
    case kind::uint64:
    case kind::double_: return checker.other("a number");
    }
}

/// Checks a value with a checker of a shape, and has the rest done.
template <class T, class Finish>
void check_value(boost::json::value const& value, options const& o, report& out, bool strict,
                 Finish const& finish) {
    core::document_memory<T> room;
    core::overflow_memory more;
    auto memory = room.get(more);
    core::document_checker checker{nodes_of<T>.data(), memory, o, out, strict};
    tell(value, checker);
    core::finish_check<T>(checker, o, out);
    finish(checker);
}

/// Makes a DOM value of what a model holds.
class value_writer {
public:
    value_writer(node const* nodes, boost::json::value& result) noexcept
        : nodes_{nodes}, open_{&result} {}

    void begin_object() { place().emplace_object(); }
    void end_object() noexcept { --depth_; }
    void begin_array() { place().emplace_array(); }
    void end_array() noexcept { --depth_; }
    void member(std::uint16_t at) {
        auto const name = nodes_[at].name;
        auto& object = open_[depth_]->get_object();
        auto const slot = object.emplace(boost::json::string_view{name.data(), name.size()}, nullptr);
        open_[++depth_] = &slot.first->value();
    }
    void text(std::string_view s) {
        place() = boost::json::string_view{s.data(), s.size()};
        --depth_;
    }

private:
    /// Where the next value goes: the member's place, or a new element.
    boost::json::value& place() {
        if (auto* const array = open_[depth_]->if_array())
            open_[++depth_] = &array->emplace_back(nullptr);
        return *open_[depth_];
    }

    node const* nodes_;
    std::size_t depth_ = 0;
    boost::json::value* open_[core::document_checker::max_depth + 1];
};

template <class T>
inline constexpr bool convertible_item =
    shape<T> || core::is_constrained_string<T> || core::pooled_list<T>;
template <class T>
inline constexpr bool convertible_container = false;
template <class T>
inline constexpr bool convertible_container<std::optional<T>> = convertible_item<T>;
template <class T>
inline constexpr bool convertible_container<std::vector<T>> =
    shape<T> || core::is_constrained_string<T>;

/// What converts from and to a DOM value: shapes, string types, and optionals and lists of them.
template <class T>
concept convertible = convertible_item<T> || convertible_container<T>;

} // namespace detail

/// Checks a DOM value as a document of a shape; agrees with `check` of the same document's text.
///
/// The limits do not apply, and a member that a text repeats is here what the DOM kept of it.
template <detail::convertible T>
[[nodiscard]] report check_value(boost::json::value const& value, options const& o = {}) {
    report out;
    detail::check_value<T>(value, o, out, false, [](auto const&) {});
    return out;
}

/// Reads a DOM value into a shape or string type, with all violations; agrees with `parse`.
template <detail::convertible T>
[[nodiscard]] outcome<T> from_value(boost::json::value const& value, options const& o = {}) {
    outcome<T> result;
    auto& out = result.report();
    detail::check_value<T>(value, o, out, true, [&](auto const& checker) {
        if (!out.ok()) return;
        result.emplace([&] {
            auto const cells = checker.cells();
            return lakeproof::detail::build<T>(cells.nodes, 0, {cells.block, 0});
        });
    });
    return result;
}

/// What Boost.JSON's conversions call; found by argument-dependent look-up for types in `lakeproof`.
/// A namespace with shapes of its own says `using lakeproof::json::tag_invoke;`.
template <detail::convertible T>
void tag_invoke(boost::json::value_from_tag const&, boost::json::value& out, T const& value) {
    if constexpr (lakeproof::detail::without_optional<T>::optional)
        if (!value) return out.emplace_null();
    detail::value_writer writer{nodes_of<T>.data(), out};
    lakeproof::detail::walk(value, nodes_of<T>.data(), 0, writer);
}

template <detail::convertible T>
boost::json::result<T> tag_invoke(boost::json::try_value_to_tag<T> const&,
                                  boost::json::value const& value) {
    if constexpr (lakeproof::detail::without_optional<T>::optional) {
        if (value.is_null()) return T{};
    }
    auto result = from_value<T>(value);
    if (result) return *std::move(result);
    for (auto const& v : result.report())
        if (v.severity() == severity::error) return make_error_code(v.rule());
    return make_error_code(rule::member_type); // the first error is not among those kept
}

template <detail::convertible T>
T tag_invoke(boost::json::value_to_tag<T> const&, boost::json::value const& value) {
    auto result = tag_invoke(boost::json::try_value_to_tag<T>{}, value);
    if (!result) throw boost::system::system_error{result.error()};
    return *std::move(result);
}

} // namespace lakeproof::json

namespace lakeproof::inline LAKEPROOF_ABI {
using json::tag_invoke;
namespace ocsf {
using json::tag_invoke;
} // namespace ocsf
} // namespace lakeproof
