// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// An array for the time of one evaluation, uninitialized where its elements are numbers.
///
/// An array member would need its size as a template argument, and so a new instantiation of all
/// that compiles patterns for each pattern. The pointer is public, since each call of an operator
/// counts in a compiler's limit: with one, a pattern took clang 1.4 times as many steps.
template <class T>
struct scratch {
    T* at;

    constexpr explicit scratch(std::size_t size) : at{new T[size]} {}
    scratch(scratch const&) = delete;
    scratch& operator=(scratch const&) = delete;
    constexpr ~scratch() { delete[] at; }
};

} // namespace lakeproof::detail
