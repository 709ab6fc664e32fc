#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What a release consists of: made, and each file used as whoever downloads it would.
. "$(dirname "$0")/support/common.sh"

artifacts=$source/build-release/artifacts
url=file://$artifacts

make_release() {
    quietly "$source/packaging/release" "$url"
    (cd "$artifacts" && quietly sha256sum --check --strict SHA256SUMS)
}

static_tool() { # alone in a folder that is its whole world
    local root=$work/empty
    mkdir "$root"
    cp "$artifacts"/lakeproof-*-"$(uname -m)" "$root/lakeproof"
    refused "not a dynamic executable" ldd "$root/lakeproof"
    local as_root=()
    ((EUID == 0)) || as_root=(unshare --map-root-user)
    "${as_root[@]}" chroot "$root" /lakeproof check --region us-east-1 - <"$here/request.json" ||
        fail "the tool needs more than itself"
}

deb() { # installed into a folder as its root, with the package manager's own checks
    local root=$work/deb file
    mkdir -p "$root/var/lib/dpkg"
    touch "$root/var/lib/dpkg/status"
    quietly dpkg --root="$root" --force-not-root --force-bad-path -i "$artifacts"/lakeproof_*.deb
    "$root/usr/bin/lakeproof" check --region us-east-1 "$here/request.json"
    for file in man/man1/lakeproof.1 bash-completion/completions/lakeproof.bash \
        fish/vendor_completions.d/lakeproof.fish zsh/vendor-completions/_lakeproof; do
        [[ -s $root/usr/share/$file ]] || fail "the package lacks $file"
    done
    cmake_way find_package -DCMAKE_PREFIX_PATH="$root/usr"
    # Linked statically, so that one package serves every release of Debian and Ubuntu. Only Debian's own packages have
    # its changelog, this project publishes no address, and CPack compresses no page.
    quietly lintian --fail-on error,warning --suppress-tags \
        statically-linked-binary,embedded-library,no-changelog,bogus-mail-host,uncompressed-manual-page \
        "$artifacts"/lakeproof_*.deb
}

single_headers() { # both in one unit, and one in another
    local folder=$work/single warn=(-std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Werror) file
    mkdir "$folder"
    for file in "$here"/{core,main,other}.cpp "$source/examples/first_look.cpp"; do
        sed 's|<lakeproof/json[^>]*>|"lakeproof-json-single.hpp"|; s|<lakeproof/lakeproof.hpp>|"lakeproof-single.hpp"|' \
            "$file" >"$folder/$(basename "$file")"
    done
    ! grep '<lakeproof/' "$folder"/*.cpp || fail "includes more than the single headers"
    warn+=(-I"$artifacts")
    quietly g++ "${warn[@]}" "$folder"/{main,other}.cpp -lboost_json -o "$folder/consumer"
    quietly g++ "${warn[@]}" -fno-exceptions -fno-rtti "$folder/core.cpp" -o "$folder/consumer_core"
    prints_46 "$folder/consumer" "$folder/consumer_core"
    for file in core main first_look; do
        quietly clang++-19 -stdlib=libc++ "${warn[@]}" -fsyntax-only "$folder/$file.cpp"
    done
}

recipes() { # Meson's downloads the source; of the others, what can be checked without vcpkg and Conan
    local folder=$work/wrapped
    mkdir -p "$folder/subprojects"
    cp "$here"/*.cpp "$here/meson.build" "$folder"
    cp "$artifacts/recipes/meson/lakeproof.wrap" "$folder/subprojects"
    meson_way "$folder"
    quietly python3 -m json.tool "$artifacts/recipes/vcpkg/lakeproof/vcpkg.json"
    quietly python3 -m compileall -q "$artifacts/recipes/conan"
    ! grep -rE '@[A-Z0-9]+@' "$artifacts/recipes" || fail "not filled in"
}

way "release" make_release
way "static tool in an empty root" static_tool
way ".deb" deb
way "single headers" single_headers
way "recipes" recipes
