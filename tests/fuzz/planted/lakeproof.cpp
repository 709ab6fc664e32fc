// SPDX-License-Identifier: BSL-1.0
// Lakeproof's reader, compiled once for all programs.
#include <lakeproof/json/instantiate.hpp>
