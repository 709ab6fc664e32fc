// SPDX-License-Identifier: BSL-1.0
#include "database.hpp"

#include <algorithm>
#include <filesystem>

namespace {

[[noreturn]] void fail(sqlite3* connection) {
    auto const* const file = sqlite3_db_filename(connection, "main");
    throw store_error{"'" + std::string{file == nullptr ? "" : file} +
                      "': " + sqlite3_errmsg(connection)};
}

} // namespace

bool cursor::next() {
    int const status = sqlite3_step(statement_);
    if (status != SQLITE_ROW && status != SQLITE_DONE) fail(sqlite3_db_handle(statement_));
    return status == SQLITE_ROW;
}

std::string cursor::text(int column) const {
    // What a blob holds may have zeros in it, so its length is asked for, after its text.
    auto const* const found = sqlite3_column_text(statement_, column);
    auto const length = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return found == nullptr ? std::string{}
                            : std::string{reinterpret_cast<char const*>(found), length};
}

std::int64_t cursor::number(int column) const { return sqlite3_column_int64(statement_, column); }

statement::statement(sqlite3* connection, std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &prepared,
                           nullptr) != SQLITE_OK)
        fail(connection);
    statement_.reset(prepared);
}

void statement::bind(int index, std::string_view text) {
    // The text outlives the cursor, and so is not copied. Null would be no text.
    if (sqlite3_bind_text64(statement_.get(), index, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
        fail(sqlite3_db_handle(statement_.get()));
}

void statement::bind(int index, std::int64_t number) {
    if (sqlite3_bind_int64(statement_.get(), index, number) != SQLITE_OK)
        fail(sqlite3_db_handle(statement_.get()));
}

void statement::bind(int index, std::optional<std::string_view> const& text) {
    if (text) bind(index, *text); // what is not bound is null
}

database::database(std::string const& file) {
    if (file.empty()) throw store_error{"a store needs the name of a file"};
    // An absolute path is a file's, also where the name is one that SQLite has another use for.
    auto const path = std::filesystem::absolute(file).string();
    sqlite3* opened = nullptr;
    int const status =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    connection_.reset(opened);
    if (status != SQLITE_OK) {
        if (opened == nullptr) throw std::bad_alloc{};
        throw store_error{"'" + path + "': " + sqlite3_errmsg(opened)};
    }
    sqlite3_extended_result_codes(opened, 1);
}

void database::give_up_at(std::chrono::steady_clock::time_point when) {
    using std::chrono::milliseconds;
    auto const left = std::chrono::ceil<milliseconds>(when - std::chrono::steady_clock::now());
    sqlite3_busy_timeout(connection_.get(),
                         static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3'600'000)));
}

void database::run(char const* sql) {
    if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(connection_.get());
}

bool database::moved() const {
    int answer = 0;
    sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &answer);
    return answer != 0;
}

transaction::~transaction() {
    try {
        if (database_.in_transaction()) database_.run("ROLLBACK");
    } catch (store_error const&) { // what cannot be rolled back is not committed either
    }
}
