// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// What SQLite says when a store cannot be opened, read or written.
struct store_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The rows of a statement that runs; the statement is free again when this ends.
class cursor {
public:
    explicit cursor(sqlite3_stmt* s) noexcept : statement_{s} {}
    cursor(cursor const&) = delete;
    cursor& operator=(cursor const&) = delete;
    ~cursor() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

    /// Goes to the next row; false behind the last. Throws `store_error`.
    bool next();
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;

private:
    sqlite3_stmt* statement_;
};

/// A statement of SQL with parameters `?1`, `?2`, ….
class statement {
public:
    statement(sqlite3*, std::string_view sql);

    /// Runs up to the first row. Texts must outlive the cursor. One cursor at a time.
    template <class... Parameters>
    [[nodiscard]] cursor rows(Parameters const&... parameters) {
        int index = 0;
        (bind(++index, parameters), ...);
        return cursor{statement_.get()};
    }
    /// Runs to the end.
    template <class... Parameters>
    void run(Parameters const&... parameters) {
        auto all = rows(parameters...);
        while (all.next()) {
        }
    }

private:
    struct closer {
        void operator()(sqlite3_stmt* s) const noexcept { sqlite3_finalize(s); }
    };

    void bind(int index, std::string_view);
    void bind(int index, std::int64_t);
    void bind(int index, std::optional<std::string_view> const&);

    std::unique_ptr<sqlite3_stmt, closer> statement_;
};

/// A connection to an SQLite database. One thread uses it at a time.
class database {
public:
    /// Opens a file, and makes a new one where there is none. Throws `store_error`, as all here does.
    explicit database(std::string const& file);

    /// What waits for another process's lock from now on fails at that time.
    void give_up_at(std::chrono::steady_clock::time_point);

    void run(char const* sql);
    [[nodiscard]] statement prepare(std::string_view sql) { return {connection_.get(), sql}; }
    /// Whether the file is no longer where it was opened: renamed, deleted or replaced.
    [[nodiscard]] bool moved() const;
    [[nodiscard]] int changed_rows() const { return sqlite3_changes(connection_.get()); }
    [[nodiscard]] bool in_transaction() const { return !sqlite3_get_autocommit(connection_.get()); }

private:
    struct closer {
        void operator()(sqlite3* c) const noexcept { sqlite3_close_v2(c); }
    };

    std::unique_ptr<sqlite3, closer> connection_;
};

/// A transaction that writes: rolled back where it ends without `commit`.
class transaction {
public:
    explicit transaction(database& d) : database_{d} { database_.run("BEGIN IMMEDIATE"); }
    transaction(transaction const&) = delete;
    transaction& operator=(transaction const&) = delete;
    ~transaction();

    /// On the disk when this returns.
    void commit() { database_.run("COMMIT"); }

private:
    database& database_;
};
