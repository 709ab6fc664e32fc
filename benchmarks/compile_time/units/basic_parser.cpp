// SPDX-License-Identifier: BSL-1.0
#include "../../empty_handler.hpp"

bool legal(std::string_view text) { return benchmarks::parse_with_empty_handler(text); }
