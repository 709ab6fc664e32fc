#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What other tools read: SARIF, GitHub's workflow commands, and what --quiet leaves.

    outputs.py TOOL

Each output is held to the JSON output of the same run. SARIF is validated by ajv against its schema, which
an npm package brings; without npm the test is skipped.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import unquote_to_bytes

from support.npm import install
from support.terminal import run_on_terminal
from support.tool import Tool

HERE = Path(__file__).parent / "sarif"
HOSTILE = ["a b.json", "100%.json", "a:b,c.json", "é.json", "x\n::error::forged.json", "q\"'\\.json",
           b"\xff.json", "#?&.json"]
REQUEST = """{"configuration": {
  "crawlerConfiguration": {"roleArn": "arn:aws:iam::123456789012:role/Crawler"},
  "é\U0001f600": 1, "providerIdentity": {"externalID": "acme", "principal": "arn:aws:iam::123456789012:root"}},
  "eventClasses": ["DNS_ACTIVTY",
    "a\U0001f600 %0A::error::forged", "DNS_ACTIVITY", "DNS_ACTIVITY"],
  "sourceName": "acme\\n::error::edr", "sourceVersion": "1.0"}"""
BROKEN = ['{"a": [', "[]", "", '{"sourceName": 5}']


def unescaped(text):
    return re.sub("%(0A|0D|25|3A|2C)", lambda m: chr(int(m[1], 16)), text)


def stretch(text, region):
    """What a region covers, in lines and characters."""
    lines = text.split("\n")
    at = lambda line, column: sum(len(l) + 1 for l in lines[:line - 1]) + column - 1
    return text[at(region["startLine"], region["startColumn"]):at(region["endLine"], region["endColumn"])]


def compare_sarif(tool, arguments, texts, found):
    run = tool.run("check", "--format", "sarif", *arguments)
    log = json.loads(run.out)
    sarif = log["runs"][0]
    rules = sarif["tool"]["driver"]["rules"]
    wanted = [(os.fsencode(r["file"]), v["rule"], v["severity"], v["pointer"])
              for r in found["results"] for v in r["violations"]]
    got = []
    for result in sarif["results"]:
        place = result["locations"][0]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        tool.expect(re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII), f"no plain URI: {uri}", run)
        name = unquote_to_bytes(uri.removeprefix("file://"))
        got.append((name, result["ruleId"], result["level"], place["logicalLocations"][0]["fullyQualifiedName"]))
        tool.equal(rules[result["ruleIndex"]]["id"], result["ruleId"], "ruleIndex", run)
        region = place["physicalLocation"].get("region")
        if region and result["ruleId"] == "event-class-undocumented":
            tool.equal(stretch(texts[name], region)[:1], '"', "a region begins at its value", run)
            tool.equal(stretch(texts[name], region)[-1:], '"', "a region ends with its value", run)
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"][0]["replacements"]:
                deleted = stretch(texts[name], change["deletedRegion"])
                new = change["insertedContent"]["text"]
                tool.expect(deleted[:1] + deleted[-1:] == '""' if new else deleted.startswith(","),
                            f"a fix replaces {deleted!r} by {new!r}", run)
    shown = [(n, *rest) for (n, *rest) in got]
    tool.equal([tuple(g[1:]) for g in shown], [w[1:] for w in wanted], "SARIF's results", run)
    return log


def github_commands(tool, arguments, found):
    run = tool.run("check", "--format", "github", *arguments)
    lines = run.out.decode("utf-8", "surrogateescape").split("\n")[:-1]
    wanted = [(v["rule"], {"note": "notice"}.get(v["severity"], v["severity"]), v["line"])
              for r in found["results"] for v in r["violations"]]
    got = []
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)", line)
        if not tool.expect(match, f"no command: {line!r}", run):
            continue
        properties = dict(p.split("=", 1) for p in match[2].split(","))
        if properties["title"] == "unreadable":
            continue
        got.append((properties["title"], match[1], properties.get("line")))
        tool.expect(os.path.exists(os.fsencode(unescaped(properties["file"]))), f"file of {line!r}", run)
    tool.equal([g[:2] for g in got], [w[:2] for w in wanted], "GitHub's commands", run)
    for (rule, _, line), (_, _, want) in zip(got, wanted):
        tool.expect(want is None or line == str(want), f"line of {rule}: {line}, not {want}", run)


