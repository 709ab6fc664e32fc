// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/fit_request.hpp>
#include <lakeproof/testing/detail/string_source.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// Makes values of the types that member tables name, within the bounds of their nodes, from bytes; or puts the bytes
/// from which a value that is known comes. One walk does both, so that they cannot differ.
class value_codec {
public:
    explicit value_codec(byte_source& from) noexcept : source_{&from} {}
    explicit value_codec(byte_sink& to) noexcept : sink_{&to} {}

    /// The value at a node; `known` is null where bytes decide.
    template <class T>
    T value(core::node const& n, T const* known = nullptr) {
        if constexpr (core::is_optional<T>) {
            bool const there = n.required || flag(known != nullptr && known->has_value());
            return there ? T{value(n, inside(known))} : T{};
        } else if constexpr (shape<T>) {
            return object<T>(n, known, std::make_index_sequence<member_count<T>>{});
        } else if constexpr (core::list_type<T>) {
            return list<T>(n, known);
        } else if constexpr (core::is_constrained_string<T>) {
            using strings = arbitrary_string<typename T::constraint>;
            if (known == nullptr) return T{strings::make(*source_)};
            return strings::put(known->view(), *sink_), *known;
        } else if constexpr (std::is_same_v<T, bool>) {
            return flag(known != nullptr && *known);
        } else if constexpr (core::integer<T>) {
            if (known == nullptr) return static_cast<T>(source_->between(n.least, n.most));
            return sink_->between(*known, n.least, n.most), *known;
        } else {
            if (known == nullptr) return any_string::make(*source_);
            return any_string::put(*known, *sink_), *known;
        }
    }

private:
    bool flag(bool known) {
        if (source_ != nullptr) return source_->flag();
        return sink_->flag(known), known;
    }
    template <class T>
    static T const* inside(std::optional<T> const* known) noexcept {
        return known != nullptr && *known ? &**known : nullptr;
    }

    /// In braces, whose order of evaluation is that of the members. Of a union one is chosen.
    template <class T, std::size_t... I>
    T object(core::node const& n, T const* known, std::index_sequence<I...>) {
        constexpr bool one_of = core::is_union<T> && !core::is_open<T>;
        std::size_t chosen = 0;
        if constexpr (one_of) {
            if (known == nullptr) {
                chosen = source_->below(n.count);
            } else {
                ((known->*core::row_of<I>(T::members).pointer ? void(chosen = I) : void()), ...);
                sink_->below(chosen, n.count);
            }
        }
        [[maybe_unused]] auto const member = [&]<class M>(std::size_t i, M T::*pointer) -> M {
            M const* const part = known != nullptr ? &(known->*pointer) : nullptr;
            if constexpr (one_of)
                return i == chosen ? M{value(n.first[i], inside(part))} : M{};
            else
                return value(n.first[i], part);
        };
        return T{member(I, core::row_of<I>(T::members).pointer)...};
    }

    template <class T>
    T list(core::node const& n, T const* known) {
        using element_type = typename core::element_of<T>::type;
        T all{};
        auto next = known != nullptr ? known->begin() : all.begin();
        auto const end = known != nullptr ? known->end() : all.end();
        for (std::int64_t size = 0; size < n.least || (size < n.most && flag(known != nullptr && next != end)); ++size) {
            std::optional<element_type> part;
            if (known != nullptr) part.emplace(*next), ++next;
            auto element = value(*n.first, inside(&part));
            if constexpr (core::is_vector<T>)
                all.push_back(std::move(element));
            else if (!all.try_push_back(element))
                break;
        }
        return all;
    }

    byte_source* source_ = nullptr;
    byte_sink* sink_ = nullptr;
};

} // namespace detail

/// A valid value of a shape or string type from any bytes: `check` with these options finds no error in it.
/// Every such value comes from some bytes (`bytes_for`), if its plain strings are valid UTF-8 of less than 1 MiB.
///
/// The bytes decide what is there, how long it is and, byte by byte, what it says, so that what a fuzzer changes
/// in them changes the value in one place. No bytes give the smallest value. Of shapes' own rules those of a
/// CreateCustomLogSource request are known here, with what the policy makes of them; house rules are not. What no
/// value can mend `check` still reports: a Region that it does not know, and Regions of two partitions, which suit
/// no role ARN (the first one's partition is taken).
///
/// Linear in the bytes used, the first call but for tables of some thousand entries a string type. Throws
/// `std::bad_alloc` only.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const in = lakeproof::testing::arbitrary<lakeproof::region>(bytes);
/// auto const r = lakeproof::testing::arbitrary<lakeproof::create_custom_log_source_request>(bytes, {.regions = {in}});
/// \endcode
template <class T>
[[nodiscard]] T arbitrary(byte_source& bytes, options const& o = default_options) {
    auto value = detail::value_codec{bytes}.template value<T>(detail::core::nodes_of<T>[0]);
    if constexpr (std::is_same_v<T, create_custom_log_source_request>) detail::fit_request(value, o);
    return value;
}

/// A valid request from any bytes: what a fuzz target begins with.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// use(lakeproof::testing::arbitrary_request(bytes, {.regions = {lakeproof::regions::us_east_1}}));
/// \endcode
[[nodiscard]] inline create_custom_log_source_request arbitrary_request(byte_source& bytes,
                                                                        options const& o = default_options) {
    return arbitrary<create_custom_log_source_request>(bytes, o);
}

/// The bytes from which a valid value comes: real requests become a fuzzer's seeds.
/// \code
/// std::string const seed = lakeproof::testing::bytes_for(request);
/// lakeproof::testing::byte_source bytes{seed};
/// bool const same = lakeproof::testing::arbitrary_request(bytes) == request;
/// \endcode
template <class T>
[[nodiscard]] std::string bytes_for(T const& value) {
    byte_sink bytes;
    static_cast<void>(detail::value_codec{bytes}.value(detail::core::nodes_of<T>[0], &value));
    return bytes.bytes();
}

} // namespace lakeproof::testing
