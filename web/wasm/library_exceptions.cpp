// SPDX-License-Identifier: BSL-1.0
// Debian's libc++ for wasm32 was compiled without exceptions, and aborts where it would throw: here it throws, so that
// std::stoll says of a word what it says elsewhere.
#include <__verbose_abort>

#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string_view>

/// `words` begin with the name of the exception.
void std::__libcpp_verbose_abort(char const* words, ...) {
    std::string_view const what{words};
    if (what.starts_with("bad_alloc")) throw std::bad_alloc{};
    if (what.starts_with("invalid_argument")) throw std::invalid_argument{"invalid argument"};
    if (what.starts_with("length_error")) throw std::length_error{"too long"};
    if (what.starts_with("out_of_range")) throw std::out_of_range{"out of range"};
    std::abort();
}

/// The library's own gives up where there is no memory.
void* operator new(std::size_t size) {
    if (auto* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc{};
}