def on_terminal(command, columns):
    """What a command prints on a terminal of that width."""
    _, out = run_on_terminal(command, columns, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return re.sub(rb"\x1b\[[0-9;]*m", b"", out).decode().splitlines()


def words(tool, folder):
    missing = tool.run("check", "missing.json", cwd=folder)
    tool.expect(b"nothing was checked; 1 file could not be read" in missing.err and b"0 error" not in missing.err,
                "totals of nothing", missing)
    for format in "text", "github":
        loud = tool.run("check", "--format", format, "long.json", cwd=folder)
        quiet = tool.run("check", "--quiet", "--format", format, "long.json", cwd=folder)
        tool.equal((quiet.status, quiet.err), (1, b""), "--quiet: standard error", quiet)
        tool.expect(b"warning" in loud.out and b"warning" not in quiet.out and b"error" in quiet.out,
                    "--quiet shows errors alone", quiet)
    quiet = tool.run("check", "--quiet", "missing.json", cwd=folder)
    tool.expect(quiet.err.count(b"\n") == 1 and b"missing.json" in quiet.err, "--quiet: unreadable", quiet)
    for columns in 40, 200:
        lines = on_terminal([tool.path, "check", str(folder / "long.json")], columns)
        excerpts = [l for l in lines if l.startswith("    ") and "xxx" in l]
        tool.expect(excerpts and columns - 10 <= max(map(len, excerpts)) <= columns,
                    f"excerpts at {columns} columns: {[len(e) for e in excerpts]}")


def main():
    tool = Tool("outputs")
    packages = Path(tool.path).parent / "sarif"
    install(HERE, packages)
    shutil.copyfile(HERE / "validate.mjs", packages / "validate.mjs")
    logs = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.chdir(folder)
        texts = {os.fsencode(name): REQUEST for name in HOSTILE}
        texts |= {b"broken-%d.json" % i: text for i, text in enumerate(BROKEN)}
        for name, text in texts.items():
            Path(os.fsdecode(name)).write_bytes(text.encode())
        files = [os.fsdecode(name) for name in texts]
        for arguments in files, [*files, "missing.json"], ["--region", "us-east-1", files[0]]:
            run, found = tool.check(*arguments)
            logs.append(compare_sarif(tool, arguments, texts, found))
            github_commands(tool, arguments, found)
        tool.equal([log["runs"][0]["invocations"][0]["executionSuccessful"] for log in logs],
                   [True, False, True], "executionSuccessful")

        line = json.dumps(json.loads(REQUEST), ensure_ascii=False)
        fingerprints = []
        for before in "", "\n\n":
            Path("lines.jsonl").write_text(before + line + "\n[]\n", encoding="utf-8")
            run, found = tool.check("--jsonl", "lines.jsonl")
            logs.append(compare_sarif(tool, ["--jsonl", "lines.jsonl"],
                                      {b"lines.jsonl": before + line + "\n[]\n"}, found))
            fingerprints.append([r["partialFingerprints"] for r in logs[-1]["runs"][0]["results"]])
        tool.equal(*fingerprints, "fingerprints after a move")
        Path("long.json").write_text('{"eventClasses": ["' + "x" * 3000 + '"], "unknown": 1}')
        words(tool, folder)
    done = subprocess.run(["node", str(packages / "validate.mjs")], capture_output=True, timeout=300,
                          input="".join(json.dumps(log) + "\n" for log in [*logs, {"version": "2.1.0"}]).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    tool.equal((done.stderr, answers[:-1]), (b"", [[]] * len(logs)), "SARIF's schema")
    tool.expect(answers and answers[-1], "the schema refuses a log without runs")
    tool.finish()


if __name__ == "__main__":
    main()
