#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Real requests from public repositories and documents, with all that the rules find in each.

    requests.py TOOL

requests/expected.json has what support/oracle.py finds in each in its Region, reviewed line by line; nothing
in it is the tool's output. Line and column are those of the value, or of an unknown member's name; a missing
member has none.
"""

import json
from pathlib import Path

from support.tool import Tool

FOLDER = Path(__file__).parent / "requests"
NAMES = ("rule", "severity", "pointer", "region", "suggestion", "line", "column")


def without_region(violations):
    """What is left if no Region is given. A name over the documented limit fits none, then."""
    return [{**v, "severity": "error"} if v["rule"] == "source-name-documented-limit" else v
            for v in violations if v["region"] is None]


def check_json(tool, file, regions, expected):
    run, document = tool.check(*regions, str(file))
    if document is None:
        return []
    [result] = document["results"]
    tool.equal([{n: v[n] for n in NAMES} for v in result["violations"]], expected, file.name, run)
    count = {s: sum(v["severity"] == s for v in expected) for s in ("error", "warning", "note")}
    tool.equal(document["summary"], {"documents": 1, "errors": count["error"],
                                     "warnings": count["warning"], "notes": count["note"], "ignored": 0},
               f"{file.name}: summary", run)
    tool.equal((result["file"], result["line"], result["ok"], result["omitted"]),
               (str(file), None, count["error"] == 0, 0), file.name, run)
    tool.equal(run.status, 1 if count["error"] else 0, f"{file.name}: exit status", run)
    tool.equal(run.err, b"", f"{file.name}: standard error", run)
    tool.equal(document["regions"], regions[1:], f"{file.name}: Regions", run)
    return [v["message"] for v in result["violations"]]


def check_text(tool, file, regions, expected, messages):
    """The text output, whole: every piece of it is known but the wording."""
    lines = file.read_text(encoding="utf-8").split("\n")
    wanted = ""
    for v, message in zip(expected, messages):
        line, column = v["line"] or 1, v["column"] or 1  # the object that lacks a member
        wanted += f"{file}:{line}:{column}: {v['severity']}: {message} [{v['rule']}]\n"
        wanted += f"    {lines[line - 1]}\n    {' ' * (column - 1)}^\n"
        if v["suggestion"]:
            wanted += f"    suggestion: {v['suggestion']}\n"
    run = tool.run("check", *regions, str(file))
    tool.equal(run.out.decode(), wanted, f"{file.name}: text output", run)
    tool.equal(run.status, int(any(v["severity"] == "error" for v in expected)),
               f"{file.name}: exit status of text output", run)
    tool.equal(b"Region" in run.err, not regions, f"{file.name}: Region rules were not checked", run)


def main():
    tool = Tool("real requests")
    table = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    tool.equal(sorted(row["name"] for row in table),
               sorted(f.name for f in FOLDER.glob("*.json") if f.name != "expected.json"),
               "every request has its row")
    for row in table:
        file = FOLDER / row["name"]
        for regions, expected in ((["--region", row["region"]], row["violations"]),
                                  ([], without_region(row["violations"]))):
            messages = check_json(tool, file, regions, expected)
            check_text(tool, file, regions, expected, messages)

    # The two of one author take the same name in the same Region.
    pair = [str(FOLDER / n) for n in ("11-terraform-acc-basic.json", "13-terraform-acc-event-classes.json")]
    run, document = tool.check("--region", "us-west-2", *pair)
    if document:
        first, second = (r["violations"] for r in document["results"])
        tool.equal((first, [(v["rule"], v["pointer"], v["region"]) for v in second]),
                   ([], [("event-class-not-in-user-guide", "/eventClasses/1", None),
                         ("event-classes-several", "/eventClasses", None),
                         ("source-name-conflict", "/sourceName", "us-west-2")]), "two of one name", run)
        message = "".join(v["message"] for v in second)
        tool.expect(pair[0] in message, "the earlier document is named", run)
    tool.finish()


if __name__ == "__main__":
    main()
