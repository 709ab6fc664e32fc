// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hostile {

/// How the heap that an input needs may grow.
enum class memory : unsigned char {
    flat,   ///< not at all
    linear, ///< with the text, which the caller asked to have kept
};

/// An input that is made to cost time or memory, of any size.
struct input {
    std::string_view name;
    std::size_t largest;                          ///< what `make` gets for the largest
    std::function<std::string(std::size_t)> make; ///< a document of so many parts
    std::function<void(std::string_view)> take;   ///< what a service does with it, and requires
    memory heap = memory::flat;
};

/// All of them: JSON, texts, members, lists, house patterns, responses and HTTP.
std::vector<input> inputs();

} // namespace hostile
