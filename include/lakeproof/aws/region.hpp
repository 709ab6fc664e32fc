// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/pattern/pattern.hpp>
#include <lakeproof/text/constrained_string.hpp>
#include <lakeproof/text/detail/edit_distance.hpp>
#include <lakeproof/text/detail/name_table.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// What the code of an AWS Region looks like.
struct region_constraint {
    using pattern = lakeproof::pattern<R"(^[a-z]{2,4}(-[a-z]+)+-\d+$)">;
    static constexpr std::size_t min_length = 1;
    static constexpr std::size_t max_length = 25;
};

/// The code of an AWS Region: any well-formed one, in Lakeproof's table or not.
///
/// An invalid literal does not compile; an invalid run-time text throws or gives nothing.
/// \code
/// constexpr lakeproof::region frankfurt = "eu-central-1";
/// static_assert(lakeproof::partition_of(frankfurt) == lakeproof::partition::aws);
/// \endcode
using region = constrained_string<region_constraint>;

/// What the table says of a Region.
struct region_info {
    std::string_view code;
    lakeproof::partition partition;
    bool security_lake; ///< AWS lists a Security Lake endpoint there
    std::string_view description;
};

namespace detail {

/// Source: botocore 1.43.67, partitions.json and endpoints.json.
inline constexpr region_info region_table[] = {
    {"af-south-1", partition::aws, false, "Africa (Cape Town)"},
    {"ap-east-1", partition::aws, false, "Asia Pacific (Hong Kong)"},
    {"ap-east-2", partition::aws, false, "Asia Pacific (Taipei)"},
    {"ap-northeast-1", partition::aws, true, "Asia Pacific (Tokyo)"},
    {"ap-northeast-2", partition::aws, true, "Asia Pacific (Seoul)"},
    {"ap-northeast-3", partition::aws, true, "Asia Pacific (Osaka)"},
    {"ap-south-1", partition::aws, true, "Asia Pacific (Mumbai)"},
    {"ap-south-2", partition::aws, false, "Asia Pacific (Hyderabad)"},
    {"ap-southeast-1", partition::aws, true, "Asia Pacific (Singapore)"},
    {"ap-southeast-2", partition::aws, true, "Asia Pacific (Sydney)"},
    {"ap-southeast-3", partition::aws, false, "Asia Pacific (Jakarta)"},
    {"ap-southeast-4", partition::aws, false, "Asia Pacific (Melbourne)"},
    {"ap-southeast-5", partition::aws, false, "Asia Pacific (Malaysia)"},
    {"ap-southeast-6", partition::aws, false, "Asia Pacific (New Zealand)"},
    {"ap-southeast-7", partition::aws, false, "Asia Pacific (Thailand)"},
    {"ca-central-1", partition::aws, true, "Canada (Central)"},
    {"ca-west-1", partition::aws, false, "Canada West (Calgary)"},
    {"eu-central-1", partition::aws, true, "Europe (Frankfurt)"},
    {"eu-central-2", partition::aws, false, "Europe (Zurich)"},
    {"eu-north-1", partition::aws, true, "Europe (Stockholm)"},
    {"eu-south-1", partition::aws, false, "Europe (Milan)"},
    {"eu-south-2", partition::aws, false, "Europe (Spain)"},
    {"eu-west-1", partition::aws, true, "Europe (Ireland)"},
    {"eu-west-2", partition::aws, true, "Europe (London)"},
    {"eu-west-3", partition::aws, true, "Europe (Paris)"},
    {"il-central-1", partition::aws, false, "Israel (Tel Aviv)"},
    {"me-central-1", partition::aws, false, "Middle East (UAE)"},
    {"me-south-1", partition::aws, false, "Middle East (Bahrain)"},
    {"me-west-1", partition::aws, false, "Middle East (Saudi Arabia)"},
    {"mx-central-1", partition::aws, false, "Mexico (Central)"},
    {"sa-east-1", partition::aws, true, "South America (Sao Paulo)"},
    {"sa-west-1", partition::aws, false, "South America (Chile)"},
    {"us-east-1", partition::aws, true, "US East (N. Virginia)"},
    {"us-east-2", partition::aws, true, "US East (Ohio)"},
    {"us-west-1", partition::aws, true, "US West (N. California)"},
    {"us-west-2", partition::aws, true, "US West (Oregon)"},
    {"cn-north-1", partition::aws_cn, false, "China (Beijing)"},
    {"cn-northwest-1", partition::aws_cn, false, "China (Ningxia)"},
    {"eusc-de-east-1", partition::aws_eusc, false, "AWS European Sovereign Cloud (Germany)"},
    {"us-iso-east-1", partition::aws_iso, false, "US ISO East"},
    {"us-iso-west-1", partition::aws_iso, false, "US ISO WEST"},
    {"us-isob-east-1", partition::aws_iso_b, false, "US ISOB East (Ohio)"},
    {"us-isob-west-1", partition::aws_iso_b, false, "US ISOB West"},
    {"eu-isoe-west-1", partition::aws_iso_e, false, "EU ISOE West"},
    {"us-isof-east-1", partition::aws_iso_f, false, "US ISOF EAST"},
    {"us-isof-south-1", partition::aws_iso_f, false, "US ISOF SOUTH"},
    {"us-gov-east-1", partition::aws_us_gov, true, "AWS GovCloud (US-East)"},
    {"us-gov-west-1", partition::aws_us_gov, true, "AWS GovCloud (US-West)"},
};

inline constexpr std::size_t region_count = std::size(region_table);

consteval std::array<std::string_view, region_count> region_codes() {
    std::array<std::string_view, region_count> codes{};
    for (std::size_t i = 0; i < region_count; ++i) codes[i] = region_table[i].code;
    return codes;
}
inline constexpr name_table<region_count, 0xaa7d7e42512b1d0bu> region_names{region_codes()};

} // namespace detail

