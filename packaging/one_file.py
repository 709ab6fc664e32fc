#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Prints Lakeproof's headers as one file.

    one_file.py header        the core: all of <lakeproof/lakeproof.hpp>
    one_file.py json-header   with <lakeproof/json.hpp>, on Boost.JSON
    one_file.py module        the core as a module interface unit: import lakeproof;

A header stands after those that it includes, as a compiler sees them, and has a guard of its own, so that one unit may
include both header files. Includes of the standard library and of Boost come first, but for those under a condition.
"""

import re
import sys
from pathlib import Path

INCLUDES = Path(__file__).resolve().parent.parent / "include"
INCLUDE = re.compile(r"#include <([^>]+)>")
LICENCE = "// SPDX-License-Identifier: BSL-1.0"

HEADER = """{licence}
// {name} of Lakeproof {version}: packaging/one_file.py made it of the headers in include/. A unit includes it, or those.
#pragma once

{includes}
{body}
"""

# What headers declare belongs to the global module (extern "C++"): a program may import it in one unit and include the
# headers in another. A module's own part includes nothing, so what stands under a condition there is repeated here.
MODULE = """{licence}
// {name} of Lakeproof {version}: packaging/one_file.py made it of the headers in include/.
module;

{includes}
#if __has_include(<format>)
#include <format>
#endif
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

export module lakeproof;

export extern "C++" {{
{body}

// A defaulted comparison is defined by the unit that first uses it, which may not have included std's comparisons.
namespace lakeproof {{
using std::operator==;
using std::operator<=>;
}}

}} // extern "C++"
"""
MODULE_KNOWS = {"format", "emmintrin.h", "arm_neon.h"}

FILES = {
    "header": ("lakeproof-single.hpp", HEADER, "lakeproof/lakeproof.hpp"),
    "json-header": ("lakeproof-json-single.hpp", HEADER, "lakeproof/json.hpp"),
    "module": ("lakeproof.cppm", MODULE, "lakeproof/lakeproof.hpp"),
}


class OneFile:
    def __init__(self, header):
        self.foreign, self.conditional = set(), set()  # includes of others' headers
        self.seen = set()
        self.body = []
        self.add(header)

    def add(self, header):
        """The header and, before it, what it includes."""
        if header in self.seen:
            return
        self.seen.add(header)
        kept, conditions = [], 0
        for line in (INCLUDES / header).read_text(encoding="utf-8").splitlines():
            conditions += line.startswith("#if")
            conditions -= line.startswith("#endif")
            include = INCLUDE.match(line)
            if not include:
                if line not in (LICENCE, "#pragma once"):
                    kept.append(line)
            elif conditions:
                if include[1].startswith("lakeproof/"):
                    sys.exit(f"{header} includes <{include[1]}> under a condition")
                self.conditional.add(include[1])
                kept.append(line)
            elif include[1].startswith("lakeproof/"):
                self.add(include[1])
            else:
                self.foreign.add(include[1])
        guard = "LAKEPROOF_ONE_FILE" + re.sub(r"\W", "_", header.removeprefix("lakeproof")).upper()
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")
        self.body.append(f"\n// <{header}>\n#ifndef {guard}\n#define {guard}\n\n{text}\n\n#endif")

    def includes(self):
        return "\n".join(f"#include <{name}>" for name in sorted(self.foreign, key=lambda name: ("/" in name, name)))


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in FILES:
        sys.exit(f"usage: one_file.py {'|'.join(FILES)}")
    name, form, header = FILES[sys.argv[1]]
    one = OneFile(header)
    unknown = one.conditional - one.foreign - MODULE_KNOWS
    if form is MODULE and unknown:
        sys.exit(f"MODULE does not include {unknown}")
    version = re.search(r'LAKEPROOF_VERSION_STRING "(.*)"', (INCLUDES / "lakeproof/version.hpp").read_text())[1]
    print(form.format(licence=LICENCE, name=name, version=version, includes=one.includes(), body="\n".join(one.body)),
          end="")


main()
