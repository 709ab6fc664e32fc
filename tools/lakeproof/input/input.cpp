// SPDX-License-Identifier: BSL-1.0
#include "input/input.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace {
constexpr std::size_t block = 1 << 16;
}

input::input(std::string name) : name_{std::move(name)} {
    if (name_ == "-") {
        file_.reset(stdin);
        return;
    }
    // fopen opens a directory without complaint on some systems.
    std::error_code ignored;
    if (std::filesystem::is_directory(name_, ignored)) {
        error_ = "is a directory";
        return;
    }
    file_.reset(std::fopen(name_.c_str(), "rb"));
    if (!file_) error_ = std::generic_category().message(errno);
}

bool input::fill() {
    if (!file_ || !error_.empty()) return false;
    buffer_.resize(block);
    auto const n = std::fread(buffer_.data(), 1, block, file_.get());
    if (n == 0 && std::ferror(file_.get()) != 0) error_ = std::generic_category().message(errno);
    buffer_.resize(n);
    at_ = 0;
    return n != 0;
}

bool input::read_all(std::string& text, std::size_t limit) {
    text.clear();
    return read_on(text, limit);
}

bool input::read_on(std::string& text, std::size_t limit) {
    while (text.size() <= limit && (at_ < buffer_.size() || fill())) {
        auto const part = std::string_view{buffer_}.substr(at_, limit + 1 - text.size());
        text += part;
        at_ += part.size();
    }
    return error_.empty();
}

bool input::read_line(std::string& line, std::size_t limit) {
    line.clear();
    bool any = false;
    while (at_ < buffer_.size() || fill()) {
        any = true;
        auto const rest = std::string_view{buffer_}.substr(at_);
        auto const end = rest.find('\n');
        auto const part = rest.substr(0, end);
        line.append(part.substr(0, limit + 1 - std::min(line.size(), limit + 1)));
        at_ += part.size() + (end != std::string_view::npos);
        if (end != std::string_view::npos) return true;
    }
    return any;
}
