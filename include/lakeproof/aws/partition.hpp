// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// AWS's partitions: groups of Regions that share nothing with those of another group.
enum class partition : std::uint8_t {
    aws,
    aws_cn,
    aws_eusc,
    aws_iso,
    aws_iso_b,
    aws_iso_e,
    aws_iso_f,
    aws_us_gov,
};

namespace detail {

struct partition_info {
    std::string_view id;
    /// What stands before `-{word}-{number}` in the partition's Region codes, between blanks. This is
    /// the published pattern (`^(us|eu|…)\-\w+\-\d+$`) without what all partitions share.
    std::string_view region_prefixes;
    std::string_view dns_suffix;
    std::string_view dual_stack_dns_suffix;
};

/// Source: botocore 1.43.67, partitions.json.
inline constexpr partition_info partition_table[] = {
    {"aws", " us eu ap sa ca me af il mx ", "amazonaws.com", "api.aws"},
    {"aws-cn", " cn ", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
    {"aws-eusc", " eusc-de ", "amazonaws.eu", "api.amazonwebservices.eu"},
    {"aws-iso", " us-iso ", "c2s.ic.gov", "api.aws.ic.gov"},
    {"aws-iso-b", " us-isob ", "sc2s.sgov.gov", "api.aws.scloud"},
    {"aws-iso-e", " eu-isoe ", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
    {"aws-iso-f", " us-isof ", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
    {"aws-us-gov", " us-gov ", "amazonaws.com", "api.aws"},
};

} // namespace detail

/// The id of a partition, as ARNs spell it: `aws-us-gov`.
[[nodiscard]] constexpr std::string_view to_string(partition p) noexcept {
    return detail::partition_table[static_cast<std::size_t>(p)].id;
}

/// The DNS suffix of a partition's endpoints: `amazonaws.com`.
[[nodiscard]] constexpr std::string_view dns_suffix(partition p) noexcept {
    return detail::partition_table[static_cast<std::size_t>(p)].dns_suffix;
}

/// The DNS suffix of a partition's dual-stack (IPv4 and IPv6) endpoints: `api.aws`.
[[nodiscard]] constexpr std::string_view dual_stack_dns_suffix(partition p) noexcept {
    return detail::partition_table[static_cast<std::size_t>(p)].dual_stack_dns_suffix;
}

/// The partition that an id names, or nothing.
[[nodiscard]] constexpr std::optional<partition> partition_from(std::string_view id) noexcept {
    for (std::size_t i = 0; i < std::size(detail::partition_table); ++i)
        if (detail::partition_table[i].id == id) return static_cast<partition>(i);
    return std::nullopt;
}

} // namespace lakeproof
