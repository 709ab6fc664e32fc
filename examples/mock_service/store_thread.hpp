// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "store.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <string>
#include <type_traits>

/// A store with a thread of its own, which waits for the disk so that the network does not.
class store_thread {
public:
    /// Throws `store_error`.
    explicit store_thread(std::string const& file) : store_{file} {}
    ~store_thread() { thread_.join(); }

    /// Runs `work(store)` on that thread, one after the other, and returns what it returns or throws. No
    /// request waits longer for a locked store than this, however many stand before it.
    template <class Work>
    boost::asio::awaitable<std::invoke_result_t<Work const&, source_store&>> run(Work const& work) {
        using namespace boost::asio;
        auto const deadline = std::chrono::steady_clock::now() + longest_wait;
        // Arguments live in the coroutine's frame here, which is there until the thread is done.
        auto done = co_spawn(thread_, on_thread(store_, work, deadline), use_awaitable);
        co_return co_await std::move(done);
    }

private:
    static constexpr std::chrono::seconds longest_wait{5};

    template <class Work>
    static boost::asio::awaitable<std::invoke_result_t<Work const&, source_store&>>
    on_thread(source_store& store, Work const& work,
              std::chrono::steady_clock::time_point deadline) {
        store.give_up_at(deadline);
        co_return work(store);
    }

    source_store store_;
    boost::asio::thread_pool thread_{1};
};
