// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/rules/rule.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hostile {

/// How much the heap that an input needs may grow, in bytes for each byte of the text.
enum class memory : unsigned char {
    flat = 0,
    text = 8,  ///< what is kept is the text, or made of it, such as a string with escapes: a buffer that doubles
    tree = 64, ///< a value for each `{}`
};

/// An input that is made to cost time or memory, of any size.
struct input {
    std::string_view name;
    std::size_t largest;                          ///< what `make` gets for the largest
    std::function<std::string(std::size_t)> make; ///< a document of so many parts
    std::function<void(std::string_view)> take;   ///< what a service does with it, and requires
    memory heap = memory::flat;
    bool request = false; ///< a JSON text, checked as a request
};

/// All of them: JSON, strings, members, lists, shapes of a user's, house patterns, responses and HTTP.
std::vector<input> inputs();

} // namespace hostile
