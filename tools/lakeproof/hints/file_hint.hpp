// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

/// What may be meant by a file that cannot be read: what a message about it goes on with, or nothing.
std::string file_hint(std::string const& file);
