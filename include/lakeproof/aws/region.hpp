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

using namespace std::string_view_literals; // in tables: no compiler counts the characters of these one by one

/// Source: botocore 1.43.67, partitions.json and endpoints.json.
inline constexpr region_info region_table[] = {
    {"af-south-1"sv, partition::aws, false, "Africa (Cape Town)"sv},
    {"ap-east-1"sv, partition::aws, false, "Asia Pacific (Hong Kong)"sv},
    {"ap-east-2"sv, partition::aws, false, "Asia Pacific (Taipei)"sv},
    {"ap-northeast-1"sv, partition::aws, true, "Asia Pacific (Tokyo)"sv},
    {"ap-northeast-2"sv, partition::aws, true, "Asia Pacific (Seoul)"sv},
    {"ap-northeast-3"sv, partition::aws, true, "Asia Pacific (Osaka)"sv},
    {"ap-south-1"sv, partition::aws, true, "Asia Pacific (Mumbai)"sv},
    {"ap-south-2"sv, partition::aws, false, "Asia Pacific (Hyderabad)"sv},
    {"ap-southeast-1"sv, partition::aws, true, "Asia Pacific (Singapore)"sv},
    {"ap-southeast-2"sv, partition::aws, true, "Asia Pacific (Sydney)"sv},
    {"ap-southeast-3"sv, partition::aws, false, "Asia Pacific (Jakarta)"sv},
    {"ap-southeast-4"sv, partition::aws, false, "Asia Pacific (Melbourne)"sv},
    {"ap-southeast-5"sv, partition::aws, false, "Asia Pacific (Malaysia)"sv},
    {"ap-southeast-6"sv, partition::aws, false, "Asia Pacific (New Zealand)"sv},
    {"ap-southeast-7"sv, partition::aws, false, "Asia Pacific (Thailand)"sv},
    {"ca-central-1"sv, partition::aws, true, "Canada (Central)"sv},
    {"ca-west-1"sv, partition::aws, false, "Canada West (Calgary)"sv},
    {"eu-central-1"sv, partition::aws, true, "Europe (Frankfurt)"sv},
    {"eu-central-2"sv, partition::aws, false, "Europe (Zurich)"sv},
    {"eu-north-1"sv, partition::aws, true, "Europe (Stockholm)"sv},
    {"eu-south-1"sv, partition::aws, false, "Europe (Milan)"sv},
    {"eu-south-2"sv, partition::aws, false, "Europe (Spain)"sv},
    {"eu-west-1"sv, partition::aws, true, "Europe (Ireland)"sv},
    {"eu-west-2"sv, partition::aws, true, "Europe (London)"sv},
    {"eu-west-3"sv, partition::aws, true, "Europe (Paris)"sv},
    {"il-central-1"sv, partition::aws, false, "Israel (Tel Aviv)"sv},
    {"me-central-1"sv, partition::aws, false, "Middle East (UAE)"sv},
    {"me-south-1"sv, partition::aws, false, "Middle East (Bahrain)"sv},
    {"me-west-1"sv, partition::aws, false, "Middle East (Saudi Arabia)"sv},
    {"mx-central-1"sv, partition::aws, false, "Mexico (Central)"sv},
    {"sa-east-1"sv, partition::aws, true, "South America (Sao Paulo)"sv},
    {"sa-west-1"sv, partition::aws, false, "South America (Chile)"sv},
    {"us-east-1"sv, partition::aws, true, "US East (N. Virginia)"sv},
    {"us-east-2"sv, partition::aws, true, "US East (Ohio)"sv},
    {"us-west-1"sv, partition::aws, true, "US West (N. California)"sv},
    {"us-west-2"sv, partition::aws, true, "US West (Oregon)"sv},
    {"cn-north-1"sv, partition::aws_cn, false, "China (Beijing)"sv},
    {"cn-northwest-1"sv, partition::aws_cn, false, "China (Ningxia)"sv},
    {"eusc-de-east-1"sv, partition::aws_eusc, false, "AWS European Sovereign Cloud (Germany)"sv},
    {"us-iso-east-1"sv, partition::aws_iso, false, "US ISO East"sv},
    {"us-iso-west-1"sv, partition::aws_iso, false, "US ISO WEST"sv},
    {"us-isob-east-1"sv, partition::aws_iso_b, false, "US ISOB East (Ohio)"sv},
    {"us-isob-west-1"sv, partition::aws_iso_b, false, "US ISOB West"sv},
    {"eu-isoe-west-1"sv, partition::aws_iso_e, false, "EU ISOE West"sv},
    {"us-isof-east-1"sv, partition::aws_iso_f, false, "US ISOF EAST"sv},
    {"us-isof-south-1"sv, partition::aws_iso_f, false, "US ISOF SOUTH"sv},
    {"us-gov-east-1"sv, partition::aws_us_gov, true, "AWS GovCloud (US-East)"sv},
    {"us-gov-west-1"sv, partition::aws_us_gov, true, "AWS GovCloud (US-West)"sv},
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
    auto const& known = known_regions();
    return detail::closest(std::begin(known), std::end(known), code, 2, [](region_info const& r) { return r.code; });
}

