// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/member.hpp>

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>

/// What the log says of a request and its answer. Texts of a client are printable ASCII there.
struct log_entry {
    std::string time{}; ///< of the answer, in UTC
    std::string request_id{};
    std::optional<std::string> method{}; ///< none where no request could be read
    std::optional<std::string> target{};
    std::optional<std::string> operation{};
    std::optional<std::string> region{};
    std::optional<std::string> source_name{};
    std::optional<std::string> source_version{};
    int status = 0;
    std::optional<std::string> error{};
    std::optional<std::string> message{};
    std::int64_t microseconds = 0; ///< from request to answer

    static constexpr auto members =
        lakeproof::member_table(lakeproof::member{"time", &log_entry::time},
                                lakeproof::member{"requestId", &log_entry::request_id},
                                lakeproof::member{"method", &log_entry::method},
                                lakeproof::member{"target", &log_entry::target},
                                lakeproof::member{"operation", &log_entry::operation},
                                lakeproof::member{"region", &log_entry::region},
                                lakeproof::member{"sourceName", &log_entry::source_name},
                                lakeproof::member{"sourceVersion", &log_entry::source_version},
                                lakeproof::member{"status", &log_entry::status},
                                lakeproof::member{"error", &log_entry::error},
                                lakeproof::member{"message", &log_entry::message},
                                lakeproof::member{"microseconds", &log_entry::microseconds});
};

/// A file with a JSON object a line for each answer, in the order in which they were given.
class request_log {
public:
    /// Appends to a file; without a name it writes nothing. Throws `std::runtime_error` where it cannot
    /// open it.
    explicit request_log(std::string const& file);

    /// What cannot be written is said once on standard error, and the service goes on.
    void write(log_entry);

private:
    std::string file_;
    std::ofstream out_;
    bool complained_ = false;
};
