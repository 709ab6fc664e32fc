#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Generated documents: the tool must find in each what support/oracle.py finds.

    differential.py TOOL

Everything is seeded: a failure comes again. A document that differs is printed.
"""

import random
import tempfile
from pathlib import Path

from support import generator, oracle
from support.tool import Tool, key

SEED = 2026
FILES, LINES, WITH_POLICY, WITH_HOUSE_RULES, RESPONSES = 2400, 2400, 900, 300, 900
NEVER = ["string-length", "string-pattern", "string-enum", "number-range", "list-length", "union-members"]


def batches(r, documents, sizes):
    at = 0
    while at < len(documents):
        size = r.choice(sizes)
        yield documents[at:at + size]
        at += size


class Comparison:
    def __init__(self, tool, folder):
        self.tool = tool
        self.folder = folder
        self.broken = {rule: 0 for rule in oracle.RULES}
        self.displaced = 0  # documents of whose violations the first 64 are not those that are kept

    def compare(self, arguments, documents, regions=(), policy=None, house=(), fail_on="error", answers=None):
        """`documents`: (file, line or None, text), in the order in which the tool meets them."""
        words = [w for region in regions for w in ("--region", region)]
        words += [w for rule, severity in (policy or {}).items()
                  for w in ("--severity", f"{rule}={severity}")]
        words += [w for pointer, pattern in house for w in ("--require", f"{pointer}={pattern}")]
        if fail_on != "error":
            words += ["--fail-on", fail_on]
        run, found = self.tool.check(*words, *arguments)
        if not found or not self.tool.equal([(r["file"], r["line"]) for r in found["results"]],
                                            [(file, line) for file, line, _ in documents], "which documents",
                                            run):
            return
        self.tool.equal(found["regions"], list(dict.fromkeys(regions)), "Regions", run)
        earlier = oracle.Run()
        total = {"error": 0, "warning": 0, "note": 0}
        for (_, line, text), result in zip(documents, found["results"]):
            expected = oracle.violations(text, regions, earlier, policy, house, answers)
            for v in expected:
                total[v.severity] += 1
                self.broken[v.rule] += 1
            self.compare_one(text, line or 1, result, expected, words)
        self.tool.equal(found["summary"],
                        {"documents": len(documents), "errors": total["error"],
                         "warnings": total["warning"], "notes": total["note"], "ignored": 0}, "summary", run)
        self.tool.equal(run.status,
                        int(total["error"] > 0 or (fail_on == "warning" and total["warning"] > 0)),
                        "exit status", run)

    def compare_one(self, text, first_line, result, expected, words):
        quoted = text if len(text) < 2000 else text[:1500] + b" ... " + text[-500:]
        what = f"{quoted!r} with {words}"
        shown, omitted = oracle.kept(expected)
        self.displaced += shown != expected[:len(shown)]
        same = self.tool.equal([key(v) for v in result["violations"]], [v.key() for v in shown], what)
        self.tool.equal((result["omitted"], result["ok"]),
                        (omitted, all(v.severity != "error" for v in expected)), what)
        if not same:
            return
        for v, wanted in zip(result["violations"], shown):
            if wanted.rule in ("json-malformed", "json-limit"):
                self.tool.expect(wanted.rule == "json-limit" or v["line"] and v["column"],
                                 f"no place: {what}")
                continue
            line, column = (None, None) if wanted.at is None else oracle.place(text, wanted.at)
            self.tool.equal((v["line"], v["column"]), (line and line + first_line - 1, column),
                            f"place of {key(v)}: {what}")

    def files(self, texts, **more):
        documents = []
        for n, text in enumerate(texts):
            file = self.folder / f"{n}.json"
            file.write_bytes(text)
            documents.append((str(file), None, text))
        arguments = more.pop("arguments", [])
        self.compare([*arguments, *(file for file, _, _ in documents)], documents, **more)

    def lines(self, r, texts, **more):
        file = self.folder / "lines.jsonl"
        content, documents = [], []
        for text in texts:
            content += [r.choice([b"", b" ", b"\t", b"\r",
                                  b" \t\r "]) for _ in range(r.choice([0, 0, 0, 1, 2]))]
            if text.strip(b" \t\r"):
                documents.append((str(file), len(content) + 1, text + r.choice([b"", b"", b"\r", b" "])))
                content.append(documents[-1][2])
        file.write_bytes(b"\n".join(content) + r.choice([b"\n", b"\n", b"", b"\n\n"]))
        self.compare(["--jsonl", str(file)], documents, **more)


def main():
    tool = Tool("differential")
    r = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        comparison = Comparison(tool, folder)
        for texts in batches(r, [generator.a_request(r) for _ in range(FILES)], [1, 5, 20, 60]):
            comparison.files(texts, regions=generator.regions(r))
        for texts in batches(r, [generator.a_request(r, one_line=True) for _ in range(LINES)], [5, 50, 150]):
            comparison.lines(r, texts, regions=generator.regions(r))
        for texts in batches(r, [generator.a_request(r) for _ in range(WITH_POLICY)], [1, 5, 20]):
            comparison.files(texts, regions=generator.regions(r), policy=generator.policy(r),
                             fail_on=r.choice(["error", "warning"]))
        for texts in batches(r, [generator.a_request(r) for _ in range(WITH_HOUSE_RULES)], [1, 5, 20]):
            comparison.files(texts, regions=generator.regions(r), house=generator.house_rules(r),
                             policy=r.choice([None, generator.policy(r)]))
        for source_name, region, version in (("acme-edr", "us-west-2", "1.0"),
                                             ("acme-edr", "eu-central-1", None),
                                             ("Foo_1.x", "us-gov-west-1", "2")):
            asked = folder / "asked.json"
            asked.write_bytes(generator.Writer(r).document(generator.good_request(r, source_name, version)))
            answers = [generator.a_response(r, source_name, region, version) for _ in range(RESPONSES // 3)]
            for texts in batches(r, answers, [1, 10, 40]):
                comparison.files(texts, arguments=["--kind", "response", "--request", str(asked)],
                                 regions=[region],
                                 answers=(source_name, version),
                                 policy=r.choice([None, None, generator.policy(r)]),
                                 fail_on=r.choice(["error", "warning"]))
        never = sorted(rule for rule, times in comparison.broken.items() if times < 10)
        tool.equal(never, sorted(NEVER), "rules that the documents break less than ten times")
        tool.expect(comparison.displaced >= 20, f"displaced violations in {comparison.displaced} reports")
    tool.finish()


if __name__ == "__main__":
    main()
