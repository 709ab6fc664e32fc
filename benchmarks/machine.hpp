// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "contenders_glaze.hpp"

#include <boost/version.hpp>
#include <nlohmann/json.hpp>
#include <rapidjson/rapidjson.h>
#include <simdjson.h>
#ifdef LAKEPROOF_BENCHMARKS_YYJSON
#include <yyjson.h>
#endif

#include <fstream>
#include <string>

namespace benchmarks {

/// The processor's name, where Linux tells it.
inline std::string machine() {
    std::ifstream info{"/proc/cpuinfo"};
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
    return "an unnamed processor";
}

inline std::string compiler() {
#if defined(__clang__)
    return "clang " __clang_version__;
#elif defined(__GNUC__)
    return "g++ " __VERSION__;
#else
    return "an unnamed compiler";
#endif
}

#define LAKEPROOF_BENCHMARKS_TEXT2(x) #x
#define LAKEPROOF_BENCHMARKS_TEXT(x) LAKEPROOF_BENCHMARKS_TEXT2(x)
/// With what was left out.
inline std::string libraries() {
    std::string text = "Boost " + std::to_string(BOOST_VERSION / 100000) + '.' +
                       std::to_string(BOOST_VERSION / 100 % 1000) +
                       ", simdjson " LAKEPROOF_BENCHMARKS_TEXT(SIMDJSON_VERSION) ", nlohmann/json " +
                       std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + '.' +
                       std::to_string(NLOHMANN_JSON_VERSION_MINOR) + '.' +
                       std::to_string(NLOHMANN_JSON_VERSION_PATCH) + ", RapidJSON " RAPIDJSON_VERSION_STRING;
#ifdef LAKEPROOF_BENCHMARKS_YYJSON
    text += ", yyjson " YYJSON_VERSION_STRING;
#else
    text += ", no yyjson";
#endif
#ifdef LAKEPROOF_BENCHMARKS_GLAZE
    text += std::string{", glaze "} + glaze_version();
#else
    text += ", no glaze";
#endif
    return text;
}

} // namespace benchmarks
