// SPDX-License-Identifier: BSL-1.0
#include "store.hpp"

#include <filesystem>

namespace {

constexpr int application_id = 0x4c4b5046; // "LKPF", so that no other program's database is taken
constexpr int layout = 1;

constexpr char const* tables = R"(
    CREATE TABLE sources (
        region         TEXT NOT NULL,
        source_name    TEXT NOT NULL,
        source_version TEXT,
        request        TEXT NOT NULL,
        response       TEXT NOT NULL,
        created        TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
        PRIMARY KEY (region, source_name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX folded ON sources (region, replace(lower(source_name), '-', '_'));
)";

/// Gives a statement back its first state however its use ends.
struct resetter {
    sqlite3_stmt* statement;
    ~resetter() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

} // namespace

source_store::source_store(std::string const& file) : file_{file} {
    if (file.empty()) throw store_error{"a store needs the name of a file"};
    // An absolute path is a file's, also where the name is one that SQLite has another use for.
    auto const path = std::filesystem::absolute(file).string();
    sqlite3* opened = nullptr;
    int const status =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database_.reset(opened);
    if (status != SQLITE_OK) fail();
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, 5000);
    prepare_tables();
    insert_ = prepare("INSERT INTO sources (region, source_name, source_version, request, response)"
                      " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
    alike_ = prepare("SELECT source_name FROM sources WHERE region = ?1"
                     " AND replace(lower(source_name), '-', '_') = replace(lower(?2), '-', '_')"
                     " AND source_name <> ?2 LIMIT 1");
}

void source_store::prepare_tables() {
    // With a write-ahead log a commit is one append and one fsync, and FULL means that it waits.
    if (text("PRAGMA journal_mode = WAL") != "wal")
        throw store_error{"the file system of '" + file_ + "' cannot hold a write-ahead log"};
    run("PRAGMA synchronous = FULL");
    run("BEGIN IMMEDIATE");
    auto const id = number("PRAGMA application_id");
    if (id == 0 && number("SELECT count(*) FROM sqlite_schema") == 0) {
        run(tables);
        run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
        run(("PRAGMA user_version = " + std::to_string(layout)).c_str());
    } else if (id != application_id || number("PRAGMA user_version") != layout) {
        throw store_error{"'" + file_ + "' is a database, but no store of this program's version"};
    }
    run("COMMIT");
}

bool source_store::add(source const& added) {
    resetter const whatever_happens{insert_.get()};
    bind(insert_, 1, added.region.view());
    bind(insert_, 2, added.name.view());
    if (added.version) bind(insert_, 3, *added.version);
    bind(insert_, 4, added.request);
    bind(insert_, 5, added.response);
    step(insert_);
    return sqlite3_changes(database_.get()) == 1;
}

std::optional<std::string> source_store::find_alike(lakeproof::region const& region,
                                                    lakeproof::source_name const& name) {
    resetter const whatever_happens{alike_.get()};
    bind(alike_, 1, region.view());
    bind(alike_, 2, name.view());
    if (!step(alike_)) return std::nullopt;
    return reinterpret_cast<char const*>(sqlite3_column_text(alike_.get(), 0));
}

void source_store::run(char const* sql) {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

long long source_store::number(char const* sql) {
    auto const query = prepare(sql);
    step(query);
    return sqlite3_column_int64(query.get(), 0);
}

std::string source_store::text(char const* sql) {
    auto const query = prepare(sql);
    step(query);
    auto const* const found = sqlite3_column_text(query.get(), 0);
    return found == nullptr ? std::string{} : reinterpret_cast<char const*>(found);
}

source_store::statement source_store::prepare(std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &prepared,
                           nullptr) != SQLITE_OK)
        fail();
    return statement{prepared};
}

void source_store::bind(statement const& to, int index, std::string_view text) {
    // The text outlives the step, and so is not copied.
    if (sqlite3_bind_text64(to.get(), index, text.data(), text.size(), SQLITE_STATIC,
                            SQLITE_UTF8) != SQLITE_OK)
        fail();
}

/// Whether there is a row. Throws where a statement fails.
bool source_store::step(statement const& of) {
    int const status = sqlite3_step(of.get());
    if (status != SQLITE_ROW && status != SQLITE_DONE) fail();
    return status == SQLITE_ROW;
}

void source_store::fail() const {
    throw store_error{"'" + file_ + "': " + sqlite3_errmsg(database_.get())};
}
