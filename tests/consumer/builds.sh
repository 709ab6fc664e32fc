#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Lakeproof in a build of CMake's, of Meson's, or by pkg-config, installed and as source.
. "$(dirname "$0")/support/common.sh"

header_only() { # the installed package, with the switch
    local programs=(consumer consumer_core)
    quietly cmake -G Ninja -S "$here" -B "$work/header_only" -DCMAKE_BUILD_TYPE=Debug -DWAY=find_package \
        -DCMAKE_PREFIX_PATH="$work/cmake-prefix" -DLAKEPROOF_BOOST_JSON_HEADER_ONLY=ON
    quietly cmake --build "$work/header_only"
    prints_46 "${programs[@]/#/$work/header_only/}"
    ! ldd "$work/header_only/consumer" | grep boost || fail "links Boost all the same"
}

pkg_config() { # PREFIX
    local -x PKG_CONFIG_PATH=$1/share/pkgconfig
    # shellcheck disable=SC2046 # flags are words
    by_hand "$1/consumer" $(pkg-config --cflags --libs lakeproof-json)
    [[ $(pkg-config --modversion lakeproof-http) == "$(pkg-config --modversion lakeproof)" ]] || fail "versions differ"
}

meson_installed() {
    cp -r "$here" "$work/installed"
    PKG_CONFIG_PATH=$work/meson-prefix/share/pkgconfig meson_way "$work/installed"
}

meson_subproject() { # its wrap, but that nothing is downloaded
    mkdir "$work/subproject"
    cp "$here"/*.cpp "$here/meson.build" "$work/subproject"
    mkdir "$work/subproject/subprojects"
    sed 's/@VERSION@/0/' "$source/packaging/recipes/meson/lakeproof.wrap" >"$work/subproject/subprojects/lakeproof.wrap"
    ln -s "$source" "$work/subproject/subprojects/lakeproof-0"
    meson_way "$work/subproject"
}

quietly cmake -G Ninja -S "$source" -B "$work/cmake" -DLAKEPROOF_BUILD_TOOL=OFF
quietly cmake --install "$work/cmake" --prefix "$work/cmake-prefix"
quietly meson setup "$work/meson" "$source" --prefix="$work/meson-prefix" -Dbuild_tool=disabled
quietly meson install -C "$work/meson"
quietly diff -r "$work/cmake-prefix/share/pkgconfig" "$work/meson-prefix/share/pkgconfig"
quietly diff -r "$work/cmake-prefix/include" "$work/meson-prefix/include"

way "CMake, find_package" cmake_way find_package -DCMAKE_PREFIX_PATH="$work/cmake-prefix"
way "CMake, find_package, Boost.JSON header-only" header_only
way "CMake, a component that is none" refused "components are: json, http, house_rules, testing" \
    cmake -S "$here" -B "$work/wrong" -DWAY=wrong_component -DCMAKE_PREFIX_PATH="$work/cmake-prefix"
way "CMake, find_package without Boost" refused "component json needs Boost, version 1.81 or later" \
    cmake -S "$here" -B "$work/no_boost" -DWAY=find_package -DCMAKE_PREFIX_PATH="$work/cmake-prefix" \
    -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON
way "CMake, add_subdirectory" cmake_way add_subdirectory -DLAKEPROOF_SOURCE="$source"
way "CMake, FetchContent" cmake_way FetchContent -DLAKEPROOF_SOURCE="$source"
way "pkg-config, installed by CMake" pkg_config "$work/cmake-prefix"
way "pkg-config, installed by Meson" pkg_config "$work/meson-prefix"
way "Meson, installed" meson_installed
way "Meson, subproject" meson_subproject
