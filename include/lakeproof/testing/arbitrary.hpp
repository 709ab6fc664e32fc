// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/arbitrary_string.hpp>
#include <lakeproof/testing/detail/fit_request.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// Makes values of the types that member tables name, within the bounds of their nodes.
class value_maker {
public:
    value_maker(core::node const* nodes, byte_source& bytes) noexcept : nodes_{nodes}, bytes_{bytes} {}

    template <class T>
    T make(std::uint16_t at) {
        core::node const& n = nodes_[at];
        if constexpr (core::is_optional<T>) {
            if (!n.required && !bytes_.flag()) return T{};
            return make<core::value_type_of<T>>(at);
        } else if constexpr (core::is_union<T> && !core::is_open<T>) {
            auto const chosen = bytes_.below(n.count);
            return make_object<T>(at, [&]<class M>(std::size_t i, std::uint16_t member) {
                return i == chosen ? M{make<core::value_type_of<M>>(member)} : M{};
            });
        } else if constexpr (shape<T>) {
            return make_object<T>(
                at, [&]<class M>(std::size_t, std::uint16_t member) { return make<M>(member); });
        } else if constexpr (core::list_type<T>) {
            T list{};
            auto const size = [&] { return static_cast<std::int64_t>(list.size()); };
            while (size() < n.least || (size() < n.most && bytes_.flag())) {
                auto element = make<typename core::element_of<T>::type>(n.first);
                if constexpr (core::is_vector<T>)
                    list.push_back(std::move(element));
                else if (!list.try_push_back(element))
                    break;
            }
            return list;
        } else if constexpr (core::is_constrained_string<T>) {
            return T{arbitrary_string<typename T::constraint>::make(bytes_)};
        } else if constexpr (std::is_same_v<T, bool>) {
            return bytes_.flag();
        } else if constexpr (core::integer<T>) {
            return static_cast<T>(bytes_.between(n.least, n.most));
        } else {
            return any_string::make(bytes_);
        }
    }

private:
    /// In braces, whose order of evaluation is that of the members.
    template <class T, class Make>
    T make_object(std::uint16_t at, Make make_member) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return T{make_member.template operator()<
                typename std::tuple_element_t<I, std::remove_cv_t<decltype(T::members)>>::type>(
                I, static_cast<std::uint16_t>(nodes_[at].first + I))...};
        }(std::make_index_sequence<member_count<T>>{});
    }

    core::node const* nodes_;
    byte_source& bytes_;
};

/// Puts the bytes that a `value_maker` would make a value from.
class value_putter {
public:
    value_putter(core::node const* nodes, byte_sink& bytes) noexcept : nodes_{nodes}, bytes_{bytes} {}

    template <class T>
    void put(T const& value, std::uint16_t at) {
        core::node const& n = nodes_[at];
        if constexpr (core::is_optional<T>) {
            if (!n.required) bytes_.flag(value.has_value());
            if (value) put(*value, at);
        } else if constexpr (shape<T>) {
            std::size_t index = 0;
            for_each_member(value, [&](auto const& part) {
                if constexpr (core::is_union<T> && !core::is_open<T>) {
                    if (part) bytes_.below(index, n.count), put(*part, static_cast<std::uint16_t>(n.first + index));
                } else {
                    put(part, static_cast<std::uint16_t>(n.first + index));
                }
                ++index;
            });
        } else if constexpr (core::list_type<T>) {
            std::int64_t size = 0;
            for (auto const& element : value) {
                if (size++ >= n.least) bytes_.flag(true);
                if constexpr (core::pooled_list<T>)
                    arbitrary_string<typename T::element_constraint>::put(element, bytes_);
                else
                    put<typename T::value_type>(element, n.first);
            }
            if (size < n.most) bytes_.flag(false);
        } else if constexpr (core::is_constrained_string<T>) {
            arbitrary_string<typename T::constraint>::put(value.view(), bytes_);
        } else if constexpr (std::is_same_v<T, bool>) {
            bytes_.flag(value);
        } else if constexpr (core::integer<T>) {
            bytes_.between(value, n.least, n.most);
        } else {
            any_string::put(value, bytes_);
        }
    }

private:
    template <class Shape, class F>
    static void for_each_member(Shape const& value, F f) {
        core::for_each_member<Shape>([&](auto const& m) { f(value.*m.pointer); });
    }

    core::node const* nodes_;
    byte_sink& bytes_;
};

} // namespace detail

/// A valid value of a shape or string type from any bytes: `check` finds no error in it, in these Regions too.
/// Every valid value comes from some bytes (`bytes_for`), if its plain strings are valid UTF-8 of less than 1 MiB
/// and its event classes are listed ones.
///
/// The bytes decide what is there, how long it is and, byte by byte, what it says, so that what a fuzzer changes
/// in them changes the value in one place. No bytes give the smallest value. Regions of two partitions suit no
/// role ARN: the first one's partition is taken, and `check` will object, as it does to a Region that it does not
/// know. Of shapes' own rules only those of a CreateCustomLogSource request are known here.
///
/// Linear in the bytes used, the first call but for tables of some thousand entries a string type. Throws
/// `std::bad_alloc` only.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const in = lakeproof::testing::arbitrary<lakeproof::region>(bytes);
/// auto const r = lakeproof::testing::arbitrary<lakeproof::create_custom_log_source_request>(bytes, {in});
/// \endcode
template <class T>
[[nodiscard]] T arbitrary(byte_source& bytes, region_list const& regions = {}) {
    auto value = detail::value_maker{detail::core::nodes_of<T>.data(), bytes}.template make<T>(0);
    if constexpr (std::is_same_v<T, create_custom_log_source_request>) detail::fit_request(value, regions);
    return value;
}

/// A valid request from any bytes: what a fuzz target begins with.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// use(lakeproof::testing::arbitrary_request(bytes, {lakeproof::regions::us_east_1}));
/// \endcode
[[nodiscard]] inline create_custom_log_source_request arbitrary_request(byte_source& bytes,
                                                                        region_list const& regions = {}) {
    return arbitrary<create_custom_log_source_request>(bytes, regions);
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
    detail::value_putter{detail::core::nodes_of<T>.data(), bytes}.put(value, 0);
    return bytes.bytes();
}

} // namespace lakeproof::testing
