// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "input/input_document.hpp"
#include "input/input_files.hpp"
#include "input/terraform_plan.hpp"

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>

#include <string>
#include <string_view>

/// Takes the documents of a file as they are read.
class document_sink {
public:
    virtual ~document_sink() = default;
    /// `planned`: the resource of a Terraform plan that the document was made of, or null.
    virtual void check(input_document const& document, planned_request const* planned) = 0;
    /// A document that was read as far as its format allows: the report says where that ended.
    virtual void add(input_document const& document, lakeproof::report& report) = 0;
    virtual void cannot_read(std::string const& file, std::string const& why) = 0;
    virtual void note(std::string const& words) = 0;
};

/// What a file is read as.
struct reading {
    std::string input = "auto"; ///< or json, yaml, terraform
    bool jsonl = false;
    bool responses = false;
    lakeproof::limits limits{};

    [[nodiscard]] input_format format_of(std::string_view file, std::string_view text) const;
    /// In a folder there are other files too: false for those.
    [[nodiscard]] bool wants(input_file const& file, std::string_view text) const;
};

/// Reads the documents of a file into a sink. False if a file of a folder was passed over, as it holds no request.
bool read_documents(input_file const& file, reading const& how, document_sink& sink);
