// SPDX-License-Identifier: BSL-1.0
// EXPECT(gcc): not usable in a constant expression
// EXPECT(clang): not a constant expression
#include <lakeproof/aws/source_name.hpp>

lakeproof::source_name named() {
    char buffer[] = "acme";
    buffer[0] = 'A';
    return lakeproof::source_name{buffer}; // HERE
}
