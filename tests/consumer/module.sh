#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# import lakeproof; with clang 19 and each standard library, in a program that includes the headers in another unit; and
# what that saves against the include.
. "$(dirname "$0")/support/common.sh"

cd "$work"
"$source/packaging/one_file.py" module >lakeproof.cppm

module_way() { # FLAG...
    local clang=(clang++-19 -std=c++20 -Wall -Wextra -Wpedantic -Werror -Wno-unused-command-line-argument "$@")
    quietly "${clang[@]}" --precompile lakeproof.cppm -o lakeproof.pcm
    quietly "${clang[@]}" -c lakeproof.pcm -o lakeproof.o
    quietly "${clang[@]}" -fmodule-file=lakeproof=lakeproof.pcm -c "$here/module.cpp" -o module.o
    quietly "${clang[@]}" -I"$source/include" -c "$here/module_other.cpp" -o module_other.o
    quietly "${clang[@]}" lakeproof.o module.o module_other.o -o consumer
    prints_46 ./consumer
}

user_time() { # COMMAND...: in ms
    local TIMEFORMAT=%U seconds
    seconds=$({ time "$@"; } 2>&1) || fail "$*: $seconds"
    echo $((10#${seconds/./}))
}

saves_time() { # a unit that uses a name and a Region; the least of some rounds
    local clang=(clang++-19 -std=c++20 -c -o unit.o) import=999999 include=999999 ms
    local proof='static_assert(lakeproof::max_source_name_length(lakeproof::regions::us_east_1) == 26);'
    printf 'import lakeproof;\n%s\n' "$proof" >import.cpp
    printf '#include <lakeproof/lakeproof.hpp>\n%s\n' "$proof" >include.cpp
    for _ in 1 2 3; do
        ms=$(user_time "${clang[@]}" -fmodule-file=lakeproof=lakeproof.pcm import.cpp)
        ((ms >= import)) || import=$ms
        ms=$(user_time "${clang[@]}" -I"$source/include" include.cpp)
        ((ms >= include)) || include=$ms
    done
    echo "a unit compiles in $import ms with import, $include ms with include"
    ((2 * import < include)) || fail "import saves less than half"
}

way "module, libc++" module_way -stdlib=libc++
way "module, libstdc++" module_way
way "module, compile time" saves_time
