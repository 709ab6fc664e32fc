// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/detail/uri_template.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// How an operation travels over HTTP, in one line.
///
/// The URI is a template of RFC 6570: `{name}` is a whole segment of the path, `{?name,other}` at the end is the
/// query. The names are those of members of the input, as its table has them; all other members are the body, as
/// JSON. A member in the path is a required string, integer or `bool`; one in the query may be optional, and a list
/// of these. A template of another form does not compile, and the diagnostic says what is wrong.
/// \code
/// constexpr lakeproof::http_binding tags{"DELETE", "/v1/tags/{resourceArn}{?tagKeys}"};
/// static_assert(tags.status == 200 && tags.path() == "/v1/tags/{resourceArn}");
/// \endcode
struct http_binding {
    std::string_view method;
    std::string_view uri;
    int status; ///< of success

    consteval http_binding(std::string_view http_method, std::string_view uri_template,
                           int success_status = 200) noexcept
        : method{http_method}, uri{uri_template}, status{success_status} {
        detail::check_uri_template(uri_template);
    }

    /// The template without the query.
    [[nodiscard]] constexpr std::string_view path() const noexcept { return detail::path_of_template(uri); }

    friend constexpr bool operator==(http_binding const&, http_binding const&) noexcept = default;
};

} // namespace lakeproof
