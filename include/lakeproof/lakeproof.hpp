// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// Everything that needs the standard library alone: the string types, the event classes, Regions and
/// the derived role, the operations with their request, response and error shapes, and `check`. What has containers
/// of its own is apart: <lakeproof/check/request_batch.hpp> and <lakeproof/house_rules.hpp>.

#include <lakeproof/aws/external_id.hpp>
#include <lakeproof/aws/partition.hpp>
#include <lakeproof/aws/principal.hpp>
#include <lakeproof/aws/provider_role_name.hpp>
#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/role_arn.hpp>
#include <lakeproof/aws/source_name.hpp>
#include <lakeproof/aws/source_version.hpp>
#include <lakeproof/check/check.hpp>
#include <lakeproof/check/create_custom_log_source_response_rules.hpp>
#include <lakeproof/check/document_view.hpp>
#include <lakeproof/check/message.hpp>
#include <lakeproof/check/options.hpp>
#include <lakeproof/check/outcome.hpp>
#include <lakeproof/check/policy.hpp>
#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/check/rule_sink.hpp>
#include <lakeproof/check/suggestion.hpp>
#include <lakeproof/check/violation.hpp>
#include <lakeproof/model/create_custom_log_source_request.hpp>
#include <lakeproof/model/create_custom_log_source_response.hpp>
#include <lakeproof/model/operations.hpp>
#include <lakeproof/model/service_error.hpp>
#include <lakeproof/ocsf/event_class_list.hpp>
#include <lakeproof/ocsf/ocsf_1_8_0.hpp>
#include <lakeproof/ocsf/schema.hpp>
#include <lakeproof/ocsf/suggestion.hpp>
#include <lakeproof/rules/rule.hpp>
#include <lakeproof/text/bounded_string.hpp>
#include <lakeproof/text/enum_string.hpp>
#include <lakeproof/text/format.hpp>
#include <lakeproof/version.hpp>
