// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// The HTTP layer: both ends of any modelled operation, with no transport chosen. A client encodes a
/// request and decodes what comes back; a server decodes a request and encodes its answer.
///
/// `<lakeproof/http/beast.hpp>`, which this does not include, speaks Boost.Beast's message types.

#include <lakeproof/http/client.hpp>
#include <lakeproof/http/endpoint.hpp>
#include <lakeproof/http/find_operation.hpp>
#include <lakeproof/http/advise.hpp>
#include <lakeproof/http/server.hpp>
#include <lakeproof/json.hpp>
