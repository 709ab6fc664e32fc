// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/text/constraint.hpp>
#include <lakeproof/text/constraint_error.hpp>
#include <lakeproof/text/detail/copy.hpp>
#include <lakeproof/text/detail/trusted_access.hpp>
#include <lakeproof/version.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A text that keeps its constraint: right by construction, held inline, never allocating.
///
/// Valid: a text of `min_length` to `max_length` Unicode scalar values that matches the pattern.
/// An invalid literal does not compile, and the diagnostic names the rule; an invalid run-time text
/// makes `from` return nothing and the explicit constructor throw `constraint_error` (or call
/// `std::abort` without exceptions). There is no default constructor and no way round the checks.
///
/// Complexity: linear in the text to construct and copy. Copying never throws.
/// \code
/// constexpr lakeproof::source_name name = "acme-edr";
/// if (auto n = lakeproof::source_name::from(text)) use(*n);
/// \endcode
template <class Constraint>
class constrained_string {
    // Not in the template head: <lakeproof/fwd.hpp> names string types before their constraints.
    static_assert(requires { Constraint::pattern::matches(std::string_view{}); },
                  "a constraint needs a pattern: using pattern = lakeproof::pattern<\"^…$\">;");
    static_assert(requires { std::size_t{Constraint::min_length}, std::size_t{Constraint::max_length}; },
                  "a constraint needs its length: static constexpr std::size_t min_length = …, "
                  "max_length = …;");
    using size_type =
        std::conditional_t<(detail::capacity_of<Constraint> < 256), std::uint8_t, std::uint16_t>;
    static_assert(detail::capacity_of<Constraint> < 65536);
    friend struct detail::trusted_access;
    /// Names texts that are checked already; explicit, so that no `{}` of a caller's becomes one.
    struct trusted {
        explicit trusted() = default;
    };

public:
    using constraint = Constraint;

    /// Bytes of the longest legal text.
    static constexpr std::size_t capacity = detail::capacity_of<Constraint>;

    /// There is no empty value: a required member that is left out does not compile, and the
    /// diagnostic names the rule in the template argument.
    template <rule Broken = rule::member_missing>
    constrained_string() = delete;

    /// From a literal, checked by the compiler.
    template <std::size_t N>
    consteval constrained_string(char const (&literal)[N])
        : constrained_string{trusted{},
                             detail::checked<Constraint>(detail::literal_text(literal))} {}

    /// From a text; throws `constraint_error` if it breaks the constraint.
    template <class Text>
    requires(
        std::convertible_to<Text const&, std::string_view> && !std::is_array_v<Text> &&
        !std::same_as<Text, constrained_string> &&
        !std::same_as<Text, std::nullptr_t>) constexpr explicit constrained_string(Text const& text)
        : constrained_string{trusted{}, detail::checked<Constraint>(std::string_view{text})} {}

    /// From a value whose text is legal by itself, such as an `ocsf::event_class`.
    template <class T>
    requires requires(T const& v) {
        { Constraint::spell(v) } -> std::same_as<std::string_view>;
    }
    constexpr constrained_string(T const& v) noexcept
        : constrained_string{trusted{}, Constraint::spell(v)} {}

    /// From parts that the constraint composes, such as a name and a Region; throws like the above.
    template <class First, class Second>
    requires requires(First const& a, Second const& b) { Constraint::compose(a, b); }
    constexpr constrained_string(First const& a, Second const& b)
        : constrained_string{trusted{},
                             detail::checked<Constraint>(Constraint::compose(a, b).view())} {}

    /// Callable from here alone, since nobody else can name `trusted`.
    constexpr constrained_string(trusted, std::string_view text) noexcept
        : size_{static_cast<size_type>(text.size())}, buffer_{filled(text)} {}

    constexpr constrained_string(constrained_string const& other) noexcept
        : constrained_string{trusted{}, other.view()} {}
    constexpr constrained_string& operator=(constrained_string const& other) noexcept {
        if (this != &other) {
            buffer_.text[detail::copy_text(buffer_.text, other.view())] = '\0';
            size_ = other.size_;
        }
        return *this;
    }

    /// The value for a text, or nothing if it breaks the constraint. Never throws.
    [[nodiscard]] static constexpr std::optional<constrained_string>
    from(std::string_view text) noexcept {
        if (!check_text<Constraint>(text)) return std::nullopt;
        return std::optional<constrained_string>{std::in_place, trusted{}, text};
    }

    /// The value composed of parts, or nothing if it breaks the constraint. Never throws.
    template <class First, class Second>
    requires requires(First const& a, Second const& b) { Constraint::compose(a, b); }
    [[nodiscard]] static constexpr std::optional<constrained_string>
    from(First const& a, Second const& b) noexcept {
        return from(Constraint::compose(a, b).view());
    }

    /// How a text stands to the constraint: which bound it breaks, and its number. Never throws.
    [[nodiscard]] static constexpr constraint_status check(std::string_view text) noexcept {
        return check_text<Constraint>(text);
    }
    template <class First, class Second>
    requires requires(First const& a, Second const& b) { Constraint::compose(a, b); }
    [[nodiscard]] static constexpr constraint_status check(First const& a,
                                                           Second const& b) noexcept {
        return check_text<Constraint>(Constraint::compose(a, b).view());
    }

    /// The text. Valid as long as this object is.
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {buffer_.text, size_}; }
    constexpr operator std::string_view() const noexcept { return view(); }

    [[nodiscard]] constexpr char const* data() const noexcept { return buffer_.text; }
    [[nodiscard]] constexpr char const* c_str() const noexcept { return buffer_.text; }
    /// Bytes of the text.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

    friend constexpr bool operator==(constrained_string const& a,
                                     constrained_string const& b) noexcept {
        return a.view() == b.view();
    }
    friend constexpr std::strong_ordering operator<=>(constrained_string const& a,
                                                      constrained_string const& b) noexcept {
        return a.view() <=> b.view();
    }
    /// Compares with any text, legal or not; a template, so that a literal is not checked first.
    template <class Text>
    requires(std::convertible_to<Text const&, std::string_view> &&
             !std::same_as<Text, constrained_string>) friend constexpr bool
    operator==(constrained_string const& a, Text const& b) noexcept {
        return a.view() == std::string_view{b};
    }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                                        constrained_string const& s) {
        return out << s.view();
    }

private:
    struct buffer {
        char text[capacity + 1];
    };

    // Called in the member initialiser: g++ 12 takes no constant from an object that is const and
    // filled in the body of its constructor.
    static constexpr buffer filled(std::string_view text) noexcept {
        buffer b;
        if (std::is_constant_evaluated()) b = buffer{}; // a constant's bytes all have values
        b.text[detail::copy_text(b.text, text)] = '\0';
        return b;
    }

    size_type size_;
    buffer buffer_;
};

} // namespace lakeproof

template <class Constraint>
struct std::hash<lakeproof::constrained_string<Constraint>> { // NOLINT(cert-dcl58-cpp): what a program may add to std
    std::size_t operator()(lakeproof::constrained_string<Constraint> const& s) const noexcept {
        return std::hash<std::string_view>{}(s.view());
    }
};
