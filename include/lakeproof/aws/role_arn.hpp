// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/segments.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What `roleArn` demands. Source: the service model of 2018-05-10; the length is IAM's.
struct role_arn_constraint {
    using pattern =
        lakeproof::pattern<R"(^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$)">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 2048;
    static constexpr rule length_rule = rule::role_arn_length;
    static constexpr rule pattern_rule = rule::role_arn_pattern;
    static constexpr char separator = '/';

    /// IAM's bounds on a role: its name, and the path from the first `/` to the last.
    static constexpr std::size_t max_role_name_length = 64;
    static constexpr std::size_t max_path_length = 512;

    /// How most role ARNs start.
    using usual_start = lakeproof::pattern<R"(^arn:aws:iam::\d{12}:role/$)">;
    static constexpr std::size_t usual_start_length = 31;
    using path_characters = lakeproof::pattern<R"(^[a-zA-Z_0-9+=,.@\-_/]*$)">;

    static constexpr std::size_t clean(std::string_view text) noexcept {
        if (text.size() <= usual_start_length || text.size() > max_length ||
            !usual_start::matches(text.substr(0, usual_start_length)))
            return 0;
        constexpr auto path = usual_start_length - 1;
        auto const name =
            lakeproof::detail::last_segment<path_characters::set(), separator>(text, path + 1);
        return name != 0 && text.size() - name <= max_role_name_length &&
               name - path <= max_path_length;
    }

    static constexpr void judge_further(text_facts const& text, text_verdict& v) noexcept {
        if (text.pattern_ok && !resolvable(text)) v.add(rule::role_arn_unresolvable);
    }

private:
    static constexpr bool resolvable(text_facts const& text) noexcept {
        auto const& m = text.marks;
        if (text.head[std::string_view{"arn:"}.size()] == ':') return false; // no partition
        // No colon can follow the one before `role`.
        if (m.first_separator != m.last_colon + std::string_view{":role"}.size()) return false;
        auto const name = m.size - m.last_separator - 1;
        auto const path = m.last_separator - m.first_separator + 1;
        return !m.empty_segment && name >= 1 && name <= max_role_name_length &&
               path <= max_path_length;
    }
};

/// The ARN of the IAM role that the service's Glue crawler assumes, at most 2,048 characters.
///
/// `check` also reports an ARN that the pattern lets through but that no role can have.
/// An invalid literal does not compile; an invalid run-time text throws or gives nothing.
/// \code
/// constexpr lakeproof::role_arn arn = "arn:aws:iam::123456789012:role/SecurityLakeCrawler";
/// \endcode
using role_arn = constrained_string<role_arn_constraint>;

/// The partition of an ARN, `aws` in `arn:aws:iam::…`; empty where it has none.
[[nodiscard]] constexpr std::string_view arn_partition(std::string_view arn) noexcept {
    if (!arn.starts_with("arn:")) return {};
    arn.remove_prefix(4);
    return arn.substr(0, detail::find_byte(arn, ':'));
}

} // namespace lakeproof
