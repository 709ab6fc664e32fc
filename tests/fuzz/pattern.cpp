// SPDX-License-Identifier: BSL-1.0
// Boost.Regex agrees on what every pattern of the service matches.
//
// The first byte chooses the pattern, and whether the text is the bytes that follow or one made
// from them that matches, with one byte of it changed.
#include <lakeproof/lakeproof.hpp>
#include <lakeproof/testing/detail/string_source.hpp>

#include "../support/boost_pattern.hpp"
#include "support/require.hpp"

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lp = lakeproof;
using lp::test::require;
using lp::testing::byte_source;
using lp::testing::detail::string_automaton;
using lp::testing::detail::string_source;

namespace {

template <class Pattern>
void compare(std::string_view text) {
    static boost::regex const theirs{lp::test::spelt_for_boost(Pattern::text())};
    bool matches = false;
    try {
        matches = boost::regex_match(text.data(), text.data() + text.size(), theirs);
    } catch (std::runtime_error const&) {
        return; // it backtracked too much
    }
    require(Pattern::matches(text) == matches);
}

template <class Pattern>
void run(byte_source bytes, bool made) {
    auto const at = bytes.byte();
    if (!made) return compare<Pattern>(bytes.left().substr(0, 256));
    static string_source const strings{string_automaton{Pattern::text()}, 0, 96};
    auto const change = static_cast<char>(bytes.byte());
    auto text = strings.from(bytes);
    require(Pattern::matches(text));
    auto const place = text.empty() ? 0 : at % text.size();
    compare<Pattern>(text);
    if (text.empty()) return;
    text[place] = change;
    compare<Pattern>(text);
    text.erase(place, 1);
    compare<Pattern>(text);
}

using target = void (*)(byte_source, bool);
constexpr target targets[] = {
    run<lp::source_name_constraint::pattern>,
    run<lp::source_version_constraint::pattern>,
    run<lp::ocsf::event_class_constraint::pattern>,
    run<lp::role_arn_constraint::pattern>,
    run<lp::principal_constraint::pattern>,
    run<lp::external_id_constraint::pattern>,
    run<lp::provider_role_name_constraint::pattern>,
    run<lp::region_constraint::pattern>,
    run<lp::pattern<lp::test::s3_uri_pattern>>,
    run<lp::pattern<R"(^([^<>]{2,4}|\d+(\.\d+)*)?$)">>,
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    byte_source bytes{data, size};
    auto const choice = bytes.byte();
    targets[choice / 2 % std::size(targets)](bytes, choice % 2 != 0);
    return 0;
}
