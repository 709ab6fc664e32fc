// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// What writes JSON text, declared. Include `<lakeproof/json/serialize.hpp>` to have it defined as
/// well, or `<lakeproof/json/light.hpp>` where another source file of the program defines it.

#include <lakeproof/model/member.hpp>
#include <lakeproof/version.hpp>

#include <string>

namespace lakeproof::inline LAKEPROOF_ABI::json {

/// The JSON text of a request, a response or any other modelled shape.
///
/// Members in the order of the API reference, without white space; optional ones are left out when
/// empty. Escapes what JSON demands and nothing else. One allocation; throws `std::bad_alloc` only.
/// \code
/// std::string body = lakeproof::json::serialize(request);
/// \endcode
template <shape Shape>
[[nodiscard]] std::string serialize(Shape const& value);

} // namespace lakeproof::json
