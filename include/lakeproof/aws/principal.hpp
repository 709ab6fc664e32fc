// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What `principal` demands. Source: the service model of 2018-05-10; the length is DNS's.
struct principal_constraint {
    using pattern = lakeproof::pattern<R"(^([0-9]{12}|[a-z0-9\.\-]*\.(amazonaws|amazon)\.com)$)">;
    static constexpr std::size_t min_length = 0;
    static constexpr std::size_t max_length = 255;
    static constexpr rule length_rule = rule::principal_length;
    static constexpr rule pattern_rule = rule::principal_pattern;

    static constexpr std::size_t match(std::string_view text) noexcept {
        using detail::byte_set, detail::digit_bytes, detail::length_in_set;
        constexpr auto name_bytes = byte_set{digit_bytes}.add('a', 'z').add('.').add('-');
        if (length_in_set<digit_bytes>(text) == 12 &&
            (text.size() == 12 || !name_bytes.contains(static_cast<unsigned char>(text[12]))))
            return 12;
        auto const name = text.substr(0, length_in_set<name_bytes>(text));
        return name.ends_with(".amazonaws.com") || name.ends_with(".amazon.com") ? name.size() : 0;
    }
};

/// Who writes the logs: a 12-digit account ID, or an AWS service principal
/// (`firehose.amazonaws.com`), at most 255 characters.
///
/// An invalid literal does not compile; an invalid run-time text throws or gives nothing.
/// \code
/// constexpr lakeproof::principal account = "123456789012";
/// \endcode
using principal = constrained_string<principal_constraint>;

/// The account ID that an ARN holds, or empty where the text is no ARN or holds none.
[[nodiscard]] constexpr std::string_view account_id_in_arn(std::string_view text) noexcept {
    if (!text.starts_with("arn:")) return {};
    for (int field = 0; field < 4; ++field) { // arn:partition:service:region:account:resource
        auto const colon = detail::find_byte(text, ':');
        if (colon == std::string_view::npos) return {};
        text.remove_prefix(colon + 1);
    }
    auto const account = text.substr(0, 12);
    if (account.size() != 12 || text.size() == 12 || text[12] != ':') return {};
    for (char c : account)
        if (c < '0' || c > '9') return {};
    return account;
}

} // namespace lakeproof
