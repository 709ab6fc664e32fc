// SPDX-License-Identifier: BSL-1.0
// Boost.Regex agrees on what every pattern of the service matches.
//
// The first byte chooses the pattern, and whether the string is the bytes that follow or one made
// from them that matches, with one byte of it changed, and then left out.
#include <lakeproof/lakeproof.hpp>
#include <lakeproof/testing/byte_source.hpp>
#include <lakeproof/testing/detail/string_automaton.hpp>
#include <lakeproof/testing/detail/string_source.hpp>

#include "../support/boost_pattern.hpp"
#include "support/require.hpp"

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lp = lakeproof;
using lp::test::require;
using lp::testing::byte_source;

namespace {

template <class Pattern>
void compare(std::string_view string) {
    static boost::regex const theirs{lp::test::spelt_for_boost(Pattern::text())};
    bool matches = false;
    try {
        matches = boost::regex_match(string.data(), string.data() + string.size(), theirs);
    } catch (std::runtime_error const&) {
        return; // it backtracked too much
    }
    require(Pattern::matches(string) == matches);
}

template <class Pattern>
void run(byte_source bytes, bool made) {
    auto const at = bytes.byte();
    if (!made) return compare<Pattern>(bytes.left().substr(0, 256));
    using lp::testing::detail::string_automaton;
    static lp::testing::detail::string_source const strings{string_automaton{Pattern::text()}, 0,
                                                            96};
    auto const change = static_cast<char>(bytes.byte());
    auto string = strings.from(bytes);
    require(Pattern::matches(string));
    compare<Pattern>(string);
    if (string.empty()) return;
    auto const place = at % string.size();
    string[place] = change;
    compare<Pattern>(string);
    string.erase(place, 1);
    compare<Pattern>(string);
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
