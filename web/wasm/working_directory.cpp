// SPDX-License-Identifier: BSL-1.0
#include <cstdlib>

#include <unistd.h>

/// A program of WASI begins in the root: relative paths are those of PWD.
[[gnu::constructor]] static void go_to_working_directory() {
    if (auto const* const folder = std::getenv("PWD"); folder != nullptr) static_cast<void>(chdir(folder));
}