/// All Regions in the table, partition by partition.
[[nodiscard]] constexpr region_info const (&known_regions() noexcept)[detail::region_count] {
    return detail::region_table;
}

/// What the table says of a Region, or nothing where it is not there. Complexity: constant.
[[nodiscard]] constexpr std::optional<region_info> find_region(std::string_view code) noexcept {
    auto const i = detail::region_names.find(code);
    if (i >= detail::region_count) return std::nullopt;
    return detail::region_table[i];
}

namespace detail {

constexpr std::optional<partition> partition_of_code(std::string_view code) noexcept {
    if (auto const known = find_region(code)) return known->partition;
    // A well-formed code ends in -{word}-{number}; what is before that tells the partition.
    auto const word = code.rfind('-', code.rfind('-') - 1);
    auto const prefix = code.substr(0, word);
    for (std::size_t p = 0; p < std::size(partition_table); ++p) {
        auto const prefixes = partition_table[p].region_prefixes;
        for (std::size_t at = 1; at + prefix.size() < prefixes.size(); ++at)
            if (prefixes[at - 1] == ' ' && prefixes[at + prefix.size()] == ' ' &&
                prefixes.substr(at, prefix.size()) == prefix)
                return static_cast<partition>(p);
    }
    return std::nullopt;
}

} // namespace detail

/// The partition of a Region: the table's, else the one whose Region pattern the code matches.
[[nodiscard]] constexpr std::optional<partition> partition_of(region const& r) noexcept {
    return detail::partition_of_code(r.view());
}

/// The code in the table that a text is closest to, within Levenshtein distance 2; or empty.
[[nodiscard]] constexpr std::string_view suggest_region(std::string_view code) noexcept {
    std::string_view best;
    std::size_t nearest = 3;
    for (auto const& known : known_regions()) {
        auto const distance = detail::edit_distance(known.code, code);
        if (distance >= nearest) continue;
        nearest = distance;
        best = known.code;
    }
    return best;
}

/// The Regions in the table, as constants.
namespace regions {
inline constexpr region af_south_1 = "af-south-1";
inline constexpr region ap_east_1 = "ap-east-1";
inline constexpr region ap_east_2 = "ap-east-2";
inline constexpr region ap_northeast_1 = "ap-northeast-1";
inline constexpr region ap_northeast_2 = "ap-northeast-2";
inline constexpr region ap_northeast_3 = "ap-northeast-3";
inline constexpr region ap_south_1 = "ap-south-1";
inline constexpr region ap_south_2 = "ap-south-2";
inline constexpr region ap_southeast_1 = "ap-southeast-1";
inline constexpr region ap_southeast_2 = "ap-southeast-2";
inline constexpr region ap_southeast_3 = "ap-southeast-3";
inline constexpr region ap_southeast_4 = "ap-southeast-4";
inline constexpr region ap_southeast_5 = "ap-southeast-5";
inline constexpr region ap_southeast_6 = "ap-southeast-6";
inline constexpr region ap_southeast_7 = "ap-southeast-7";
inline constexpr region ca_central_1 = "ca-central-1";
inline constexpr region ca_west_1 = "ca-west-1";
inline constexpr region eu_central_1 = "eu-central-1";
inline constexpr region eu_central_2 = "eu-central-2";
inline constexpr region eu_north_1 = "eu-north-1";
inline constexpr region eu_south_1 = "eu-south-1";
inline constexpr region eu_south_2 = "eu-south-2";
inline constexpr region eu_west_1 = "eu-west-1";
inline constexpr region eu_west_2 = "eu-west-2";
inline constexpr region eu_west_3 = "eu-west-3";
inline constexpr region il_central_1 = "il-central-1";
inline constexpr region me_central_1 = "me-central-1";
inline constexpr region me_south_1 = "me-south-1";
inline constexpr region me_west_1 = "me-west-1";
inline constexpr region mx_central_1 = "mx-central-1";
inline constexpr region sa_east_1 = "sa-east-1";
inline constexpr region sa_west_1 = "sa-west-1";
inline constexpr region us_east_1 = "us-east-1";
inline constexpr region us_east_2 = "us-east-2";
inline constexpr region us_west_1 = "us-west-1";
inline constexpr region us_west_2 = "us-west-2";
inline constexpr region cn_north_1 = "cn-north-1";
inline constexpr region cn_northwest_1 = "cn-northwest-1";
inline constexpr region eusc_de_east_1 = "eusc-de-east-1";
inline constexpr region us_iso_east_1 = "us-iso-east-1";
inline constexpr region us_iso_west_1 = "us-iso-west-1";
inline constexpr region us_isob_east_1 = "us-isob-east-1";
inline constexpr region us_isob_west_1 = "us-isob-west-1";
inline constexpr region eu_isoe_west_1 = "eu-isoe-west-1";
inline constexpr region us_isof_east_1 = "us-isof-east-1";
inline constexpr region us_isof_south_1 = "us-isof-south-1";
inline constexpr region us_gov_east_1 = "us-gov-east-1";
inline constexpr region us_gov_west_1 = "us-gov-west-1";
} // namespace regions

} // namespace lakeproof
