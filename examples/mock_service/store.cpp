// SPDX-License-Identifier: BSL-1.0
#include "store.hpp"

#include "store_layout.hpp"

namespace {

database prepared(std::string const& file) {
    database opened{file};
    opened.give_up_at(std::chrono::steady_clock::now() + std::chrono::seconds{5});
    prepare_layout(opened, file);
    return opened;
}

/// The filters are those of the request itself, ?1, and ?2 are the Regions that there are. A source of
/// a filter's list matches where each member that it has is that of the source.
constexpr char const* list_sql = R"(
    SELECT account, region, source_name, response FROM sources
    WHERE (account, region, source_name) > (?3, ?4, ?5)
      AND region IN (SELECT value FROM json_each(?2))
      AND (?1 -> '$.accounts' IS NULL OR account IN (SELECT value FROM json_each(?1, '$.accounts')))
      AND (?1 -> '$.regions' IS NULL OR region IN (SELECT value FROM json_each(?1, '$.regions')))
      AND (?1 -> '$.sources' IS NULL OR EXISTS (
          SELECT 1 FROM json_each(?1, '$.sources') AS wanted
          WHERE wanted.value -> '$.customLogSource' IS NOT NULL
            AND coalesce(wanted.value ->> '$.customLogSource.sourceName', source_name) = source_name
            AND NOT EXISTS (
                SELECT 1 FROM json_tree(wanted.value, '$.customLogSource') AS member
                WHERE member.atom IS NOT NULL AND member.atom IS NOT
                    response ->> replace(member.fullkey, '$.customLogSource', '$.source'))))
    ORDER BY account, region, source_name LIMIT ?6)";

std::string json_array(std::vector<lakeproof::region> const& regions) {
    std::string json = "[";
    for (auto const& each : regions)
        json.append(json.size() > 1 ? ",\"" : "\"").append(each.view()).append("\"");
    return json += ']';
}

} // namespace

source_store::source_store(std::string const& file)
    : file_{file}, database_{prepared(file)},
      find_{database_.prepare(
          "SELECT source_version FROM sources WHERE region = ?1 AND source_name = ?2")},
      insert_{database_.prepare(
          "INSERT INTO sources (region, source_name, source_version, request, response)"
          " VALUES (?1, ?2, ?3, ?4, ?5)")},
      alike_{database_.prepare(
          "SELECT source_name FROM sources WHERE region = ?1"
          " AND replace(lower(source_name), '-', '_') = replace(lower(?2), '-', '_')"
          " AND source_name <> ?2 LIMIT 1")},
      count_{database_.prepare("SELECT count(*) FROM sources WHERE account = ?1")},
      find_leftover_{
          database_.prepare("SELECT 1 FROM leftovers WHERE region = ?1 AND source_name = ?2")},
      keep_leftover_{database_.prepare(
          "INSERT OR REPLACE INTO leftovers SELECT region, source_name,"
          " response ->> '$.source.attributes.crawlerArn', response ->> '$.source.provider.roleArn'"
          " FROM sources WHERE region = ?1 AND source_name = ?2")},
      drop_leftover_{
          database_.prepare("DELETE FROM leftovers WHERE region = ?1 AND source_name = ?2")},
      delete_{database_.prepare("DELETE FROM sources WHERE region = ?1 AND source_name = ?2")},
      list_{database_.prepare(list_sql)} {}

source_store::~source_store() {
    try {
        check_place();
    } catch (store_error const&) { // there is nobody left to tell
    }
}

source_store::addition source_store::add(source const& added, std::int64_t limit, bool leftovers) {
    check_place();
    transaction whole{database_};
    auto const region = added.region.view(), name = added.name.view();
    if (exists(find_, region, name)) return addition::name_taken;
    if (leftovers && exists(find_leftover_, region, name)) return addition::crawler_left;
    if (limit > 0) {
        auto counted = count_.rows(added.account);
        if (counted.next() && counted.number(0) >= limit) return addition::account_full;
    }
    insert_.run(region, name, added.version, added.request, added.response);
    if (!leftovers) drop_leftover_.run(region, name); // the new source's crawler is that one
    whole.commit();
    return addition::done;
}

source_store::removal source_store::remove(lakeproof::region const& region,
                                           lakeproof::source_name const& name,
                                           std::optional<std::string_view> version,
                                           bool leftovers) {
    check_place();
    transaction whole{database_};
    {
        auto found = find_.rows(region.view(), name.view());
        if (!found.next()) return removal::no_such_name;
        if (version && found.text(0) != *version) return removal::another_version;
    }
    if (leftovers) keep_leftover_.run(region.view(), name.view());
    delete_.run(region.view(), name.view());
    whole.commit();
    return removal::done;
}

std::vector<listed_source> source_store::list(std::string_view request,
                                              std::vector<lakeproof::region> const& regions,
                                              list_position const& after, std::int64_t most) {
    check_place();
    auto const among = json_array(regions);
    std::vector<listed_source> page;
    auto rows =
        list_.rows(request, std::string_view{among}, std::string_view{after.account},
                   std::string_view{after.region}, std::string_view{after.source_name}, most);
    while (rows.next()) page.push_back({{rows.text(0), rows.text(1), rows.text(2)}, rows.text(3)});
    return page;
}

std::optional<std::string> source_store::find_alike(lakeproof::region const& region,
                                                    lakeproof::source_name const& name) {
    auto found = alike_.rows(region.view(), name.view());
    return found.next() ? std::optional{found.text(0)} : std::nullopt;
}

std::vector<leftover> source_store::leftovers() {
    check_place();
    std::vector<leftover> all;
    auto query = database_.prepare("SELECT * FROM leftovers ORDER BY region, source_name");
    auto rows = query.rows();
    while (rows.next()) all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    return all;
}

bool source_store::forget_leftover(lakeproof::region const& region,
                                   lakeproof::source_name const& name) {
    check_place();
    drop_leftover_.run(region.view(), name.view());
    return database_.changed_rows() > 0;
}

void source_store::clear() {
    check_place();
    transaction whole{database_};
    database_.run("DELETE FROM sources; DELETE FROM leftovers");
    whole.commit();
}

std::string source_store::token_key() {
    auto query = database_.prepare("SELECT key FROM token_key");
    auto rows = query.rows();
    if (!rows.next()) throw store_error{"'" + file_ + "' has lost the key of its tokens"};
    return rows.text(0);
}

bool source_store::exists(statement& query, std::string_view region, std::string_view name) {
    return query.rows(region, name).next();
}

/// A write-ahead log stays behind when its database is renamed, and what is in it would be lost there.
void source_store::check_place() {
    if (!database_.moved()) return;
    database_.prepare("PRAGMA wal_checkpoint(TRUNCATE)").run();
    throw store_error{"'" + file_ +
                      "' was renamed, deleted or replaced while in use: put it back, "
                      "or start again"};
}
