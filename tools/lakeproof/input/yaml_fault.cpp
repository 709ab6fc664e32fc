// SPDX-License-Identifier: BSL-1.0
#include "input/yaml_reader.hpp"

#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>

namespace lp = lakeproof;

lp::report report_of(yaml_fault const& fault) {
    lp::detail::finding f{&info(lp::rule::json_malformed), lp::severity::error,
                          "The text is not valid YAML: {detail}",
                          lp::detail::place::of_offset(fault.offset)};
    f.detail = fault.why;
    if (fault.limit != 0) {
        f.info = &info(lp::rule::json_limit);
        f.message = "{detail}: the limit is {bound}";
        f.bound = fault.limit;
    }
    lp::report report;
    auto sink =
        lp::detail::sink_access::make(lp::default_options, report, lp::detail::sink_mode::check);
    lp::detail::sink_access::add(
        sink, lp::detail::nodes_of<lp::create_custom_log_source_request>.data(), f);
    return report;
}
