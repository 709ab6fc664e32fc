// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/detail/location.hpp>
#include <lakeproof/check/policy.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/version.hpp>

#include <string_view>

namespace lakeproof::inline LAKEPROOF_ABI {

/// Judges texts by rules that the shapes don't know. `house_rules` is one.
class text_observer {
public:
    /// Whether there may be rules for texts at a node of a shape; asked before a text is read.
    [[nodiscard]] virtual bool concerns(node const* nodes, std::size_t at) const noexcept = 0;
    /// Reports what the text at `where` breaks.
    virtual void observe(detail::location const& where, std::string_view text, policy const& p,
                         report& out) const = 0;

protected:
    text_observer() = default;
    text_observer(text_observer const&) = default;
    text_observer& operator=(text_observer const&) = default;
    ~text_observer() = default;
};

} // namespace lakeproof
