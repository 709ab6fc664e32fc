// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/version.hpp>
#include <nlohmann/json.hpp>
#include <rapidjson/rapidjson.h>
#include <simdjson.h>

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
inline std::string libraries() {
    return "Boost " + std::to_string(BOOST_VERSION / 100000) + '.' +
           std::to_string(BOOST_VERSION / 100 % 1000) +
           ", simdjson " LAKEPROOF_BENCHMARKS_TEXT(SIMDJSON_VERSION) ", nlohmann/json " +
           std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + '.' +
           std::to_string(NLOHMANN_JSON_VERSION_MINOR) + '.' +
           std::to_string(NLOHMANN_JSON_VERSION_PATCH) + ", RapidJSON " RAPIDJSON_VERSION_STRING;
}

} // namespace benchmarks
