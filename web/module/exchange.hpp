// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// How JavaScript and the module exchange texts: it writes its arguments to where `argument` says, calls a function, and
// reads what the function returns at `result` (`result_size` bytes of JSON). No text is kept from call to call.

inline constexpr std::size_t most_arguments = 3;

/// An argument of the call that is being answered.
std::string_view argument(std::size_t i);

/// Hands a value over, and lets go of the arguments.
void give(boost::json::value const& result);
/// Hands over what is wrong with an argument that a programmer gave, which JavaScript throws.
void refuse(std::string_view problem);

#define LAKEPROOF_EXPORT(name) extern "C" __attribute__((export_name(#name))) void name()
