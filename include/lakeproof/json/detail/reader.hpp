// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/json/detail/malformed.hpp>
#include <lakeproof/json/detail/parser_handler.hpp>
#include <lakeproof/json/detail/quick_reader.hpp>
#include <lakeproof/version.hpp>

#include <cstddef>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// How many bytes the strings of a shape have when all are at their longest: scratch for a document that could
/// be valid.
template <class Shape>
inline constexpr std::size_t scratch_size = [] {
    std::size_t bytes = 1;
    for (auto const& n : nodes_of<Shape>) {
        auto const& parent = nodes_of<Shape>[n.parent];
        if (n.what != node::kind::string) continue;
        bool const bounded = parent.most_characters < 65536;
        bytes += n.element && bounded ? parent.most_characters : n.string->capacity;
    }
    return bytes;
}();

/// Whether the quick reader reads what it can. Not for programs: tests of its equality with Boost.JSON turn it off, and
/// no other thread may check anything meanwhile.
inline bool quick_reader_is_on = true;

/// Reads a text of the quick reader's subset; of any other it leaves nothing behind, and returns false.
inline bool read_quickly(std::string_view text, document& d, node const& part, string_memory& strings,
                         rule_sink& sink) {
    auto const& limits = sink_access::options_of(sink).limits;
    if (!quick_reader_is_on || text.size() > limits.bytes) return false;
    document_builder builder{d, sink, part};
    if (quick_reader{builder, strings, text}.read(limits.levels())) return true;
    d.clear();
    strings.clear();
    sink_access::report_of(sink).clear();
    return false;
}

/// Reads any text with Boost.JSON.
LAKEPROOF_NOINLINE inline bool read_with_parser(std::string_view text, document& d, node const& part,
                                                string_memory& strings, rule_sink& sink) {
    auto const& limits = sink_access::options_of(sink).limits;
    if (text.size() > limits.bytes) return unreadable({}, text, text.size(), d, sink);
    document_builder builder{d, sink, part};
    boost::json::parse_options how;
    how.max_depth = limits.levels();
    boost::json::basic_parser<parser_handler> parser{how, text, builder, strings};
    boost::json::error_code e;
    auto const end = parser.write_some(false, text.data(), text.size(), e);
    if (!e && end < text.size()) e = boost::json::error::extra_data;
    return !e || unreadable(e, text, end, d, sink);
}

/// Reads `text` into a document, and checks its structure and strings. False if it could not be read, and the report
/// then says just that. `part` is the document's node, or tells which part of it the text is: see `document_builder`.
inline bool read_text(std::string_view text, document& d, node const& part, string_memory& strings, rule_sink& sink) {
    return read_quickly(text, d, part, strings, sink) || read_with_parser(text, d, part, strings, sink);
}

/// A document of a shape, to be read from text.
template <class Shape>
class text_document : public document_of<Shape> {
public:
    text_document() noexcept {} // nothing is initialised but what is used
    bool read(std::string_view text, rule_sink& sink) { return read_part(text, nodes_of<Shape>[0], sink); }
    bool read_part(std::string_view text, node const& part, rule_sink& sink) {
        return read_text(text, *this, part, strings_, sink);
    }
    /// Memory for strings of another part of the document.
    [[nodiscard]] string_memory& strings() noexcept { return strings_; }

private:
    char scratch_[scratch_size<Shape>];
    string_memory strings_{scratch_, sizeof scratch_};
};

} // namespace lakeproof::detail
