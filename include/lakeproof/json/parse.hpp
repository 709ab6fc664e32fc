// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Defines what `<lakeproof/json/text.hpp>` declares of reading and checking.

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/create_custom_log_source_response_rules.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/json/detail/reader.hpp>
#include <lakeproof/json/text.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

template <shape Shape>
outcome<Shape> parse(std::string_view text, options const& o) {
    outcome<Shape> result;
    detail::text_document<Shape> document;
    auto sink = detail::sink_access::make(o, result.report(), detail::sink_mode::build);
    if (document.read(text, sink)) detail::apply_rules<Shape>(document, sink);
    if (result.report().ok()) result.emplace([&] { return detail::build<Shape>(document); });
    return result;
}

} // namespace lakeproof::json

namespace lakeproof::inline LAKEPROOF_ABI::detail {

template <shape Shape>
report check_json(std::string_view text, options const& o, runtime_rules const* run) {
    report out;
    text_document<Shape> document;
    auto sink = sink_access::make(o, out, sink_mode::check);
    if (document.read(text, sink)) apply_rules<Shape>(document, sink, run);
    return out;
}

template <shape Response>
report check_response_json(std::string_view text, create_custom_log_source_request const& request,
                           region const& in, options const& o) {
    report out;
    text_document<Response> document;
    auto sink = sink_access::make(o, out, sink_mode::check);
    if (document.read(text, sink)) {
        check_coherence(view_access::make<Response>(document), request, in, sink);
        apply_rules<Response>(document, sink);
    }
    return out;
}

} // namespace lakeproof::detail
