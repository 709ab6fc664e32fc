// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/document.hpp>
#include <lakeproof/check/detail/finding.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/check/runtime_rules.hpp>
#include <lakeproof/detail/regex_budget.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/version.hpp>

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A team's own patterns for the strings of a shape, in every way of checking at run time.
///
/// A rule is a JSON Pointer and a Boost.Regex pattern (Perl syntax; `.` matches no line end) that the **whole**
/// string must match, whether it satisfies the member's own pattern or not. The pointer names a string member, one
/// element of a list (`/eventClasses/0`), or all of them (`/eventClasses`, `/tags/-/key`). What breaks one reports
/// `house-rule` with the rule's message: rule by rule as they were added, each for its strings in their order.
///
/// A string that Boost.Regex gives up on, because the pattern backtracks too much, breaks the rule and says so;
/// that takes time linear in the string, whatever the pattern. Must outlive the checks that it is given to; const
/// use from several threads is safe. Needs exceptions.
/// \code
/// lakeproof::house_rules rules;
/// rules.require("/sourceName", "acme-[a-z0-9-]+", "our sources start with acme-");
/// auto report = lakeproof::json::check_request(text, {.house_rules = &rules});
/// \endcode
class house_rules final : public runtime_rules {
public:
    /// For requests of CreateCustomLogSource.
    house_rules() : house_rules{detail::nodes_of<create_custom_log_source_request>.data()} {}

    /// For another shape.
    template <shape Shape>
    [[nodiscard]] static house_rules of() {
        return house_rules{detail::nodes_of<Shape>.data()};
    }

    /// Adds a rule. An empty message becomes one that quotes the pattern; a policy that sets `house-rule` goes
    /// before the severity.
    ///
    /// Throws `std::invalid_argument`, with what is wrong and where, for a pointer that leads to no
    /// string of the shape and for a pattern that Boost.Regex cannot compile.
    void require(std::string_view pointer, std::string_view pattern, std::string message = {},
                 severity by_default = info(rule::house_rule).default_severity) {
        pattern_rule r{.path = resolve(pointer), .by_default = by_default};
        try {
            r.pattern.assign(pattern.data(), pattern.data() + pattern.size(),
                             boost::regex::perl | boost::regex::no_mod_s);
        } catch (boost::regex_error const& e) {
            throw std::invalid_argument{"the pattern for " + std::string{pointer} +
                                        " does not compile: " + e.what()};
        }
        r.recurs = detail::may_recur(pattern);
        r.message = !message.empty() ? std::move(message) : "it must match " + std::string{pattern};
        rules_.push_back(std::move(r));
    }

    [[nodiscard]] std::size_t size() const noexcept { return rules_.size(); }

private:
    /// From an object or list to what is below it.
    struct step {
        std::uint16_t at;                 ///< a member's node, or that of a list's elements
        std::optional<std::size_t> index; ///< the one element that is meant
    };
    struct pattern_rule {
        std::vector<step> path; ///< from the document to the string
        boost::regex pattern{};
        std::string message{};
        bool recurs = false;
        severity by_default;
    };

    explicit house_rules(detail::node const* nodes) noexcept : nodes_{nodes} {}

    void apply(detail::document const& d, rule_sink& out) const override {
        if (d.nodes() != nodes_ || d.root() == nullptr) return;
        for (auto const& r : rules_) apply(r, r.path, *d.root(), {}, out);
    }

    /// Follows what is left of a rule's path from a value.
    void apply(pattern_rule const& r, std::span<step const> path, detail::value const& v, detail::place where,
               rule_sink& out) const {
        if (path.empty()) return check(r, v, where, out);
        auto const& [at, index] = path.front();
        auto const& n = nodes_[at];
        where.at = at;
        if (!n.element) {
            auto const* const member = v.right_type ? detail::find(nodes_, v, v.at, at) : nullptr;
            if (member != nullptr) apply(r, path.subspan(1), *member, where, out);
            return;
        }
        std::uint32_t i = 0;
        for (auto const* next = v.right_type ? v.first : nullptr; next != nullptr; next = next->next, ++i) {
            if (index && i != *index) continue;
            where.index[n.lists - 1u] = i;
            apply(r, path.subspan(1), *next, where, out);
        }
    }

    void check(pattern_rule const& r, detail::value const& string, detail::place const& where,
               rule_sink& out) const {
        if (!string.right_type) return;
        auto const matched = matches(r, string.view());
        if (matched == true) return;
        auto const& broken = info(rule::house_rule);
        detail::finding f{&broken, detail::sink_access::options_of(out).policy.of(broken, r.by_default),
                          "{value}: {detail}", where, string.view()};
        f.detail = matched ? std::string_view{r.message}
                           : "Boost.Regex gave up on this string: the house pattern backtracks too much";
        f.length = string.length;
        detail::sink_access::add(out, nodes_, f);
    }

    /// Whether a string matches, or nothing where Boost.Regex gives up on it.
    static std::optional<bool> matches(pattern_rule const& r, std::string_view string) {
        using detail::regex_budget, detail::budgeted_iterator;
        if (r.recurs && string.size() > regex_budget::longest_for_recursion) return std::nullopt;
        regex_budget budget{string.size()};
        try {
            return boost::regex_match(budgeted_iterator{string.data(), budget},
                                      budgeted_iterator{string.data() + string.size(), budget}, r.pattern);
        } catch (std::runtime_error const&) {
            return std::nullopt;
        }
    }

    std::vector<step> resolve(std::string_view pointer) const {
        using kind = detail::node::kind;
        std::vector<step> path;
        auto const* n = nodes_;
        for (auto rest = pointer; !rest.empty();) {
            auto const end = rest.find('/', 1);
            auto const token = rest.substr(1, end == std::string_view::npos ? end : end - 1);
            if (rest.front() != '/') fail(pointer);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
            if (n->what == kind::list)
                path.push_back({n->first->self, index_of(token, pointer)});
            else
                path.push_back({member(*n, token, pointer), {}});
            n = &nodes_[path.back().at];
        }
        if (n->what == kind::list) {
            path.push_back({n->first->self, {}});
            n = n->first;
        }
        if (n->what != kind::string && n->what != kind::plain_string) fail(pointer);
        return path;
    }

    std::uint16_t member(detail::node const& object, std::string_view token,
                         std::string_view pointer) const {
        for (std::uint16_t i = 0; i < object.count; ++i) {
            auto const& n = object.first[i];
            std::string escaped;
            detail::append_reference_token(escaped, n.name);
            if (escaped == token) return n.self;
        }
        fail(pointer);
    }

    /// The element that a token names: all for `-` and `*`.
    static std::optional<std::size_t> index_of(std::string_view token, std::string_view pointer) {
        if (token == "-" || token == "*") return std::nullopt;
        std::size_t n = 0;
        for (char const c : token) {
            if (c < '0' || c > '9' || n > 1'000'000) fail(pointer);
            n = n * 10 + static_cast<std::size_t>(c - '0');
        }
        if (token.empty() || (token.size() > 1 && token.front() == '0')) fail(pointer);
        return n;
    }

    [[noreturn]] static void fail(std::string_view pointer) {
        throw std::invalid_argument{"'" + std::string{pointer} +
                                    "' is not the JSON Pointer of a string member or of an element "
                                    "of a list of strings (for example /sourceName)"};
    }

    detail::node const* nodes_;
    std::vector<pattern_rule> rules_;
};

} // namespace lakeproof
