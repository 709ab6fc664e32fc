// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/schema.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/json_spans.hpp>
#include <lakeproof/testing/nearly_valid.hpp>
#include <lakeproof/testing/recorded_json.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::testing {

namespace detail {

/// SplitMix64: a few operations a number, any seed will do.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) noexcept : state_{seed} {}

    std::uint64_t next() noexcept {
        auto z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t n) noexcept { return static_cast<std::size_t>(next() % n); }
    std::string bytes(std::size_t n) {
        std::string out(n, '\0');
        for (char& c : out) c = static_cast<char>(next() & 0xff);
        return out;
    }

private:
    std::uint64_t state_;
};

/// Changes the JSON text of a shape in one place: mostly so that it stays JSON.
template <shape Shape>
class json_mutator {
public:
    json_mutator(std::string_view text, std::uint64_t seed) : random_{seed}, text_{text} {}

    std::string mutated() && {
        if (random_.below(32) == 0) return fresh();
        spans_ = find_spans(text_);
        if (spans_.empty()) return random_.below(4) == 0 ? fresh() : (change_byte(), text_);
        static constexpr change changes[] = {
            &json_mutator::replace_by_scalar,
            &json_mutator::replace_by_other,
            &json_mutator::replace_by_legal,
            &json_mutator::erase,
            &json_mutator::repeat,
            &json_mutator::rename,
            &json_mutator::add_member,
            &json_mutator::insert_fragment,
            &json_mutator::insert_fragment,
            &json_mutator::escape,
            &json_mutator::change_character,
            &json_mutator::change_character,
            &json_mutator::wrap,
            &json_mutator::change_byte,
        };
        (this->*changes[random_.below(std::size(changes))])();
        return std::move(text_);
    }

private:
    using change = void (json_mutator::*)();

    json_span any_span() noexcept { return spans_[random_.below(spans_.size())]; }
    std::string_view spelt(json_span s) const noexcept {
        return std::string_view{text_}.substr(s.begin, s.size());
    }
    void replace(json_span s, std::string const& with) { text_.replace(s.begin, s.size(), with); }

    /// A new document, right or nearly.
    std::string fresh() {
        auto const seed = random_.bytes(16 + random_.below(240));
        byte_source bytes{seed};
        if (random_.below(2) == 0) return nearly_valid<Shape>(bytes).text;
        return recorded_json{arbitrary<Shape>(bytes)}.json;
    }

    void replace_by_scalar() {
        static constexpr std::array<std::string_view, 16> scalars{"null",
                                                                  "true",
                                                                  "false",
                                                                  "0",
                                                                  "-0.1e-9",
                                                                  "1e400",
                                                                  "18446744073709551616",
                                                                  "\"\"",
                                                                  "[]",
                                                                  "{}",
                                                                  "[[]]",
                                                                  "NaN",
                                                                  "\"\\ud83d\\ude00\"",
                                                                  "\"\\u0000\"",
                                                                  "\"caf\xc3\xa9\"",
                                                                  "01"};
        replace(any_span(), std::string{scalars[random_.below(scalars.size())]});
    }
    void replace_by_other() {
        std::string const other{spelt(any_span())};
        replace(any_span(), other);
    }
    /// A text of one of the shape's string types, wherever.
    void replace_by_legal() {
        auto const seed = random_.bytes(64);
        byte_source bytes{seed};
        recorded_json const value{arbitrary<Shape>(bytes)};
        auto const& v = value.values[random_.below(value.values.size())];
        replace(any_span(), value.json.substr(v.begin, v.end - v.begin));
    }

    /// A span with its member's value, and the comma behind.
    json_span whole_item() {
        auto const i = random_.below(spans_.size());
        auto item = spans_[i];
        if (item.name && i + 1 < spans_.size()) item.end = spans_[i + 1].end;
        return item;
    }
    void erase() {
        auto item = whole_item();
        if (item.end < text_.size() && text_[item.end] == ',')
            ++item.end;
        else if (item.begin > 0 && text_[item.begin - 1] == ',')
            --item.begin;
        replace(item, {});
    }
    void repeat() {
        auto const item = whole_item();
        std::string const copy = ',' + std::string{spelt(item)};
        for (auto n = random_.below(8) == 0 ? 1 + random_.below(70) : 1; n > 0; --n)
            text_.insert(item.end, copy);
    }

