#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""A second opinion on whole documents: ajv, with ajv/request.schema.json.

    json_schema.py TOOL

Over the vectors and generated documents, the two agree on every member whose type, presence, length or
pattern is wrong, and find no other. ajv is installed beside the tool, by npm; without npm the test is
skipped. What is not compared, and why: a repeated member (JSON.parse keeps the last value, the rules the
first), what comes after a list's or a report's bound, and texts over the limits.
"""

import json
import random
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from support import generator
from support.npm import install
from support.oracle import REPORT_CAPACITY, RULES
from support.tool import Tool
from support.vectors import read_vectors

SEED = 8
DOCUMENTS = 10_000
HERE = Path(__file__).parent / "ajv"
CLASSES = {"member-type": "type", "member-missing": "required"} | {
    rule: rule.rpartition("-")[2] for rule in RULES
    if rule.endswith(("-length", "-pattern")) and rule != "provider-role-length"}
BEYOND = {"json-malformed", "json-limit", "member-duplicate"}
LIST = "/eventClasses"
# JSON that Lakeproof refuses: a surrogate without its pair.
HALF, OTHER_HALF = rb"\\u[dD][89abAB][0-9a-fA-F]{2}", rb"\\u[dD][c-fC-F]"
LENIENT = re.compile(rb"%b(?!%b)|(?<!%b)%b" % (HALF, OTHER_HALF, HALF, OTHER_HALF))


def errors_of(tool, folder, texts):
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(["node", str(folder / "validate.mjs")], input=lines.encode(),
                          capture_output=True, timeout=300)
    tool.equal((done.returncode, done.stderr), (0, b""), "node")
    errors = [json.loads(line) for line in done.stdout.decode().splitlines()]
    tool.equal(len(errors), len(texts), "answers of ajv")
    return errors


class Comparison:
    def __init__(self, tool):
        self.tool = tool
        self.seen = Counter()  # documents compared, and members by class

    def compare(self, what, text, violations, errors):
        rules = {v["rule"] for v in violations}
        if errors is None or rules & {"json-malformed"}:
            self.tool.expect("json-malformed" in rules or "json-limit" in rules, f"no JSON for node: {what}")
            self.tool.expect(errors is None or LENIENT.search(text), f"JSON for node: {what}")
            return
        if rules & BEYOND or len(violations) == REPORT_CAPACITY:
            return
        ours = sorted([v["pointer"], CLASSES[v["rule"]]] for v in violations if v["rule"] in CLASSES)
        theirs = sorted(errors)
        if "event-classes-limit" in rules:
            ours, theirs = ([m for m in all if not m[0].startswith(LIST + "/")] for all in (ours, theirs))
        self.tool.equal(ours, theirs, f"ajv, with what it finds as wanted: {what}")
        self.seen["documents"] += 1
        self.seen.update(kind for _, kind in theirs)


def generated(count):
    r = random.Random(SEED)
    texts = []
    while len(texts) < count:
        text = generator.a_request(r, one_line=True)
        try:
            text.decode()
        except UnicodeDecodeError:
            continue  # node gets text
        if text.strip(b" \t\r"):
            texts.append(text)
    return texts


def main():
    tool = Tool("JSON Schema")
    folder = Path(tool.path).parent / "ajv"
    install(HERE, folder)
    for name in "validate.mjs", "request.schema.json":  # beside the packages that they use
        shutil.copyfile(HERE / name, folder / name)
    comparison = Comparison(tool)

    vectors = read_vectors(tool)
    for v, errors in zip(vectors, errors_of(tool, folder, [v["document"] for v in vectors])):
        comparison.compare(v["name"], v["document"].encode(), v["violations"], errors)

    texts = generated(DOCUMENTS)
    with tempfile.TemporaryDirectory() as scratch:
        lines = Path(scratch) / "documents.jsonl"
        lines.write_bytes(b"\n".join(texts))
        run, found = tool.check("--jsonl", str(lines))
    if found and tool.equal(len(found["results"]), len(texts), "results", run):
        answers = errors_of(tool, folder, [text.decode() for text in texts])
        for text, result, errors in zip(texts, found["results"], answers):
            comparison.compare(repr(text), text, result["violations"], errors)
    for kind, least in {"documents": 8000, "type": 1000, "required": 1000, "length": 500,
                        "pattern": 2000}.items():
        tool.expect(comparison.seen[kind] >= least, f"too few: {comparison.seen}")
    print(dict(comparison.seen))
    tool.finish()


if __name__ == "__main__":
    main()
