// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/arena.hpp>
#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/detail/compiler.hpp>
#include <lakeproof/pattern/detail/vector_bytes.hpp>
#include <lakeproof/version.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Decoded strings, which stay where they are as long as the document. Those that could be valid fit `scratch`;
/// longer ones go to the heap.
class string_memory {
public:
    string_memory(char* scratch, std::size_t size) noexcept : arena_{scratch, size} {}

    void append(std::string_view part) {
        if (arena_.left() - size_ < part.size()) {
            std::string_view const before{arena_.next(), size_};
            arena_.grow(2 * (size_ + part.size()));
            before.copy(arena_.next(), size_);
        }
        size_ += part.copy(arena_.next() + size_, part.size());
    }
    /// The string that was appended, with its last part; the next starts another.
    std::string_view finish(std::string_view last = {}) {
        append(last);
        auto const size = size_;
        size_ = 0;
        return {arena_.take(size), size};
    }
    /// Takes back all strings, and what was appended last.
    void clear() noexcept {
        arena_.clear();
        size_ = 0;
    }

private:
    arena<char> arena_;
    std::size_t size_ = 0;
};

/// Hands the events of Boost.JSON's parser to a document's builder.
///
/// Boost.JSON gives a string without escapes in one piece that lies in the input, where it stays. One with an
/// escape comes in parts that are gone after each call (the last may lie in the parser's own buffer though it is
/// the only one), so it is decoded whole into memory of the reader's.
class parser_handler {
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    /// `name`: a text of one string is given, which is a member's name.
    parser_handler(std::string_view input, document_builder& builder, string_memory& strings,
                   bool name = false) noexcept
        : input_{input}, builder_{builder}, strings_{strings}, name_{name} {}

    // Out of line, since Boost.JSON's parser would take them in at thirty places: the quick reader reads most texts.
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    LAKEPROOF_NOINLINE bool on_object_begin(error_code&) { return builder_.begin_object(), true; }
    LAKEPROOF_NOINLINE bool on_object_end(std::size_t, error_code&) { return builder_.end_object(), true; }
    LAKEPROOF_NOINLINE bool on_array_begin(error_code&) { return builder_.begin_array(), true; }
    LAKEPROOF_NOINLINE bool on_array_end(std::size_t, error_code&) { return builder_.end_array(), true; }

    LAKEPROOF_NOINLINE bool on_key_part(string_view part, std::size_t, error_code&) {
        add_to_key(part);
        return true;
    }
    LAKEPROOF_NOINLINE bool on_key(string_view last, std::size_t total, error_code&) {
        if (last.size() == total)
            builder_.key({last.data(), last.size()});
        else
            end_key(last, total);
        return true;
    }

    LAKEPROOF_NOINLINE bool on_string_part(string_view part, std::size_t total, error_code& e) {
        if (name_) return on_key_part(part, total, e);
        if (builder_.expects_string()) strings_.append({part.data(), part.size()});
        return true;
    }
    LAKEPROOF_NOINLINE bool on_string(string_view last, std::size_t total, error_code& e) {
        if (name_) return on_key(last, total, e);
        std::string_view const part{last.data(), last.size()};
        if (part.size() == total && in_input(part))
            builder_.string(part);
        else
            end_string(part);
        return true;
    }

    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t n, string_view written, error_code&) { return integer(n, written); }
    bool on_uint64(std::uint64_t, string_view written, error_code&) { return number(written); }
    bool on_double(double, string_view written, error_code&) { return number(written); }
    bool on_bool(bool b, error_code&) { return boolean(b); }
    bool on_null(error_code&) { return null(); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    // Out of line, too.
    LAKEPROOF_NOINLINE bool integer(std::int64_t n, string_view written) {
        // 1e2 comes as an integer as well.
        return is_integer(written) ? builder_.integer(n) : builder_.number(), true;
    }
    LAKEPROOF_NOINLINE bool number(string_view written) {
        if (is_integer(written))
            builder_.big_integer({written.data(), written.size()});
        else
            builder_.number();
        return true;
    }
    LAKEPROOF_NOINLINE bool boolean(bool b) { return builder_.boolean(b), true; }
    LAKEPROOF_NOINLINE bool null() { return builder_.null(), true; }

    static bool is_integer(string_view written) noexcept {
        constexpr auto bytes = byte_set{digit_bytes}.add('-');
        return all_in_set<bytes>({written.data(), written.size()});
    }

    bool in_input(std::string_view part) const noexcept {
        // As integers, since the other place is another object.
        auto const from = reinterpret_cast<std::uintptr_t>(input_.data());
        return reinterpret_cast<std::uintptr_t>(part.data()) - from < input_.size(); // a quote is behind a string
    }

    /// A key in parts: as much of it as distinguishes it from every modelled name, and names it in a report.
    void add_to_key(string_view part) noexcept {
        key_size_ += std::string_view{part.data(), part.size()}.copy(key_ + key_size_,
                                                                     sizeof key_ - key_size_);
    }
    LAKEPROOF_NOINLINE void end_key(string_view last, std::size_t total) {
        add_to_key(last);
        builder_.key({key_, key_size_}, key_size_ < total);
        key_size_ = 0;
    }

    LAKEPROOF_NOINLINE void end_string(std::string_view last) {
        builder_.string(builder_.expects_string() ? strings_.finish(last) : last);
    }

    std::string_view input_;
    document_builder& builder_;
    string_memory& strings_;
    bool name_;
    std::size_t key_size_ = 0;
    char key_[256];
};

} // namespace lakeproof::detail
