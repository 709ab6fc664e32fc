// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/derived_text.hpp"

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>

#include <yaml.h>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Why a YAML text cannot be read, and the byte at which that shows.
struct yaml_fault {
    std::string why;
    std::size_t offset;
    std::size_t limit = 0; ///< that is passed, if it is no fault of form
};
/// The one violation that it is.
lakeproof::report report_of(yaml_fault const& fault);

/// Reads the documents of a YAML stream in turn, each as the JSON text that it amounts to. Repeated keys stay repeated,
/// aliases are copies of what they stand for, and merge keys (`<<`) add what is not there, as in the AWS CLI.
class yaml_reader {
public:
    yaml_reader(source_text const& source, lakeproof::limits const& limits);
    ~yaml_reader() { yaml_parser_delete(&parser_); }
    yaml_reader(yaml_reader const&) = delete;
    yaml_reader& operator=(yaml_reader const&) = delete;

    /// Reads the next document; false at the end of the stream, and at a fault.
    bool next();
    /// The document that was read.
    [[nodiscard]] derived_text const& document() const noexcept { return out_; }
    [[nodiscard]] std::optional<yaml_fault> const& fault() const noexcept { return fault_; }

private:
    /// An open mapping or sequence.
    struct collection {
        bool mapping;
        std::size_t begin; ///< in the JSON text
        std::string anchor;
        bool empty = true;
        bool at_key = true;
        std::optional<std::size_t> merge{}; ///< where the value of a merge key begins
        std::vector<derived_text> merged{};
    };

    void take(yaml_event_t const& e);
    void scalar(yaml_event_t const& e, std::size_t origin);
    void alias(std::string const& name, std::size_t origin);
    void key(yaml_event_t const& e, std::size_t origin);
    void begin(yaml_event_t const& e, bool mapping, std::size_t origin);
    void end();
    void begin_value();
    void end_value(std::size_t begin, std::string const& anchor);
    void merge(derived_text const& value);
    void append_merged(collection const& mapping);
    void check_scalar_tag(yaml_char_t const* tag, std::size_t origin);
    void check_tag(yaml_char_t const* tag, bool fits, std::size_t origin);

    [[nodiscard]] bool wants_key() const {
        return !open_.empty() && open_.back().mapping && open_.back().at_key;
    }
    std::size_t offset_of(yaml_mark_t const& mark);
    void stop(std::string why, std::size_t offset, std::size_t limit = 0);
    void stop_at_error();

    source_text const& source_;
    lakeproof::limits limits_;
    yaml_parser_t parser_;
    derived_text out_;
    std::vector<collection> open_{};
    std::map<std::string, derived_text> anchors_{};
    std::optional<yaml_fault> fault_{};
    bool ended_ = false;
    bool empty_ = true;
    std::size_t copied_ = 0;     ///< bytes that anchors and merge keys keep
    std::size_t characters_ = 0; ///< before `bytes_`: libyaml counts characters
    std::size_t bytes_ = 0;
};
