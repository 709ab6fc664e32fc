// SPDX-License-Identifier: BSL-1.0
// Linked into a second tool, which leaves every text to Boost.JSON.
#include <lakeproof/json/parse.hpp>

namespace {

[[maybe_unused]] bool const off = (lakeproof::detail::quick_reader_is_on = false);

} // namespace
