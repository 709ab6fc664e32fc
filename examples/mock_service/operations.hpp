// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "lake.hpp"
#include "listing_token.hpp"
#include "store_thread.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/http/service_error.hpp>
#include <lakeproof/model/operations.hpp>

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>

// The three operations of the real service, one in a source file of its name. Each gets an input that is
// valid, for a Region in which a lake is enabled.

/// What an operation needs. The lake belongs to the network's thread, which the operations run on.
struct surroundings {
    ::lake& lake;
    store_thread& changes; ///< to the sources, one after the other
    store_thread& reads;   ///< of its own, since nothing that is read waits for a lock
    listing_tokens tokens;
};

/// What an operation has to say: its output, unless there is an error.
template <class Op>
struct answer_to {
    typename Op::output output{};
    std::optional<lakeproof::http::service_error> error{};
    std::string note{}; ///< for the log
};

template <class Op>
using answering = boost::asio::awaitable<answer_to<Op>>;

answering<lakeproof::operations::create_custom_log_source>
perform(surroundings&, lakeproof::create_custom_log_source_request const&,
        lakeproof::region const&);

answering<lakeproof::operations::delete_custom_log_source>
perform(surroundings&, lakeproof::delete_custom_log_source_request const&,
        lakeproof::region const&);

answering<lakeproof::operations::list_log_sources>
perform(surroundings&, lakeproof::list_log_sources_request const&, lakeproof::region const&);
