// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/document_maker.hpp>
#include <lakeproof/testing/detail/json_text.hpp>
#include <lakeproof/testing/detail/recorded_json.hpp>
#include <lakeproof/testing/detail/request_rules.hpp>
#include <lakeproof/testing/detail/string_source.hpp>
#include <lakeproof/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI::testing {

/// A JSON text with one thing wrong: a check must report `broken` at `pointer`, and no error elsewhere but about the
/// Regions themselves. Some rules entail others: a name too long for IAM is also over the documented limit.
struct nearly_valid_document {
    std::string text;
    rule broken;
    std::string pointer;
};

namespace detail {

/// A string of the same length that no accepted string begins with, if there is one near.
inline std::optional<std::string> off_pattern(string_automaton const& automaton, std::string string,
                                              byte_source& bytes) {
    if (string.empty()) string = "?";
    auto const start = bytes.below(string.size());
    auto const byte = bytes.byte();
    for (std::size_t i = 0; i < string.size(); ++i) {
        auto const at = (start + i) % string.size();
        if (static_cast<unsigned char>(string[at]) >= 0x80) continue; // part of a character
        auto const before = automaton.walk(std::string_view{string}.substr(0, at));
        if (before == string_automaton::dead) continue;
        for (unsigned tried = 0; tried < 128; ++tried) {
            auto const c = (byte + tried) % 128;
            if (automaton.states()[before].next[c] != string_automaton::dead) continue;
            string[at] = static_cast<char>(c);
            return string;
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
    /// `own` are boundary strings of the shape's own rules, by node.
    fault_maker(recorded_json const& right, shape_parts const& shape, samples_by_node const& own,
                fault_choice choice, region_list const& regions, byte_source& bytes)
        : right_{right}, shape_{shape}, own_{own}, choice_{choice}, regions_{regions}, bytes_{bytes} {}

    nearly_valid_document make() {
        static constexpr fault kinds[] = {
            &fault_maker::other_type, &fault_maker::missing, &fault_maker::duplicate,   &fault_maker::unknown,
            &fault_maker::too_short,  &fault_maker::too_long, &fault_maker::pattern,    &fault_maker::own_rule,
            &fault_maker::list_limit, &fault_maker::range,    &fault_maker::too_deep,   &fault_maker::cut_off,
            &fault_maker::union_members,
        };
        auto const kind = choice_.kind % std::size(kinds);
        auto const place = choice_.place % right_.values.size();
        // Where a fault does not suit a place, the next place is tried, then the next fault; one suits any
        // document.
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

    result edited(std::size_t begin, std::size_t end, std::string_view with, rule broken, std::string pointer) const {
        auto text = right_.json;
        text.replace(begin, end - begin, with);
        return nearly_valid_document{std::move(text), broken, std::move(pointer)};
    }
    result replaced(recorded_value const& v, std::string_view with, rule broken) const {
        return edited(v.begin, v.end, with, broken, v.pointer);
    }
    result inserted_member(recorded_value const& v, std::string member, rule broken, std::string pointer) const {
        if (v.count != 0) member += ',';
        return edited(v.begin + 1, v.begin + 1, member, broken, std::move(pointer));
    }

    result other_type(recorded_value const& v) {
        using kind = node::kind;
        static constexpr std::pair<kind, std::string_view> values[] = {
            {kind::boolean, "true"}, {kind::none, "-1.5e3"},  {kind::object, "{\"a\":[]}"},
            {kind::list, "[0]"},     {kind::string, "\"\""},  {kind::list, "[]"},
        };
        auto const right = v.at->what == kind::plain_string ? kind::string : v.at->what;
        auto i = choice_.variant % std::size(values);
        while (values[i].first == right) i = (i + 1) % std::size(values);
        return replaced(v, values[i].second, rule::member_type);
    }
    result missing(recorded_value const& v) {
        if (!v.at->required) return {};
        if (choice_.variant % 2 != 0) return replaced(v, "null", rule::member_missing);
        bool const last = right_.json[v.end] != ',';
        bool const first = right_.json[v.name - 1] != ',';
        return edited(v.name - (last && !first ? 1u : 0u), v.end + (last ? 0u : 1u), "", rule::member_missing,
                      v.pointer);
    }
    result duplicate(recorded_value const& v) {
        if (v.name == v.begin) return {}; // no member
        return edited(v.end, v.end, ',' + right_.json.substr(v.name, v.end - v.name), rule::member_duplicate,
                      v.pointer);
    }
    result unknown(recorded_value const& v) {
        if (v.at->what != node::kind::object || v.at->open) return {};
        static constexpr std::array<std::string_view, 5> names{"extra", "", "~/", "source_name", "caf\u00e9"};
        auto const name =
            unused_name(right_.nodes(), *v.at, std::string{names[choice_.variant % names.size()]});
        auto pointer = v.pointer + '/';
        core::append_reference_token(pointer, name);
        return inserted_member(v, quoted(name) + ":\"x\"", rule::member_unknown, std::move(pointer));
    }

    /// A string that only its length is against. A bound on the characters of a list comes before it.
    result off_length(recorded_value const& v, std::size_t length) const {
        if (v.at->element && right_.nodes()[v.at->parent].most_characters != core::no_node.most_characters) return {};
        auto const& type = shape_.strings(*v.at);
        auto const string = type.of_length(length);
        if (type.rules.closed_set || !type.automaton.accepts(string)) return {};
        return replaced(v, quoted(string), type.rules.length);
    }
    result too_short(recorded_value const& v) {
        if (v.at->string == nullptr || v.at->string->least == 0) return {};
        return off_length(v, choice_.variant % v.at->string->least);
    }
    result too_long(recorded_value const& v) {
        if (v.at->string == nullptr) return {};
        return off_length(v, v.at->string->most + 1 + choice_.variant % 64u);
    }
    result pattern(recorded_value const& v) {
        if (v.at->string == nullptr || (v.at->string->closed_set && v.at->lenient)) return {};
        auto const string = off_pattern(shape_.strings(*v.at).automaton, v.string, bytes_);
        if (!string) return {};
        return replaced(v, quoted(*string), v.at->string->pattern);
    }
    /// A boundary string of a rule that is broken at its place, and no other error elsewhere.
    result own_rule(recorded_value const& v) {
        auto const found = own_.find(v.at->self);
        if (found == own_.end()) return {};
        auto const of_regions = in_regions(v.at->self);
        auto const& others = found->second;
        auto const count = of_regions.size() + others.size();
        for (std::size_t i = 0; i < count; ++i) {
            auto const n = (choice_.variant + i) % count;
            auto document = own_rule(v, n < of_regions.size() ? of_regions[n] : others[n - of_regions.size()]);
            if (document) return document;
        }
        return {};
    }
    result own_rule(recorded_value const& v, own_rule_sample const& s) {
        std::string json;
        bool valid = true;
        auto const& strings = v.at->string != nullptr ? *v.at : right_.nodes()[v.at->first];
        for (auto const& string : s.strings) {
            (json += json.empty() ? "" : ",") += quoted(string);
            valid = valid && shape_.strings(strings).broken(string).empty();
        }
        if (v.at->what == node::kind::list) json = '[' + json + ']';
        // A longer element could pass the bound of its list.
        if (!valid || (v.at->element && json.size() > v.end - v.begin)) return {};
        std::vector<placed_region> placed;
        for (std::string_view const code : regions_) {
            auto const p = core::partition_of_code(code);
            placed.push_back({std::string{code}, p ? std::string{to_string(*p)} : std::string{}});
        }
        auto const all = request_rules::broken(
            shape_, request_rules::with({.regions = placed}, v.at->self, s.strings));
        for (auto const& wanted : all) {
            if (wanted.rule != s.at) continue;
            for (auto const& other : all)
                if (other.severity == severity::error && other.pointer != wanted.pointer && !other.pointer.empty())
                    return {};
            return edited(v.begin, v.end, json, s.at, v.at->element ? v.pointer : wanted.pointer);
        }
        return {};
    }
    std::vector<own_rule_sample> in_regions(std::uint16_t at) const {
        std::vector<own_rule_sample> samples;
        for (std::string_view const code : regions_) {
            if (at == request_rules::name_node)
                samples.push_back({rule::provider_role_length, at, {std::string(longest_name(code) + 1, 'n')}});
            if (at == request_rules::arn_node)
                samples.push_back({rule::role_arn_partition, at, {"arn:aws-elsewhere:iam::123456789012:role/x"}});
        }
        return samples;
    }

    result list_limit(recorded_value const& v) {
        if (v.at->what != node::kind::list) return {};
        auto const wrong = [&](std::string const& elements) { return replaced(v, '[' + elements + ']', v.at->limit); };
        if (v.at->most_characters != core::no_node.most_characters)
            return wrong(quoted(std::string(v.at->most_characters + 1, 'A')));
        auto const one = document_maker{shape_}.value(right_.nodes()[v.at->first]);
        if (v.at->least > 0 && choice_.variant % 2 == 0)
            return wrong(times(static_cast<std::size_t>(v.at->least) - 1, one, ","));
        auto const more = static_cast<std::uint64_t>(v.at->most) + 1;
        if (more > 65536 / (one.size() + 1)) return {};
        return wrong(times(more, one, ","));
    }
    result range(recorded_value const& v) {
        using range = std::numeric_limits<std::int64_t>;
        if (v.at->what != node::kind::integer) return {};
        bool const more = choice_.variant % 2 == 0;
        if (more && v.at->most != range::max()) return replaced(v, std::to_string(v.at->most + 1), rule::number_range);
        if (!more && v.at->least != range::min()) return replaced(v, std::to_string(v.at->least - 1), rule::number_range);
        return replaced(v, more ? "9223372036854775808" : "-9223372036854775809", rule::number_range);
    }
    result union_members(recorded_value const& v) {
        if (v.at->what != node::kind::object || !is_strict_union(*v.at)) return {};
        return replaced(v, "{}", rule::union_members);
    }

    result too_deep(recorded_value const& v) {
        if (v.at->what != node::kind::object) return {};
        auto const depth = 32u + choice_.variant % 8u; // in the object
        return inserted_member(v, "\"x\":" + times(depth, "[") + times(depth, "]"), rule::json_limit, {});
    }
    result cut_off(recorded_value const& v) {
        if (v.at->self != 0) return {};
        return edited(bytes_.below(v.end), v.end, "", rule::json_malformed, {}); // a bracket is missing at least
    }

    recorded_json const& right_;
    shape_parts const& shape_;
    samples_by_node const& own_;
    fault_choice choice_;
    region_list const& regions_;
    byte_source& bytes_;
};

} // namespace detail

} // namespace lakeproof::testing
