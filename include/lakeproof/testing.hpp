// SPDX-License-Identifier: BSL-1.0
#pragma once

/// \file
/// What tests of programs with Lakeproof start from: the boundary documents of every constraint, valid values and
/// documents with one fault from a fuzzer's bytes, and a fuzzer's mutator of JSON text.

#include <lakeproof/testing/arbitrary.hpp>
#include <lakeproof/testing/boundary.hpp>
#include <lakeproof/testing/mutate_json.hpp>
#include <lakeproof/testing/nearly_valid.hpp>
