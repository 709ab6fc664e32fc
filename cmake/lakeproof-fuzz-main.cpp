// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/testing/fuzz_main.hpp>
