#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Builds and runs the consumer in every way that a project can take Lakeproof in; nothing is downloaded.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

quietly() { # the output of a command only when it fails
    "$@" >"$work/log" 2>&1 || { cat "$work/log"; echo "failed: $*"; return 1; }
}

check() { # WAY FOLDER
    local program
    for program in consumer consumer_core; do
        # AmazonSecurityLake-Provider-acme-edr-us-east-1
        [[ $("$2/$program") == 46 ]] || { echo "$1: $program does not print 46"; return 1; }
    done
    echo "$1: ok"
}

cmake_way() { # WAY OPTION...
    quietly cmake -G Ninja -S "$here" -B "$work/$1" -DCMAKE_BUILD_TYPE=Debug -DWAY="$1" "${@:2}"
    quietly cmake --build "$work/$1"
    check "$1" "$work/$1"
}

meson_way() { # WAY OPTION...
    quietly meson setup --buildtype=debug "$work/$1" "$work/consumer" "${@:2}"
    quietly ninja -C "$work/$1"
    check "$1" "$work/$1"
}

quietly cmake -G Ninja -S "$source" -B "$work/cmake" -DLAKEPROOF_BUILD_TOOL=OFF
quietly cmake --install "$work/cmake" --prefix "$work/cmake-prefix"
cmake_way find_package -DCMAKE_PREFIX_PATH="$work/cmake-prefix"
cmake_way add_subdirectory -DLAKEPROOF_SOURCE="$source"
cmake_way FetchContent -DLAKEPROOF_SOURCE="$source"

cp -r "$here" "$work/consumer"
quietly meson setup "$work/meson" "$source" --prefix="$work/meson-prefix" -Dlibdir=lib -Dbuild_tool=disabled
quietly meson install -C "$work/meson"
PKG_CONFIG_PATH=$work/meson-prefix/lib/pkgconfig meson_way pkg-config
mkdir "$work/consumer/subprojects"
ln -s "$source" "$work/consumer/subprojects/lakeproof"
meson_way subproject
