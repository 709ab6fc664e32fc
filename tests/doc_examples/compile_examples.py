#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles every example of a doc comment, so that none can rot.

    compile_examples.py COMPILER [FLAG]...

An example stands between \\code and \\endcode in a header. One that declares a struct, a function or something inline
is compiled where declarations stand, any other as the body of a function that knows the names of prologue.hpp.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"
EXAMPLE = re.compile(r"\\code\s*(.*?)\s*\\endcode", re.DOTALL)
DECLARES = re.compile(r"^(struct|inline|template) |^(?!if|for|while|switch)[a-z].*\) \{$", re.MULTILINE)


def examples():
    for header in sorted(INCLUDE.rglob("*.hpp")):
        text = header.read_text()
        for match in EXAMPLE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            code = re.sub(r"^\s*///? ?", "", match.group(1), flags=re.MULTILINE)
            yield header.relative_to(INCLUDE), line, code


def main(command):
    parts = ['#include "prologue.hpp"\n']
    count = 0
    for header, line, code in examples():
        count += 1
        place = f'#line {line} "{header}"\n'
        if DECLARES.search(code):
            parts.append(f"namespace example_{count} {{\n{place}{code}\n}}\n")
        else:
            parts.append(f"[[maybe_unused]] static void example_{count}() {{\n{place}{code}\n}}\n")
    if count == 0:
        sys.exit("no example was found")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "examples.cpp"
        source.write_text("\n".join(parts))
        done = subprocess.run([*command, f"-I{HERE}", "-fsyntax-only", "-Werror=unused-result",
                               str(source)])
    if done.returncode != 0:
        sys.exit("an example of a doc comment does not compile")
    print(f"{count} examples compile")


if __name__ == "__main__":
    main(sys.argv[1:])