namespace detail {

/// A Region in the table: its code needs no look at the pattern.
consteval region known_region(std::string_view code) noexcept {
    return trusted_access::make<region>(region_table[region_names.find(code)].code);
}

} // namespace detail

/// The Regions in the table, as constants.
namespace regions {
inline constexpr region af_south_1 = detail::known_region("af-south-1");
inline constexpr region ap_east_1 = detail::known_region("ap-east-1");
inline constexpr region ap_east_2 = detail::known_region("ap-east-2");
inline constexpr region ap_northeast_1 = detail::known_region("ap-northeast-1");
inline constexpr region ap_northeast_2 = detail::known_region("ap-northeast-2");
inline constexpr region ap_northeast_3 = detail::known_region("ap-northeast-3");
inline constexpr region ap_south_1 = detail::known_region("ap-south-1");
inline constexpr region ap_south_2 = detail::known_region("ap-south-2");
inline constexpr region ap_southeast_1 = detail::known_region("ap-southeast-1");
inline constexpr region ap_southeast_2 = detail::known_region("ap-southeast-2");
inline constexpr region ap_southeast_3 = detail::known_region("ap-southeast-3");
inline constexpr region ap_southeast_4 = detail::known_region("ap-southeast-4");
inline constexpr region ap_southeast_5 = detail::known_region("ap-southeast-5");
inline constexpr region ap_southeast_6 = detail::known_region("ap-southeast-6");
inline constexpr region ap_southeast_7 = detail::known_region("ap-southeast-7");
inline constexpr region ca_central_1 = detail::known_region("ca-central-1");
inline constexpr region ca_west_1 = detail::known_region("ca-west-1");
inline constexpr region eu_central_1 = detail::known_region("eu-central-1");
inline constexpr region eu_central_2 = detail::known_region("eu-central-2");
inline constexpr region eu_north_1 = detail::known_region("eu-north-1");
inline constexpr region eu_south_1 = detail::known_region("eu-south-1");
inline constexpr region eu_south_2 = detail::known_region("eu-south-2");
inline constexpr region eu_west_1 = detail::known_region("eu-west-1");
inline constexpr region eu_west_2 = detail::known_region("eu-west-2");
inline constexpr region eu_west_3 = detail::known_region("eu-west-3");
inline constexpr region il_central_1 = detail::known_region("il-central-1");
inline constexpr region me_central_1 = detail::known_region("me-central-1");
inline constexpr region me_south_1 = detail::known_region("me-south-1");
inline constexpr region me_west_1 = detail::known_region("me-west-1");
inline constexpr region mx_central_1 = detail::known_region("mx-central-1");
inline constexpr region sa_east_1 = detail::known_region("sa-east-1");
inline constexpr region sa_west_1 = detail::known_region("sa-west-1");
inline constexpr region us_east_1 = detail::known_region("us-east-1");
inline constexpr region us_east_2 = detail::known_region("us-east-2");
inline constexpr region us_west_1 = detail::known_region("us-west-1");
inline constexpr region us_west_2 = detail::known_region("us-west-2");
inline constexpr region cn_north_1 = detail::known_region("cn-north-1");
inline constexpr region cn_northwest_1 = detail::known_region("cn-northwest-1");
inline constexpr region eusc_de_east_1 = detail::known_region("eusc-de-east-1");
inline constexpr region us_iso_east_1 = detail::known_region("us-iso-east-1");
inline constexpr region us_iso_west_1 = detail::known_region("us-iso-west-1");
inline constexpr region us_isob_east_1 = detail::known_region("us-isob-east-1");
inline constexpr region us_isob_west_1 = detail::known_region("us-isob-west-1");
inline constexpr region eu_isoe_west_1 = detail::known_region("eu-isoe-west-1");
inline constexpr region us_isof_east_1 = detail::known_region("us-isof-east-1");
inline constexpr region us_isof_south_1 = detail::known_region("us-isof-south-1");
inline constexpr region us_gov_east_1 = detail::known_region("us-gov-east-1");
inline constexpr region us_gov_west_1 = detail::known_region("us-gov-west-1");
} // namespace regions

} // namespace lakeproof
