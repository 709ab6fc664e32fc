// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/text_observer.hpp>
#include <lakeproof/detail/regex_budget.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/detail/schema.hpp>
#include <lakeproof/text/detail/scalar_values.hpp>
#include <lakeproof/version.hpp>

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lakeproof::inline LAKEPROOF_ABI {

/// A team's own patterns for the string members of a shape, checked in the same pass as all else.
///
/// A rule is a JSON Pointer and a Boost.Regex pattern (Perl syntax) that the member's **whole** text
/// must match. The pointer names a string member, one element of a list (`/eventClasses/0`), or the
/// list itself for all its elements. What breaks one reports `house-rule` with the rule's message.
///
/// A text that Boost.Regex gives up on, because the pattern backtracks too much, breaks the rule and
/// says so; that takes time linear in the text, whatever the pattern. Must outlive the checks that
/// it is given to; const use from several threads is safe.
/// \code
/// lakeproof::house_rules rules;
/// rules.require("/sourceName", "acme-[a-z0-9-]+", "our sources start with acme-");
/// auto report = lakeproof::json::check_request(text, {.house_rules = &rules});
/// \endcode
class house_rules final : public text_observer {
public:
    /// For requests of CreateCustomLogSource.
    house_rules() : house_rules{nodes_of<create_custom_log_source_request>.data()} {}

    /// For another shape.
    template <shape Shape>
    [[nodiscard]] static house_rules of() {
        return house_rules{nodes_of<Shape>.data()};
    }

    /// Adds a rule. An empty message becomes one that quotes the pattern.
    ///
    /// Throws `std::invalid_argument`, with what is wrong and where, for a pointer that leads to no
    /// string of the shape and for a pattern that Boost.Regex cannot compile.
    void require(std::string_view pointer, std::string_view pattern, std::string message = {}) {
        rule_of_house r = resolve(pointer);
        try {
            r.pattern.assign(pattern.data(), pattern.data() + pattern.size(), boost::regex::perl);
        } catch (boost::regex_error const& e) {
            throw std::invalid_argument{"the pattern for " + std::string{pointer} +
                                        " does not compile: " + e.what()};
        }
        r.recurs = detail::may_recur(pattern);
        r.message = !message.empty() ? std::move(message) : "it must match " + std::string{pattern};
        rules_.push_back(std::move(r));
    }

    [[nodiscard]] std::size_t size() const noexcept { return rules_.size(); }

    [[nodiscard]] bool concerns(node const* nodes, std::size_t at) const noexcept override {
        if (nodes != nodes_) return false;
        for (auto const& r : rules_)
            if (r.at == at) return true;
        return false;
    }

    void observe(detail::location const& where, std::string_view text, policy const& p,
                 report& out) const override {
        for (auto const& r : rules_) {
            if (r.at != where.at) continue;
            if (r.index && where.index[where.list_count - 1u] != *r.index) continue;
            auto const matches = judge(r, text);
            if (matches == true) continue;
            out.add(rule::house_rule, p[rule::house_rule], where)
                .text(text, detail::count_scalar_values(text))
                .detail(matches ? std::string_view{r.message} : gave_up);
        }
    }

private:
    struct rule_of_house {
        std::uint16_t at;
        std::optional<std::size_t> index; ///< the one element that is meant
        boost::regex pattern{};
        std::string message{};
        bool recurs = false;
    };
    static constexpr std::string_view gave_up =
        "Boost.Regex gave up on this text: the house pattern backtracks too much";

    /// Whether a text matches, or nothing where Boost.Regex gives up on it.
    static std::optional<bool> judge(rule_of_house const& r, std::string_view text) {
        using detail::patience, detail::watched_position;
        if (r.recurs && text.size() > patience::longest_for_recursion) return std::nullopt;
        patience enough{text.size()};
        try {
            return boost::regex_match(watched_position{text.data(), enough},
                                      watched_position{text.data() + text.size(), enough},
                                      r.pattern);
        } catch (std::runtime_error const&) {
            return std::nullopt;
        }
    }

    explicit house_rules(node const* nodes) noexcept : nodes_{nodes} {}

    rule_of_house resolve(std::string_view pointer) const {
        std::uint16_t at = 0;
        std::optional<std::size_t> index;
        for (auto rest = pointer; !rest.empty();) {
            auto const end = rest.find('/', 1);
            auto const token = rest.substr(1, end == std::string_view::npos ? end : end - 1);
            if (rest.front() != '/' || index) fail(pointer);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
            if (nodes_[at].what == node::kind::list) {
                if (token != "-" && token != "*") index = number(token, pointer);
                at = nodes_[at].first;
            } else {
                at = member(at, token, pointer);
            }
        }
        if (nodes_[at].what == node::kind::list) at = nodes_[at].first;
        bool const text = nodes_[at].what == node::kind::constrained_text ||
                          nodes_[at].what == node::kind::plain_text;
        if (!text) fail(pointer);
        return {at, index};
    }

    std::uint16_t member(std::uint16_t object, std::string_view name,
                         std::string_view pointer) const {
        auto const& n = nodes_[object];
        for (std::size_t i = n.first; i < std::size_t{n.first} + n.count; ++i)
            if (nodes_[i].name == name) return static_cast<std::uint16_t>(i);
        fail(pointer);
    }

    static std::size_t number(std::string_view token, std::string_view pointer) {
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

    node const* nodes_;
    std::vector<rule_of_house> rules_;
};

} // namespace lakeproof
