// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/model/detail/walk.hpp>
#include <lakeproof/testing/detail/arbitrary_text.hpp>
#include <lakeproof/testing/detail/byte_source.hpp>
#include <lakeproof/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

namespace detail {

/// A text without a constraint: any UTF-8, no longer than the bytes there are.
struct any_text {
    static std::string make(byte_source& bytes) {
        std::string text;
        auto size = bytes.below(max_size);
        std::uint8_t state = 0;
        for (; (size > 0 && !bytes.left().empty()) || state != 0; size -= size > 0) {
            auto b = bytes.byte();
            auto next = utf8::next(state, b);
            while (next == utf8::dead)
                next = utf8::next(state, b = static_cast<unsigned char>(b + 1));
            text += static_cast<char>(b);
            state = next;
        }
        return text;
    }
    static void put(std::string_view text, byte_sink& bytes) {
        bytes.below(text.size(), max_size);
        for (char const c : text) bytes.byte(static_cast<unsigned char>(c));
    }

private:
    static constexpr std::size_t max_size = 1024 * 1024; // of a document, by default
};

/// Makes values of the types that member tables name.
template <class T>
T make(byte_source& bytes) {
    namespace core = lakeproof::detail;
    if constexpr (core::without_optional<T>::optional) {
        if (!bytes.flag()) return T{};
        return make<typename core::without_optional<T>::type>(bytes);
    } else if constexpr (shape<T>) {
        // In braces, whose order of evaluation is that of the members.
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return T{make<typename std::tuple_element_t<I, decltype(T::members)>::type>(bytes)...};
        }
        (std::make_index_sequence<member_count<T>>{});
    } else if constexpr (core::pooled_list<T>) {
        using element = constrained_string<typename T::element_constraint>;
        T list{};
        while (bytes.flag() && list.try_push_back(make<element>(bytes))) {
        }
        return list;
    } else if constexpr (core::is_vector<T>) {
        T list{};
        while (bytes.flag()) list.push_back(make<typename T::value_type>(bytes));
        return list;
    } else if constexpr (core::is_constrained_string<T>) {
        return T{arbitrary_text<typename T::constraint>::make(bytes)};
    } else {
        return any_text::make(bytes);
    }
}

/// Puts the bytes that `make` would make a value from.
template <class T>
void put(T const& value, byte_sink& bytes) {
    namespace core = lakeproof::detail;
    if constexpr (core::without_optional<T>::optional) {
        bytes.flag(value.has_value());
        if (value) put(*value, bytes);
    } else if constexpr (shape<T>) {
        std::apply([&](auto const&... m) { (put(value.*m.pointer, bytes), ...); }, T::members);
    } else if constexpr (core::list_type<T>) {
        for (auto const& element : value) {
            bytes.flag(true);
            if constexpr (core::pooled_list<T>)
                arbitrary_text<typename T::element_constraint>::put(element, bytes);
            else
                put(element, bytes);
        }
        bytes.flag(false);
    } else if constexpr (core::is_constrained_string<T>) {
        arbitrary_text<typename T::constraint>::put(value.view(), bytes);
    } else {
        any_text::put(value, bytes);
    }
}

/// Bends a value until it also keeps the rules about the whole of it; one that does stays as it is.
template <class Shape>
struct whole_fit {
    static void fit(Shape&, region_list const&) noexcept {}
};

template <>
struct whole_fit<create_custom_log_source_request> {
    static void fit(create_custom_log_source_request& request, region_list const& regions) {
        fit_name(request.source_name, regions);
        fit_partition(request.configuration.crawler_configuration.role_arn, regions);
    }

private:
    static void fit_name(source_name& name, region_list const& regions) {
        using role = provider_role_name_constraint;
        auto room = name.size();
        for (std::size_t i = 0; i < regions.size(); ++i)
            room = std::min(room, role::max_length - role::length_for(0, regions[i]));
        if (room < name.size()) name = source_name{name.view().substr(0, room)};
    }
    static void fit_partition(role_arn& arn, region_list const& regions) {
        for (std::size_t i = 0; i < regions.size(); ++i) {
            auto const partition = lakeproof::detail::partition_of_code(regions[i]);
            if (!partition) continue;
            auto const old = arn_partition(arn);
            if (old == to_string(*partition)) return;
            std::string text{arn.view()};
            text.replace(std::string_view{"arn:"}.size(), old.size(), to_string(*partition));
            arn = role_arn{text};
            return;
        }
    }
};

} // namespace detail

/// A valid value of a shape or string type from any bytes: `check` finds no error in it, in these
/// Regions too. Every valid value comes from some bytes (`bytes_for`), if its plain
/// texts are valid UTF-8 of less than 1 MiB.
///
/// The bytes decide what is there, how long it is and, byte by byte, what it says, so that what
/// a fuzzer changes in them changes the value in one place. No bytes give the smallest value.
/// Regions of two partitions suit no role ARN: the first one's partition is taken, and `check` will
/// object.
///
/// Linear in the bytes used, the first call but for tables of some thousand entries a string type.
/// Throws `std::bad_alloc` only.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const in = lakeproof::testing::arbitrary<lakeproof::region>(bytes);
/// auto const r = lakeproof::testing::arbitrary<lakeproof::create_custom_log_source_request>(
///     bytes, {in});
/// \endcode
template <class T>
[[nodiscard]] T arbitrary(byte_source& bytes, region_list const& regions = {}) {
    auto value = detail::make<T>(bytes);
    detail::whole_fit<T>::fit(value, regions);
    return value;
}

/// A valid request from any bytes: what a fuzz target begins with.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// use(lakeproof::testing::arbitrary_request(bytes, {lakeproof::regions::us_east_1}));
/// \endcode
[[nodiscard]] inline create_custom_log_source_request
arbitrary_request(byte_source& bytes, region_list const& regions = {}) {
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
    detail::put(value, bytes);
    return bytes.bytes();
}

} // namespace lakeproof::testing
