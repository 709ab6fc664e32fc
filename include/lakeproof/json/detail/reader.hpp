// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document_checker.hpp>
#include <lakeproof/check/detail/document_memory.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json::detail {

namespace core = lakeproof::detail;
using boost::json::error_code;
using boost::json::string_view;

/// Hands the events of Boost.JSON's parser to the checker.
///
/// Boost.JSON gives an unescaped text in one piece that lies in the input, where it stays. A text
/// with an escape comes in parts that are gone after each call (the last may lie in the parser's
/// own buffer though it is the only one), so the checker judges it part by part.
class handler {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    handler(std::string_view input, core::document_checker& checker,
            core::overflow_memory& more) noexcept
        : input_{input}, checker_{checker}, more_{more} {}

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }

    bool on_object_begin(error_code&) { return checker_.begin_object(), true; }
    bool on_object_end(std::size_t, error_code&) { return checker_.end_object(), true; }
    bool on_array_begin(error_code&) { return checker_.begin_array(), true; }
    bool on_array_end(std::size_t, error_code&) { return checker_.end_array(), true; }

    LAKEPROOF_NOINLINE bool on_key_part(string_view part, std::size_t, error_code&) {
        add_to_key(part);
        return true;
    }
    LAKEPROOF_ALWAYS_INLINE bool on_key(string_view last, std::size_t total, error_code&) {
        if (last.size() == total)
            checker_.key({last.data(), last.size()});
        else
            end_key(last, total);
        return true;
    }

    LAKEPROOF_NOINLINE bool on_string_part(string_view part, std::size_t total, error_code&) {
        if (part.size() == total) begin_text();
        add_to_text({part.data(), part.size()});
        return true;
    }
    LAKEPROOF_ALWAYS_INLINE bool on_string(string_view last, std::size_t total, error_code&) {
        std::string_view const part{last.data(), last.size()};
        if (part.size() == total && in_input(part))
            checker_.text(part);
        else
            last_part(part, part.size() == total);
        return true;
    }

    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return number(); }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return number(); }
    bool on_double(double, string_view, error_code&) { return number(); }
    bool on_bool(bool, error_code&) { return boolean(); }
    bool on_null(error_code&) { return null(); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    // Out of line, since Boost.JSON's parser would take them in at thirty places.
    LAKEPROOF_NOINLINE bool number() { return checker_.other("a number"), true; }
    LAKEPROOF_NOINLINE bool boolean() { return checker_.other("a boolean"), true; }
    LAKEPROOF_NOINLINE bool null() { return checker_.null(), true; }

    bool in_input(std::string_view part) const noexcept {
        // As integers, since the other place is another object.
        auto const from = reinterpret_cast<std::uintptr_t>(input_.data());
        return reinterpret_cast<std::uintptr_t>(part.data()) - from <= input_.size();
    }

    /// A key in parts: as much of it as tells it from every modelled name, and names it in a
    /// report.
    void add_to_key(string_view part) noexcept {
        key_size_ += std::string_view{part.data(), part.size()}.copy(key_ + key_size_,
                                                                     sizeof key_ - key_size_);
    }

    LAKEPROOF_NOINLINE void end_key(string_view last, std::size_t total) {
        add_to_key(last);
        checker_.key({key_, key_size_}, key_size_ < total);
        key_size_ = 0;
    }

    void begin_text() {
        whole_ = checker_.wants_whole_text();
        if (whole_)
            more_.begin_text();
        else
            checker_.begin_text();
    }
    void add_to_text(std::string_view part) {
        if (whole_)
            more_.add_to_text(part);
        else
            checker_.text_part(part);
    }
    LAKEPROOF_NOINLINE void last_part(std::string_view part, bool only) {
        if (only) begin_text();
        add_to_text(part);
        end_text();
    }
    void end_text() {
        if (whole_)
            checker_.text(more_.text());
        else
            checker_.end_text();
    }

    std::string_view input_;
    core::document_checker& checker_;
    core::overflow_memory& more_;
    bool whole_ = false;
    std::size_t key_size_ = 0;
    char key_[256];
};

/// What Boost.JSON's error means, without an allocation.
inline std::string_view describe(boost::json::error e) noexcept {
    using boost::json::error;
    if (e == error::incomplete) return "it ends too early";
    if (e == error::extra_data) return "there is more after the value";
    if (e == error::exponent_overflow) return "an exponent is too large";
    if (e == error::illegal_leading_surrogate || e == error::illegal_trailing_surrogate)
        return "an escape is half of a surrogate pair";
    if (e == error::expected_hex_digit) return "an escape needs four hexadecimal digits";
    return "this character cannot stand here";
}

/// Says only why a document could not be read; 0 is no error of Boost.JSON's, but too many bytes.
LAKEPROOF_NOINLINE inline bool unreadable(error_code const& e, std::size_t end,
                                             node const* document, options const& o, report& out) {
    out.clear();
    auto const add = [&](rule broken) {
        auto v = out.add(broken, severity::error, core::location{document, 0, 0, {}});
        return v.offset(end);
    };
    // The parser and the handler know no errors but Boost.JSON's: the category needs no look.
    auto const why = static_cast<boost::json::error>(e.value());
    if (!e)
        add(rule::json_limit).bound(o.limits.bytes).detail("The text has too many bytes");
    else if (why == boost::json::error::too_deep)
        add(rule::json_limit).bound(o.limits.levels()).detail("The document nests too deeply");
    else
        add(rule::json_malformed).detail(describe(why));
    return false;
}

/// Reads `text` into a checker. False if it could not be read, and the report then says just that.
inline bool read(std::string_view text, core::document_checker& checker,
                 core::overflow_memory& more, node const* document, options const& o, report& out) {
    if (text.size() > o.limits.bytes) // at its end, since nothing is read
        return unreadable({}, text.size(), document, o, out);
    boost::json::parse_options how;
    how.max_depth = o.limits.levels();
    boost::json::basic_parser<handler> parser{how, text, checker, more};
    error_code e;
    auto const end = parser.write_some(false, text.data(), text.size(), e);
    if (!e && end < text.size()) e = boost::json::error::extra_data;
    return e ? unreadable(e, end, document, o, out) : true;
}

} // namespace lakeproof::json::detail
