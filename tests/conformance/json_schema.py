#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""A second opinion on whole documents: ajv, with the JSON Schema that the tool prints.

    json_schema.py TOOL

Over the vectors and generated documents, the two agree on every member whose type, presence, length or
pattern is wrong, that is unknown, or that no class of AWS's lists is, and find no other. Over every change of one
value in a configuration and in a response they agree on whether the document is right. ajv, which also holds the
schemas to the metaschema, is installed beside the tool by npm; without npm the test is skipped. What is not compared,
and why: a repeated member (JSON.parse keeps the last value, the rules the first), what comes after a list's or a
report's bound, and texts over the limits.
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
from support.changes import changes
from support.documents import request, response
from support.npm import install
from support.oracle import REPORT_CAPACITY, RULES
from support.tool import Tool
from support.vectors import read_vectors

SEED = 8
DOCUMENTS = 10_000
HERE = Path(__file__).parent / "ajv"
CLASSES = {"member-type": "type", "member-missing": "required", "member-unknown": "unknown",
           "event-class-undocumented": "value"} | {
    rule: rule.rpartition("-")[2] for rule in RULES
    if rule.endswith(("-length", "-pattern")) and rule != "provider-role-length"}
BEYOND = {"json-malformed", "json-limit", "member-duplicate"}
LIST = "/eventClasses"
SHOWN_NAME = 64  # bytes of an unknown member's in a pointer
# JSON that Lakeproof refuses: a surrogate without its pair.
HALF, OTHER_HALF = rb"\\u[dD][89abAB][0-9a-fA-F]{2}", rb"\\u[dD][c-fC-F]"
LENIENT = re.compile(rb"%b(?!%b)|(?<!%b)%b" % (HALF, OTHER_HALF, HALF, OTHER_HALF))
CONFIGURATION = {
    "$schema": "urn:lakeproof:configuration", "regions": ["us-east-1"],
    "severities": {"event-class-retired": "off", "json-malformed": "error"}, "classList": "both",
    "houseRules": [{"pointer": "/sourceName", "pattern": "acme-.*", "message": "ours", "severity": "note"}],
    "failOn": "warning", "exclude": ["old/"],
    "ignore": [{"file": "*.json", "pointer": "/sourceName", "rule": "source-name-pattern", "reason": "old"}]}


class Validator:
    """ajv with one of the tool's schemas."""

    def __init__(self, tool, folder, schema):
        run = tool.run("schema", schema)
        tool.equal((run.status, run.err), (0, b""), f"schema {schema}", run)
        self.tool = tool
        self.path = folder / f"{schema}.json"
        self.path.write_bytes(run.out)
        self.program = folder / "validate.mjs"

    def errors_of(self, texts):
        lines = "".join(json.dumps(text) + "\n" for text in texts)
        done = subprocess.run(["node", str(self.program), str(self.path)], input=lines.encode(),
                              capture_output=True, timeout=300)
        self.tool.equal((done.returncode, done.stderr), (0, b""), "node")
        errors = [json.loads(line) for line in done.stdout.decode().split("\n")[:-1]]
        self.tool.equal(len(errors), len(texts), "answers of ajv")
        return errors


def as_shown(pointer):
    """The pointer of an unknown member as a report has it: its name cut to whole characters."""
    parent, _, name = pointer.rpartition("/")
    raw = name.replace("~1", "/").replace("~0", "~")
    shown = raw.encode()[:SHOWN_NAME].decode(errors="ignore")
    escaped = shown.replace("~", "~0").replace("/", "~1")
    return f"{parent}/{escaped}" + ("\u2026" if shown != raw else "")


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
        ours = {(v["pointer"], CLASSES[v["rule"]]) for v in violations if v["rule"] in CLASSES}
        # A string off the pattern is no class either.
        ours |= {(v["pointer"], "value") for v in violations if v["rule"] == "event-class-pattern"}
        theirs = {(as_shown(at) if kind == "unknown" else at, kind) for at, kind in errors}
        # A value of a wrong type is no choice of anyOf's.
        theirs -= {(at, "value") for at, kind in theirs if kind == "type"}
        if "event-classes-limit" in rules:
            ours, theirs = ({m for m in all if not m[0].startswith(LIST)} for all in (ours, theirs))
        self.tool.equal(sorted(ours), sorted(theirs), f"ajv, with what it finds as wanted: {what}")
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


