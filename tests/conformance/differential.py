#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Generated documents: the tool must find in each what support/oracle.py finds, which reads the rules once more.

    differential.py TOOL [--documents N] [--state FILE] [--jobs N] [--chunk N]

The documents come in chunks of 5,000, each from a seed of its own, so that a failure comes again (--chunk N does
that chunk alone), and are divided among the cores. With --state the chunks that are finished are written to FILE:
the same command goes on from there when it was stopped. Whatever differs is printed, the first eight of a chunk
with the document and both answers, and is kept in FILE. At the end stands, rule by rule, how often it fired and how
often a document stood at its bounds.
"""

import argparse
import contextlib
import hashlib
import io
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from multiprocessing import Pipe, Process, connection, parent_process
from pathlib import Path

from support import generator, oracle
from support.tool import Tool, key

SEED = 2026
CHUNK = 5000


class Comparison:
    """Documents of one seed."""

    def __init__(self, tool, seed, folder):
        self.tool = tool
        self.seed = seed
        self.folder = folder
        self.fired = Counter()
        self.edges = Counter()
        self.displaced = 0  # documents of whose violations the first 64 are not those that are kept

    def documents(self, count):
        r = random.Random(self.seed)
        while count > 0:
            regions, more = generator.regions(r), {}
            size = min(count, r.choice([1, 10, 60, 120, 250]), 4000 // (len(regions) + 1))
            policy = generator.policy(r) if r.random() < .3 else None
            fail_on = r.choice(["error", "error", "warning"])
            kind = r.choices([self.lines, self.files, self.responses], [68, 8, 24])[0]
            if kind != self.responses:
                more["house"] = generator.house_rules(r) if r.random() < .25 else ()
            count -= kind(r, size, regions=regions, policy=policy, fail_on=fail_on, **more)

    def lines(self, r, size, **more):
        content, documents = [], []
        for _ in range(size):
            text = generator.a_request(r, one_line=True)
            text = generator.filled(r, text) if r.random() < .004 else text + r.choice([b"", b"", b"\r", b" "])
            if text.strip(b" \t\r"):
                content += [r.choice([b"", b" ", b"\t", b"\r", b" \t\r "]) for _ in range(r.choice([0, 0, 0, 0, 1, 2]))]
                content.append(text)
                documents.append(("-", len(content), text))
        stdin = b"\n".join(content) + r.choice([b"\n", b"\n", b"", b"\n\n"])
        self.compare(["--jsonl", "-"], documents, stdin=stdin, **more)
        return len(documents)

    def files(self, r, size, **more):
        size = min(size, 40)
        self.compare_files([generator.a_request(r) for _ in range(size)], **more)
        return size

    def responses(self, r, size, regions, **more):  # of one Region: the request's
        size = min(size, 40)
        name, region = r.choice(["acme-edr", "Foo_1.x", "e"]), r.choice(generator.REGION_CODES)
        version = r.choice([None, "1.0", "2"])
        asked = self.folder / "asked.json"
        asked.write_bytes(generator.Writer(r).document(generator.good_request(r, name, version)))
        self.compare_files([generator.a_response(r, name, region, version) for _ in range(size)],
                           ["--kind", "response", "--request", str(asked)], regions=[region],
                           answers=(name, version), **more)
        return size

    def compare_files(self, texts, arguments=(), **more):
        documents = [(str(self.folder / f"{n}.json"), None, text) for n, text in enumerate(texts)]
        for file, _, text in documents:
            Path(file).write_bytes(text)
        self.compare([*arguments, *(file for file, _, _ in documents)], documents, **more)

    def compare(self, arguments, documents, stdin=b"", regions=(), policy=None, house=(), fail_on="error",
                answers=None):
        """`documents`: (file, line or None, text), in the order in which the tool meets them."""
        words = [w for region in regions for w in ("--region", region)]
        words += [w for rule, severity in (policy or {}).items()
                  for w in ("--severity", f"{rule}={severity}")]
        words += [w for pointer, pattern in house for w in ("--require", f"{pointer}={pattern}")]
        if fail_on != "error":
            words += ["--fail-on", fail_on]
        run, found = self.tool.check(*words, *arguments, stdin=stdin)
        if not found or not self.tool.equal([(r["file"], r["line"]) for r in found["results"]],
                                            [(file, line) for file, line, _ in documents], "which documents",
                                            run):
            return
        self.tool.equal(found["regions"], list(dict.fromkeys(regions)), "Regions", run)
        earlier = oracle.Run()
        total = {"error": 0, "warning": 0, "note": 0}
        for (file, line, text), result in zip(documents, found["results"]):
            edges = []
            expected = oracle.violations(text, regions, earlier, policy, house, answers,
                                         f"{file}:{line}" if line else "", edges)
            for v in expected:
                total[v.severity] += 1
            self.fired.update(v.rule for v in expected)
            self.edges.update(set(edges))
            self.compare_one(text, line or 1, result, expected, words)
        self.tool.equal(found["summary"],
                        {"documents": len(documents), "errors": total["error"],
                         "warnings": total["warning"], "notes": total["note"], "ignored": 0}, "summary", run)
        self.tool.equal(run.status,
                        int(total["error"] > 0 or (fail_on == "warning" and total["warning"] > 0)),
                        "exit status", run)

    def compare_one(self, text, first_line, result, expected, words):
        shown, omitted = oracle.kept(expected)
        self.displaced += shown != expected[:len(shown)]
        got = [(*key(v), v["line"], v["column"]) for v in result["violations"]]
        wanted = []
        for v, w in zip(result["violations"], shown):
            where = None, None
            if w.at is not None:
                line, column = oracle.place(text, w.at)
                where = first_line + line - 1, column
            if w.rule == "json-limit" or w.rule == "json-malformed" and stopped_behind(v, where, text, first_line):
                where = v["line"], v["column"]
            wanted.append((*w.key(), *where))
        wanted += [w.key() for w in shown[len(got):]]
        got = (got, result["omitted"], result["ok"])
        wanted = (wanted, omitted, all(v.severity != "error" for v in expected))
        silent = [(says, v["message"]) for v, w in zip(result["violations"], shown)
                  for says in w.says if says not in v["message"]]
        self.tool.checks += 1
        if got != wanted or silent:
            quoted = text if len(text) < 4000 else text[:3500] + b" ... " + text[-500:]
            self.tool.fail(f"seed {self.seed}: {quoted!r} with {words}\n    tool:   {got}\n    oracle: {wanted}"
                           + "".join(f"\n    {says!r} is not in {message!r}" for says, message in silent))


def stopped_behind(violation, where, text, first_line):
    """Whether reading stopped somewhere between there and the end of the text."""
    line, column = oracle.place(text, len(text))
    stopped = violation["line"], violation["column"]
    return None not in stopped and where <= stopped <= (first_line + line - 1, column)


def compare_chunk(path, chunk):
    """What was found in it, for the state file."""
    tool = Tool("differential", path)
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        comparison = Comparison(tool, f"{SEED}-{chunk}", Path(folder))
        try:
            comparison.documents(CHUNK)
        except Exception:  # an answer that nothing here is ready for
            tool.fail(traceback.format_exc())
    return {"chunk": chunk, "checks": tool.checks, "failures": tool.failures, "printed": printed.getvalue(),
            "displaced": comparison.displaced, "fired": comparison.fired,
            "edges": {f"{rule}: {where}": times for (rule, where), times in comparison.edges.items()}}


def work(path, chunks, results):
    for chunk in chunks:
        if not parent_process().is_alive():
            return
        results.send(compare_chunk(path, chunk))


def in_parallel(path, chunks, jobs):
    """What was found in each chunk, as they are finished."""
    readers = []
    for n in range(min(jobs, len(chunks))):
        reader, writer = Pipe(duplex=False)
        Process(target=work, args=(path, chunks[n::jobs], writer), daemon=True).start()
        writer.close()
        readers.append(reader)
    while readers:
        for reader in connection.wait(readers):
            try:
                yield reader.recv()
            except EOFError:
                readers.remove(reader)


class State:
    """The finished chunks, one a line, in a file if there is one. The first line says of what."""

    def __init__(self, file, path):
        support = Path(__file__).parent / "support"
        names = "oracle.py", "tables.json", "generator.py", "documents.py", "tool.py"
        sources = [path, __file__, *(support / name for name in names)]
        head = {"of": hashlib.sha256(b"".join(Path(source).read_bytes() for source in sources)).hexdigest()}
        lines = file.read_bytes().splitlines(keepends=True) if file and file.exists() else []
        if lines and not lines[-1].endswith(b"\n"):  # stopped while it was written
            os.truncate(file, sum(map(len, lines[:-1])))
            lines.pop()
        if lines and json.loads(lines[0]) != head:
            sys.exit(f"{file} is of another tool, or of other tests: remove it, or name another")
        self.finished = {found["chunk"]: found for found in map(json.loads, lines[1:])}
        self.out = file and open(file, "a", encoding="utf-8")
        if not lines:
            self.write(head)

    def write(self, line):
        if self.out:
            self.out.write(json.dumps(line) + "\n")
            self.out.flush()

    def add(self, found):
        self.finished[found["chunk"]] = found
        self.write(found)


def print_table(fired, edges):
    print(f"\n{'rule':33}{'fired':>12}  at its bounds")
    for rule in oracle.RULES:
        if rule in oracle.OF_OTHER_OPERATIONS:
            print(f"{rule:33}{'-':>12}  of operations that `check` has no documents of")
        else:
            where = "; ".join(f"{where}: {edges[f'{rule}: {where}']:,}" for where in oracle.EDGES[rule])
            print(f"{rule:33}{fired[rule]:12,}  {where}")


def seldom(documents, fired, edges):
    """What came less than once in a thousand documents, and what nothing here knows."""
    wanted = {f"{rule}: {where}" for rule, places in oracle.EDGES.items() for where in places}
    return ([f"{rule}: fired {fired[rule]}" for rule in oracle.EDGES if fired[rule] < documents / 1000]
            + [f"{where}: {edges[where]}" for where in sorted(wanted) if edges[where] < documents / 1000]
            + sorted(set(edges) - wanted))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--state", type=Path)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--chunk", type=int)
    options = parser.parse_args()
    sys.stdout.reconfigure(errors="backslashreplace", line_buffering=True)
    path = os.path.abspath(options.tool)
    chunks = range(-(-options.documents // CHUNK)) if options.chunk is None else [options.chunk]
    state = State(options.state, path)
    open_chunks = [chunk for chunk in chunks if chunk not in state.finished]
    started = shown = time.monotonic()
    for n, found in enumerate(in_parallel(path, open_chunks, options.jobs), 1):
        state.add(found)
        print(found["printed"], end="")
        now = time.monotonic()
        if now > shown + 60:
            shown = now
            print(f"{(len(chunks) - len(open_chunks) + n) * CHUNK:,} of {len(chunks) * CHUNK:,} documents, "
                  f"{n * CHUNK / (now - started):,.0f} a second")

    finished = [state.finished[chunk] for chunk in chunks if chunk in state.finished]
    fired, edges = Counter(), Counter()
    for found in finished:
        fired.update(found["fired"])
        edges.update(found["edges"])
    documents = len(finished) * CHUNK
    print_table(fired, edges)
    failures = sum(found["failures"] for found in finished)
    if failures and not open_chunks:
        print("".join(found["printed"] for found in finished), end="")
    wrong = [f"{len(chunks) - len(finished)} chunks were not finished"] if len(finished) < len(chunks) else []
    if documents >= 20_000:
        wrong += [f"too seldom, or not expected: {what}" for what in seldom(documents, fired, edges)]
        if sum(found["displaced"] for found in finished) < documents / 1000:
            wrong.append("too few reports are full")
    for what in wrong:
        print(f"FAILED: {what}")
    checks = sum(found["checks"] for found in finished)
    print(f"\n{documents:,} documents, {checks:,} checks, {failures} failures")
    sys.exit(1 if failures or wrong else 0)


if __name__ == "__main__":
    main()
