// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/finding.hpp>
#include <lakeproof/check/detail/refuse.hpp>
#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace detail {
struct sink_access;
}

/// The wording of a violation: a string literal, which the compiler checks to be one.
///
/// `{value}` in it stands for *Value '…' at 'sourceName'*, `{place}` for *Value at 'configuration'* (or *The
/// document*), `{at}` for * at 'configuration'*, `{path}` for *'sourceName'*, `{text}` for the quoted string,
/// `{length}`, `{bound}`, `{region}` and `{detail}` for what the violation has of these, `{in_region}` for
/// * in us-east-1* where it has a Region. Anything else is as it is.
class message_literal {
public:
    template <std::size_t N>
    consteval message_literal(char const (&literal)[N]) noexcept : text_{literal} {}
    [[nodiscard]] constexpr char const* c_str() const noexcept { return text_; }

private:
    char const* text_;
};

/// What a violation has beyond its rule, place and message; each may be left out.
struct violation_details {
    std::string_view region{};            ///< its code, cut to 25 bytes, in which the rule is broken
    std::size_t bound = 0;                ///< that is broken
    std::string_view detail{};            ///< what the rule compares with; may be cut
    std::optional<severity> by_default{}; ///< instead of the rule's own, unless a policy sets it
    std::optional<std::size_t> length{};  ///< instead of the string's own
};

inline constexpr violation_details no_details{};

/// Where rules report what they find.
///
/// A rule is a function over a `document_view`; a shape's own are its `check(document_view<Shape>, rule_sink&)`.
/// What is reported goes through the policy into the report, in the order in which it is reported.
/// \code
/// inline constexpr lakeproof::rule_info no_tmp{.id = "no-tmp"};
///
/// struct named {
///     lakeproof::source_name name;
///     static constexpr auto members = lakeproof::member_table(lakeproof::member{"name", &named::name});
///     static constexpr void check(lakeproof::document_view<named> d, lakeproof::rule_sink& out) {
///         if (d[&named::name].view().starts_with("tmp"))
///             out.report(no_tmp, d[&named::name], "{value} is temporary: choose a lasting name");
///     }
/// };
/// \endcode
class rule_sink {
public:
    /// Reports a broken rule at a place: a member, an element, or the document itself.
    ///
    /// `r` lives as long as the program, as `inline constexpr` objects do. Complexity: constant. Never throws.
    template <class T>
    constexpr void report(rule_info const& r, document_view<T> const& at, message_literal message,
                          violation_details const& d = no_details) {
        using access = detail::view_access;
        auto const* const string = detail::any_string<T> ? access::found(at) : nullptr;
        add(r, access::nodes(at), string, access::where(at), message, d);
    }
    template <class T>
    constexpr void report(rule r, document_view<T> const& at, message_literal message,
                          violation_details const& d = no_details) {
        report(info(r), at, message, d);
    }

    /// The Regions of the options.
    [[nodiscard]] constexpr region_list const& regions() const noexcept { return options_.regions; }

private:
    friend struct detail::sink_access;

    using refusal = void (*)(rule_info const&, std::string_view region);

    constexpr rule_sink(options const& o, lakeproof::report& out, detail::sink_mode mode, refusal refuse) noexcept
        : options_{o}, out_{out}, mode_{mode} {
        if (std::is_constant_evaluated()) refuse_ = refuse;
    }

    [[nodiscard]] constexpr bool is_full_for(severity s) const noexcept { return out_.is_full_for(s); }
    LAKEPROOF_NOINLINE constexpr void add(detail::node const* nodes, detail::finding const& f) {
        add_inline(nodes, f);
    }
    /// What every `report` comes to, once for all types; `string` is null where there is none.
    LAKEPROOF_NOINLINE constexpr void add(rule_info const& r, detail::node const* nodes, detail::value const* string,
                                          detail::place const& where, message_literal message,
                                          violation_details const& d) {
        detail::finding f{&r, options_.policy.of(r, d.by_default.value_or(r.default_severity)), message.c_str(), where};
        if (string != nullptr) {
            if (string->right_type) f.excerpt = string->view();
            f.length = string->length;
        }
        f.region = detail::whole_characters(d.region, region::capacity); // a report has room for a code
        f.detail = d.detail;
        f.length = d.length.value_or(f.length);
        f.bound = d.bound;
        add_inline(nodes, f);
    }
    LAKEPROOF_ALWAYS_INLINE constexpr void add_inline(detail::node const* nodes, detail::finding const& f) {
        if (std::is_constant_evaluated() && mode_ == detail::sink_mode::prove &&
            f.severity == severity::error)
            refuse_(*f.info, f.region);
        out_.add(nodes, f);
    }

    options const& options_;
    lakeproof::report& out_;
    detail::sink_mode mode_;
    refusal refuse_; ///< what does not compile, in `sink_mode::prove`
};

namespace detail {

/// For the structure of a document and for the Regions, which report without a view.
struct sink_access {
    static constexpr rule_sink make(options const& o, report& out, sink_mode mode,
                                    rule_sink::refusal refuse = nullptr) noexcept {
        return {o, out, mode, refuse};
    }
    static constexpr void add(rule_sink& sink, node const* nodes, finding const& f) {
        sink.add(nodes, f);
    }
    /// The same where it pays: for strings, which break most rules.
    LAKEPROOF_ALWAYS_INLINE static constexpr void add_inline(rule_sink& sink, node const* nodes, finding const& f) {
        sink.add_inline(nodes, f);
    }
    static constexpr options const& options_of(rule_sink const& sink) noexcept {
        return sink.options_;
    }
    static constexpr report& report_of(rule_sink const& sink) noexcept { return sink.out_; }
    /// Whether a violation of severity `s` would only be counted.
    static constexpr bool is_full_for(rule_sink const& sink, severity s) noexcept {
        return sink.is_full_for(s);
    }
    /// Whether strings become values of a model, so that their rules are errors whatever the policy.
    static constexpr bool builds(rule_sink const& sink) noexcept {
        return sink.mode_ == sink_mode::build;
    }
};

} // namespace detail

} // namespace lakeproof
