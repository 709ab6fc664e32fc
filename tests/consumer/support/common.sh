# SPDX-License-Identifier: BSL-1.0
# What the scripts here share: where things are, and how a way in is shown to work. To be sourced.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { # WORDS
    echo "FAILED: $*"
    exit 1
}

quietly() { # the output of a command only when it fails
    "$@" >"$work/log" 2>&1 || { cat "$work/log"; fail "$*"; }
}

refused() { # WORDS COMMAND...: the command fails, and says so, wherever its lines break
    ! "${@:2}" >"$work/log" 2>&1 || fail "accepted: ${*:2}"
    tr -s '[:space:]' ' ' <"$work/log" | grep -qF -- "$1" || { cat "$work/log"; fail "does not say '$1': ${*:2}"; }
}

prints_46() { # PROGRAM...: AmazonSecurityLake-Provider-acme-edr-us-east-1
    local program
    for program in "$@"; do
        [[ $("$program") == 46 ]] || fail "$program does not print 46"
    done
}

way() { # NAME FUNCTION ARGUMENT...: with its time
    local start=$SECONDS
    "${@:2}"
    echo "ok: $1, $((SECONDS - start)) s"
}

programs=(consumer consumer_core consumer_layers)

cmake_way() { # WAY OPTION...: in $work/WAY
    local programs=(consumer consumer_core)
    [[ $1 != find_package ]] || programs+=(consumer_layers)
    quietly cmake -G Ninja -S "$here" -B "$work/$1" -DCMAKE_BUILD_TYPE=Debug -DWAY="$1" "${@:2}"
    quietly cmake --build "$work/$1"
    prints_46 "${programs[@]/#/$work/$1/}"
    [[ $1 != find_package ]] || fuzzes "$work/$1/consumer_fuzz"
}

fuzzes() { # PROGRAM: writes its seeds, and runs them and changes of them
    quietly "$1" --write-seeds="$1-seeds"
    quietly "$1" --write-dictionary="$1.dict"
    grep -q '"sourceName"' "$1.dict" || fail "no dictionary"
    quietly "$1" --mutate=20 "$1-seeds"
}

meson_way() { # FOLDER: in FOLDER/build
    quietly meson setup --buildtype=debug "$1/build" "$1"
    quietly ninja -C "$1/build"
    prints_46 "${programs[@]/#/$1/build/}"
}

by_hand() { # FOLDER FLAG...: the consumer with nothing but a compiler
    mkdir "$1"
    quietly g++ -std=c++20 "$here"/{main,other,reader}.cpp "${@:2}" -o "$1/consumer"
    quietly g++ -std=c++20 "$here/core.cpp" "${@:2}" -o "$1/consumer_core"
    prints_46 "$1/consumer" "$1/consumer_core"
}
