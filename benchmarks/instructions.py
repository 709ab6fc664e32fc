#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""How many instructions check_request takes, over a parser whose handler does nothing.

    instructions.py PROGRAM

PROGRAM is instructions.cpp, compiled. Counts are the same in every run, so unlike times they can be
tested; instruction_limits.json has the most that is allowed. Exits 77 (skipped) where there is no valgrind, or
where the ratios mean something else: with another compiler, or without optimization.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

CALLS = 20


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def counted(program, what, payload, calls):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
               program, what, payload, str(calls)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)}: exit status {run.returncode}\n{run.stderr}")
    return int(found[1])


def per_call(program, what, payload):
    """Without what a program costs that does nothing."""
    few = counted(program, what, payload, CALLS)
    return (counted(program, what, payload, 11 * CALLS) - few) / (10 * CALLS)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = sys.argv[1]
    if not shutil.which("valgrind"):
        skip("there is no valgrind")
    compilation = subprocess.run([program], capture_output=True, text=True, check=True).stdout.strip()
    if compilation != "g++, optimized":
        skip(f"the program is {compilation}")

    limits = json.loads((Path(__file__).parent / "instruction_limits.json").read_text())
    beyond = 0
    for payload, limit in limits.items():
        checked = per_call(program, "check_request", payload)
        floor = per_call(program, "empty_handler", payload)
        ratio = checked / floor
        verdict = "ok" if ratio <= limit else "TOO MANY"
        beyond += ratio > limit
        print(f"{payload}: {checked:.0f} instructions over {floor:.0f}: {ratio:.3f}, "
              f"limit {limit}: {verdict}")
    sys.exit(1 if beyond else 0)


main()
