#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What `explain` says of each rule: its example breaks it, and keeps it, as `check` has it too.

    explain.py TOOL
"""

import json
import re
import tempfile
from pathlib import Path

from support.terminal import run_on_terminal
from support.tool import Tool

# What else an example cannot but break.
WITH_IT = {"provider-role-length": {"source-name-documented-limit"}, "role-arn-length": {"role-arn-unresolvable"}}
# The name that the guide has for a class is not on the older list.
LEFT = {"event-class-not-in-user-guide": {"event-class-not-in-api-reference"},
        "event-class-retired": {"event-class-not-in-api-reference"}}


def found(tool, folder, row, case):
    """What `check` finds in the last document of an example's run."""
    files = []
    for i, text in enumerate(case["documents"]):
        files.append(folder / f"{i}.json")
        files[-1].write_text(text)
    words = [w for code in case["regions"] for w in ("--region", code)]
    if row["house_pattern"]:
        words += ["--require", f"/sourceName={row['house_pattern']}"]
    if row["kind"] == "response":
        asked = folder / "request.json"
        asked.write_text(json.dumps({"sourceName": "acme-edr", "sourceVersion": "1.0", "configuration": {
            "crawlerConfiguration": {"roleArn": "arn:aws:iam::123456789012:role/Crawler"},
            "providerIdentity": {"externalId": "acme", "principal": "123456789012"}}}))
        words += ["--kind", "response", "--request", str(asked)]
    run, document = tool.check(*words, *map(str, files))
    def shown(v):
        message = re.sub(r"/\S*/(\d+)\.json", lambda m: f"request {int(m[1]) + 1}", v["message"])
        return {"rule": v["rule"], "severity": v["severity"], "pointer": v["pointer"], "message": message}

    return document and [shown(v) for v in document["results"][-1]["violations"]]


def examples(tool, rules, folder):
    run = tool.run("explain", "--all", "--format", "json")
    rows = json.loads(run.out)
    tool.equal([row["rule"] for row in rows], rules, "a row for each rule, in their order", run)
    for row in rows:
        rule = row["rule"]
        tool.equal({v["rule"] for v in row["before"]["violations"]}, {rule} | WITH_IT.get(rule, set()),
                   f"{rule}: before")
        tool.equal(len(row["before"]["violations"]), 1 + len(WITH_IT.get(rule, ())), f"{rule}: once")
        tool.equal({v["rule"] for v in row["after"]["violations"]}, LEFT.get(rule, set()), f"{rule}: after")
        tool.expect(row["before"]["documents"] != row["after"]["documents"]
                    or row["before"]["regions"] != row["after"]["regions"], f"{rule}: something is changed")
        tool.expect(row["source"]["name"] and (row["source"]["url"] or "https:").startswith("https:"),
                    f"{rule}: its source")
        for case in row["before"], row["after"]:
            if row["kind"] in ("request", "response"):
                tool.equal(case["violations"], found(tool, folder, row, case), f"{rule}: as check has it")
    return rows


def words(tool, rows):
    """As text and Markdown: title, reason, finding and the way to turn it down are all there."""
    whole = tool.run("explain", "--all").out.decode()
    for row in rows:
        text = tool.run("explain", row["rule"]).out.decode()
        tool.expect(text in whole, f"{row['rule']} alone and with all")
        flat = re.sub(r"\s+", " ", text)
        markdown = tool.run("explain", "--format", "markdown", row["rule"]).out.decode()
        tool.expect(markdown.startswith(f"# {row['rule']}\n"), f"{row['rule']}: the heading")
        [finding] = [v for v in row["before"]["violations"] if v["rule"] == row["rule"]]
        for part in (row["title"], row["why"], f"{finding['severity']}: {finding['message']}", row["source"]["name"],
                     row["source"]["url"] or "", "it is fixed" if row["fixed"] else f"--severity {row['rule']}="):
            tool.expect(part in flat, f"{row['rule']}: {part!r} is not in the text")
            tool.expect(part in markdown, f"{row['rule']}: {part!r} is not in the Markdown")
        tool.expect(all(" " <= c <= "~" or c == "\n" for c in text), f"{row['rule']}: printable")
    several = tool.run("explain", "member-type", "json-limit").out.decode()
    tool.expect(several.startswith("member-type (") and "\njson-limit (" in several, "several rules")


def width(tool):
    """As wide as the terminal; 80 columns in a pipe."""
    def lines(columns):
        status, out = run_on_terminal([tool.path, "explain", "provider-role-length"], columns)
        tool.equal(status, 0, f"on {columns} columns")
        return [line for line in out.decode().splitlines() if "https:" not in line]

    for columns in 60, 80, 132:
        longest = max(map(len, lines(columns)))
        tool.expect(columns - 20 < longest <= columns, f"on {columns} columns a line has {longest}")
    for columns in 0, 1, 20:
        lines(columns)
    piped = tool.run("explain", "provider-role-length").out.decode().splitlines()
    tool.equal(lines(80), [line for line in piped if "https:" not in line], "in a pipe as on 80 columns")


def main():
    tool = Tool("explain")
    rules = re.findall(r"^([a-z-]+) ", tool.run("rules").out.decode(), re.M)
    with tempfile.TemporaryDirectory() as folder:
        rows = examples(tool, rules, Path(folder))
    words(tool, rows)
    width(tool)
    tool.finish()


if __name__ == "__main__":
    main()
