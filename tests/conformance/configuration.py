#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What a repository's .lakeproof.json does, and what a wrong one gets.

    configuration.py TOOL
"""

import json
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

from support.documents import request
from support.tool import Run, Tool

NAME = ".lakeproof.json"
GOOD = request()
BAD = request(source_name="a b")
LONG = request(source_name="a" * 26)  # an error, but for Regions in which its role fits
RETIRED = request(event_classes=["SECURITY_FINDING"])
GUIDE, REFERENCE = "AUTHORIZE_SESSION", "FILE_ACTIVITY"


class Repository:
    """A folder with configurations and files; what the tool is given is relative to it."""

    def __init__(self, tool, files):
        self.tool = tool
        self.holder = tempfile.TemporaryDirectory()
        self.root = Path(self.holder.name).resolve()
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content if isinstance(content, str) else json.dumps(content, indent=1))

    def check(self, *words, **options):
        return self.tool.check(*words, **{"cwd": self.root, **options})

    def run(self, *words, **options):
        return self.tool.run("check", *words, cwd=self.root, **options)


def found(document):
    return document and [[(v["rule"], v["severity"]) for v in r["violations"]] for r in document["results"]]


def files_of(document):
    return document and [r["file"] for r in document["results"]]


def nearest(tool):
    down = {"severities": {"source-name-pattern": "note"}}
    r = Repository(tool, {NAME: down, "a.json": BAD, "sub/deep/b.json": BAD, "own/c.json": BAD,
                          f"own/{NAME}": {"severities": {"source-name-pattern": "warning"}}})
    note, warning, error = ([("source-name-pattern", s)] for s in ("note", "warning", "error"))
    run, document = r.check("a.json", "sub/deep/b.json", "own/c.json", "own/../a.json", str(r.root / "a.json"),
                            "./sub//deep/b.json")
    tool.equal(found(document) and [f[0] for f in found(document)],
               [*note, *note, *warning, *note, *note, *note], "the nearest configuration", run)
    for where, wanted in (r.root, note), (r.root / "sub/deep", note), (r.root / "own", warning):
        run, document = r.check("-", stdin=BAD.encode(), cwd=where)
        tool.equal(found(document), [wanted], f"standard input in {where}", run)
    run, document = r.check("--no-config", "a.json")
    tool.equal(found(document), [error], "none", run)
    run, document = r.check("--config", f"own/{NAME}", "a.json", "own/c.json")
    tool.equal(found(document) and found(document)[0], warning, "one for all", run)
    run = r.run("--config", NAME, "--no-config", "a.json")
    tool.equal((run.status, run.out), (2, b""), "--config and --no-config", run)


def members(tool):
    def of(configuration, document, *words):
        return Repository(tool, {NAME: configuration, "a.json": document}).check(*words, "a.json")

    everywhere = [("source-name-documented-limit", "error")]
    run, document = of({"regions": ["us-east-1", "us-east-1"]}, LONG)
    tool.equal((document and document["regions"], found(document)),
               (["us-east-1"], [[("source-name-documented-limit", "warning")]]), "regions", run)
    run, document = of({"regions": ["us-east-1"]}, GOOD, "--region", "eu-west-1")
    tool.equal(document and document["regions"], ["eu-west-1"], "--region replaces them", run)
    run, document = of({}, LONG)
    tool.equal((document and document["regions"], found(document)), ([], [everywhere]), "no Regions", run)

    off = {"severities": {"event-class-retired": "off"}}
    run, document = of(off, RETIRED)
    tool.equal(found(document), [[]], "a rule that is off", run)
    run, document = of(off, RETIRED, "--severity", "event-class-retired=error")
    tool.equal(found(document), [[("event-class-retired", "error")]], "--severity goes before it", run)
    run, document = of(off | {"severities": {"event-class-retired": "off", "json-malformed": "error"}}, RETIRED)
    tool.equal(found(document), [[]], "what is fixed, as it is", run)

    lists = {"either": ("note", "note"), "api-reference": ("error", "note"), "user-guide": ("note", "error"),
             "both": ("error", "error")}
    for strict, (reference, guide) in lists.items():
        for name, rule, severity in ((GUIDE, "event-class-not-in-api-reference", reference),
                                     (REFERENCE, "event-class-not-in-user-guide", guide)):
            run, document = of({"classList": strict}, request(event_classes=[name]))
            tool.expect(document and (rule, severity) in found(document)[0], f"classList {strict}, {name}", run)
    run, document = of({"classList": "both", "severities": {"event-class-not-in-user-guide": "off"}},
                       request(event_classes=[REFERENCE]))
    tool.equal(document and document["summary"]["errors"], 0, "severities go before classList", run)

    rule = {"pointer": "/sourceName", "pattern": "edr-.*", "message": "our names start with edr-"}
    run, document = of({"houseRules": [rule]}, GOOD)
    tool.equal(found(document), [[("house-rule", "error")]], "a house rule", run)
    tool.expect(document and rule["message"] in document["results"][0]["violations"][0]["message"],
                "the team's own words", run)
    run, document = of({"houseRules": [rule | {"severity": "note"}, rule]}, GOOD, "--require", "/sourceName=x.*")
    tool.equal(found(document), [[("house-rule", "note"), ("house-rule", "error"), ("house-rule", "error")]],
               "house rules and --require", run)
    run, document = of({"houseRules": [rule]}, GOOD, "--severity", "house-rule=note")
    tool.equal(found(document), [[("house-rule", "note")]], "--severity for house rules", run)

    warned = request(more=[("extra", 1)])
    for configuration, words, status in (({}, (), 0), ({"failOn": "warning"}, (), 1),
                                         ({"failOn": "warning"}, ("--fail-on", "error"), 0),
                                         ({"failOn": "error"}, ("--fail-on", "warning"), 1)):
        run, document = of(configuration, warned, *words)
        tool.equal(run.status, status, f"{configuration} {words}", run)
    r = Repository(tool, {f"strict/{NAME}": {"failOn": "warning"}, "strict/a.json": GOOD,
                          "b.json": request(source_name="b", more=[("extra", 1)])})
    run, document = r.check("strict/a.json", "b.json")
    tool.equal(run.status, 0, "failOn is for its own files", run)


def regions_of_a_run(tool):
    r = Repository(tool, {f"us/{NAME}": {"regions": ["us-east-1"]}, f"eu/{NAME}": {"regions": ["eu-west-1"]},
                          "us/a.json": GOOD, "eu/b.json": GOOD, "c.json": request(source_name="c")})
    run, document = r.check("us/a.json", "eu/b.json", "c.json")
    tool.equal(document and document["regions"], ["us-east-1", "eu-west-1"], "those of all files", run)
    tool.equal(found(document), [[], [], []], "the same name in two Regions", run)
    run = r.run("us/a.json", "eu/b.json", "c.json")
    tool.expect(b"no Region was given for 1 document" in run.err, "which says how many have none", run)


def exclude(tool):
    files = ["a.json", "old/b.json", "sub/old/c.json", "sub/d.txt", "sub/deep/er/e.json", "old.json"]
    cases = {"old/": [1, 2], "/old/": [1], "old": [1, 2], "*.txt": [3], "sub/*.txt": [3], "sub/*": [2, 3, 4],
             "sub/**/e.json": [4], "sub/**/d.txt": [3], "**/e.json": [4], "sub/**": [2, 3, 4], "?.json": [0, 1, 2, 4],
             "*.json": [0, 1, 2, 4, 5], "/*.json": [0, 5], "a.json/": [], "sub/old": [2], "ub/d.txt": [], "**": range(6),
             "deep/er": [], "*/er/": [], "**/er/": [4], "../a.json": [], "OLD": []}
    for glob, out in cases.items():
        r = Repository(tool, {NAME: {"exclude": [glob]}}
                       | {f: request(source_name=f"n{i}") for i, f in enumerate(files)})
        run, document = r.check(*files)
        tool.equal(files_of(document), [f for i, f in enumerate(files) if i not in out], f"exclude {glob}", run)
        tool.equal((run.status, run.err.count(b"left out")), (0, len(out)), f"a note for each: {glob}", run)
    r = Repository(tool, {f"sub/{NAME}": {"exclude": ["*"]}, "sub/a.json": GOOD, "b.json": GOOD})
    run, document = r.check("--config", f"sub/{NAME}", "sub/a.json", "b.json", "-", stdin=BAD.encode())
    tool.equal(files_of(document), ["b.json", "-"], "only below the configuration's folder", run)


def ignore(tool):
    entry = {"rule": "source-name-pattern", "reason": "made in 2023"}
    bad_class = request(source_name="a b", event_classes=["a", "b"])

    def of(entries, document=BAD, *words):
        r = Repository(tool, {NAME: {"ignore": entries}, "old/a.json": document})
        return r.check(*words, "old/a.json")

    for more, ignored in (({}, 1), ({"file": "old/"}, 1), ({"file": "a.json"}, 1), ({"file": "old/a.json"}, 1),
                          ({"file": "b.json"}, 0), ({"pointer": "/sourceName"}, 1), ({"pointer": ""}, 1),
                          ({"pointer": "/source"}, 0), ({"pointer": "/configuration"}, 0)):
        run, document = of([entry | more])
        tool.equal(document and (found(document), run.status, document["summary"]["ignored"]),
                   ([[]], 0, 1) if ignored else ([[("source-name-pattern", "error")]], 1, 0), f"ignore {more}", run)
        stale = not ignored and "file" not in more  # else it had no file to look at
        tool.equal(run.err.count(b"remove this entry"), int(stale), f"a note where nothing is ignored: {more}", run)
    run, document = of([{"rule": "event-class-pattern", "pointer": "/eventClasses/1", "reason": "x"}], bad_class)
    tool.equal(found(document), [[("event-class-pattern", "error"), ("source-name-pattern", "error")]], "one element",
               run)
    run, document = of([{"rule": "event-class-pattern", "pointer": "/eventClasses", "reason": "x"}, entry], bad_class)
    tool.equal(document and (found(document), document["summary"]),
               ([[]], {"documents": 1, "errors": 0, "warnings": 0, "notes": 0, "ignored": 3}), "all of a list", run)
    many = request(source_name="a b", more=[(f"u{i}", 1) for i in range(64)])
    run, document = of([{"rule": "member-unknown", "reason": "ours"}], many)
    tool.equal(document and (found(document), document["summary"]["warnings"], document["results"][0]["omitted"]),
               ([[("source-name-pattern", "error")]], 1, 1), "what a report does not keep is still counted", run)
    r = Repository(tool, {NAME: {"ignore": [entry, entry | {"rule": "source-name-length"}]}, "a.json": BAD})
    run = r.run("a.json")
    tool.equal((run.status, run.out), (0, b""), "as text", run)
    tool.expect(b"0 errors, 0 warnings, 0 notes, 1 ignored" in run.err, "the totals", run)
    tool.expect(re.search(rb"\.lakeproof\.json:\d+:\d+: note: .*source-name-length", run.err),
                "the place of the entry that ignored nothing", run)


def wrong(tool):
    """Each is an error with its place, and the files below it are not checked."""
    cases = {  # content: what standard error must say
        '{\n "regons": []}': f"{NAME}:2:2: error: Member 'regons' is unknown", '[]': ":1:1: error: The document",
        '{"regions": "us-east-1"}': "at 'regions' is a string", '{"regions": ["us east"]}': "string-pattern",
        '{"severities": {"event-class-retird": "off"}}': "suggestion: event-class-retired",
        '{"severities": {"json-malformed": "off"}}': "severities.json-malformed",
        '{"severities": {"source-name-length": "of"}}': "suggestion: off",
        '{"classList": "boht"}': "suggestion: both", '{"failOn": "note"}': "at 'failOn'",
        '{"houseRules": [{"pointer": "/sourceNam", "pattern": ""}]}': "JSON Pointer",
        '{"houseRules": [{"pointer": "/sourceName", "pattern": "("}]}': "does not compile",
        '{"houseRules": [{"pointer": "/sourceName"}]}': "member-missing", '{"exclude": ["!a"]}': "Value '!a' at 'exclude.1",
        '{"exclude": ["[ab]"]}': "Value '[ab]' at", '{"ignore": [{"rule": "source-name-length"}]}': "reason",
        '{"ignore": [{"rule": "source-name-lenght", "reason": "x"}]}': "suggestion: source-name-length",
        '{"ignore": [{"rule": "member-missing", "reason": "x"}]}': "not fixed",
        '{"a": 1,}': "json-malformed", "": "json-malformed",
        '{"failOn": "error", "failOn": "warning"}': "member-duplicate", "[" * 100: "json-limit",
        " " * (1 << 20) + "{}": "json-limit", '{"exclude": ["' + "a" * 300 + '"]}': "string-length",
        '{"exclude": [' + '"a",' * 1000 + '"a"]}': "list-length", '{"regons\x1b": 1}': "json-malformed"}
    for content, words in cases.items():
        r = Repository(tool, {f"sub/{NAME}": content, "sub/a.json": BAD, "b.json": GOOD})
        run, document = r.check("sub/a.json", "b.json", "sub/a.json")
        tool.equal((run.status, files_of(document)), (2, ["b.json"]), f"{content[:60]}", run)
        tool.expect(words.encode() in run.err, f"{content[:60]} should say {words}", run)
        tool.equal(run.err.count(words.encode()), 1, f"{content[:60]} is said once", run)
        tool.expect(all(c >= 32 or c == 10 for c in run.err), "a control character in a message", run)
        run = r.run("--config", f"sub/{NAME}", "b.json")
        tool.equal((run.status, run.out), (2, b""), f"--config with {content[:60]}", run)
        tool.expect(words.encode() in run.err and b"1 file not checked" in run.err, f"and says {words}", run)


def unreadable(tool):
    r = Repository(tool, {"a.json": GOOD, f"folder/{NAME}/x": "", "folder/b.json": GOOD, "dangling/c.json": GOOD})
    (r.root / "dangling" / NAME).symlink_to("nowhere")
    for file, why in ("folder/b.json", b"directory"), ("dangling/c.json", b"No such file"):
        run, document = r.check(file, "a.json")
        tool.equal((run.status, files_of(document)), (2, ["a.json"]), file, run)
        tool.expect(why in run.err and NAME.encode() in run.err, f"{file}: {why}", run)
    for name in "missing.json", "folder", "", "x" * 300, "a.json/x":
        run = r.run("--config", name, "a.json")
        tool.equal((run.status, run.out), (2, b""), f"--config {name!r}", run)
        tool.expect(os.path.basename(name).encode() in run.err, f"--config {name!r} is not named", run)


def hostile(tool):
    """As much as a configuration may hold, of what takes longest."""
    long = "**/" * 84 + "b"
    entry = {"rule": "member-unknown", "reason": "x", "file": long}
    r = Repository(tool, {NAME: {"exclude": ["*a" * 126 + "b"] * 1000, "ignore": [entry] * 1000},
                          "a/" * 50 + "a" * 200: request(more=[(f"u{i}", 1) for i in range(64)])})
    start = time.monotonic()
    run, document = r.check("a/" * 50 + "a" * 200)
    tool.equal(document and document["summary"]["warnings"], 64, "globs that fit nothing", run)
    tool.expect(time.monotonic() - start < 60, f"it took {time.monotonic() - start:.0f} s")


def no_folder(tool):
    """Nobody knows the working directory any more, nor what is in it."""
    r = Repository(tool, {NAME: {"severities": {"source-name-pattern": "note"}}, "a.json": BAD, "gone/x": ""})
    script = 'cd gone && rm -r ../gone && "$0" check "$@"'
    for words, status in ((["../a.json"], 0), ([str(r.root / "a.json")], 0), (["-"], 1)):
        done = subprocess.run(["sh", "-c", script, tool.path, *words], cwd=r.root, input=BAD.encode(),
                              capture_output=True, timeout=60)
        run = Run(words, done.returncode, done.stdout, done.stderr)
        tool.equal(run.status, status, f"{words} in a folder that is gone", run)
        (r.root / "gone").mkdir()


def main():
    tool = Tool("configuration")
    for part in nearest, members, regions_of_a_run, exclude, ignore, wrong, unreadable, hostile, no_folder:
        part(tool)
    tool.finish()


if __name__ == "__main__":
    main()
