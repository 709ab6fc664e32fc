// SPDX-License-Identifier: BSL-1.0
// An array that is no literal cannot be checked by the compiler: it must be taken as a text.
// EXPECT(gcc): not a constant expression
// EXPECT(clang): not a constant expression
#include <lakeproof/aws/source_name.hpp>

lakeproof::source_name named(char const (&text)[8]) {
    lakeproof::source_name name = text; // HERE
    return name;
}
