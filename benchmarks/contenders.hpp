// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <lakeproof/model/create_custom_log_source_request.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace benchmarks {

/// What a contender found in a document.
struct verdict {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;

    friend bool operator==(verdict const&, verdict const&) = default;
};

/// Parses a text, checks every rule of the document and extracts the members; `payload::padding`
/// bytes behind the text may be read.
using reading = verdict (*)(std::string_view text);
/// Writes the JSON text of a request.
using writing = std::string (*)(lakeproof::create_custom_log_source_request const&);

template <class Function>
struct contender {
    char const* name;
    Function run;
    bool checks = true; ///< false for the parser alone, which has no opinion
};

// contenders.cpp
verdict empty_handler(std::string_view text);
verdict check_request(std::string_view text);
verdict parse_request(std::string_view text);
std::string serialize(lakeproof::create_custom_log_source_request const& request);
std::string boost_serialize(lakeproof::create_custom_log_source_request const& request);
// contenders_regex.cpp
verdict boost_json_boost_regex(std::string_view text);
verdict boost_json_std_regex(std::string_view text);
verdict nlohmann_std_regex(std::string_view text);
// contenders_rapidjson.cpp
verdict rapidjson_schema(std::string_view text);
// contenders_simdjson.cpp
verdict simdjson_our_checks(std::string_view text);
/// Which of simdjson's implementations reads and which was compiled for.
std::string simdjson_implementations();
// contenders_yyjson.cpp and contenders_glaze.cpp, where fetch_contenders found the libraries
verdict yyjson_our_checks(std::string_view text);
verdict yyjson_in_situ_our_checks(std::string_view text);
verdict glaze_our_checks(std::string_view text);
verdict check_request_by_clang(std::string_view text);

inline constexpr std::size_t floor_index = 0;
inline constexpr std::size_t check_index = 1;
inline constexpr contender<reading> readers[] = {
    {"basic_parser, empty handler", empty_handler, false},
    {"check_request", check_request},
    {"parse_request", parse_request},
#ifdef LAKEPROOF_BENCHMARKS_GLAZE
    {"check_request, by glaze's compiler", check_request_by_clang},
    {"glaze + our checks", glaze_our_checks},
#endif
#ifdef LAKEPROOF_BENCHMARKS_YYJSON
    {"yyjson in situ + our checks", yyjson_in_situ_our_checks},
    {"yyjson + our checks", yyjson_our_checks},
#endif
    {"simdjson on-demand + our checks", simdjson_our_checks},
    {"Boost.JSON DOM + Boost.Regex", boost_json_boost_regex},
    {"Boost.JSON DOM + std::regex", boost_json_std_regex},
    {"nlohmann/json + std::regex", nlohmann_std_regex},
    {"RapidJSON + SchemaValidator", rapidjson_schema},
};
inline constexpr contender<writing> writers[] = {
    {"serialize", serialize},
    {"boost::json::serialize(value_from)", boost_serialize},
};

class payload;

/// Has every contender check the payloads, documents that break one rule each, and `more`; a difference ends the
/// program: nothing is timed that does less than the whole job.
void demand_agreement(std::span<payload const> more = {});

/// Which faults a contender lets through that Lakeproof refuses, where documents have one.
std::string lets_through(contender<reading> const& c);

} // namespace benchmarks
