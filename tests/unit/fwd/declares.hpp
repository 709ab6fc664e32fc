// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/fwd.hpp>

// Functions over types that are only declared; defines.cpp has those that need whole types.
namespace lakeproof::test {

report checked(create_custom_log_source_request const& request, region const& in);
bool breaks(create_custom_log_source_request const& request, region const& in, rule which);
outcome<create_custom_log_source_request>
as_outcome(create_custom_log_source_request const& request);
provider_role_name role_of(source_name const& name, region const& in);
severity severity_in(policy const& p, rule which);

bool passed_on(create_custom_log_source_request const& request, region const& in, rule which);
create_custom_log_source_request const& same(create_custom_log_source_request const& request);
ocsf::event_class same(ocsf::event_class c);

} // namespace lakeproof::test
