// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/check/options.hpp>
#include <lakeproof/check/report.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// A change of a text: what stands at `offset` is replaced.
struct text_edit {
    std::size_t offset;
    std::size_t size;
    std::string replacement;
};

/// What certainly mends a violation in the JSON text in which it was found, and changes nothing else; nothing where
/// there is a choice. Certain are: the one name that an event class or a member can mean, the removal of what is there
/// twice with the same value, and the account ID in an ARN that stands as principal.
std::optional<text_edit> certain_fix(std::string_view text, lakeproof::report const& report,
                                     lakeproof::violation const& v);

/// A request's text with all that is certain mended, again and again until nothing more is.
std::string mended(std::string text, lakeproof::options const& options);
