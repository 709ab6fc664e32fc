// SPDX-License-Identifier: BSL-1.0
#include <lakeproof/fwd.hpp>

lakeproof::report send(lakeproof::create_custom_log_source_request const&,
                       lakeproof::region const&);
