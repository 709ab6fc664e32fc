// SPDX-License-Identifier: BSL-1.0
#include "option_values.hpp"

#include "options.hpp"

#include <lakeproof/aws/partition.hpp>
#include <lakeproof/check/printable.hpp>

#include <algorithm>
#include <stdexcept>

void refuse(std::string_view flag, std::string_view value, std::string_view why) {
    std::string message{flag};
    lakeproof::append_quoted(message += ' ', value);
    throw usage_error{message.append(" ").append(why)};
}

namespace {

bool contains(std::vector<lakeproof::region> const& regions, std::string_view code) {
    return std::any_of(regions.begin(), regions.end(),
                       [code](lakeproof::region const& each) { return each.view() == code; });
}

} // namespace

std::vector<lakeproof::region> parse_regions(std::vector<std::string> const& codes) {
    std::vector<lakeproof::region> regions;
    for (auto const& code : codes) {
        auto const region = lakeproof::region::from(code);
        if (!region)
            refuse("--region", code, "is not the code of a Region (for example us-east-1)");
        if (!partition_of(*region))
            refuse("--region", code, "is in no known partition, and ARNs there have no known form");
        if (contains(regions, code)) refuse("--region", code, "is there twice");
        regions.push_back(*region);
    }
    return regions;
}

boost::asio::ip::address parse_address(std::string const& text) {
    boost::system::error_code error;
    auto const address = boost::asio::ip::make_address(text, error);
    if (error) refuse("--address", text, "is not an IP address");
    return address;
}

std::vector<fault> parse_injections(std::vector<std::string> const& texts) {
    try {
        return parse_faults(texts);
    } catch (std::invalid_argument const& e) {
        throw usage_error{std::string{"--inject: "} + e.what()};
    }
}

std::vector<missing_lake> parse_missing_lakes(std::vector<std::string> const& texts,
                                              std::vector<lakeproof::region> const& played) {
    std::vector<missing_lake> missing;
    for (std::string_view const text : texts) {
        auto const equals = text.find('=');
        auto const code = text.substr(0, equals);
        auto const status = equals == std::string_view::npos ? "404" : text.substr(equals + 1);
        if (!contains(played, code)) refuse("--no-lake", text, "names no Region of --region");
        if (status != "404" && status != "403")
            refuse("--no-lake", text, "has a status that is neither 404 nor 403");
        missing.push_back({lakeproof::region::from(code).value(), status == "404" ? 404 : 403});
    }
    return missing;
}
