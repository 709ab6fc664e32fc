// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "database.hpp"

#include <string>

/// Makes a new database a store, and a store of an earlier version one of this, in one transaction.
/// Throws `store_error`, also for a database that is something else's.
void prepare_layout(database&, std::string const& file);
