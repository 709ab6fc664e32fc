// SPDX-License-Identifier: BSL-1.0
// A document is checked alike as text and as a DOM, and Boost.JSON agrees on what is JSON.
#include <lakeproof/json.hpp>
#include <lakeproof/testing/fuzz_target.hpp>

#include "support/require.hpp"
#include "support/same_report.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace lp = lakeproof;
using lp::test::require;
using lp::test::same_report;
using request = lp::create_custom_log_source_request;

namespace {

/// Whether no object names a member twice: a DOM has only the last of them, and shows no sign.
///
/// Told from the sizes: what is written of the DOM has as many members as the text.
class member_counter {
public:
    static bool same(std::string_view text, boost::json::value const& dom) {
        return in_text(text) == in(dom);
    }

private:
    /// Colons outside of strings, in a text that is JSON.
    static std::size_t in_text(std::string_view text) {
        std::size_t n = 0;
        bool quoted = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (quoted && text[i] == '\\')
                ++i;
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted)
                n += text[i] == ':';
        }
        return n;
    }
    static std::size_t in(boost::json::value const& value) {
        std::size_t n = 0;
        if (auto const* const object = value.if_object())
            for (auto const& member : *object) n += 1 + in(member.value());
        if (auto const* const array = value.if_array())
            for (auto const& element : *array) n += in(element);
        return n;
    }
};

void same_as_dom(std::string_view text, lp::options o) {
    o.limits = {}; // a DOM has no length
    boost::json::error_code e;
    auto const dom = boost::json::parse(boost::json::string_view{text.data(), text.size()}, e);

    auto const checked = lp::json::check_request(text, o);
    bool const refused =
        checked.count(lp::rule::json_malformed) != 0 || checked.count(lp::rule::json_limit) != 0;
    require(refused == e.failed());
    if (refused || !member_counter::same(text, dom)) return;

    same_report(checked, lp::json::check_value<request>(dom, o));
    auto const parsed = lp::json::parse_request(text, o);
    auto const from = lp::json::from_value<request>(dom, o);
    same_report(parsed.report(), from.report());
    require(parsed.has_value() == from.has_value());
    if (!parsed) return;
    require(*parsed == *from);
    auto const value = boost::json::value_from(*parsed);
    require(std::string_view{boost::json::serialize(value)} == lp::json::serialize(*parsed));
    // By default, for which other documents are valid.
    if (lp::check(*parsed).ok()) require(boost::json::value_to<request>(value) == *parsed);
}

lp::testing::fuzz_target const target{same_as_dom};

} // namespace
