// SPDX-License-Identifier: BSL-1.0
// The forward header alone: everything below is only named.
#include <lakeproof/fwd.hpp>

#include "declares.hpp"

namespace lakeproof::test {

bool passed_on(create_custom_log_source_request const& request, region const& in, rule which) {
    return breaks(same(request), in, which);
}
create_custom_log_source_request const& same(create_custom_log_source_request const& request) {
    return request;
}
ocsf::event_class same(ocsf::event_class c) { return c; }

} // namespace lakeproof::test
