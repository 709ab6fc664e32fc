// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/report.hpp>
#include <lakeproof/version.hpp>

#include <new>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What reading a document gave: a report, and a value if the report has no error.
///
/// Warnings and notes ride along with a value.
/// \code
/// auto parsed = lakeproof::json::parse_request(text);
/// if (!parsed) for (auto const& v : parsed.report()) std::cerr << v << '\n';
/// \endcode
template <class T>
class outcome {
public:
    /// No value, and nothing to report yet.
    outcome() noexcept {}
    outcome(outcome const& other) : report_{other.report_} {
        if (other.has_) emplace([&]() -> T { return *other; });
    }
    outcome(outcome&& other) noexcept(noexcept(T(std::move(*other)))) : report_{other.report_} {
        if (other.has_) emplace([&]() -> T { return *std::move(other); });
    }
    outcome& operator=(outcome const& other) {
        if (this == &other) return *this;
        if (other.has_) {
            T copy{*other}; // may throw, with nothing changed
            emplace([&]() -> T { return std::move(copy); });
        } else {
            reset();
        }
        report_ = other.report_;
        return *this;
    }
    ~outcome() { reset(); }

    /// Whether there is a value, which is whether the report is ok.
    [[nodiscard]] bool has_value() const noexcept { return has_; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_; }

    /// The value, which must be there.
    [[nodiscard]] T const& operator*() const& noexcept { return room_.value; }
    [[nodiscard]] T& operator*() & noexcept { return room_.value; }
    [[nodiscard]] T&& operator*() && noexcept { return std::move(room_.value); }
    [[nodiscard]] T const* operator->() const noexcept { return &room_.value; }
    [[nodiscard]] T* operator->() noexcept { return &room_.value; }
    /// The value; without one, throws `constraint_error` with the rule of the first error.
    [[nodiscard]] T const& value() const& {
        require();
        return room_.value;
    }
    [[nodiscard]] T&& value() && {
        require();
        return std::move(room_.value);
    }

    /// All violations, errors or not.
    [[nodiscard]] lakeproof::report const& report() const noexcept { return report_; }
    [[nodiscard]] lakeproof::report& report() noexcept { return report_; }

    /// Makes the value in place from what a function returns. For readers.
    template <class Make>
    void emplace(Make&& make) {
        reset();
        ::new (static_cast<void*>(&room_)) T(make());
        has_ = true;
    }

private:
    void require() const {
        if (has_) return;
        for (auto const& v : report_)
            if (v.severity() == severity::error)
                detail::throw_constraint_error(v.rule(), v.bound(), v.length());
        detail::throw_constraint_error(rule::json_malformed, 0, 0);
    }
    void reset() noexcept {
        if (has_) room_.value.~T();
        has_ = false;
    }

    lakeproof::report report_;
    bool has_ = false;
    /// Room for a value. Its address is taken as the room's, whatever `&` means to a `T`.
    union room {
        room() noexcept {}
        ~room() {}
        T value;
    } room_;
};

} // namespace lakeproof
