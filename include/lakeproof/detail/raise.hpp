// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstdlib>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Throws an exception, or aborts where exceptions are off: the one difference between the two modes.
///
/// Not constexpr, and so what a constant expression must not reach.
template <class Exception, class... Arguments>
[[noreturn]] void raise([[maybe_unused]] Arguments&&... arguments) {
#ifdef __cpp_exceptions
    throw Exception(std::forward<Arguments>(arguments)...);
#else
    std::abort();
#endif
}

} // namespace lakeproof::detail
