// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/lakeproof.hpp>

#include <tuple>

namespace lakeproof::test {

/// Every string type of the library that has a pattern. tests/proofs/automata.py finds one that is missing.
using string_types =
    std::tuple<source_name, source_version, role_arn, principal, external_id, provider_role_name, region,
               ocsf::event_class_name, account_id, next_token, aws_log_source_version, amazon_resource_name, s3_uri>;

} // namespace lakeproof::test
