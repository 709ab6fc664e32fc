// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/detail/accepted_texts.hpp>
#include <lakeproof/testing/detail/further_faults.hpp>
#include <lakeproof/testing/detail/recorded_json.hpp>
#include <lakeproof/testing/detail/unused_name.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// A JSON text with one thing wrong: a check must report `broken` at `pointer`, and no error
/// elsewhere. Some rules entail others: a name too long for IAM is also over the documented limit.
struct nearly_valid_document {
    std::string text;
    rule broken;
    std::string pointer;
};

namespace detail {

/// The texts of each constraint of a shape that only their length is against, by node.
struct texts_off_length {
    std::vector<std::optional<accepted_texts>> longer{};
    std::vector<std::optional<accepted_texts>> shorter{};

    template <class Shape>
    static texts_off_length const& of() {
        static texts_off_length const all{nodes_of<Shape>.data(), nodes_of<Shape>.size()};
        return all;
    }

private:
    texts_off_length(node const* nodes, std::size_t count) : longer(count), shorter(count) {
        for (std::size_t i = 0; i < count; ++i) {
            auto const* const rules = nodes[i].text;
            // A bound on the characters of a list comes first.
            auto const* const list = nodes[nodes[i].parent].list;
            if (rules == nullptr || (list != nullptr && list->max_characters != 0)) continue;
            auto const most = rules->max_length;
            if (accepted_texts t{*rules, most + 1, most + 64}; t.any()) longer[i] = std::move(t);
            if (rules->min_length == 0) continue;
            if (accepted_texts t{*rules, 0, rules->min_length - 1}; t.any())
                shorter[i] = std::move(t);
        }
    }
};

/// A text of the same length that no text of the pattern begins with, if there is one near.
inline std::optional<std::string> off_pattern(text_rules const& rules, std::string text,
                                              byte_source& bytes) {
    if (text.empty()) text = "?";
    auto const start = bytes.below(text.size());
    auto const byte = bytes.byte();
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const at = (start + i) % text.size();
        if (static_cast<unsigned char>(text[at]) >= 0x80) continue; // part of a character
        text_stream before;
        rules.advance(before, std::string_view{text}.substr(0, at));
        for (unsigned tried = 0; tried < 128; ++tried) {
            char const c = static_cast<char>((byte + tried) % 128);
            auto stream = before;
            rules.advance(stream, {&c, 1});
            if (stream.state != 0) continue;
            text[at] = c;
            return text;
        }
    }
    return std::nullopt;
}

/// What to spoil and where; taken before the value, which may use all bytes up.
struct fault_choice {
    unsigned char kind;
    unsigned char place;
    unsigned char variant;

    explicit fault_choice(byte_source& bytes) noexcept
        : kind{bytes.byte()}, place{bytes.byte()}, variant{bytes.byte()} {}
};

/// Makes one thing wrong in the JSON text of a valid model.
class fault_maker {
public:
    fault_maker(recorded_json const& right, texts_off_length const& off, fault_choice choice,
                region_list const& regions, byte_source& bytes)
        : right_{right}, off_{off}, choice_{choice}, regions_{regions}, bytes_{bytes} {}

    nearly_valid_document make() {
        static constexpr fault kinds[] = {
            &fault_maker::other_type, &fault_maker::missing,   &fault_maker::duplicate,
            &fault_maker::unknown,    &fault_maker::too_short, &fault_maker::too_long,
            &fault_maker::pattern,    &fault_maker::further,   &fault_maker::list_limit,
            &fault_maker::repeated,   &fault_maker::too_deep,  &fault_maker::cut_off,
        };
        auto const kind = choice_.kind % std::size(kinds);
        auto const place = choice_.place % right_.values.size();
        // Where a fault does not suit a place, the next place is tried, then the next fault; the
        // last one suits the document.
        for (std::size_t k = 0;; ++k)
            for (std::size_t p = 0; p < right_.values.size(); ++p) {
                auto const& v = right_.values[(place + p) % right_.values.size()];
                auto document = (this->*kinds[(kind + k) % std::size(kinds)])(v);
                if (document) return *std::move(document);
            }
    }

private:
    using result = std::optional<nearly_valid_document>;
    using fault = result (fault_maker::*)(recorded_value const&);

