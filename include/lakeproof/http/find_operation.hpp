// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/request_target.hpp>
#include <lakeproof/model/operation.hpp>
#include <lakeproof/version.hpp>

#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// Which of several operations a request is for: the first whose method and path are the request's, or none.
///
/// The query is not looked at. Literal segments of the path compare byte for byte; a label stands for any one segment,
/// so that a segment with an encoded slash is one. Linear in the path, times the operations. Never throws.
/// \code
/// namespace ops = lakeproof::operations;
/// auto const found = lakeproof::http::find_operation<ops::create_custom_log_source, ops::delete_custom_log_source>(
///     "DELETE", "/v1/datalake/logsources/custom/acme-edr");
/// if (found) std::visit([]<class Op>(Op) { use(Op::binding.status); }, *found);
/// \endcode
template <operation... Ops>
requires(sizeof...(Ops) > 0)
[[nodiscard]] constexpr std::optional<std::variant<Ops...>> find_operation(std::string_view method,
                                                                           std::string_view target) noexcept {
    std::optional<std::variant<Ops...>> found;
    auto const path = detail::split_target(target).path;
    static_cast<void>((... || (detail::routes(Ops::binding, method, path) &&
                               (found.emplace(std::in_place_type<Ops>), true))));
    return found;
}

} // namespace lakeproof::http
