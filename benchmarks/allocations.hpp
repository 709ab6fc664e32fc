// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace benchmarks {

/// How often this program, its libraries included, has asked for memory.
inline std::size_t allocations = 0;

} // namespace benchmarks
