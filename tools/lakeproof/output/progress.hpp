// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>

#include <unistd.h>

/// One line on standard error that says how far a long run is, where a person watches and no other output would be
/// mixed with it.
class progress {
public:
    explicit progress(bool wanted)
        : shown_{wanted && isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0} {}
    progress(progress const&) = delete;
    progress& operator=(progress const&) = delete;
    ~progress() { clear(); }

    void documents(std::size_t n) {
        if (!shown_ || n % 64 != 0) return; // a clock costs more than a small document
        auto const now = std::chrono::steady_clock::now();
        if (now < next_) return;
        next_ = now + std::chrono::milliseconds{250};
        auto const line = "\rlakeproof: " + std::to_string(n) + " documents";
        std::fwrite(line.data(), 1, line.size(), stderr);
        written_ = true;
    }

    /// Takes the line away, before another is written.
    void clear() {
        if (!written_) return;
        std::fputs("\r\x1b[K", stderr);
        written_ = false;
    }

private:
    bool shown_;
    bool written_ = false;
    std::chrono::steady_clock::time_point next_ =
        std::chrono::steady_clock::now() + std::chrono::seconds{1};
};
