// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/fixed_text.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What the service's derived role must keep: IAM's rules for a role name.
///
/// Source: the API reference of CreateCustomLogSource for how the name is derived; IAM CreateRole.
struct provider_role_name_constraint {
    using pattern = lakeproof::pattern<R"(^[\w+=,.@-]*$)">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 64;
    static constexpr rule length_rule = rule::provider_role_length;
    static constexpr rule pattern_rule = rule::provider_role_characters;

    static constexpr std::string_view prefix = "AmazonSecurityLake-Provider-";

    /// The length of the role name for a source name of `name_length` characters.
    static constexpr std::size_t length_for(std::size_t name_length,
                                            std::string_view region_code) noexcept {
        return prefix.size() + name_length + 1 + region_code.size();
    }

    /// A derived name before it is checked: it may be too long, or hold what IAM refuses.
    using derived =
        detail::fixed_text<prefix.size() + source_name::capacity + 1 + region::capacity>;

    static constexpr derived compose(source_name const& name, region const& r) noexcept {
        return derived{}.append(prefix).append(name.view()).append("-").append(r.view());
    }
};

/// The role that the service derives for the log provider:
/// `AmazonSecurityLake-Provider-{sourceName}-{region}`, at most 64 ASCII letters, digits, dots and `_+=,@-`.
///
/// A name and Region that break a rule do not compile where they are constants, and the diagnostic
/// names the rule; at run time the constructor throws `constraint_error` and `from` returns nothing.
/// \code
/// constexpr auto role = lakeproof::provider_role_name(lakeproof::source_name{"acme-edr"},
///                                                     lakeproof::regions::us_east_1);
/// static_assert(role == "AmazonSecurityLake-Provider-acme-edr-us-east-1");
/// \endcode
using provider_role_name = constrained_string<provider_role_name_constraint>;

/// The longest source name whose derived role name fits in a Region: 35 less the code's length.
[[nodiscard]] constexpr std::size_t max_source_name_length(region const& r) noexcept {
    return provider_role_name_constraint::max_length -
           provider_role_name_constraint::length_for(0, r.view());
}

} // namespace lakeproof
