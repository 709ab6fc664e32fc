// SPDX-License-Identifier: BSL-1.0
#include "fix/replace_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

namespace {

std::string last_error() { return std::generic_category().message(errno); }

/// Writes all of a text to an open file, with the permissions of another; false with errno.
bool write_like(struct stat const& model, int descriptor, std::string_view text) {
    while (!text.empty()) {
        auto const n = ::write(descriptor, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return ::fchmod(descriptor, model.st_mode & 07777) == 0 && ::fsync(descriptor) == 0;
}

} // namespace

std::string replace_file(std::string const& name, std::string_view text) {
    std::error_code failed;
    auto const target = std::filesystem::canonical(name, failed);
    if (failed) return failed.message();
    struct stat model {};
    if (::stat(target.c_str(), &model) != 0) return last_error();
    // A rename would go past the permissions of a file that nobody may write.
    if (::access(target.c_str(), W_OK) != 0) return last_error();

    auto temporary = (target.parent_path() / ".lakeproof-XXXXXX").string();
    auto const descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return last_error();
    std::string error;
    if (!write_like(model, descriptor, text)) error = last_error();
    if (::close(descriptor) != 0 && error.empty()) error = last_error();
    if (error.empty() && ::rename(temporary.c_str(), target.c_str()) != 0) error = last_error();
    if (!error.empty()) ::unlink(temporary.c_str());
    return error;
}
