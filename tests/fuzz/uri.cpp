// SPDX-License-Identifier: BSL-1.0
// Whatever a target holds gives an input of an operation, or an error that says why; what was decoded is encoded to a
// target that gives the same.
//
// The input: a target, and behind the first line end a body. A target with neither a slash nor "http" at its start is
// taken for what follows the path of a Delete.
#include <lakeproof/http.hpp>

#include "support/require.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lp = lakeproof;
namespace http = lakeproof::http;
namespace ops = lakeproof::operations;
using lp::test::require;

namespace {

template <class Op>
void decode(std::string_view target, std::string_view body) {
    static std::vector<http::header> const json{{"content-type", "application/json"}};
    auto const method = Op::binding.method;
    auto const got = http::decode_request<Op>(method, target, json, body);
    auto const found = http::find_operation<ops::create_custom_log_source, ops::delete_custom_log_source,
                                            ops::list_log_sources>(method, target);
    bool const known = found && std::holds_alternative<Op>(*found);
    require(got.has_value() == (got.error() == nullptr));
    require(got.has_value() == (known && got.report().ok()));
    if (!got) return require(got.error()->status == (known ? 400 : 404));

    auto const sent = http::encode<Op>(*got);
    require(std::ranges::all_of(sent.target, [](char c) { return c > ' ' && c < 0x7f; }));
    auto const again = http::decode_request<Op>(sent.method, sent.target, sent.headers, sent.body);
    require(again.has_value());
    require(*again == *got);
    require(http::encode<Op>(*again) == sent);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input{reinterpret_cast<char const*>(data), size};
    auto const line = std::min(input.find('\n'), input.size());
    std::string target{input.substr(0, line)};
    auto const body = input.substr(std::min(line + 1, input.size()));
    if (!target.starts_with('/') && !target.starts_with("http")) target.insert(0, "/v1/datalake/logsources/custom/");
    decode<ops::create_custom_log_source>(target, body);
    decode<ops::delete_custom_log_source>(target, body);
    decode<ops::list_log_sources>(target, body);
    return 0;
}
