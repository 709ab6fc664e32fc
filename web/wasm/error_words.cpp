// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace {

/// What glibc calls the errors that files have and that wasi-libc calls otherwise: a message is the native tool's.
std::string_view words_of(int error) {
    switch (error) {
    case EBUSY: return "Device or resource busy";
    case EDQUOT: return "Disk quota exceeded";
    case EIO: return "Input/output error";
    case ELOOP: return "Too many levels of symbolic links";
    case EMFILE: return "Too many open files";
    case ENAMETOOLONG: return "File name too long";
    case ENOMEM: return "Cannot allocate memory";
    case ENOTCAPABLE: return "No such file or directory"; // below none of WASI's folders: the empty path
    case ENOTSUP: return "Operation not supported";
    case ESPIPE: return "Illegal seek";
    default: return std::strerror(error);
    }
}

} // namespace

/// What std::error_code's message is made of.
extern "C" int strerror_r(int error, char* out, std::size_t size) {
    auto const words = words_of(error);
    if (size == 0) return ERANGE;
    auto const n = std::min(words.size(), size - 1);
    out[words.copy(out, n)] = '\0';
    return n == words.size() ? 0 : ERANGE;
}
