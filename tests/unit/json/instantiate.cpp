// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/json/instantiate.hpp>
