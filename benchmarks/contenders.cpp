// SPDX-License-Identifier: BSL-1.0
#include "contenders.hpp"

#include "contenders_glaze.hpp"
#include "empty_handler.hpp"
#include "keep.hpp"

#include <lakeproof/json.hpp>

#include <boost/json/serialize.hpp>

namespace benchmarks {

namespace {
verdict counts(lakeproof::report const& r) { return {r.errors(), r.warnings(), r.notes()}; }
} // namespace

verdict empty_handler(std::string_view text) { return {.errors = !parse_with_empty_handler(text)}; }

verdict check_request(std::string_view text) {
    auto const report = lakeproof::json::check_request(text);
    keep(report);
    return counts(report);
}

verdict parse_request(std::string_view text) {
    auto const parsed = lakeproof::json::parse_request(text);
    keep(parsed);
    return counts(parsed.report());
}

#ifdef LAKEPROOF_BENCHMARKS_GLAZE
namespace {
verdict counts(glaze_counts c) { return {c.errors, c.warnings, c.notes}; }
} // namespace
verdict glaze_our_checks(std::string_view text) { return counts(::glaze_our_checks(text.data(), text.size())); }
verdict check_request_by_clang(std::string_view text) { return counts(glaze_check_request(text.data(), text.size())); }
#endif

std::string serialize(lakeproof::create_custom_log_source_request const& request) {
    return lakeproof::json::serialize(request);
}

std::string boost_serialize(lakeproof::create_custom_log_source_request const& request) {
    return boost::json::serialize(boost::json::value_from(request));
}

} // namespace benchmarks
