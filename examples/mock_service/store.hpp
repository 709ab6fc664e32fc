// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "database.hpp"

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/source_name.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where a list stands: the last source on a page. Lists are sorted by these three.
struct list_position {
    std::string account{};
    std::string region{};
    std::string source_name{};
};

/// A source on a page.
struct listed_source {
    list_position at{};
    std::string response{}; ///< to the Create that made it, as JSON
};

/// What is left of a deleted source.
struct leftover {
    std::string region{};
    std::string source_name{};
    std::string crawler_arn{};
    std::string provider_role_arn{};
};

/// The sources that were created, and what deleted ones left behind, in an SQLite database.
///
/// A name is taken as it is spelled: the API reference asks for a Regionally unique value, and says
/// nothing of names that IAM or AWS Glue would fold together (`find_alike` finds those).
///
/// Every change is one transaction, on the disk when its function returns. All functions throw
/// `store_error`; then nothing was changed. One thread uses an object at a time; others of this and
/// other processes may use the same file, also for writing.
class source_store {
public:
    /// A source as it is kept: JSON texts of the request and of the response that acknowledged it.
    struct source {
        lakeproof::region const& region;
        lakeproof::source_name const& name;
        std::optional<std::string_view> version;
        std::string_view account;
        std::string_view request;
        std::string_view response;
    };
    enum class addition { done, name_taken, crawler_left, account_full };
    enum class removal { done, no_such_name, another_version };

    /// Opens a store, and makes a new one where there is no file, also from one of an earlier version.
    explicit source_store(std::string const& file);
    /// What was moved while it was open still gets all that was acknowledged.
    ~source_store();

    /// What waits for another process's lock from now on fails at that time.
    void give_up_at(std::chrono::steady_clock::time_point when) { database_.give_up_at(when); }

    /// Keeps a source, unless its name is taken, its account has `limit` sources (0: no limit), or
    /// `leftovers` count and there is one of that name.
    [[nodiscard]] addition add(source const&, std::int64_t limit, bool leftovers);

    /// Removes a source whose version, where one is given, is that; and keeps its leftovers, or not.
    [[nodiscard]] removal remove(lakeproof::region const&, lakeproof::source_name const&,
                                 std::optional<std::string_view> version, bool leftovers);

    /// Up to `most` sources behind a position: those that the filters of a ListLogSources request let
    /// through, of some Regions.
    [[nodiscard]] std::vector<listed_source> list(std::string_view request,
                                                  std::vector<lakeproof::region> const&,
                                                  list_position const& after, std::int64_t most);

    /// A name in a Region that is spelled in another way, but whose IAM role or Glue table would be
    /// the same: IAM compares without case, and Glue table names have `_` for `-`.
    [[nodiscard]] std::optional<std::string> find_alike(lakeproof::region const&,
                                                        lakeproof::source_name const&);

    [[nodiscard]] std::vector<leftover> leftovers();
    /// Whether there was one.
    [[nodiscard]] bool forget_leftover(lakeproof::region const&, lakeproof::source_name const&);
    /// Removes all sources and leftovers.
    void clear();

    /// 32 hexadecimal digits that only this store has.
    [[nodiscard]] std::string token_key();

private:
    bool exists(statement&, std::string_view region, std::string_view name);
    void check_place();

    std::string file_;
    database database_;
    statement find_, insert_, alike_, count_, find_leftover_, keep_leftover_, drop_leftover_,
        delete_, list_;
};
