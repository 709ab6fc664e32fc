// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/detail/raise.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/detail/document_builder.hpp>
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
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::json {

namespace detail {

namespace core = lakeproof::detail;

inline std::string_view view(boost::json::string_view s) noexcept { return {s.data(), s.size()}; }

/// Hands a builder what a DOM value holds. Values that are skipped are not descended into, so the recursion is no
/// deeper than the shape.
inline void read(boost::json::value const& value, core::document_builder& builder) {
    using boost::json::kind;
    switch (value.kind()) {
    case kind::object:
        builder.begin_object();
        for (auto const& member : value.get_object()) {
            if (builder.in_skipped()) break;
            builder.key(view(member.key()));
            if (!builder.skipping()) read(member.value(), builder);
        }
        return builder.end_object();
    case kind::array:
        builder.begin_array();
        for (auto const& element : value.get_array()) {
            if (builder.skipping()) break;
            read(element, builder);
        }
        return builder.end_array();
    case kind::string: return builder.string(view(value.get_string()));
    case kind::null: return builder.null();
    case kind::bool_: return builder.boolean(value.get_bool());
    case kind::int64: return builder.integer(value.get_int64());
    case kind::uint64: return builder.big_integer(std::to_string(value.get_uint64()));
    case kind::double_: return builder.number();
    }
}

/// Makes a DOM value of what a model holds.
class value_writer {
public:
    explicit value_writer(boost::json::value& result) noexcept : open_{&result} {}

    void begin_object() { place().emplace_object(); }
    void end_object() noexcept { --depth_; }
    void begin_array() { place().emplace_array(); }
    void end_array() noexcept { --depth_; }
    void member(core::node const& n) {
        auto& object = open_[depth_]->get_object();
        auto const slot = object.emplace(boost::json::string_view{n.name.data(), n.name.size()}, nullptr);
        open_[++depth_] = &slot.first->value();
    }
    void string(std::string_view s) { put(boost::json::string_view{s.data(), s.size()}); }
    void integer(std::int64_t n) { put(n); }
    void boolean(bool b) { put(b); }

private:
    template <class T>
    void put(T single) {
        place() = single;
        --depth_;
    }
    /// Where the next value goes: the member's place, or a new element.
    boost::json::value& place() {
        if (auto* const array = open_[depth_]->if_array())
            open_[++depth_] = &array->emplace_back(nullptr);
        return *open_[depth_];
    }

    std::size_t depth_ = 0;
    boost::json::value* open_[core::max_shape_depth + 1];
};

template <class T>
inline constexpr bool is_list_of_own = false;
template <class T>
inline constexpr bool is_list_of_own<std::vector<T>> = shape<T> || core::is_constrained_string<T>;

/// What converts from and to a DOM value: shapes, string types, and optionals and lists of them.
template <class T>
concept convertible = shape<core::value_type_of<T>> || core::is_constrained_string<core::value_type_of<T>> ||
                      core::pooled_list<core::value_type_of<T>> || is_list_of_own<T>;

} // namespace detail

/// Checks a DOM value as a document of a shape; agrees with `check` of the same document's text.
///
/// The limits do not apply, and a member that a text repeats is here what the DOM kept of it.
template <detail::convertible T>
[[nodiscard]] report check_value(boost::json::value const& value, options const& o = {}) {
    report out;
    detail::core::document_of<T> document;
    auto sink = detail::core::sink_access::make(o, out, detail::core::sink_mode::check);
    detail::core::document_builder builder{document, sink};
    detail::read(value, builder);
    detail::core::apply_rules<T>(document, o, sink);
    return out;
}

/// Reads a DOM value into a shape or string type, with all violations; agrees with `parse`.
template <detail::convertible T>
[[nodiscard]] outcome<T> from_value(boost::json::value const& value, options const& o = {}) {
    outcome<T> result;
    detail::core::document_of<T> document;
    auto sink = detail::core::sink_access::make(o, result.report(), detail::core::sink_mode::build);
    detail::core::document_builder builder{document, sink};
    detail::read(value, builder);
    detail::core::apply_rules<T>(document, o, sink);
    if (result.report().ok())
        result.emplace([&] { return detail::core::build<T>(document.nodes(), document.root()); });
    return result;
}

/// What Boost.JSON's conversions call; found by argument-dependent look-up for types in `lakeproof`.
/// A namespace with shapes of its own says `using lakeproof::json::tag_invoke;`.
template <detail::convertible T>
void tag_invoke(boost::json::value_from_tag const&, boost::json::value& out, T const& value) {
    if constexpr (detail::core::is_optional<T>)
        if (!value) return out.emplace_null();
    detail::value_writer writer{out};
    detail::core::walk(value, detail::core::nodes_of<T>.data(), 0, writer);
}

template <detail::convertible T>
boost::json::result<T> tag_invoke(boost::json::try_value_to_tag<T> const&,
                                  boost::json::value const& value) {
    if constexpr (detail::core::is_optional<T>) {
        if (value.is_null()) return T{};
    }
    auto result = from_value<T>(value);
    if (result) return *std::move(result);
    std::size_t first = 0; // no error is pushed out of a report
    while (result.report()[first].severity() != severity::error) ++first;
    return make_error_code(result.report()[first].info());
}

template <detail::convertible T>
T tag_invoke(boost::json::value_to_tag<T> const&, boost::json::value const& value) {
    auto result = tag_invoke(boost::json::try_value_to_tag<T>{}, value);
    if (!result) lakeproof::detail::raise<boost::system::system_error>(result.error());
    return *std::move(result);
}

} // namespace lakeproof::json

namespace lakeproof::inline LAKEPROOF_ABI {
using json::tag_invoke;
namespace ocsf {
using json::tag_invoke;
} // namespace ocsf
} // namespace lakeproof