    std::string member_name() {
        auto const& nodes = nodes_of<Shape>;
        std::string name{nodes[random_.below(nodes.size())].name};
        if (random_.below(4) == 0 && !name.empty()) name[random_.below(name.size())] ^= 0x20;
        if (random_.below(4) == 0) name += fragment();
        return quoted(name);
    }
    void rename() {
        for (std::size_t tries = 0; tries < 8; ++tries)
            if (auto const s = any_span(); s.name) return replace(s, member_name());
    }
    void add_member() {
        std::string const value{spelt(any_span())};
        auto const s = any_span();
        bool const object = text_[s.begin] == '{';
        auto member = object ? member_name() + ':' + value : value;
        if (s.size() > 2) member += ',';
        text_.insert(s.begin + (s.size() > 1 ? 1u : 0u), member);
    }
    void wrap() {
        auto const s = any_span();
        auto const depth = random_.below(8) == 0 ? random_.below(40) : 1;
        text_.insert(s.end, depth, ']');
        text_.insert(s.begin, depth, '[');
    }

    /// What may stand in a string, harmless or not.
    std::string fragment() {
        static constexpr std::array<std::string_view, 18> fragments{"/",
                                                                    ":",
                                                                    ".",
                                                                    "-",
                                                                    " ",
                                                                    "\\/",
                                                                    "\\\\",
                                                                    "\\u0000",
                                                                    "\\\"",
                                                                    "//",
                                                                    "arn",
                                                                    "aws-",
                                                                    "caf\xc3\xa9",
                                                                    "\\ud83d\\ude00",
                                                                    "\xe2\x80\xae",
                                                                    "\\u001b[31m",
                                                                    "\xf0\x9f\x98\x80",
                                                                    ".amazonaws.com"};
        std::string const one{fragments[random_.below(fragments.size())]};
        if (random_.below(8) != 0) return one;
        std::string many;
        for (auto n = random_.below(300); n > 0; --n) many += one;
        return many;
    }
    void insert_fragment() {
        auto const s = any_span();
        text_.insert(s.begin + random_.below(s.size() + 1), fragment());
    }
    void escape() {
        auto const s = any_span();
        auto const at = s.begin + random_.below(s.size());
        auto const c = static_cast<unsigned char>(text_[at]);
        constexpr std::string_view digits = "0123456789abcdef";
        std::string escaped = "\\u00";
        escaped += digits[c >> 4];
        escaped += digits[c & 15];
        text_.replace(at, 1, escaped);
    }
    void change_character() {
        auto const s = any_span();
        auto& c = text_[s.begin + random_.below(s.size())];
        c = random_.below(2) == 0 ? static_cast<char>(' ' + random_.below(95))
                                  : static_cast<char>(c ^ 0x20);
    }
    void change_byte() {
        auto const at = random_.below(text_.size() + 1);
        auto const byte = static_cast<char>(random_.below(256));
        switch (random_.below(4)) {
        case 0: text_.insert(at, 1, byte); break;
        case 1: text_.erase(at, 1 + random_.below(4)); break;
        case 2: text_.resize(at); break;
        default:
            if (at < text_.size()) text_[at] = byte;
        }
    }

    random_numbers random_;
    std::string text_;
    std::vector<json_span> spans_{};
};

} // namespace detail

/// A custom mutator for libFuzzer over the JSON texts of a shape: values, members and elements are
/// replaced, repeated, renamed, erased and wrapped, texts spoilt, and sometimes all of it is new.
///
/// `data` holds `size` bytes and has room for `max_size`; returns how many it holds then. The same
/// seed gives the same change. About linear in the text. Throws `std::bad_alloc` only.
/// \code
/// unsigned char data[1024] = "{}"; // in LLVMFuzzerCustomMutator its parameters
/// auto const size = lakeproof::testing::mutate_json<lakeproof::create_custom_log_source_request>(
///     data, 2, sizeof data, 1);
/// \endcode
template <shape Shape>
[[nodiscard]] std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                      unsigned seed) {
    std::string_view const before{reinterpret_cast<char const*>(data), size};
    auto after = detail::json_mutator<Shape>{before, seed}.mutated();
    if (after.size() > max_size) after.resize(max_size);
    after.copy(reinterpret_cast<char*>(data), after.size());
    return after.size();
}

/// The same for CreateCustomLogSource requests.
[[nodiscard]] inline std::size_t mutate_request_json(std::uint8_t* data, std::size_t size,
                                                     std::size_t max_size, unsigned seed) {
    return mutate_json<create_custom_log_source_request>(data, size, max_size, seed);
}

} // namespace lakeproof::testing
