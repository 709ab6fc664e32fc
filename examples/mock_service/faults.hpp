// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/service_error.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// An exception to answer with, whatever was asked.
struct fault {
    lakeproof::service_error_code what;
    std::optional<std::uint64_t> left; ///< how many more times; nothing: for ever
};

/// The exception that a name means, with or without its `Exception`: `ThrottlingException`,
/// `Throttling`. Case counts.
[[nodiscard]] std::optional<lakeproof::service_error_code> exception_from(std::string_view name);

/// The names of all exceptions, for a message.
[[nodiscard]] std::string exception_names();

/// Reads each as `NAME` or `NAME=COUNT`; throws `std::invalid_argument` with what is wrong.
[[nodiscard]] std::vector<fault> parse_faults(std::vector<std::string> const& texts);

/// The exceptions that requests will get, in the order given.
class fault_queue {
public:
    explicit fault_queue(std::vector<fault> faults) { set(std::move(faults)); }

    void set(std::vector<fault> faults);
    /// Those that are left, as `parse_faults` reads them.
    [[nodiscard]] std::vector<std::string> left() const;
    /// What the next request gets, or nothing where it is answered as it deserves.
    [[nodiscard]] std::optional<lakeproof::service_error_code> next();

private:
    std::vector<fault> faults_{}; ///< the next one last
};
