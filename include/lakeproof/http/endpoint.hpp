// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/version.hpp>

#include <boost/system/error_category.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <type_traits>

namespace lakeproof::inline LAKEPROOF_ABI {

namespace http {

/// Why a Region has no endpoint.
enum class endpoint_error {
    unknown_partition =
        1, ///< the Region's code belongs to no known partition, so no DNS suffix does
};

/// Which endpoint of a Region.
struct endpoint_options {
    bool fips = false;       ///< with cryptography validated under FIPS 140
    bool dual_stack = false; ///< reachable over IPv4 and IPv6
};

} // namespace http

namespace detail {

class endpoint_category final : public boost::system::error_category {
public:
    endpoint_category() noexcept : error_category{0x6c616b65656e6470} {}
    char const* name() const noexcept override { return "lakeproof.endpoint"; }
    std::string message(int value) const override {
        switch (static_cast<http::endpoint_error>(value)) {
        case http::endpoint_error::unknown_partition: return "The Region is of no known partition";
        }
        return "No error of an endpoint";
    }
};

} // namespace detail

namespace http {

/// An endpoint error as an error code, whose category names itself `lakeproof.endpoint`.
inline boost::system::error_code make_error_code(endpoint_error e) noexcept {
    static detail::endpoint_category const category;
    return {static_cast<int>(e), category};
}

} // namespace http

} // namespace lakeproof

template <>
struct boost::system::is_error_code_enum<lakeproof::http::endpoint_error> : std::true_type {};

namespace lakeproof::inline LAKEPROOF_ABI::http {

/// The address of Security Lake in a Region: `https://securitylake.us-east-1.amazonaws.com`.
///
/// Every partition has all four kinds. A Region that the table lacks gets the address that its
/// partition's pattern gives; one of no known partition gets `endpoint_error::unknown_partition`.
/// Whether the service is there is another question: `find_region(code)->security_lake`.
/// Source: the service's endpoint rules and botocore 1.43.67, partitions.json.
/// \code
/// auto const url = lakeproof::http::endpoint(lakeproof::regions::us_gov_west_1, {.fips = true});
/// if (url) std::cout << *url; else std::cerr << url.error().message();
/// \endcode
[[nodiscard]] inline boost::system::result<std::string> endpoint(region const& r,
                                                                 endpoint_options o = {}) {
    auto const p = partition_of(r);
    if (!p) return endpoint_error::unknown_partition;
    std::string url = o.fips ? "https://securitylake-fips." : "https://securitylake.";
    url += r.view();
    url += '.';
    url += o.dual_stack ? dual_stack_dns_suffix(*p) : dns_suffix(*p);
    return url;
}

} // namespace lakeproof::http
