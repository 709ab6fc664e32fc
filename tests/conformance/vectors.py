#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`lakeproof vectors`, `lakeproof check` and support/oracle.py find the same in each document.

    vectors.py TOOL
"""

import os
import subprocess
import tempfile
from pathlib import Path

from support import oracle
from support.tool import Tool
from support.vectors import read_vectors

RUN = ["source-name-conflict", "source-name-collision", "source-count-limit"]
# What one document cannot break: rules about several, about responses, and a team's own; and the
# generic ones, which no member of a request has.
NEVER = {*RUN, "response-source-mismatch", "response-role-mismatch", "response-location-mismatch",
         "response-arn-mismatch", "house-rule", "string-length", "string-pattern", "string-enum",
         "number-range", "list-length", "union-members"}
# The documents of a run of the tool are no requests together.
ALONE = [w for rule in RUN for w in ("--severity", f"{rule}=off")]
FILES = 400  # of one run


def keys(violations):
    return [(v["rule"], v["severity"], v["pointer"], v["region"]) for v in violations]


def compare(tool, folder, regions, vectors):
    words = [w for region in regions for w in ("--region", region)]
    for n, vector in enumerate(vectors):
        (folder / f"{n}.json").write_bytes(vector["document"].encode())
    run, found = tool.check(*ALONE, *words, *(str(folder / f"{n}.json") for n in range(len(vectors))))
    if not found or not tool.equal(len(found["results"]), len(vectors), "results", run):
        return
    for vector, result in zip(vectors, found["results"]):
        wanted = keys(vector["violations"])
        tool.equal(keys(result["violations"]), wanted, vector["name"])
        expected, omitted = oracle.kept(oracle.violations(vector["document"].encode(), regions))
        tool.equal((result["ok"], result["omitted"]), (vector["ok"], omitted), vector["name"])
        tool.equal([v.key()[:4] for v in expected], wanted, f"{vector['name']}: support/oracle.py")


def output(tool):
    """A reader that has seen enough is no error; a full disk is."""
    done = subprocess.run(["sh", "-c", '{ "$0" vectors; echo $? >&2; } | head -n 1', tool.path],
                          capture_output=True, timeout=60)
    tool.equal((done.stdout.count(b"\n"), done.stderr), (1, b"0\n"), "a pipe that is closed")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([tool.path, "vectors"], stdout=full, stderr=subprocess.PIPE, timeout=60)
        tool.equal((done.returncode, done.stderr.count(b"\n")), (2, 1), "a full disk")
        tool.expect(b"standard output" in done.stderr, "the message names no standard output")


def main():
    tool = Tool("vectors")
    output(tool)
    vectors = read_vectors(tool)
    tool.equal(len({v["name"] for v in vectors}), len(vectors), "names")
    groups = {}
    for vector in vectors:
        groups.setdefault(tuple(vector["regions"]), []).append(vector)
    with tempfile.TemporaryDirectory() as folder:
        for regions, group in groups.items():
            for at in range(0, len(group), FILES):
                compare(tool, Path(folder), regions, group[at:at + FILES])
    tool.equal({r for regions in groups for r in regions} & set(oracle.REGIONS), set(oracle.REGIONS),
               "every Region")
    for rule in oracle.RULES:
        at_rule = [[w["rule"] for w in v["violations"]] for v in vectors if v["rule"] == rule]
        tool.equal((any(rule in broken for broken in at_rule), any(rule not in broken for broken in at_rule)),
                   (rule not in NEVER, rule not in NEVER), f"{rule} is broken and kept")
    tool.finish()


if __name__ == "__main__":
    main()
