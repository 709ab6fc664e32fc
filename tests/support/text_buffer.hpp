// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace lakeproof::test {

/// A text put together in a constant expression.
class text_buffer {
public:
    constexpr text_buffer() = default;
    constexpr explicit text_buffer(std::string_view start) { add(start); }

    constexpr text_buffer& add(std::string_view part) {
        for (char const c : part) text_[size_++] = c;
        return *this;
    }
    constexpr text_buffer& add(std::size_t n, char c) {
        while (n-- > 0) text_[size_++] = c;
        return *this;
    }
    constexpr std::string_view view() const { return {text_, size_}; }
    constexpr operator std::string_view() const { return view(); }

private:
    char text_[2560]{};
    std::size_t size_ = 0;
};

/// `n` times `c`.
constexpr text_buffer run(std::size_t n, char c) { return text_buffer{}.add(n, c); }

/// A text of the one byte `b`.
constexpr text_buffer one(int b) { return run(1, static_cast<char>(b)); }

} // namespace lakeproof::test
