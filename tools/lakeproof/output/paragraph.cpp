// SPDX-License-Identifier: BSL-1.0
#include "output/paragraph.hpp"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

std::size_t line_width(std::size_t elsewhere) {
#ifndef TIOCGWINSZ // WebAssembly
    auto const* const columns = std::getenv("COLUMNS");
    auto const width = columns != nullptr ? std::atoi(columns) : 0;
    return width > 0 ? static_cast<std::size_t>(width) : elsewhere;
#else
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 ? elsewhere : size.ws_col;
#endif
}

void append_wrapped(std::string& out, std::string_view words, std::size_t indent) {
    auto const width = std::max<std::size_t>(line_width(80), 40); // room for what is indented
    auto column = indent;
    while (!words.empty()) {
        auto const word = words.substr(0, words.find(' '));
        if (column > indent && column + 1 + word.size() > width) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    out += '\n';
}