def requests(tool, validator):
    comparison = Comparison(tool)
    vectors = read_vectors(tool)
    for v, errors in zip(vectors, validator.errors_of([v["document"] for v in vectors])):
        comparison.compare(v["name"], v["document"].encode(), v["violations"], errors)

    texts = generated(DOCUMENTS)
    with tempfile.TemporaryDirectory() as scratch:
        lines = Path(scratch) / "documents.jsonl"
        lines.write_bytes(b"\n".join(texts))
        run, found = tool.check("--jsonl", str(lines))
    if found and tool.equal(len(found["results"]), len(texts), "results", run):
        answers = validator.errors_of([text.decode() for text in texts])
        for text, result, errors in zip(texts, found["results"], answers):
            comparison.compare(repr(text), text, result["violations"], errors)
    for kind, least in {"documents": 8000, "type": 1000, "required": 1000, "length": 500, "pattern": 2000,
                        "unknown": 500, "value": 500}.items():
        tool.expect(comparison.seen[kind] >= least, f"too few: {comparison.seen}")
    print(dict(comparison.seen))


def configurations(tool, validator):
    """Of its own rules, the schema knows nothing."""
    texts = [json.dumps(c) for c in changes(CONFIGURATION)]
    right = 0
    with tempfile.TemporaryDirectory() as scratch:
        checked, file = Path(scratch) / "good.json", Path(scratch) / "configuration.json"
        checked.write_text(request())
        for text, errors in zip(texts, validator.errors_of(texts)):
            file.write_text(text)
            run = tool.run("check", "--config", str(file), str(checked))
            found = set(re.findall(rb"error: .* \[([a-z-]+)\]\n", run.err))
            tool.equal(run.status == 2, bool(found), f"a wrong configuration ends with 2: {text}", run)
            tool.equal(found <= {b"house-rule-invalid"}, errors == [], f"configuration {text}: {errors}", run)
            right += errors == []
    tool.expect(right > 20 and len(texts) - right > 100, f"{right} of {len(texts)} are right")


def responses(tool, validator):
    texts = [json.dumps(c) for c in changes(json.loads(response()))]
    with tempfile.TemporaryDirectory() as scratch:
        asked, lines = Path(scratch) / "request.json", Path(scratch) / "responses.jsonl"
        asked.write_text(request())
        lines.write_text("\n".join(texts))
        run, found = tool.check("--kind", "response", "--request", str(asked), "--region", "us-east-1",
                                "--jsonl", str(lines))
    if found and tool.equal(len(found["results"]), len(texts), "results", run):
        for text, result, errors in zip(texts, found["results"], validator.errors_of(texts)):
            tool.equal(result["ok"], errors == [], f"response {text}: {errors}", run)


def main():
    tool = Tool("JSON Schema")
    folder = Path(tool.path).parent / "ajv"
    install(HERE, folder)
    shutil.copyfile(HERE / "validate.mjs", folder / "validate.mjs")  # beside the packages that it uses
    requests(tool, Validator(tool, folder, "request"))
    configurations(tool, Validator(tool, folder, "configuration"))
    responses(tool, Validator(tool, folder, "response"))
    run = tool.run("schema")
    tool.equal(run.out, (folder / "request.json").read_bytes(), "request by default", run)
    run = tool.run("schema", "reqest")
    tool.equal((run.status, run.out), (2, b""), "no such schema", run)
    tool.finish()


if __name__ == "__main__":
    main()
