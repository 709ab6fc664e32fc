// SPDX-License-Identifier: BSL-1.0
#include "store_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace {

constexpr std::int64_t application_id = 0x4c4b5046; // "LKPF", so that no other program's is taken

/// What each version added to the one before. A step that was published stays as it is.
constexpr char const* steps[] = {
    R"(
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
    )",
    // A source's account is that of its crawler's role.
    R"(
    ALTER TABLE sources ADD COLUMN account TEXT AS (substr(
        request ->> '$.configuration.crawlerConfiguration.roleArn',
        instr(request ->> '$.configuration.crawlerConfiguration.roleArn', ':iam::') + 6, 12)) VIRTUAL;
    CREATE INDEX listed ON sources (account, region, source_name);
    CREATE TABLE leftovers (
        region            TEXT NOT NULL,
        source_name       TEXT NOT NULL,
        crawler_arn       TEXT NOT NULL,
        provider_role_arn TEXT NOT NULL,
        PRIMARY KEY (region, source_name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE token_key (key TEXT NOT NULL) STRICT;
    INSERT INTO token_key VALUES (lower(hex(randomblob(16))));
    )",
};

std::int64_t number(database& store, std::string_view sql) {
    auto query = store.prepare(sql);
    auto rows = query.rows();
    return rows.next() ? rows.number(0) : 0;
}

} // namespace

void prepare_layout(database& store, std::string const& file) {
    {
        // With a write-ahead log a commit is one append and one fsync, and FULL means that it waits.
        auto mode = store.prepare("PRAGMA journal_mode = WAL");
        auto rows = mode.rows();
        if (!rows.next() || rows.text(0) != "wal")
            throw store_error{"the file system of '" + file + "' cannot hold a write-ahead log"};
    }
    store.run("PRAGMA synchronous = FULL");
    transaction whole{store};
    constexpr auto newest = static_cast<std::int64_t>(std::size(steps));
    auto const id = number(store, "PRAGMA application_id");
    auto const version = number(store, "PRAGMA user_version");
    bool const empty = id == 0 && number(store, "SELECT count(*) FROM sqlite_schema") == 0;
    if (!empty && id != application_id)
        throw store_error{"'" + file + "' is a database, but no store of this program"};
    if (!empty && (version < 1 || version > newest))
        throw store_error{"'" + file + "' is a store of this program's version " +
                          std::to_string(version) + ", and this one reads up to " +
                          std::to_string(newest) + ": use the newer program"};
    if (!empty && version == newest) return;
    for (auto step = empty ? 0 : version; step < newest; ++step)
        store.run(steps[static_cast<std::size_t>(step)]);
    store.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    store.run(("PRAGMA user_version = " + std::to_string(newest)).c_str());
    whole.commit();
}
