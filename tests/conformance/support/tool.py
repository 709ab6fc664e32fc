# SPDX-License-Identifier: BSL-1.0
"""Runs the tool and collects what it gets wrong."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass

SHOWN = 8  # failures printed in full

VIOLATION = {"rule", "severity", "pointer", "region", "message", "line", "column", "suggestion"}
RESULT = {"file", "line", "address", "ok", "violations", "omitted"}
DOCUMENT = {"version", "regions", "results", "summary"}
PRINTABLE = re.compile("[ -~]+")
SUMMARY = {"documents", "errors", "warnings", "notes", "ignored"}


@dataclass
class Run:
    command: list
    status: int
    out: bytes
    err: bytes


class Tool:
    """The tool at one path. Whatever it is given, it must end by itself, with one of its statuses."""

    def __init__(self, name, path=None):
        if not path:
            if len(sys.argv) != 2:
                sys.exit(f"usage: {os.path.basename(sys.argv[0])} TOOL")
            sys.stdout.reconfigure(errors="backslashreplace")  # a failure may quote anything
            path = sys.argv[1]
        self.name = name
        self.path = os.path.abspath(path)
        self.checks = 0
        self.failures = 0

    def run(self, *arguments, stdin=b"", environment=None, timeout=120, **options):
        command = [self.path, *arguments]
        try:
            done = subprocess.run(command, input=stdin, capture_output=True, timeout=timeout,
                                  env={**os.environ, "LC_ALL": "C", **(environment or {})}, **options)
        except subprocess.TimeoutExpired:
            self.fail(f"still running after {timeout} s", command)
            return Run(command, None, b"", b"")
        run = Run(command, done.returncode, done.stdout, done.stderr)
        self.expect(run.status in (0, 1, 2), f"ended with status {run.status}", run)
        for trace in b"terminate called", b"Sanitizer", b"runtime error:", b"Assertion", b"core dumped":
            self.expect(trace not in run.err, f"standard error has {trace!r}", run)
        return run

    def check(self, *arguments, **options):
        """`check --format json`: the run, and its document with every shape in it checked."""
        run = self.run("check", "--format", "json", *arguments, **options)
        try:
            document = json.loads(run.out.decode("utf-8"))
        except ValueError as e:
            self.fail(f"standard output is no JSON document: {e}", run)
            return run, None
        good = (isinstance(document, dict) and set(document) == DOCUMENT
                and document["version"] == 1 and set(document["summary"]) == SUMMARY
                and all(set(r) == RESULT and isinstance(r["address"], (str, type(None))) for r in document["results"])
                and all(v.keys() == VIOLATION for r in document["results"] for v in r["violations"]))
        self.expect(good, "the JSON output has another shape", run)
        if not good:
            return run, None
        for result in document["results"]:
            for v in result["violations"]:
                self.expect(printable(v["message"]) and "did you mean" not in v["message"].lower(),
                            f"a message that is not printable, or suggests what has a member of its own: {v}",
                            run)
        return run, document

    def expect(self, condition, what, run=None):
        self.checks += 1
        if not condition:
            self.fail(what, run)
        return condition

    def equal(self, got, wanted, what, run=None):
        self.checks += 1
        if got == wanted:
            return True
        self.fail(f"{what}\n    tool:   {shorten(got)}\n    wanted: {shorten(wanted)}", run)
        return False

    def fail(self, what, run=None):
        self.failures += 1
        if self.failures > SHOWN:
            return
        print(f"FAILED: {what}")
        if isinstance(run, Run):
            print(f"    command: {shorten(run.command)}\n    status {run.status}"
                  f"\n    standard output: {shorten(run.out)}\n    standard error: {shorten(run.err)}")
        elif run is not None:
            print(f"    command: {shorten(run)}")
        sys.stdout.flush()

    def finish(self):
        if self.failures > SHOWN:
            print(f"... and {self.failures - SHOWN} more failures")
        print(f"{self.name}: {self.checks} checks, {self.failures} failures")
        sys.exit(1 if self.failures else 0)


def key(violation):
    """What a violation says, without its message and place."""
    return tuple(violation[k] for k in ("rule", "severity", "pointer", "region", "suggestion"))


def printable(text):
    return PRINTABLE.fullmatch(text) is not None


def shorten(value, most=500):
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= most else f"{text[:most - 150]} ... {text[-150:]}"
