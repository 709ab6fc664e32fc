// SPDX-License-Identifier: BSL-1.0
// Prints the schemas as literals for catalogue.cpp: to make them in the module itself would cost it 45 KB.
#include "commands/schema_of.hpp"

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <string>
#include <string_view>

int main(int argc, char** argv) {
    bool const response = argc > 1 && std::string_view{argv[1]} == "response";
    auto const text = boost::json::serialize(response ? schema_of_response() : schema_of_request());
    std::printf("R\"json(%s)json\"\n", text.c_str());
}
