// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "output/output.hpp"

#include <string>

/// What a document is, if it is no request as it should stand in a file of its own, but holds one, or is written for
/// another tool: what to do about that. Else empty.
std::string document_hint(checked_document const& document);