    result edited(std::size_t begin, std::size_t end, std::string_view with, rule broken,
                  std::string pointer) const {
        auto text = right_.json;
        text.replace(begin, end - begin, with);
        return nearly_valid_document{std::move(text), broken, std::move(pointer)};
    }
    result replaced(recorded_value const& v, std::string_view with, rule broken) const {
        return edited(v.begin, v.end, with, broken, v.pointer);
    }
    node const& node_of(recorded_value const& v) const noexcept { return right_.node_of(v); }
    bool is_member(recorded_value const& v) const noexcept { return v.name != v.begin; }
    std::string_view spelt(std::size_t begin, std::size_t end) const noexcept {
        return std::string_view{right_.json}.substr(begin, end - begin);
    }

    result other_type(recorded_value const& v) {
        static constexpr std::array<std::string_view, 6> values{"true", "-1.5e3", "{\"a\":[]}",
                                                                "[0]",  "\"\"",   "[]"};
        auto i = choice_.variant % values.size();
        auto const first = [](std::string_view s) { return s.front(); };
        while (first(values[i]) == right_.json[v.begin]) i = (i + 1) % values.size();
        return replaced(v, values[i], rule::member_type);
    }
    result missing(recorded_value const& v) {
        if (!node_of(v).required) return {};
        if (choice_.variant % 2 != 0) return replaced(v, "null", rule::member_missing);
        bool const last = right_.json[v.end] != ',';
        bool const first = right_.json[v.name - 1] != ',';
        return edited(v.name - (last && !first ? 1u : 0u), v.end + (last ? 0u : 1u), "",
                      rule::member_missing, v.pointer);
    }
    result duplicate(recorded_value const& v) {
        if (!is_member(v)) return {};
        std::string const again{spelt(v.name, v.end)};
        return edited(v.end, v.end, ',' + again, rule::member_duplicate, v.pointer);
    }
    result unknown(recorded_value const& v) {
        auto const& n = node_of(v);
        if (n.what != node::kind::object || n.open) return {};
        static constexpr std::array<std::string_view, 5> names{"extra", "", "~/", "source_name",
                                                               "caf\xc3\xa9"};
        auto const name =
            unused_name(right_.nodes(), n, std::string{names[choice_.variant % names.size()]});
        auto pointer = v.pointer + '/';
        lakeproof::detail::append_reference_token(pointer, name);
        return inserted_member(v, quoted(name) + ":\"x\"", rule::member_unknown,
                               std::move(pointer));
    }
    result inserted_member(recorded_value const& v, std::string member, rule broken,
                           std::string pointer) {
        if (v.end - v.begin > 2) member += ',';
        return edited(v.begin + 1, v.begin + 1, member, broken, std::move(pointer));
    }

    result off_length(recorded_value const& v, std::optional<accepted_texts> const& texts) {
        if (!texts) return {};
        return replaced(v, quoted(texts->from(bytes_)), node_of(v).text->length);
    }
    result too_short(recorded_value const& v) { return off_length(v, off_.shorter[v.at]); }
    result too_long(recorded_value const& v) { return off_length(v, off_.longer[v.at]); }
    result pattern(recorded_value const& v) {
        auto const* const rules = node_of(v).text;
        if (rules == nullptr) return {};
        auto const text = off_pattern(*rules, v.text, bytes_);
        if (!text) return {};
        return replaced(v, quoted(*text), rules->pattern);
    }
    result further(recorded_value const& v) {
        auto const faults = further_faults(node_of(v), v.text, regions_);
        if (faults.empty()) return {};
        auto const& f = faults[choice_.variant % faults.size()];
        return replaced(v, quoted(f.text), f.broken);
    }

