// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace benchmarks {

/// Makes the compiler believe that somebody reads all of `value`.
template <class T>
void keep(T const& value) {
    asm volatile("" : : "r"(&value) : "memory");
}

} // namespace benchmarks
