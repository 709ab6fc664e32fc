#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes documents with what the tool finds in them, for equality.mjs.

    make_cases.py TOOL >cases.jsonl

All boundary vectors and 10,000 generated documents, each alone. What the tool finds is held against the conformance
tests' own reading of the rules, support/oracle.py.
"""

import base64
import json
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "conformance"))

from support import generator, oracle  # noqa: E402
from support.tool import Tool, key  # noqa: E402
from support.vectors import read_vectors  # noqa: E402

SEED = 14
PLAIN, WITH_POLICY, WITH_HOUSE_RULES, RESPONSES = 7000, 1200, 1200, 600
BATCH = 100
# The documents of a run of the tool are no requests together.
ALONE = {rule: "off" for rule in ("source-name-conflict", "source-name-collision", "source-count-limit")}


def encoded(text):
    return base64.b64encode(text).decode()


class Cases:
    def __init__(self, tool, folder, out):
        self.tool = tool
        self.folder = folder
        self.out = out

    def add(self, texts, regions, policy=None, house=(), answered=None, oracle_too=True):
        """`answered`: a request's text, name and version, where the texts are responses."""
        policy = {**(policy or {}), **ALONE}
        words = [w for region in regions for w in ("--region", region)]
        words += [w for rule, severity in policy.items() for w in ("--severity", f"{rule}={severity}")]
        words += [w for pointer, pattern in house for w in ("--require", f"{pointer}={pattern}")]
        options = {"regions": regions, "severities": policy}
        if house:
            options["houseRules"] = [{"pointer": pointer, "pattern": pattern} for pointer, pattern in house]
        if answered:
            (self.folder / "asked").write_bytes(answered[0])
            words += ["--kind", "response", "--request", str(self.folder / "asked")]
        files = []
        for n, text in enumerate(texts):
            files.append(self.folder / f"{n}")
            files[-1].write_bytes(text)
        run, found = self.tool.check("--input", "json", *words, *map(str, files))
        if not found or not self.tool.equal(len(found["results"]), len(texts), "results", run):
            return
        for text, result in zip(texts, found["results"]):
            if oracle_too:
                self.hold_against_oracle(text, result, regions, policy, house, answered)
            case = {"text": encoded(text), "options": options,
                    "expected": {name: result[name] for name in ("ok", "violations", "omitted")}}
            if answered:
                case |= {"request": encoded(answered[0]), "region": regions[0]}
            self.out.write(json.dumps(case) + "\n")

    def hold_against_oracle(self, text, result, regions, policy, house, answered):
        wanted = oracle.violations(text, regions, oracle.Run(), policy, house, answered[1:] if answered else None)
        shown, omitted = oracle.kept(wanted)
        self.tool.equal(([key(v) for v in result["violations"]], result["omitted"]),
                        ([v.key() for v in shown], omitted), f"{text[:1000]!r}")


def batches(documents):
    return (documents[at:at + BATCH] for at in range(0, len(documents), BATCH))


def main():
    out, sys.stdout = sys.stdout, sys.stderr  # failures are no cases
    tool = Tool("cases of the module")
    r = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        cases = Cases(tool, Path(name), out)
        groups = {}
        for vector in read_vectors(tool):
            groups.setdefault(tuple(vector["regions"]), []).append(vector["document"].encode())
        for regions, texts in groups.items():
            for batch in batches(texts):
                cases.add(batch, list(regions))

        def some(count):
            return batches([generator.a_request(r) for _ in range(count)])
        for batch in some(PLAIN):
            cases.add(batch, list(dict.fromkeys(generator.regions(r))))
        for batch in some(WITH_POLICY):
            cases.add(batch, list(dict.fromkeys(generator.regions(r))), generator.policy(r))
        for batch in some(WITH_HOUSE_RULES):
            cases.add(batch, list(dict.fromkeys(generator.regions(r))), house=generator.house_rules(r))
        # A pattern that backtracks: Boost.Regex gives up, by an exception; Python's would go on for years.
        for batch in batches([b'{"sourceName":"' + b"a" * n + b'"}' for n in range(1, 65)]):
            cases.add(batch, [], house=[("/sourceName", "(a+)+b|(?:[a-z]|a)*$")], oracle_too=False)
        asked = generator.Writer(r).document(generator.good_request(r, "acme-edr", "1.0"))
        for batch in batches([generator.a_response(r, "acme-edr", "us-west-2", "1.0") for _ in range(RESPONSES)]):
            cases.add(batch, ["us-west-2"], answered=(asked, "acme-edr", "1.0"))
    tool.finish()


if __name__ == "__main__":
    main()
