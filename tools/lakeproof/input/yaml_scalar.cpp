// SPDX-License-Identifier: BSL-1.0
#include "input/yaml_scalar.hpp"

#include <lakeproof/pattern/pattern.hpp>

namespace {

using null_word = lakeproof::pattern<"^(~|null|Null|NULL)?$">;
using boolean_word = lakeproof::pattern<
    "^(true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$">;
using number_word =
    lakeproof::pattern<"^[-+]?(0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|(\\.[0-9]|[0-9])[0-9_]*(\\.[0-9_]*"
                       ")?([eE][-+]?[0-9]+)?|"
                       "[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|\\.(inf|Inf|INF|nan|NaN|NAN))$">;
using date_word = lakeproof::pattern<
    "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
    "[ \\t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?)?)?$">;

} // namespace

std::string_view json_of_plain_scalar(std::string_view word) noexcept {
    if (null_word::matches(word)) return "null";
    if (boolean_word::matches(word)) return "false";
    return number_word::matches(word) || date_word::matches(word) ? "0" : "";
}
