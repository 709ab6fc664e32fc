// SPDX-License-Identifier: BSL-1.0
#include "signing_region.hpp"

#include <lakeproof/check/printable.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace lp = lakeproof;

namespace {

constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";
constexpr std::string_view credential = "Credential=";

/// The third of the five parts of a scope: an access key may have slashes, so they count from behind.
std::optional<std::string_view> region_of_scope(std::string_view authorization) {
    auto const begin = authorization.find(credential);
    if (begin == std::string_view::npos) return std::nullopt;
    auto scope = authorization.substr(begin + credential.size());
    scope = scope.substr(0, scope.find_first_of(", \t"));
    std::array<std::string_view, 3> parts{}; // from the last
    for (auto& part : parts) {
        auto const slash = scope.rfind('/');
        if (slash == std::string_view::npos) return std::nullopt;
        part = scope.substr(slash + 1);
        scope = scope.substr(0, slash);
    }
    auto const [last, service, region] = parts;
    if (last != "aws4_request" || service.empty() || region.empty() ||
        scope.find('/') == std::string_view::npos)
        return std::nullopt;
    return region;
}

} // namespace

std::variant<lp::region, lp::http::service_error>
signing_region(std::string_view authorization, std::vector<lp::region> const& played) {
    auto const scheme = authorization.substr(0, authorization.find_first_of(" \t"));
    if (scheme != algorithm) return played.front();
    auto const code = region_of_scope(authorization);
    if (!code)
        return lp::http::service_error{
            .name = "IncompleteSignatureException",
            .status = 400,
            .details = {.message =
                            "Authorization header requires a 'Credential' parameter of the form "
                            "access-key/date/region/securitylake/aws4_request"}};
    auto const found = std::find_if(played.begin(), played.end(),
                                    [&](lp::region const& each) { return each.view() == *code; });
    if (found != played.end()) return *found;
    std::string message = "Credential should be scoped to a valid region, not ";
    lp::append_quoted(message, *code);
    message += ": here are";
    for (auto const& each : played) message.append(" ").append(each.view());
    return lp::http::service_error{
        .name = "InvalidSignatureException", .status = 403, .details = {.message = message}};
}
