// SPDX-License-Identifier: BSL-1.0
#include "allocations.hpp"

#include <cstddef>

// Replaced for the whole program: glibc lets a program have its own, and keeps these names for what it had. Every
// operator new comes here.
extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* p, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) {
    ++benchmarks::allocations;
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    ++benchmarks::allocations;
    return __libc_calloc(count, size);
}
void* realloc(void* p, std::size_t size) {
    ++benchmarks::allocations;
    return __libc_realloc(p, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    ++benchmarks::allocations;
    return __libc_memalign(alignment, size);
}
}
