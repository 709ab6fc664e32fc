// SPDX-License-Identifier: BSL-1.0
#include "exchange.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace {

std::string arguments[most_arguments];
std::string output;

} // namespace

std::string_view argument(std::size_t i) { return arguments[i]; }

void give(boost::json::value const& result) {
    output = boost::json::serialize(result);
    for (auto& a : arguments) a = {};
}

void refuse(std::string_view problem) {
    give(boost::json::object{{"problem", boost::json::string_view{problem.data(), problem.size()}}});
}

extern "C" {

/// Where an argument of `size` bytes is to be written.
__attribute__((export_name("argument"))) char* place_for(std::size_t i, std::size_t size) {
    arguments[i].resize(size);
    return arguments[i].data();
}
__attribute__((export_name("result"))) char const* result() { return output.data(); }
__attribute__((export_name("result_size"))) std::size_t result_size() { return output.size(); }
/// Lets go of the result.
__attribute__((export_name("release"))) void release() { output = {}; }

} // extern "C"
