// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/version.hpp>

namespace lakeproof::inline LAKEPROOF_ABI {

class rule_sink;

namespace detail {
class document;
struct runtime_rules_access;
} // namespace detail

/// Rules that are known at run time only, over documents of any shape: `house_rules`, and those of a
/// `request_batch`. What the checks know of them, so that only programs that have any pay for theirs.
class runtime_rules {
protected:
    runtime_rules() = default;
    runtime_rules(runtime_rules const&) = default;
    runtime_rules& operator=(runtime_rules const&) = default;
    ~runtime_rules() = default;

private:
    friend struct detail::runtime_rules_access;
    /// Reports what a document breaks.
    virtual void apply(detail::document const& d, rule_sink& out) const = 0;
};

namespace detail {

struct runtime_rules_access {
    static void apply(runtime_rules const& rules, document const& d, rule_sink& out) {
        rules.apply(d, out);
    }
};

} // namespace detail

} // namespace lakeproof
