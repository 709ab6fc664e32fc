// SPDX-License-Identifier: BSL-1.0
// The quick reader and Boost.JSON read every text as the same: in every field of the report, and of the model.
#include <lakeproof/json.hpp>

#include "../support/both_readers.hpp"
#include "../support/everything.hpp"
#include "support/require.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lp = lakeproof;
using lp::test::readers_agree;
using lp::test::require;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    static lp::options const in_virginia{.regions = {lp::regions::us_east_1}};

    require(readers_agree<lp::create_custom_log_source_request>(text, in_virginia));
    require(readers_agree<lp::create_custom_log_source_response>(text));
    require(readers_agree<lp::test::everything>(text));
    return 0;
}
