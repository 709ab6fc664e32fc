#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Hostile documents, checked by this tree and by an earlier revision: the ratio of their times for each.

    compare_versions.py HOSTILE_INPUT REVISION [CXX]

HOSTILE_INPUT is the test of that name, which writes the documents. Each time is the least of seven in each of five
runs of a program; those of the two trees take turns.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
RUNS = 5


def build(cxx, include, program):
    subprocess.run([cxx, "-std=c++20", "-O2", "-DNDEBUG", f"-I{include}", TOP / "benchmarks/check_files.cpp",
                    "-o", program, "-lboost_json"], check=True)
    return program


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    hostile_input, revision, cxx = sys.argv[1], sys.argv[2], (sys.argv[3:] or ["g++"])[0]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        documents = folder / "documents"
        documents.mkdir()
        subprocess.run([hostile_input, "--write", documents], check=True)
        archive = subprocess.run(["git", "-C", TOP, "archive", revision, "include"], capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        programs = [build(cxx, folder / "include", folder / "earlier"), build(cxx, TOP / "include", folder / "now")]
        files = sorted(documents.iterdir())
        least = [[float("inf")] * len(files) for _ in programs]
        for _ in range(RUNS):
            for times, program in zip(least, programs):
                lines = subprocess.run([program, *files], capture_output=True, text=True, check=True).stdout
                for i, line in enumerate(lines.splitlines()):
                    times[i] = min(times[i], float(line.split()[0]))
    rows = sorted(((now / earlier, earlier, now, file.name) for file, earlier, now in zip(files, *least)), reverse=True)
    print(f"| document | microseconds, {revision} | now | ratio |\n|:---|---:|---:|---:|")
    for ratio, earlier, now, name in rows:
        print(f"| {name} | {earlier:.1f} | {now:.1f} | {ratio:.2f} |")


main()
