// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// What all documents of a run had in all.
struct totals {
    std::size_t documents = 0;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t unreadable = 0; ///< files
};

/// A checked document: where it came from, its text and what was found.
struct checked_document {
    std::string_view file;
    std::optional<std::size_t> line; ///< of the file, under --jsonl
    std::string_view text;
    lakeproof::report const& report;
};

/// Shows the documents of a run as they are checked.
class output {
public:
    virtual ~output() = default;
    virtual void add(checked_document const& document) = 0;
    /// A file that could not be read, which standard error tells too.
    virtual void unreadable(std::string_view, std::string_view) {}
    virtual void finish(totals const& all) = 0;
};

/// What a compiler would print. Totals go to standard error, and so does a word if no Region is given.
std::unique_ptr<output> make_text_output(lakeproof::region_list const& regions, bool quiet);
/// One JSON document.
std::unique_ptr<output> make_json_output(lakeproof::region_list const& regions);
/// SARIF 2.1.0, for code scanning and editors.
std::unique_ptr<output> make_sarif_output();
/// Workflow commands that GitHub shows at the lines that they name.
std::unique_ptr<output> make_github_output(lakeproof::region_list const& regions, bool quiet);
/// The one of a name of --format.
std::unique_ptr<output> make_output(std::string_view format, lakeproof::region_list const& regions,
                                    bool quiet);

/// A number of things: `1 error`, `2 errors`.
std::string counted(std::size_t n, std::string_view thing);
/// Writes the totals to standard error, and that no Region was given if that is so.
void print_totals(totals const& all, bool without_region);

/// Writes to standard output.
void print(std::string_view text);
/// Brings what was written to standard output there, before something goes to standard error.
void flush();
/// Ends the output. False, with a message, if not all of it could be written, such as on a full disk; a closed
/// pipe or a closed standard output is no error: nobody wants to see more.
bool end_output();
/// Says what is wrong on standard error, in one harmless line.
void complain(std::string_view text);

/// A file's name as it can be shown: what a terminal or JSON cannot hold is escaped.
std::string shown_name(std::string_view file);

/// Where a violation of a document lies in its file.
struct place {
    std::size_t line;   ///< of the file
    std::size_t column; ///< in bytes
    std::size_t offset; ///< in the document's text
};
/// Nothing where the text has no such place.
std::optional<place> place_of(checked_document const& document, lakeproof::violation const& v);
/// Where it lies or, if something is missing, the object in which it is.
std::optional<place> place_to_show(checked_document const& document, lakeproof::violation const& v);
/// The object in which a member is missing.
std::optional<place> place_of_parent(checked_document const& document,
                                     lakeproof::violation const& v);
