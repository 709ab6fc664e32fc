// SPDX-License-Identifier: BSL-1.0
#include "created.hpp"

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/aws/provider_role_name.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lp = lakeproof;

namespace {

std::string with_underscores(std::string_view text) {
    std::string out{text};
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

/// Letters and digits that follow from a seed: FNV-1a, and a step of SplitMix64 for each.
std::string arbitrary(std::string_view seed, std::size_t length) {
    std::uint64_t state = 0xcbf29ce484222325;
    for (char const c : seed) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    std::string out;
    while (out.size() < length) {
        auto z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        out += "abcdefghijklmnopqrstuvwxyz0123456789"[(z ^ (z >> 31)) % 36];
    }
    return out;
}

/// Real buckets end in 30 letters and digits; where the Region's code is long, fewer fit S3's
/// bound.
std::string bucket(std::string_view account, std::string_view region) {
    constexpr std::size_t longest_bucket_name = 63;
    std::string name = "aws-security-data-lake-" + std::string{region} + '-';
    auto const left = longest_bucket_name - name.size();
    return name + arbitrary(std::string{account}.append(region), std::min<std::size_t>(30, left));
}

} // namespace

std::string account_of(lp::role_arn const& arn) {
    auto const text = arn.view();
    auto const begin = text.find("::") + 2;
    return std::string{text.substr(begin, text.find(':', begin) - begin)};
}

lp::create_custom_log_source_response
created_source(lp::create_custom_log_source_request const& request, lp::region const& region) {
    std::string const in{region.view()};
    std::string const name{request.source_name.view()};
    std::string const partition{to_string(lp::partition_of(region).value())};
    auto const account = account_of(request.configuration.crawler_configuration.role_arn);
    auto const glue = "arn:" + partition + ":glue:" + in + ':' + account + ':';

    lp::custom_log_source_resource source{
        .attributes =
            lp::custom_log_source_attributes{
                .crawler_arn = glue + "crawler/" + name,
                .database_arn =
                    glue + "database/amazon_security_lake_glue_db_" + with_underscores(in),
                .table_arn = glue + "table/amazon_security_lake_table_" + with_underscores(in) +
                             "_ext_" + with_underscores(name)},
        .provider =
            lp::custom_log_source_provider{
                .location = "s3://" + bucket(account, in) + "/ext/" + name + '/',
                .role_arn = "arn:" + partition + ":iam::" + account + ":role/" +
                            lp::provider_role_name(request.source_name, region).c_str()},
        .source_name = name};
    if (auto const& version = request.source_version) {
        source.source_version = version->view();
        *source.provider->location += std::string{version->view()} + '/';
    }
    return {.source = std::move(source)};
}
