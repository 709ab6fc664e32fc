// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>
#include <lakeproof/aws/source_name.hpp>

#include <sqlite3.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// What SQLite says when a store cannot be opened, read or written.
struct store_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The sources that were created, Region by Region, in an SQLite database.
///
/// A name is taken as it is spelled: the API reference asks for a Regionally unique value, and says
/// nothing of names that IAM or AWS Glue would fold together (`find_alike` finds those).
/// One thread uses it at a time; other processes may use the same file, also for writing.
class source_store {
public:
    /// A source as it is kept: JSON texts of the request and of the response that acknowledged it.
    struct source {
        lakeproof::region const& region;
        lakeproof::source_name const& name;
        std::optional<std::string_view> version;
        std::string_view request;
        std::string_view response;
    };

    /// Opens a store, and makes a new one where there is no file. Throws `store_error`, also for a
    /// database that is something else's.
    explicit source_store(std::string const& file);

    /// Keeps a source, unless its name is taken: then it returns false and changes nothing.
    ///
    /// One transaction, on the disk when this returns. Throws `store_error`; then nothing was kept.
    [[nodiscard]] bool add(source const&);

    /// A name in a Region that is spelled in another way, but whose IAM role or Glue table would be
    /// the same: IAM compares without case, and Glue table names have `_` for `-`.
    [[nodiscard]] std::optional<std::string> find_alike(lakeproof::region const&,
                                                        lakeproof::source_name const&);

private:
    struct closer {
        void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
        void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
    };
    using statement = std::unique_ptr<sqlite3_stmt, closer>;

    void run(char const* sql);
    long long number(char const* sql);
    std::string text(char const* sql);
    statement prepare(std::string_view sql);
    void bind(statement const&, int index, std::string_view);
    bool step(statement const&);
    void prepare_tables();
    [[noreturn]] void fail() const;

    std::string file_;
    std::unique_ptr<sqlite3, closer> database_;
    statement insert_; ///< after the database, so that it goes first
    statement alike_;
};
