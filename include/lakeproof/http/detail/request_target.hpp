// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/http/detail/header_field.hpp>
#include <lakeproof/model/http_binding.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// A request's target, in its two parts.
struct request_target {
    std::string_view path;
    std::string_view query{}; ///< without the question mark
};

/// Splits a target in origin form or absolute form (which a server must take: RFC 9112, 3.2.2).
constexpr request_target split_target(std::string_view target) noexcept {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!same_header_name(target.substr(0, scheme.size()), scheme)) continue;
        auto const path = target.find_first_of("/?", scheme.size());
        target = path == std::string_view::npos ? std::string_view{} : target.substr(path);
        break;
    }
    auto const query = find_byte(target, '?');
    if (query == std::string_view::npos) return {target};
    return {target.substr(0, query), target.substr(query + 1)};
}

/// Calls a function with the name of each label and with what a path has in its place, still encoded, as far as the
/// path follows the template; whether that is to its end. All but labels must be the same byte for byte.
template <class F>
constexpr bool for_each_label_value(http_binding const& binding, std::string_view path, F f) {
    splitter wanted{binding.path(), '/'}, given{path, '/'};
    while (!wanted.done && !given.done) {
        auto const segment = wanted.next(), value = given.next();
        if (is_label(segment))
            f(name_of_label(segment), value);
        else if (segment != value)
            return false;
    }
    return wanted.done && given.done;
}

/// Whether a method and a path are those of a binding.
constexpr bool routes(http_binding const& binding, std::string_view method, std::string_view path) noexcept {
    return method == binding.method &&
           for_each_label_value(binding, path, [](std::string_view, std::string_view) {});
}

} // namespace lakeproof::detail
