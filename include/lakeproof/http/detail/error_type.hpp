// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/header_range.hpp>
#include <lakeproof/version.hpp>

#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// The exception that a header `X-Amzn-ErrorType` or a member `code` or `__type` names.
///
/// What follows the first `:` is cut off, then what precedes the last `#`, then white space at the
/// ends: `ns#FooError:http://…` is `FooError`. A view into the text; empty if the text names none.
/// Source: restJson1. Linear.
/// \code
/// static_assert(lakeproof::http::error_name("aws.lake#FooError:http://x/#y") == "FooError");
/// \endcode
[[nodiscard]] constexpr std::string_view error_name(std::string_view text) noexcept {
    text = text.substr(0, text.find(':'));
    return detail::trimmed(text.substr(text.rfind('#') + 1)); // npos + 1 is 0
}

} // namespace lakeproof::http
