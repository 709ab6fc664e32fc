// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/ocsf/event_class.hpp>
#include <lakeproof/ocsf/event_class_name.hpp>
#include <lakeproof/testing/detail/accepted_texts.hpp>
#include <lakeproof/testing/detail/byte_source.hpp>
#include <lakeproof/text/constraint.hpp>
#include <lakeproof/text/detail/text_rules.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// Makes texts of a constraint that break no rule which is an error, each from some bytes.
///
/// Length, pattern, a documented limit and refused characters are what the constraint says. One
/// that judges further needs a specialization of its own, unless all that it then finds are
/// warnings.
template <string_constraint Constraint>
struct arbitrary_text {
    /// The longest text, in characters.
    static constexpr std::size_t max_length = [] {
        if constexpr (requires { Constraint::documented_limit; })
            return std::size_t{Constraint::documented_limit};
        else
            return std::size_t{Constraint::max_length};
    }();
    /// What the text may not hold although the pattern lets it.
    static constexpr std::string_view refused = [] {
        if constexpr (requires { Constraint::refused; })
            return std::string_view{Constraint::refused};
        else
            return std::string_view{};
    }();

    static accepted_texts const& texts() {
        static accepted_texts const all{text_rules_of<Constraint>, Constraint::min_length,
                                        max_length, refused};
        return all;
    }
    static std::string make(byte_source& bytes) { return texts().from(bytes); }
    /// Puts the bytes that make a text.
    static void put(std::string_view text, byte_sink& bytes) { texts().put(text, bytes); }
};

/// The names that are listed: others are an error.
template <>
struct arbitrary_text<ocsf::event_class_constraint> {
    static std::string make(byte_source& bytes) {
        auto const c = static_cast<ocsf::event_class>(bytes.below(ocsf::event_class_count));
        return std::string{to_string(c)};
    }
    static void put(std::string_view text, byte_sink& bytes) {
        auto const c = ocsf::event_class_from(text);
        bytes.below(c ? static_cast<std::size_t>(*c) : 0, ocsf::event_class_count);
    }
};

namespace detail {

/// ARNs that a role can have, but for the lengths of its path and name.
struct role_arn_with_segments {
    using pattern =
        lakeproof::pattern<R"(^arn:aws[a-zA-Z-]*:iam::\d{12}:role(/[a-zA-Z_0-9+=,.@\-_]+)+$)">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = role_arn_constraint::max_length;
};

} // namespace detail

/// The ARNs that a role can have: one whose path or name is too long loses what is too much.
template <>
struct arbitrary_text<role_arn_constraint> {
    using in_segments = arbitrary_text<detail::role_arn_with_segments>;

    static std::string make(byte_source& bytes) { return fitted(in_segments::make(bytes)); }
    static void put(std::string_view text, byte_sink& bytes) { in_segments::put(text, bytes); }

private:
    static std::string fitted(std::string arn) {
        auto const path = arn.find('/');
        auto const name = arn.rfind('/') + 1;
        auto const last = arn.substr(name, role_arn_constraint::max_role_name_length);
        arn.resize(name);
        if (name - path > role_arn_constraint::max_path_length) {
            arn.resize(path + role_arn_constraint::max_path_length - 1);
            if (arn.back() != '/') arn += '/'; // no empty segment
        }
        return arn + last;
    }
};

} // namespace lakeproof::testing
