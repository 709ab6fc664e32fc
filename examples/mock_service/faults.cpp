// SPDX-License-Identifier: BSL-1.0
#include "faults.hpp"

#include <lakeproof/check/printable.hpp>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

using lakeproof::service_error_code;

namespace {

constexpr std::string_view suffix = "Exception";

constexpr service_error_code all[] = {
    service_error_code::access_denied,      service_error_code::bad_request,
    service_error_code::conflict,           service_error_code::internal_server,
    service_error_code::resource_not_found, service_error_code::throttling,
};

std::invalid_argument wrong(std::string_view before, std::string_view text,
                            std::string_view after) {
    std::string message{before};
    lakeproof::append_quoted(message, text);
    return std::invalid_argument{message.append(after)};
}

/// Reads `NAME` or `NAME=COUNT`.
fault parse_fault(std::string_view text) {
    auto const equals = text.find('=');
    auto const name = text.substr(0, equals);
    auto const code = exception_from(name);
    if (!code) throw wrong("", name, " is none of " + exception_names());
    if (equals == std::string_view::npos) return {*code, std::nullopt};

    auto const digits = text.substr(equals + 1);
    std::uint64_t count = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (error != std::errc{} || end != digits.data() + digits.size() || count == 0)
        throw wrong("the count ", digits, " is no whole number from 1 to 18446744073709551615");
    return {*code, count};
}

} // namespace

std::optional<service_error_code> exception_from(std::string_view name) {
    for (auto const code : all) {
        auto const full = to_string(code);
        if (name == full || name == full.substr(0, full.size() - suffix.size())) return code;
    }
    return std::nullopt;
}

std::string exception_names() {
    std::string names;
    for (auto const code : all) {
        if (!names.empty()) names += ", ";
        names += to_string(code);
    }
    return names;
}

std::vector<fault> parse_faults(std::vector<std::string> const& texts) {
    std::vector<fault> faults;
    for (auto const& each : texts) faults.push_back(parse_fault(each));
    return faults;
}

void fault_queue::set(std::vector<fault> faults) {
    faults_ = std::move(faults);
    std::reverse(faults_.begin(), faults_.end());
}

std::vector<std::string> fault_queue::left() const {
    std::vector<std::string> texts;
    for (auto each = faults_.rbegin(); each != faults_.rend(); ++each) {
        texts.emplace_back(to_string(each->what));
        if (each->left) texts.back().append("=").append(std::to_string(*each->left));
    }
    return texts;
}

std::optional<service_error_code> fault_queue::next() {
    if (faults_.empty()) return std::nullopt;
    auto& current = faults_.back();
    auto const what = current.what;
    if (current.left && --*current.left == 0) faults_.pop_back();
    return what;
}
