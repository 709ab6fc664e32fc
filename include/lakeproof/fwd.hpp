// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

/// \file
/// The public types, declared: enough for a header that passes them by reference or returns them.
///
/// Includes next to nothing, and is the only way to declare Lakeproof's names without their headers. What reads,
/// checks or writes is not declared here, since a call needs whole types; `<lakeproof/json/light.hpp>` is the cheap
/// way to that. Nor is what tables and string types of one's own are written with.
/// \code
/// struct publisher {
///     lakeproof::report send(lakeproof::create_custom_log_source_request const&,
///                            lakeproof::region const&);
/// };
/// \endcode

#include <cstdint>

namespace lakeproof::inline LAKEPROOF_ABI {

template <class Constraint>
class constrained_string;
class constraint_error;
struct constraint_status;

enum class rule : std::uint8_t;
struct rule_info;
enum class severity : std::uint8_t;

enum class partition : std::uint8_t;
struct external_id_constraint;
struct principal_constraint;
struct provider_role_name_constraint;
struct region_constraint;
struct role_arn_constraint;
struct source_name_constraint;
struct source_version_constraint;
using external_id = constrained_string<external_id_constraint>;
using principal = constrained_string<principal_constraint>;
using provider_role_name = constrained_string<provider_role_name_constraint>;
using region = constrained_string<region_constraint>;
using role_arn = constrained_string<role_arn_constraint>;
using source_name = constrained_string<source_name_constraint>;
using source_version = constrained_string<source_version_constraint>;
struct region_info;

namespace ocsf {
enum class class_list : std::uint8_t;
enum class event_class : std::uint8_t;
enum class schema_version : std::uint8_t;
struct event_class_constraint;
using event_class_name = constrained_string<event_class_constraint>;
class event_class_list;
struct class_info;
} // namespace ocsf

struct aws_identity;
struct aws_log_source_resource;
struct create_custom_log_source_request;
struct create_custom_log_source_response;
struct custom_log_source_attributes;
struct custom_log_source_configuration;
struct custom_log_source_crawler_configuration;
struct custom_log_source_provider;
struct custom_log_source_resource;
struct delete_custom_log_source_request;
struct delete_custom_log_source_response;
struct http_binding;
struct list_log_sources_request;
struct list_log_sources_response;
struct log_source;
struct log_source_resource;
struct requested_aws_log_source;
struct requested_custom_log_source;
struct requested_custom_log_source_attributes;
struct requested_custom_log_source_provider;
struct requested_log_source;
enum class service_error_code : std::uint8_t;
enum class service_fault : std::uint8_t;
struct service_error_details;
struct service_error_info;

namespace operations {
struct create_custom_log_source;
struct delete_custom_log_source;
struct list_log_sources;
} // namespace operations

template <class T>
class document_view;
class invalid_document;
struct limits;
class message_literal;
struct options;
template <class T>
class outcome;
class policy;
class region_list;
class report;
class request_batch;
class rule_sink;
class runtime_rules;
class violation;
struct violation_details;

class house_rules;

namespace json {
struct position;
} // namespace json

namespace http {
template <class T>
class decoded;
enum class endpoint_error;
struct endpoint_options;
enum class error_cause : std::uint8_t;
struct header;
enum class next_step : std::uint8_t;
struct refusal_options;
struct request_message;
struct response_message;
enum class retry : std::uint8_t;
struct retry_advice;
struct service_error;
enum class wording : std::uint8_t;
} // namespace http

} // namespace lakeproof
