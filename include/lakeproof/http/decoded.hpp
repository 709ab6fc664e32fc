// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/outcome.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/version.hpp>

#include <optional>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// What a message holds: a request or response, with its report, or a `service_error`, or neither.
///
/// Of a request, `error()` is there whenever there is no value, and is what to answer. Of a
/// response, it is there if the status is one of failure; a success whose body is no response has
/// neither value nor error, and its report says why.
/// \code
/// auto const answer = lakeproof::http::decode_response(
///     200, std::vector<lakeproof::http::header>{}, R"({"source":{}})");
/// if (answer) use(answer->source);
/// else if (auto const* error = answer.error()) std::cerr << error->name;
/// else for (auto const& v : answer.report()) std::cerr << v << '\n';
/// \endcode
template <class T>
class decoded : outcome<T> {
    using base = lakeproof::outcome<T>;

public:
    explicit decoded(base read) : base{std::move(read)} {}
    explicit decoded(service_error e) : error_{std::move(e)} {}
    decoded(base read, service_error e) : base{std::move(read)}, error_{std::move(e)} {}

    using base::has_value;
    using base::operator bool;
    using base::operator*;
    using base::operator->;

    /// All violations of the body, errors or not; empty where the body was not looked at.
    [[nodiscard]] lakeproof::report const& report() const noexcept { return base::report(); }
    /// The error, or null.
    [[nodiscard]] service_error const* error() const noexcept {
        return error_ ? &*error_ : nullptr;
    }
    /// The value and the report alone.
    [[nodiscard]] base const& outcome() const noexcept { return *this; }

private:
    std::optional<service_error> error_{};
};

} // namespace lakeproof::http
