// SPDX-License-Identifier: BSL-1.0
#include "configuration/configuration_file.hpp"
#include "configuration/glob.hpp"
#include "input/input.hpp"
#include "input/json_pointer.hpp"
#include "output/output.hpp"

#include <lakeproof/json/parse.hpp>
#include <lakeproof/json/position.hpp>

#include <algorithm>
#include <system_error>
#include <utility>

namespace lp = lakeproof;
namespace fs = std::filesystem;

namespace {

/// Whether a violation is of an entry's rule, at its place or below.
bool is_meant(ignored const& entry, lp::violation const& v) {
    if (v.info().id != entry.rule.view()) return false;
    return !entry.pointer || is_at_or_below(v.pointer(), entry.pointer->view());
}

} // namespace

fs::path whole_path(fs::path const& file) {
    std::error_code ignored;
    return (fs::current_path(ignored) / file).lexically_normal();
}

std::unique_ptr<configuration_file> configuration_file::read(fs::path const& path) {
    input in{path.string()};
    std::string text;
    lp::options strict;
    strict.policy.set(lp::rule::member_unknown, lp::severity::error); // a setting that nobody reads
    if (!in.error().empty() || !in.read_all(text, strict.limits.bytes)) {
        complain("configuration " + in.name() + ": " + in.error());
        return nullptr;
    }
    auto parsed = lp::json::parse<configuration>(text, strict);
    if (!parsed) {
        complain_of({{in.name(), std::nullopt, text}, parsed.report()});
        return nullptr;
    }
    return std::unique_ptr<configuration_file>{
        new configuration_file{path, std::move(text), *std::move(parsed)}};
}

configuration_file::configuration_file(fs::path const& path, std::string text, configuration values)
    : name_{path.string()}, folder_{whole_path(path).parent_path()},
      text_{std::move(text)}, values_{std::move(values)}, counts_(values_.ignore.size()) {}

std::string configuration_file::relative(std::string const& file) const {
    if (file == "-") return {};
    auto path = whole_path(file).lexically_relative(folder_).generic_string();
    return path == ".." || path.starts_with("../") ? std::string{} : path;
}

bool configuration_file::excludes(std::string const& file) const {
    auto const path = relative(file);
    return !path.empty() && std::any_of(values_.exclude.begin(), values_.exclude.end(),
                                        [&](auto const& glob) { return matches(glob, path); });
}

void configuration_file::find_entries_of(std::string const& file) {
    file_ = file;
    entries_.clear();
    auto const path = relative(file);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        auto const& glob = values_.ignore[i].file;
        if (glob && (path.empty() || !matches(*glob, path))) continue;
        counts_[i].had_file = true;
        entries_.push_back(i);
    }
}

std::size_t configuration_file::ignore(std::string const& file, lp::report& report) {
    if (file != file_) find_entries_of(file);
    std::size_t all = 0;
    for (auto const i : entries_) {
        auto const& entry = values_.ignore[i];
        auto const n = report.erase_if([&](lp::violation const& v) { return is_meant(entry, v); });
        counts_[i].violations += n;
        all += n;
    }
    return all;
}

void configuration_file::note_what_ignored_nothing() const {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (!counts_[i].had_file || counts_[i].violations != 0) continue;
        std::string at = name_;
        if (auto const p = lp::json::locate(text_, "/ignore/" + std::to_string(i)))
            at += ':' + std::to_string(p->line) + ':' + std::to_string(p->column);
        complain(at + ": note: nothing here breaks " + std::string{values_.ignore[i].rule.view()} +
                 " any more: remove this entry");
    }
}
