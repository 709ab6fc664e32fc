// SPDX-License-Identifier: BSL-1.0
// Lakeproof's reader, compiled once: service.cpp includes the light header.
#include <lakeproof/json/instantiate.hpp>
