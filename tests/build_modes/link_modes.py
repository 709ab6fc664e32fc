#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What units of one program may be compiled with.

    link_modes.py COMPILER [FLAG]... -IINCLUDE

Units with and without exceptions, and of two versions of Lakeproof, define no symbol of Lakeproof's twice, link, and
run, each with what its own version says. (The other version is a copy of the headers with another name and another
depth limit.) A unit also compiles with UBSan, under which g++ 12 takes fewer constant expressions.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"


def replace(path, old, new):
    text = path.read_text()
    if old not in text:
        sys.exit(f"{path.name} does not hold {old!r}")
    path.write_text(text.replace(old, new))


def main(command):
    # The other version's headers stand in place of these.
    flags = [flag for flag in command[1:] if not flag.startswith("-I") or Path(flag[2:]).resolve() != INCLUDE]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def compiled(source, result, *more):
            result = folder / result
            subprocess.run([command[0], *flags, "-c", "-g0", str(HERE / source), *more, "-o", str(result)], check=True)
            return str(result)

        other = folder / "other"
        shutil.copytree(INCLUDE, other)
        replace(other / "lakeproof" / "version.hpp", "LAKEPROOF_ABI v", "LAKEPROOF_ABI other_v")
        replace(other / "lakeproof" / "check" / "options.hpp", "depth = 32;", "depth = 16;")

        here = [f"-I{INCLUDE}", "-DDEPTH=32"]
        units = [
            compiled("unit.cpp", "with.o", "-DUNIT=with_exceptions", *here),
            compiled("unit.cpp", "without.o", "-DUNIT=without_exceptions", *here, "-fno-exceptions",
                     "-DBOOST_NO_EXCEPTIONS"),
            compiled("unit.cpp", "other.o", "-DUNIT=other_version", "-DDEPTH=16", f"-I{other}"),
        ]
        compiled("unit.cpp", "undefined.o", "-DUNIT=undefined", *here, "-fsanitize=undefined")

        owners = {}
        for unit in units:
            printed = subprocess.run(["nm", "--defined-only", "--format=posix", unit], check=True,
                                     stdout=subprocess.PIPE, encoding="utf-8").stdout
            names = {line.split()[0] for line in printed.splitlines() if "lakeproof" in line}
            if not names:
                sys.exit(f"{unit} defines nothing of Lakeproof's")
            for name in names:
                owners.setdefault(name, []).append(Path(unit).name)
        twice = {name: files for name, files in owners.items() if len(files) > 1}
        for name, files in sorted(twice.items())[:20]:
            print(f"{' and '.join(files)} define {name}")

        program = str(folder / "program")
        subprocess.run([command[0], *flags, *units, compiled("main.cpp", "main.o"), "-o", program], check=True)
        done = subprocess.run([program], stdout=subprocess.PIPE, encoding="utf-8")
        print(f"{len(owners)} symbols; wrong in each unit: {done.stdout.strip()}")
        sys.exit(1 if twice or done.returncode != 0 else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
