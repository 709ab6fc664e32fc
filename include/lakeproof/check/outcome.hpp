// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/message.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/detail/raise.hpp>
#include <lakeproof/version.hpp>

#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Thrown where the value of a document is asked for that has none: what the first error says, and its place.
class invalid_document : public std::invalid_argument {
public:
    explicit invalid_document(lakeproof::report const& r)
        : std::invalid_argument{first_error(r)}, report_{r} {}

    /// All violations of the document.
    [[nodiscard]] lakeproof::report const& report() const noexcept { return report_; }

private:
    static std::string first_error(lakeproof::report const& r) {
        for (auto const v : r) {
            if (v.severity() != severity::error) continue;
            std::string line;
            append_printable(line, v.pointer());
            return line + (line.empty() ? "document: " : ": ") + message(v);
        }
        return "no document has been read";
    }

    lakeproof::report report_;
};

/// What reading a document gave: a report, and a value if the report has no error.
///
/// Warnings and notes ride along with a value. Speaks the words of `std::expected<T, report>`.
/// \code
/// auto parsed = lakeproof::json::parse_request(text);
/// if (!parsed) for (auto const& v : parsed.report()) std::cerr << v << '\n';
/// \endcode
template <class T>
class outcome {
public:
    using value_type = T;
    using error_type = lakeproof::report;

    /// No value, and nothing to report yet.
    outcome() noexcept {}
    outcome(outcome const& other) : report_{other.report_} {
        if (other.has_) emplace([&]() -> T { return *other; });
    }
    outcome(outcome&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
        : report_{other.report_} {
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

    /// Whether there is a value; after reading, that is whether the report is ok.
    [[nodiscard]] bool has_value() const noexcept { return has_; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_; }

    /// The value, which must be there.
    [[nodiscard]] T const& operator*() const& noexcept { return room_.value; }
    [[nodiscard]] T& operator*() & noexcept { return room_.value; }
    [[nodiscard]] T&& operator*() && noexcept { return std::move(room_.value); }
    [[nodiscard]] T const* operator->() const noexcept { return &room_.value; }
    [[nodiscard]] T* operator->() noexcept { return &room_.value; }
    /// The value; without one, throws `invalid_document`, which holds the report.
    [[nodiscard]] T const& value() const& {
        require();
        return room_.value;
    }
    [[nodiscard]] T& value() & {
        require();
        return room_.value;
    }
    [[nodiscard]] T&& value() && {
        require();
        return std::move(room_.value);
    }
    /// The value, or another where there is none.
    template <class U>
    [[nodiscard]] T value_or(U&& other) const& {
        return has_ ? room_.value : static_cast<T>(std::forward<U>(other));
    }
    template <class U>
    [[nodiscard]] T value_or(U&& other) && {
        return has_ ? std::move(room_.value) : static_cast<T>(std::forward<U>(other));
    }

    /// All violations, errors or not.
    [[nodiscard]] lakeproof::report const& report() const noexcept { return report_; }
    [[nodiscard]] lakeproof::report& report() noexcept { return report_; }
    /// The report, by `std::expected`'s name.
    [[nodiscard]] lakeproof::report const& error() const noexcept { return report_; }

    /// Makes the value in place from what a function returns. For readers.
    template <class Make>
    void emplace(Make&& make) {
        reset();
        ::new (static_cast<void*>(&room_)) T(make());
        has_ = true;
    }

private:
    void require() const {
        if (!has_) detail::raise<invalid_document>(report_);
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
