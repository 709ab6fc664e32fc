// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/json.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace lakeproof::test {

/// A copy of a text in heap memory that ends with it, so that AddressSanitizer sees every look behind it.
class exact_copy {
public:
    explicit exact_copy(std::string_view text) : size_{text.size()}, bytes_{new char[text.size()]} {
        if (size_ != 0) std::memcpy(bytes_.get(), text.data(), size_);
    }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }

private:
    std::size_t size_;
    std::unique_ptr<char[]> bytes_;
};

/// Leaves every text to Boost.JSON.
class quick_reader_off {
public:
    quick_reader_off() noexcept { detail::quick_reader_is_on = false; }
    ~quick_reader_off() { detail::quick_reader_is_on = true; }
    quick_reader_off(quick_reader_off const&) = delete;
    quick_reader_off& operator=(quick_reader_off const&) = delete;
};

/// Whether the quick reader reads a text to its end.
template <class Shape>
bool reads_quickly(std::string_view text, options const& o = default_options) {
    report found;
    auto sink = detail::sink_access::make(o, found, detail::sink_mode::check);
    detail::document_of<Shape> document;
    char scratch[64];
    detail::string_memory strings{scratch, sizeof scratch};
    return detail::read_quickly(text, document, detail::nodes_of<Shape>[0], strings, sink);
}

inline bool same(report const& a, report const& b) {
    if (a.size() != b.size() || a.errors() != b.errors() || a.warnings() != b.warnings() || a.notes() != b.notes())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto const x = a[i];
        auto const y = b[i];
        if (&x.info() != &y.info() || x.severity() != y.severity() || x.pointer() != y.pointer() ||
            x.occurrence() != y.occurrence() || x.text() != y.text() || x.cut() != y.cut() ||
            x.length() != y.length() || x.bound() != y.bound() || x.detail() != y.detail() ||
            x.region() != y.region() || x.offset() != y.offset() || message(x) != message(y))
            return false;
    }
    return true;
}

/// Whether a text gives the same report, and the same model, with the quick reader and without.
template <class Shape>
bool readers_agree(std::string_view text, options const& o = default_options) {
    exact_copy const copy{text};
    auto const quick = json::parse<Shape>(copy.view(), o);
    auto const quickly_checked = json::check<Shape>(copy.view(), o);
    quick_reader_off const off;
    auto const slow = json::parse<Shape>(copy.view(), o);
    return same(quick.report(), slow.report()) && same(quickly_checked, json::check<Shape>(copy.view(), o)) &&
           quick.has_value() == slow.has_value() && (!quick || *quick == *slow);
}

} // namespace lakeproof::test
