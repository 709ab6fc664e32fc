// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/check.hpp>
#include <lakeproof/check/create_custom_log_source_response_rules.hpp>
#include <lakeproof/check/detail/build_model.hpp>
#include <lakeproof/check/detail/document_builder.hpp>
#include <lakeproof/json/detail/reader.hpp>
#include <lakeproof/json/read.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI::json {

namespace detail {

/// A JSON text on its way to a report and a model.
template <class Shape>
class text_document {
public:
    text_document(options const& o, report& out, core::sink_mode mode) noexcept
        : options_{o}, out_{out}, sink_{core::sink_access::make(o, out, mode)} {}

    /// Reads a text and checks its structure and strings; false if it cannot be read.
    bool read(std::string_view text) {
        core::document_builder builder{document_, sink_};
        return detail::read(text, builder, strings_, document_.nodes(), options_, out_);
    }
    void apply_rules(runtime_rules const* run = nullptr) {
        core::apply_rules<Shape>(document_, options_, sink_, run);
    }
    void check_coherence(create_custom_log_source_request const& request, region const& in) {
        core::check_coherence(core::view_access::make<Shape>(document_), request, in, sink_);
    }
    /// The model, if there is no error.
    Shape build() const { return core::build<Shape>(document_.nodes(), document_.root()); }

private:
    options const& options_;
    report& out_;
    rule_sink sink_;
    char scratch_[scratch_size<Shape>];
    string_memory strings_{scratch_, sizeof scratch_};
    core::document_of<Shape> document_;
};

template <shape Response>
report check_response(std::string_view text, create_custom_log_source_request const& request,
                      region const& in, options const& o) {
    report out;
    text_document<Response> document{o, out, core::sink_mode::check};
    if (document.read(text)) {
        document.check_coherence(request, in);
        document.apply_rules();
    }
    return out;
}

} // namespace detail

template <shape Shape>
report check(std::string_view text, options const& o, runtime_rules const* run) {
    report out;
    detail::text_document<Shape> document{o, out, lakeproof::detail::sink_mode::check};
    if (document.read(text)) document.apply_rules(run);
    return out;
}

template <shape Shape>
outcome<Shape> parse(std::string_view text, options const& o) {
    outcome<Shape> result;
    detail::text_document<Shape> document{o, result.report(), lakeproof::detail::sink_mode::build};
    if (document.read(text)) document.apply_rules();
    if (result.report().ok()) result.emplace([&] { return document.build(); });
    return result;
}

} // namespace lakeproof::json
