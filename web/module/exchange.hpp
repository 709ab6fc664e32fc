// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answers.hpp"

#include <lakeproof/json/serialize.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// How JavaScript and the module exchange texts: it writes its arguments to where `argument` says, calls a function, and
// reads what the function answers at `result` (`result_size` bytes of JSON). No text is kept from call to call.

inline constexpr std::size_t most_arguments = 3;

/// An argument of the call that is being answered.
std::string_view argument(std::size_t i);

/// Hands a JSON text over, and lets go of the arguments.
void give_text(std::string json);

template <lakeproof::shape Answer>
void give(Answer const& answer) {
    give_text(lakeproof::json::serialize(answer));
}

/// JavaScript throws it.
inline void refuse(std::string problem) { give(refusal{std::move(problem)}); }

#define LAKEPROOF_EXPORT(name) extern "C" __attribute__((export_name(#name))) void name()
