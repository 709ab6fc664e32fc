// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// What tests of programs with Lakeproof start from: the boundary documents of every constraint, valid values,
/// documents with one fault and options from a fuzzer's bytes, and a fuzzer's mutator of JSON text.
///
/// Apart from it, each for one source file: `<lakeproof/testing/fuzz_target.hpp>`, a fuzz target in one line, and
/// `<lakeproof/testing/fuzz_main.hpp>`, a `main` for it where no fuzzer brings one.

#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/arbitrary_options.hpp>
#include <lakeproof/testing/boundary.hpp>
#include <lakeproof/testing/mutate_json.hpp>
#include <lakeproof/testing/nearly_valid.hpp>
