// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/name_words.hpp>
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

    static constexpr std::size_t match(std::string_view text) noexcept {
        using namespace detail;
        constexpr name_words start{"arn:aws:iam::"};
        constexpr std::string_view behind_account = ":role";
        constexpr auto path_bytes = byte_set{word_bytes}.add('+').add('=').add(',').add('.').add('@').add('-').add('/');
        auto const account = text.size() > start.size && start.match(text.substr(0, start.size))
                                 ? std::size_t{start.size}
                                 : find_account(text);
        if (account == 0 || length_in_set<digit_bytes>(text.substr(account)) != 12 ||
            text.substr(account + 12, behind_account.size()) != behind_account)
            return 0;
        auto const path = account + 12 + behind_account.size();
        auto const size = length_in_set<path_bytes>(text.substr(path));
        return size != 0 ? path + size : 0;
    }

private:
    /// Where the account ID is in an ARN of any partition, or 0.
    static constexpr std::size_t find_account(std::string_view text) noexcept {
        constexpr auto partition_bytes = detail::byte_set{}.add('a', 'z').add('A', 'Z').add('-');
        constexpr std::string_view start = "arn:", service = ":iam::";
        if (!text.starts_with(start)) return 0;
        auto const behind = text.substr(start.size());
        auto const partition = behind.starts_with("aws") ? detail::length_in_set<partition_bytes>(behind) : 0;
        return behind.substr(partition).starts_with(service) ? start.size() + partition + service.size() : 0;
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
    if (arn.substr(4).starts_with("aws:")) return arn.substr(4, 3);
    std::size_t end = 4;
    while (end < arn.size() && arn[end] != ':') ++end;
    return arn.substr(4, end - 4);
}

} // namespace lakeproof
