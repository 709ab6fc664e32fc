#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures what units cost to compile, prints a table per compiler, and writes it as JSON.

    measure.py [--rounds N] [--compiler CXX]... RESULT.json

Each round compiles every unit of units/ with every compiler at -O2, so that whatever else the machine does
hits all alike; the table has medians. User time is the processor's, of the compiler and all it starts;
wall time is what a user waits. Instantiations are what a compiler tells: the events of clang's
-ftime-trace, the specializations in g++'s -fstats. Ratios are to a unit that instantiates Boost.JSON's
basic_parser with an empty handler, compiled beside.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"
FLAGS = ["-std=c++20", "-O2", f"-I{INCLUDE}"]
COMPILERS = ("g++", "clang++-16", "clang++-19")
BASE = "basic_parser"

UNITS = {
    "empty": "an empty file",
    "forward": "<lakeproof/fwd.hpp>",
    "core": "<lakeproof/lakeproof.hpp>",
    "core_request": "… and a request, proved",
    "parse_request_light": "<lakeproof/json/light.hpp>, parse_request",
    "parse_request": "<lakeproof/json.hpp>, parse_request",
    "basic_parser": "basic_parser with an empty handler",
    "boost_json": "<boost/json.hpp> alone",
    "boost_regex": "Boost.Regex, the six patterns",
    "std_regex": "std::regex, the six patterns",
    "nlohmann_json": "nlohmann/json, parse",
}


def fail(command, stderr):
    sys.exit(f"{' '.join(map(str, command))}\n{stderr}")


def timed(command):
    """User and wall seconds of a command and all that it starts."""
    with tempfile.TemporaryFile() as stderr:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            stderr.seek(0)
            fail(command, stderr.read().decode(errors="replace"))
    return usage.ru_utime, wall


def instantiations(compiler, source, folder):
    """How many templates a unit instantiates, or None where the compiler does not tell."""
    if "clang" in Path(compiler).name:
        result = folder / "trace.o"
        flags = ["-ftime-trace", "-ftime-trace-granularity=0", "-c", source, "-o", result]
        run = subprocess.run([compiler, *FLAGS, *flags], capture_output=True, text=True, check=False)
        if run.returncode != 0:
            return None
        events = json.loads((folder / "trace.json").read_text())["traceEvents"]
        return sum(e["name"] in ("InstantiateClass", "InstantiateFunction") for e in events)
    run = subprocess.run([compiler, *FLAGS, "-fstats", "-fsyntax-only", source], capture_output=True,
                         text=True, check=False)
    counts = re.findall(r"^(?:decl|type)_specializations: size \d+, (\d+) elements", run.stderr,
                        re.MULTILINE)
    return sum(map(int, counts)) if run.returncode == 0 and len(counts) == 2 else None


def version(compiler):
    text = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout
    return text.splitlines()[0]


def machine():
    try:
        found = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        found = None
    name = found[1] if found else "an unnamed processor"
    return f"{name}, {os.cpu_count()} cores"


def measure(compilers, rounds):
    times = {(c, u): [] for c in compilers for u in UNITS}
    sizes, counts = {}, {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result = folder / "unit.o"
        for _ in range(rounds):
            for compiler, unit in times:
                source = HERE / "units" / f"{unit}.cpp"
                times[compiler, unit].append(timed([compiler, *FLAGS, "-c", source, "-o", result]))
                sizes[compiler, unit] = result.stat().st_size
        for compiler, unit in times:
            counts[compiler, unit] = instantiations(compiler, HERE / "units" / f"{unit}.cpp", folder)

    def row(compiler, unit):
        user, wall = (statistics.median(t[i] for t in times[compiler, unit]) for i in (0, 1))
        base = statistics.median(t[0] for t in times[compiler, BASE])
        empty = statistics.median(t[0] for t in times[compiler, "empty"])
        return {"unit": unit, "what": UNITS[unit], "user_s": round(user, 3), "wall_s": round(wall, 3),
                "user_over_empty_s": round(user - empty, 3), "over_basic_parser": round(user / base, 3),
                "instantiations": counts[compiler, unit], "object_bytes": sizes[compiler, unit]}

    return {"machine": machine(), "rounds": rounds, "flags": "-std=c++20 -O2",
            "compilers": [{"compiler": c, "version": version(c), "units": [row(c, u) for u in UNITS]}
                          for c in compilers]}


def print_tables(results):
    print(f"\nCompile time: {results['machine']}; medians of {results['rounds']} interleaved rounds, "
          f"{results['flags']}; × is user time to {BASE}")
    width = max(map(len, UNITS.values()))
    for compiler in results["compilers"]:
        print(f"\n{compiler['version']}")
        print(f"{'':{width}}  {'user s':>7}  {'wall s':>7}  {'ratio':>6}  {'templates':>9}  {'object':>9}")
        for r in compiler["units"]:
            count = "n/a" if r["instantiations"] is None else f"{r['instantiations']:,}"
            print(f"{r['what']:{width}}  {r['user_s']:7.2f}  {r['wall_s']:7.2f}  "
                  f"{r['over_basic_parser']:5.2f}×  {count:>9}  {r['object_bytes']:>9,}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--compiler", action="append", metavar="CXX")
    parser.add_argument("result", type=Path, metavar="RESULT.json")
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("--rounds is 1 or more")
    for compiler in arguments.compiler or ():
        if shutil.which(compiler) is None:
            parser.error(f"there is no compiler {compiler}")
    compilers = arguments.compiler or [c for c in COMPILERS if shutil.which(c)]
    if not compilers:
        sys.exit(f"none of {', '.join(COMPILERS)} is installed")
    results = measure(compilers, arguments.rounds)
    print_tables(results)
    arguments.result.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
