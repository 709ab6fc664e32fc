// SPDX-License-Identifier: BSL-1.0
#include "request_log.hpp"

#include <lakeproof/check/printable.hpp>
#include <lakeproof/json/serialize.hpp>

#include <iostream>
#include <stdexcept>

namespace {

void make_printable(std::optional<std::string>& text) {
    if (!text) return;
    std::string out;
    lakeproof::append_printable(out, *text);
    text = std::move(out);
}

} // namespace

request_log::request_log(std::string const& file) : file_{file} {
    if (file.empty()) return;
    out_.open(file, std::ios::app);
    if (!out_) throw std::runtime_error{"the log '" + file + "' cannot be opened"};
}

void request_log::write(log_entry entry) {
    if (file_.empty()) return;
    for (auto* const each : {&entry.method, &entry.target}) make_printable(*each);
    out_ << lakeproof::json::serialize(entry).append("\n") << std::flush;
    if (out_) return;
    out_.clear(); // there may be room again for the next line
    if (!complained_)
        std::clog << "mock_service: the log '" + file_ + "' cannot be written, and lacks lines\n";
    complained_ = true;
}
