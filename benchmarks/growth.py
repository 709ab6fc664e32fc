#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""How the cost of the tool grows: with the number of requests and of files, and with the size of what is skipped.

    growth.py TOOL [FILE.json]

Time is the processor's, the least of nine runs, or of three that take over a second; a request's or a byte's is without that of an empty input
(the start of the process). Memory is the most that was resident, as GNU time tells it.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 9
LINES = 50  # documents with an unknown member: one alone takes less than a process does to start


def request(number, more=""):
    # A name of its own for each, or they would conflict.
    return (
        '{"configuration":{"crawlerConfiguration":{"roleArn":'
        '"arn:aws:iam::123456789012:role/service-role/SecurityLakeCrawlerRole"},'
        '"providerIdentity":{"externalId":"acme-2026-7f3c","principal":"123456789012"}},'
        '"eventClasses":["FILE_ACTIVITY","PROCESS_ACTIVITY","DNS_ACTIVITY"],'
        f'"sourceName":"acme-edr-{number}"{more},"sourceVersion":"1.0"}}\n')


def peak_kilobytes(command):
    # Not Python's own resource usage: a child begins with the size of the process it came from.
    run = subprocess.run(["time", "--format", "%M", *command], stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True, check=True)
    return int(run.stderr.splitlines()[-1])


def used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def seconds(command):
    least = float("inf")
    for run in range(RUNS):
        if run >= 3 and least > 1:
            break
        start = used()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        least = min(least, used() - start)
    return least


def measure(tool, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(lines)
        file.flush()
        command = [tool, "check", "--jsonl", "--region", "us-east-1", file.name]
        return {"bytes": Path(file.name).stat().st_size, "seconds": seconds(command),
                "peak_kilobytes": peak_kilobytes(command)}


def measure_files(tool, count):
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            Path(folder, f"{i}.json").write_text(request(i))
        command = [tool, "check", "--region", "us-east-1", folder]
        return {"bytes": sum(f.stat().st_size for f in Path(folder).iterdir()), "seconds": seconds(command),
                "peak_kilobytes": peak_kilobytes(command)}


def row(label, measured, start, unit, units):
    net = measured["seconds"] - start
    # A small part of a process's start is noise.
    per = round(net / units * 1e9, 2) if net > start / 4 else None
    print(f"| {label:>15} | {measured['seconds'] * 1e3:8.2f} | {'' if per is None else per:>12} | "
          f"{measured['peak_kilobytes']:8} |", flush=True)
    return {"what": label, **measured, f"nanoseconds_per_{unit}": per}


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    tool = sys.argv[1]
    start = measure(tool, [])["seconds"]

    print("\n|        requests |       ms | ns a request | peak, KB |\n|---:|---:|---:|---:|")
    requests = [row(f"{n:,}", measure(tool, (request(i) for i in range(n))), start, "request", n)
                for n in (10, 100, 1_000, 10_000, 100_000, 1_000_000)]

    print("\n|           files |       ms |    ns a file | peak, KB |\n|---:|---:|---:|---:|")
    files = [row(f"{n:,}", measure_files(tool, n), start, "file", n) for n in (10, 100, 1_000, 10_000)]

    print(f"\n{LINES} requests with an unknown member each\n")
    print("|          member |       ms |    ns a byte | peak, KB |\n|---:|---:|---:|---:|")
    unknown = []
    for size in (1_000, 10_000, 100_000, 1_000_000):
        lines = (request(i, f',"extra":"{"x" * size}"') for i in range(LINES))
        unknown.append(row(f"{size // 1000:,} KB", measure(tool, lines), start, "byte",
                           size * LINES))

    if len(sys.argv) == 3:
        Path(sys.argv[2]).write_text(
            json.dumps({"requests": requests, "files": files, "unknown_members": unknown}, indent=1) + "\n")


main()
