// SPDX-License-Identifier: BSL-1.0
// In place of fix/replace_file.cpp: WASI knows no permissions, so the file is written where it stands, and keeps them.
#include "fix/replace_file.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace {

/// What went wrong, or nothing.
std::string write(std::string const& name, char const* mode, std::string_view text) {
    auto* const file = std::fopen(name.c_str(), mode);
    if (file == nullptr) return std::generic_category().message(errno);
    bool const written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    int const error = errno;
    if (std::fclose(file) == 0 && written) return {};
    return std::generic_category().message(written ? errno : error);
}

} // namespace

std::string replace_file(std::string const& name, std::string_view text) {
    // A copy first: that there is room, and that nothing is lost if what follows is interrupted.
    auto const copy = name + ".lakeproof-mended";
    if (auto error = write(copy, "wxb", text); !error.empty()) {
        std::remove(copy.c_str());
        return error;
    }
    if (auto error = write(name, "wb", text); !error.empty()) return error + "; its mended text is in " + copy;
    std::remove(copy.c_str());
    return {};
}
