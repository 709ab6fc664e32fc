// SPDX-License-Identifier: BSL-1.0
// A program of units that were compiled in several ways.
#include <boost/json/src.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>

int with_exceptions();
int without_exceptions();
int other_version();

namespace boost {

struct source_location;

// What a program defines that has units with BOOST_NO_EXCEPTIONS.
void throw_exception(std::exception const&) { std::abort(); }
void throw_exception(std::exception const&, source_location const&) { std::abort(); }

} // namespace boost

int main() {
    int const wrong[] = {with_exceptions(), without_exceptions(), other_version()};
    std::cout << wrong[0] << ' ' << wrong[1] << ' ' << wrong[2] << '\n';
    return wrong[0] + wrong[1] + wrong[2];
}
