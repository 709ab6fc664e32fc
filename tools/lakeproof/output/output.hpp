// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/input_document.hpp"

#include <lakeproof/check/region_list.hpp>
#include <lakeproof/check/report.hpp>
#include <lakeproof/json/position.hpp>

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
    std::size_t ignored = 0;          ///< violations, as configurations say
    std::size_t unreadable = 0;       ///< files
    std::size_t misconfigured = 0;    ///< files whose configuration is wrong
    std::size_t without_region = 0;   ///< documents
    std::size_t passed_over = 0;      ///< files of folders that hold no request
    lakeproof::region_list regions{}; ///< of the command line, of configurations and of plans

    void add(lakeproof::report const& report);
    void add(lakeproof::region_list const& more);
};

/// A document, and what was found in it.
struct checked_document : input_document {
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
std::unique_ptr<output> make_text_output(bool quiet);
/// One JSON document.
std::unique_ptr<output> make_json_output();
/// SARIF 2.1.0, for code scanning and editors.
std::unique_ptr<output> make_sarif_output();
/// Workflow commands that GitHub shows at the lines that they name.
std::unique_ptr<output> make_github_output(bool quiet);
/// The one of a name of --format.
std::unique_ptr<output> make_output(std::string_view format, bool quiet);

/// A number of things: `1 error`, `2 errors`.
std::string counted(std::size_t n, std::string_view thing);
/// Writes the totals to standard error, and that no Region was given if that is so.
void print_totals(totals const& all);

/// Writes to standard output.
void print(std::string_view text);
/// Brings what was written to standard output there, before something goes to standard error.
void flush();
/// Ends the output. False, with a message, if not all of it could be written, such as on a full disk; a closed
/// pipe or a closed standard output is no error: nobody wants to see more.
bool end_output();
/// Says what is wrong on standard error, in one harmless line.
void complain(std::string_view text);
/// Shows what was found in a document that was not to be checked, such as a configuration, on standard error.
void complain_of(checked_document const& document);

/// What the command line holds, in quotes and made harmless.
std::string in_quotes(std::string_view text);
/// A file's name as it can be shown: what a terminal or JSON cannot hold is escaped.
std::string shown_name(std::string_view file);

/// What the user's file holds of a document.
std::string_view source_of(checked_document const& document);
/// A violation in words, with what the file's format adds to `message`.
std::string words_of(checked_document const& document, lakeproof::violation const& v);

/// Where a violation of a document lies: the line of its file, and the offset in `source_of`.
using place = lakeproof::json::position;
/// Nothing where the text has no such place.
std::optional<place> place_of(checked_document const& document, lakeproof::violation const& v);
/// Where it lies or, if something is missing, the object in which it is.
std::optional<place> place_to_show(checked_document const& document, lakeproof::violation const& v);
/// The object in which a member is missing.
std::optional<place> place_of_parent(checked_document const& document,
                                     lakeproof::violation const& v);
