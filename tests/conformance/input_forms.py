#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""A request has the same report as JSON, as YAML and as a Terraform plan, each with the places of its own file.

    input_forms.py TOOL
"""

import random
import tempfile
from pathlib import Path

from support.forms import NoForm, Plan, Yaml
from support.generator import a_request
from support.oracle import Limit, Malformed, Reader
from support.tool import Tool, key

REAL = Path(__file__).parent / "requests"
GENERATED = 1500


def documents(r):
    texts = [f.read_bytes() for f in sorted(REAL.glob("*.json")) if f.name != "expected.json"]
    texts += [a_request(r) for _ in range(GENERATED)]
    for text in texts:
        try:
            yield text, Reader(text, []).document()
        except (Malformed, Limit):
            pass  # nothing else can hold it


def seen(result, places=None, leave_out=()):
    """What a result says, at the places of another form of its document."""
    return [(*key(v), places[v["line"] and (v["line"], v["column"])] if places is not None
             else v["line"] and (v["line"], v["column"]))
            for v in result["violations"] if v["rule"] not in leave_out]


def compare(tool, folder, form, extension, cases, r, leave_out=()):
    names, wanted = [], []
    for i, (text, document) in enumerate(cases):
        try:
            made = form(text, document, r)
        except NoForm:
            continue
        plain, other = folder / f"{extension}{i}.json", folder / f"{i}.{extension}"
        plain.write_bytes(text)
        other.write_bytes(made.out)
        names.append((str(plain), str(other)))
        wanted.append((made, text))
    tool.expect(len(names) > GENERATED / 3, f"{extension}: documents")
    for regions in [], ["--region", "us-east-1", "--region", "ap-southeast-2"]:
        run, expected = tool.check(*regions, *(n[0] for n in names))
        run, got = tool.check(*regions, *(n[1] for n in names))
        if not expected or not got or not tool.equal(len(got["results"]), len(names), extension, run):
            continue
        for (made, text), one, other in zip(wanted, expected["results"], got["results"]):
            if one["omitted"]:
                continue
            tool.equal(seen(other), seen(one, made.places(), leave_out),
                       f"{extension} {bytes(made.out).decode()}")
            tool.equal(other["address"] is not None, extension == "plan", f"{extension}: address")


def main():
    tool = Tool("forms of input")
    r = random.Random(13)
    cases = list(documents(r))
    with tempfile.TemporaryDirectory() as name:
        compare(tool, Path(name), Yaml, "yaml", cases, r)
        compare(tool, Path(name), Plan, "plan", cases, r, leave_out=["member-unknown"])
    tool.finish()


if __name__ == "__main__":
    main()
