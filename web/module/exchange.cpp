// SPDX-License-Identifier: BSL-1.0
#include "exchange.hpp"

#include <utility>

namespace {

std::string arguments[most_arguments];
std::string output;

} // namespace

std::string_view argument(std::size_t i) { return arguments[i]; }

void give_text(std::string json) {
    output = std::move(json);
    for (auto& a : arguments) a = {};
}

extern "C" {

/// Where an argument of `size` bytes is to be written.
__attribute__((export_name("argument"))) char* place_for(std::size_t i, std::size_t size) {
    arguments[i].resize(size);
    return arguments[i].data();
}
__attribute__((export_name("result"))) char const* result() { return output.data(); }
__attribute__((export_name("result_size"))) std::size_t result_size() { return output.size(); }
/// Lets go of the result.
__attribute__((export_name("release"))) void release() { output = {}; }

} // extern "C"
