// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "faults.hpp"
#include "settings.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/http/service_error.hpp>

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

/// A command line that cannot be followed, and why.
struct usage_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What the command line says.
struct mock_options {
    boost::asio::ip::tcp::endpoint listen;
    std::vector<lakeproof::region> regions; ///< at least one, of known partitions, each once
    std::string store;
    std::string log; ///< a file, or empty
    std::vector<fault> faults;
    mock_settings settings; ///< all but `inject`; no `roles` means any
    bool mock_endpoints;
    std::chrono::seconds timeout;
    std::size_t connections;
    lakeproof::http::refusal_options refusals;
};

/// Reads the command line: options, or the text that was asked for instead (`--help`). Throws
/// `usage_error`.
[[nodiscard]] std::variant<mock_options, std::string> parse_command_line(int argc,
                                                                         char const* const* argv);
