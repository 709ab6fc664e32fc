// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/aws/region.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A source name of at most `longest` characters (1 or more) that is like `name`, and which the service and IAM take;
/// `name` itself if it is one. Empty where no character of it can stand in one.
///
/// What is not a letter, a digit, `.`, `_` or `-` of ASCII becomes `-`, and what is behind 256 bytes is left out; then
/// the longest word loses its last vowel, or its last letter if it has none behind its first, until all of it fits;
/// when every word is a letter, the last ones go. The same name gives the same, but two names may give one.
std::string suggest_name(std::string_view name, std::size_t longest);

/// One that gives no finding in the Regions.
std::string suggest_name(std::string_view name, std::vector<lakeproof::region> const& regions);
