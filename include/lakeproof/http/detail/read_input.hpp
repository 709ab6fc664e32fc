// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/apply_rules.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/http/detail/request_target.hpp>
#include <lakeproof/http/detail/uri_reader.hpp>
#include <lakeproof/json/detail/reader.hpp>
#include <lakeproof/model/detail/bound_members.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::detail {

/// Reads an operation's input from the two places that hold it, the body first.
template <operation Op>
outcome<typename Op::input> read_input(request_target const& target, std::string_view body, options const& o) {
    using input = typename Op::input;
    outcome<input> result;
    text_document<input> document;
    auto sink = sink_access::make(o, result.report(), sink_mode::build);
    if (!needs_body<Op> && body.empty()) body = "{}";
    if (document.read_part(body, body_part<Op>, sink)) {
        bool const object = document.slots()->right_type; // a body of another type stays one
        uri_reader{Op::binding, document, uri_part<Op>, document.strings(), sink}.read(target);
        document.slots()->right_type = object;
        apply_rules<input>(document, sink);
    }
    if (result.report().ok()) result.emplace([&] { return build<input>(document); });
    return result;
}

} // namespace lakeproof::detail
