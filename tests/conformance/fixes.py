#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""--fix and --diff: planted faults that have one certain fix, and what must stay as it is.

    fixes.py TOOL

Each document is written by hand-made parts, once right and once with faults, so that the mended file must
be the right one byte by byte, whatever its blanks, escapes and line ends.
"""

import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

from support.tool import Tool

SEED = 12
DOCUMENTS = 400
CLASSES = ["DNS_ACTIVITY", "NETWORK_ACTIVITY", "PROCESS_ACTIVITY", "AUTHENTICATION"]
SPELLINGS = {"NETWORK_ACTIVITY": ["Network Activity", "network-activity", "NETWRK_ACTIVITY"],
             "PROCESS_ACTIVITY": ["process_activity", "PROCES_ACTIVITY"],
             "AUTHENTICATION": ["authentication", "AUTHENTICATON"]}
MEMBERS = {"externalId": ["externalID", "external_id"], "eventClasses": ["eventClases", "EventClasses"],
           "sourceVersion": ["sourceversion"]}
# What looks mendable, and is not certain.
UNCERTAIN = [
    '{"sourceName": "a", "sourceName": "b"}',
    '{"souceName": "a", "sorceName": "b"}',
    '{"sourceNam": "a", "sourceName": "b"}',
    '{"eventClasses": ["HTP_ACTIVITY", "FILE_ACTIVITY", "NO_SUCH_CLASS_AT_ALL"]}',
    '{"eventClasses": {"DNS_ACTIVTY": 1}}',
    '{"configuration": {"providerIdentity": {"principal": "arn:aws:s3:::bucket"}}}',
    '{"sourceName": {"a": 1, "a": 2}, "sourceName": {"a": 3, "a": 2}}',
    '{"eventClasses": ["DNS_ACTIVTY"',
]


def a_pair(r, one_line):
    """A right text, and the same with faults."""
    end = "" if one_line else r.choice(["\n", "\r\n"])
    blank = lambda: r.choice(["", " ", "\t", end, end + "   "])
    wrong = {name: r.choice(others) if r.random() < 0.5 else name for name, others in MEMBERS.items()}
    chosen = r.sample(CLASSES, r.randint(1, 4))
    right, faulty = [], []
    for i, name in enumerate(chosen):
        comma = "," if i else ""
        gap = blank()
        right.append(f'{comma}{gap}"{name}"')
        faulty.append(f'{comma}{gap}"{r.choice(SPELLINGS.get(name, [name]) + [name])}"')
        while r.random() < 0.3:
            faulty.append(f'{blank()},{blank()}"{r.choice(chosen[:i + 1])}"')
    principal = r.choice(["123456789012", "arn:aws:iam::123456789012:root"])
    repeated = r.choice(["", f'{blank()},{blank()}"sourceName":{blank()}"acme"',
                         f'{blank()},{blank()}"sourceName": "\\u0061cme"'])
    parts = [blank() for _ in range(9)]

    def text(member, classes, principal, repeated):
        a, b, c, d, e, f, g, h, i = parts
        return (f'{a}{{{b}"configuration"{c}:{{"crawlerConfiguration": {{"roleArn":'
                f' "arn:aws:iam::123456789012:role\\/Crawler"}},{d}"providerIdentity": {{"principal": "{principal}",'
                f'{e}"{member["externalId"]}": "acme-\\u0032"}}}},{f}"{member["eventClasses"]}":{g}[{classes}{h}],'
                f'"sourceName": "acme"{repeated},{i}"{member["sourceVersion"]}":"1.0" }}')

    same = {name: name for name in MEMBERS}
    last = "" if one_line else r.choice(["", end, end * 2])
    return (text(same, "".join(right), "123456789012", "") + last,
            text(wrong, "".join(faulty), principal, repeated) + last)


def hold(tool, folder, name, right, faulty, *arguments):
    """--fix makes the right text of a file, --diff changes nothing, and patch does the same with what it prints."""
    file = os.path.join(folder, name)
    Path(file).write_bytes(faulty)
    diff = tool.run("check", "--diff", *arguments, name, cwd=folder)
    tool.equal(Path(file).read_bytes(), faulty, "--diff changes nothing", diff)
    tool.equal(bool(diff.out), right != faulty, "whether there is a diff", diff)
    fix = tool.run("check", "--fix", "--format", "json", *arguments, name, cwd=folder)
    tool.equal(Path(file).read_bytes(), right, f"what --fix makes of {faulty!r}", fix)
    again = tool.run("check", "--fix", "--format", "json", *arguments, name, cwd=folder)
    tool.equal((Path(file).read_bytes(), again.out), (right, fix.out), "--fix twice", again)
    if diff.out:
        Path(file).write_bytes(faulty)
        done = subprocess.run(["patch", "-p0", "--binary", "--silent"], input=diff.out, cwd=folder, capture_output=True)
        tool.equal((done.returncode, Path(file).read_bytes()), (0, right), f"patch: {done.stdout!r}", diff)
    return fix


def files(tool, folder):
    """What is not written, and how it is."""
    faulty, right = b'{"eventClasses": ["DNS_ACTIVTY"]}', b'{"eventClasses": ["DNS_ACTIVITY"]}'
    for name in "a b.json", "q\"'\\.json", "é.json", "x\n+++ forged.json", "-dash.json":
        hold(tool, folder, "./" + name, right, faulty)
    target, link = folder / "target.json", folder / "link.json"
    target.write_bytes(faulty)
    target.chmod(0o640)
    link.symlink_to(target.name)
    run = tool.run("check", "--fix", "link.json", cwd=folder)
    tool.equal((link.is_symlink(), target.read_bytes(), target.stat().st_mode & 0o777), (True, right, 0o640),
               "through a symbolic link", run)
    if os.geteuid() != 0:  # who may write everything
        target.write_bytes(faulty)
        target.chmod(0o440)
        run = tool.run("check", "--fix", "target.json", cwd=folder)
        tool.equal((run.status, target.read_bytes()), (2, faulty), "a file that may not be written", run)
    tool.equal([f.name for f in folder.iterdir() if f.name.startswith(".lakeproof")], [], "temporary files")
    big = b'{"eventClasses": ["DNS_ACTIVTY"]}' + b" " * (2 << 20)
    hold(tool, folder, "big.json", big, big)
    pipe = folder / "pipe.json"
    os.mkfifo(pipe)
    tool.equal(tool.run("check", "--fix", str(pipe), timeout=10).status, 2, "a pipe")
    for words in (["--fix", "-"], ["--diff", "-"], ["--fix", "--diff", "big.json"],
                  ["--diff", "--format", "sarif", "big.json"]):
        run = tool.run("check", *words, cwd=folder)
        tool.equal((run.status, run.out), (2, b""), f"{words}", run)


def many(tool, folder):
    names = [f"{i}.json" for i in range(10_000)]
    for name in names:
        (folder / name).write_text('{"eventClasses": ["DNS_ACTIVTY"]}')
    start = time.monotonic()
    tool.run("check", "--fix", "--quiet", *names, cwd=folder)
    print(f"10,000 files mended in {time.monotonic() - start:.1f} s")
    tool.expect(all(b"DNS_ACTIVITY" in (folder / name).read_bytes() for name in names), "10,000 files")


def main():
    tool = Tool("fixes")
    r = random.Random(SEED)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for i in range(DOCUMENTS):
            right, faulty = a_pair(r, one_line=False)
            mark = b"\xef\xbb\xbf" if i % 10 == 0 else b""  # refused by JSON, so that nothing is certain
            right, faulty = mark + right.encode(), mark + faulty.encode()
            hold(tool, folder, "one.json", faulty if mark else right, faulty)
        for i in range(20):
            pairs = [a_pair(r, one_line=True) for _ in range(r.randint(1, 12))]
            last = r.choice(["", "\n", "\r\n", "\n\n"])
            right, faulty = ((("\n".join(p[k] for p in pairs)) + last).encode() for k in (0, 1))
            hold(tool, folder, "lines.jsonl", right, faulty, "--jsonl")
        for text in UNCERTAIN:
            hold(tool, folder, "uncertain.json", text.encode(), text.encode())
        off = b'{"eventClasses": ["DNS_ACTIVTY"]}'
        hold(tool, folder, "off.json", off, off, "--severity", "event-class-undocumented=off")
        files(tool, folder)
    with tempfile.TemporaryDirectory() as scratch:
        many(tool, Path(scratch))
    tool.finish()


if __name__ == "__main__":
    main()
