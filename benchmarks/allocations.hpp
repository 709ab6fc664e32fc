// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace benchmarks {

/// How often this program has called operator new, or an allocator that counts here.
inline std::size_t allocations = 0;

} // namespace benchmarks