    /// How many elements a list has; they follow it.
    std::size_t elements(recorded_value const& list) const noexcept {
        std::size_t n = 0;
        for (auto const& v : right_.values)
            n += v.at == node_of(list).first && v.begin > list.begin && v.end < list.end;
        return n;
    }
    result list_limit(recorded_value const& v) {
        auto const* const rules = node_of(v).list;
        if (rules == nullptr || !rules->limit || rules->max_characters == 0) return {};
        std::string const more(rules->max_characters + 1, 'A'); // never judged
        return edited(v.end - 1, v.end - 1, ',' + quoted(more), *rules->limit, v.pointer);
    }
    result repeated(recorded_value const& v) {
        auto const* const rules = node_of(v).list;
        if (rules == nullptr || !rules->duplicate) return {};
        auto const first = (&v)[1].text;
        auto const size = elements(v);
        std::size_t characters = first.size();
        for (std::size_t i = 1; i <= size; ++i) characters += (&v)[i].text.size();
        if (rules->max_size != 0 && size == rules->max_size) return {};
        if (rules->max_characters != 0 && characters > rules->max_characters) return {};
        return edited(v.end - 1, v.end - 1, ',' + quoted(first), *rules->duplicate,
                      v.pointer + '/' + std::to_string(size));
    }

    result too_deep(recorded_value const& v) {
        if (node_of(v).what != node::kind::object) return {};
        auto const depth = 32u + choice_.variant % 8u; // in the object
        return inserted_member(v, "\"x\":" + std::string(depth, '[') + std::string(depth, ']'),
                               rule::json_limit, {});
    }
    result cut_off(recorded_value const& v) {
        if (v.at != 0) return {};
        // Whatever is cut off of an object, a bracket is missing.
        return edited(bytes_.below(v.end), v.end, "", rule::json_malformed, {});
    }

    recorded_json const& right_;
    texts_off_length const& off_;
    fault_choice choice_;
    region_list const& regions_;
    byte_source& bytes_;
};

/// A valid value, of which a check has so little to say that one error more is kept in its report,
/// and so short that a value in it may occur twice.
template <class Shape>
recorded_json quiet(byte_source& bytes, region_list const& regions) {
    auto const value = arbitrary<Shape>(bytes, regions);
    recorded_json right{value};
    if (check(value, {.regions = regions}).size() <= report::capacity / 2 &&
        right.json.size() <= limits{}.bytes / 2)
        return right;
    byte_source nothing{""};
    return recorded_json{arbitrary<Shape>(nothing, regions)};
}

} // namespace detail

/// A document of a shape with one known thing wrong, from any bytes.
///
/// Three bytes choose what to spoil, where and how: syntax, depth, types, members, lengths,
/// patterns, lists or what the rules of the texts add. The others make a valid value first, as
/// `arbitrary` does; Regions of two partitions suit no role ARN, so that a check reports that too.
/// Linear in the document. Throws `std::bad_alloc` only.
/// \code
/// lakeproof::testing::byte_source bytes{text};
/// auto const bad = lakeproof::testing::nearly_valid_request(bytes);
/// auto const found = lakeproof::json::check_request(bad.text);
/// bool const right = found.count(bad.broken) != 0;
/// \endcode
template <shape Shape>
[[nodiscard]] nearly_valid_document nearly_valid(byte_source& bytes,
                                                 region_list const& regions = {}) {
    detail::fault_choice const choice{bytes};
    auto const right = detail::quiet<Shape>(bytes, regions);
    auto const& off = detail::texts_off_length::of<Shape>();
    return detail::fault_maker{right, off, choice, regions, bytes}.make();
}

/// A CreateCustomLogSource request with one known thing wrong.
[[nodiscard]] inline nearly_valid_document nearly_valid_request(byte_source& bytes,
                                                                region_list const& regions = {}) {
    return nearly_valid<create_custom_log_source_request>(bytes, regions);
}

} // namespace lakeproof::testing
