// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

/// A file, or standard input for `-`, read with bounded memory.
class input {
public:
    /// Opens; `error()` is not empty where that failed.
    explicit input(std::string name);

    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// What went wrong with opening or reading, or empty.
    [[nodiscard]] std::string const& error() const noexcept { return error_; }

    /// Reads all of it, but at most `limit` bytes and one more, which tells that there is more.
    bool read_all(std::string& text, std::size_t limit);
    /// Reads on behind what `text` has already, with another limit.
    bool read_on(std::string& text, std::size_t limit);
    /// Reads the next line without its end, at most `limit` bytes and one more of it. False at the end.
    bool read_line(std::string& line, std::size_t limit);

private:
    struct closer {
        void operator()(std::FILE* f) const noexcept {
            if (f != stdin) std::fclose(f);
        }
    };

    bool fill();

    std::string name_;
    std::string error_;
    std::unique_ptr<std::FILE, closer> file_;
    std::string buffer_;
    std::size_t at_ = 0;
};

/// Whether a line holds JSON whitespace alone, so that it is no document.
inline bool blank(std::string_view line) noexcept {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}
