#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Bad input, each with its clear outcome: exit status, standard output, standard error.

    bad_input.py TOOL
"""

import json
import os
import re
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from support.documents import ROLE_ARN, Raw, request, response
from support.oracle import CLASSES, MOST_BYTES, REGIONS, place
from support.terminal import run_on_terminal
from support.tool import Run, Tool, key

REAL = Path(__file__).parent / "requests"
NAME = "/sourceName"
GOOD = request()
BAD = request(source_name="a b")  # one error
WARNED = request(more=[("extra", 1)])  # one warning
LONG, LIMIT = request(source_name="a" * 26), "source-name-documented-limit"  # fits in us-east-1
CROWDED = request(source_name="a b", more=[(f"u{i}", 1) for i in range(64)])  # 64 warnings, and an error
NOTED = request(event_classes=["SECURITY_FINDING"])  # one note


def rules_of(document):
    return [[v["rule"] for v in r["violations"]] for r in document["results"]]


def places_of(document):
    """Per document: its line in the file, and what is wrong where."""
    return [(r["line"], [(v["rule"], v["line"], v["column"]) for v in r["violations"]])
            for r in document["results"]]


def write(path, content):
    Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


# Documents.

def not_json(tool, folder):
    """Each is one json-malformed, with the place where reading stopped."""
    cases = {  # content: line, column
        b"": (1, 1), b" \t\r\n": (2, 1), b"\n\n  \n": (4, 1), b"\0": (1, 1),
        b"\xef\xbb\xbf" + GOOD.encode(): (1, 1), b"\n  \xff": (2, 3), b'{\n "a": nul }': None,
        b'{\n "a" 1}': (2, 6), b"{}\n{}": (2, 1), b"[1,]": (1, 4), b'"\xe2\x82"': None, b'"a\0b"': (1, 3),
        b'"\\ud800"': None, b"\xff\xfe{\0}\0": (1, 1), b"\x1f\x8b\x08": (1, 1),
    }
    files = [write(folder / f"malformed{i}", c) for i, c in enumerate(cases)]
    run, document = tool.check(*files)
    if not document:
        return
    for (content, where), result in zip(cases.items(), document["results"]):
        tool.equal([key(v) for v in result["violations"]], [("json-malformed", "error", "", None, None)],
                   repr(content))
        for v in result["violations"]:
            at = v["line"], v["column"]
            tool.expect(None not in at and (where is None or at == where),
                        f"{content!r}: at {at}, not {where}")
    tool.equal((run.status, document["summary"]["errors"]), (1, len(cases)), "malformed documents", run)

    mistakes = {  # each with words of its own
        "a trailing comma": b'{"a": 1,}', "a comment": b'{"a": 1 // x\n}', "single quotes": b"{'a': 1}",
        "a BOM": b"\xef\xbb\xbf{}", "UTF-16": "{}".encode("utf-16"), "a truncated text": b'{"a": 1',
        "anything else": b'{"a": 1 ?}'}
    messages = {}
    for title, content in mistakes.items():
        run, document = tool.check("-", stdin=content)
        if document and tool.equal(rules_of(document), [["json-malformed"]], title, run):
            message = document["results"][0]["violations"][0]["message"]
            messages.setdefault(re.sub("[0-9]+|'[^']*'", "", message), []).append(title)
    tool.equal(sorted(titles for titles in messages.values() if len(titles) > 1), [],
               "mistakes with the same words")

    text = '{"sourceName": "a\\u0000b"}'  # NUL, escaped, is JSON, but no legal name
    run, document = tool.check("-", stdin=text.encode())
    tool.equal(document and rules_of(document)[0][:1], ["source-name-pattern"], "an escaped NUL", run)


def truncated(tool, folder):
    for source in "09-crowdstrike-kernel-extension-activity.json", "39-corporate-firewall-doc.json":
        whole = (REAL / source).read_bytes()
        pieces = [whole[:n] for n in range(len(whole.rstrip()))]
        files = [write(folder / f"cut{n}.json", piece) for n, piece in enumerate(pieces)]
        run, document = tool.check(*files)
        if not document:
            continue
        tool.equal(len(document["results"]), len(pieces), "truncated documents", run)
        for piece, result in zip(pieces, document["results"]):
            [v] = result["violations"] or [None]
            tool.equal((key(v), v["line"], v["column"]),
                       (("json-malformed", "error", "", None, None), *place(piece, len(piece))),
                       f"cut after {len(piece)} bytes")
        tool.equal(run.status, 1, "truncated documents", run)

        line = json.dumps(json.loads(whole)).encode()
        pieces = [line[:n] for n in range(1, len(line))]
        run, document = tool.check("--jsonl", "-", stdin=b"\n".join(pieces))
        if document:
            tool.equal(places_of(document), [(n, [("json-malformed", n, n + 1)]) for n in range(1, len(line))],
                       "truncated lines", run)


def sizes(tool, folder):
    padded = GOOD + " " * (MOST_BYTES - len(GOOD))
    for content, rules in ((padded, []), (padded + " ", ["json-limit"]),
                           ("[" * 32 + "]" * 32, ["member-type"]),
                           ("[" * 33 + "]" * 33, ["json-limit"]), ("[" * 1000000, ["json-limit"]),
                           ('{"a":' * 33, ["json-limit"]), ("x" * (4 * MOST_BYTES), ["json-limit"])):
        file = write(folder / "size.json", content)
        run, document = tool.check(file)
        tool.equal(document and rules_of(document), [rules], f"{len(content)} bytes, {content[:4]}", run)
        tool.equal(run.status, int(bool(rules)), f"{len(content)} bytes", run)
        run = tool.run("check", file)
        tool.equal((run.status, run.out.count(b": error: ")), (int(bool(rules)), len(rules)), "as text", run)
    many = "{" + ",".join(f'"u{i}":{i}' for i in range(50000)) + "}"
    run, document = tool.check("-", stdin=many.encode())
    if document:
        [result] = document["results"]
        tool.equal((len(result["violations"]), result["omitted"], result["ok"], document["summary"]),
                   (64, 50002 - 64, False, {"documents": 1, "errors": 2, "warnings": 50000, "notes": 0,
                    "ignored": 0}),
                   "50,000 unknown members", run)
        tool.equal(rules_of(document), [["member-unknown"] * 62 + ["member-missing"] * 2],
                   "the errors among them", run)
    run = tool.run("check", "-", stdin=many.encode())
    tool.expect(str(50002 - 64).encode() in run.out and run.status == 1,
                "the text output counts what it leaves out", run)


def odd_documents(tool):
    four = b'{"sourceName":"ok","sourceName":"!","sourceName":5,"sourceName":null,"configuration":7}'
    run, document = tool.check("-", stdin=four)
    if document:
        tool.equal([key(v)[:3] for v in document["results"][0]["violations"]],
                   [("member-duplicate", "error", NAME)] * 3 + [("member-type", "error", "/configuration")],
                   "four of one name", run)
        tool.equal([v["column"] for v in document["results"][0]["violations"]], [33, 50, 65, 86],
                   "each at its own place", run)
    wrong = request(role_arn=1, external_id=[], principal={}, event_classes=[None, 2, {}, [], True],
                    source_name=False, source_version=1.5)
    run, document = tool.check("-", stdin=wrong.encode())
    base = "/configuration"
    tool.equal(document and [(v["rule"], v["pointer"]) for v in document["results"][0]["violations"]],
               [("member-type", p) for p in (f"{base}/crawlerConfiguration/roleArn",
                                             f"{base}/providerIdentity/externalId",
                                             f"{base}/providerIdentity/principal",
                                             *(f"/eventClasses/{i}" for i in range(5)),
                                             NAME, "/sourceVersion")], "wrong types everywhere", run)


# Files.

def files(tool, folder):
    good, bad = write(folder / "good.json", GOOD), write(folder / "bad.json", BAD)
    other = write(folder / "other.json", request(source_name="other"))
    (folder / "folder").mkdir()
    (folder / "dangling").symlink_to("nowhere")
    (folder / "loop").symlink_to("loop")
    unreadable = {str(folder / "folder"): "directory", str(folder / "missing.json"): "No such file",
                  str(folder / "dangling"): "No such file", str(folder / "loop"): "",
                  str(folder / ("x" * 300)): "",
                  good + "/x": "", "": ""}
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(".", os.O_RDONLY)
        os.chdir(folder)  # a socket's path is short
        server.bind("socket")
        os.fchdir(here)
        os.close(here)
    unreadable[str(folder / "socket")] = ""
    if os.path.exists("/proc/self/mem"):
        unreadable["/proc/self/mem"] = ""
    locked = write(folder / "locked.json", GOOD)
    os.chmod(locked, 0)
    if not os.access(locked, os.R_OK):  # root may read everything
        unreadable[locked] = "denied"

    for name, why in unreadable.items():
        for order in [good, name, other], [name, good, other], [good, other, name]:
            run, document = tool.check(*order)
            tool.equal(document and [r["file"] for r in document["results"]], [good, other],
                       f"{name!r} among good ones", run)
            tool.equal((run.status, document and document["summary"]["documents"]), (2, 2),
                       f"{name!r} among good ones", run)
            tool.expect(os.path.basename(name).encode() in run.err and why.encode() in run.err,
                        f"{name!r} is not named", run)
        run, document = tool.check(bad, name)
        tool.equal((run.status, document and rules_of(document)), (2, [["source-name-pattern"]]),
                   "2 wins over 1", run)
        run, document = tool.check(name)
        tool.equal((run.status, document and document["results"]), (2, []), f"{name!r} alone", run)
        run, document = tool.check("--jsonl", name, good)
        tool.equal((run.status, document and len(document["results"])), (2, 1), f"{name!r} under --jsonl",
                   run)
        run = tool.run("check", good, name)
        tool.equal((run.status, run.out), (2, b""), f"{name!r} as text", run)
        run = tool.run("check", name)
        tool.expect(b"nothing was checked; 1 file could not be read" in run.err,
                    f"{name!r} alone, as text", run)

    run, document = tool.check(good, good)
    if document:
        tool.equal(rules_of(document), [[], ["source-name-conflict"]], "the same file twice", run)
        tool.expect(good in document["results"][1]["violations"][0]["message"], "the file is named", run)
    run, document = tool.check("-", good, stdin=BAD.encode())
    tool.equal(document and [(r["file"], len(r["violations"])) for r in document["results"]],
               [("-", 1), (good, 0)], "standard input", run)
    run = tool.run("check", "-", stdin=BAD.encode())
    tool.expect(run.out.startswith(b"-:1:") and run.status == 1, "standard input is named -", run)
    run = tool.run("check", "-", stdin=b"")
    tool.expect(run.out.startswith(b"-:1:1: error: ") and run.status == 1, "empty standard input", run)
    dashed = write(folder / "-dashed.json", GOOD)
    run = tool.run("check", "--", os.path.basename(dashed), cwd=folder)
    tool.equal(run.status, 0, "a name that begins with - after --", run)


def file_names(tool, folder):
    harmless = ["with blank.json", "gr\u00fc\u00dfe-\u65e5\u672c.json", "quote'\".json",
                "a:1:2: error: x [y].json", "%s%n.json", "back\\slash.json"]
    harmful = [b"new\nline.json", b"esc\x1b[31m.json", b"\xff\xfe.json", b"bell\x07.json",
               b"half\xe2\x82.json", b"del\x7f.json"]
    names = [os.fsencode(folder / n) for n in harmless] + [os.fsencode(folder) + b"/" + n for n in harmful]
    for i, name in enumerate(names):
        write(os.fsdecode(name), request(source_name=f"n{i} "))
    run, document = tool.check(*names)
    if document:
        tool.equal([r["file"] for r in document["results"][:len(harmless)]],
                   [str(folder / n) for n in harmless], "names as they are", run)
        for name, result in zip(harmful, document["results"][len(harmless):]):
            tool.expect(name[:2].decode(errors="ignore") in result["file"] and result["file"].isprintable(),
                        f"name {result['file']!r}", run)
    run = tool.run("check", *names)
    lines = run.out.decode().split("\n")  # as UTF-8: no stray byte came through
    tool.equal(len(lines), 3 * len(names) + 1, "three lines a violation", run)
    tool.expect(all(line.isprintable() for line in lines), "a control character in the output", run)
    run = tool.run("check", "--region", "us-east-1", *(n + b".missing" for n in names))
    tool.equal((run.status, run.err.count(b"\n")), (2, len(names) + 1), "a line a missing file", run)
    tool.expect(all(c >= 32 or c == 10 for c in run.err), "a control character in a message", run)


def closed_pipes(tool, folder):
    many = write(folder / "many.jsonl", "".join(request(source_name=f"n{i} ") + "\n" for i in range(3000)))
    for words in (["--jsonl", many], ["--jsonl", "--format", "json", many]):
        command = [tool.path, "check", *words]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.close()
            _, err = process.communicate(timeout=60)
        run = Run(command, process.returncode, b"", err)
        tool.equal(run.status, 1, "a pipe that nobody reads", run)
        tool.expect(b"terminate" not in err and b"what()" not in err, "a stack trace", run)
    good = write(folder / "piped.json", GOOD)

    def shell(script, *words):
        done = subprocess.run(["sh", "-c", f'"$0" "$@" {script}', tool.path, *words], capture_output=True,
                              timeout=60)
        return Run([*words, script], done.returncode, done.stdout, done.stderr)

    for script in ">&-", ">&- 2>&-":
        for words, status in ((["check", good], 0), (["check", "--format", "json", "--jsonl", many], 1),
                              (["role", "acme"], 0), (["rules"], 0), (["vectors"], 0)):
            run = shell(script, *words)
            tool.equal(run.status, status, f"standard output closed, {script}", run)
            tool.expect(b"terminate" not in run.err, "a stack trace", run)
    run = shell("<&-", "check", "-", good)
    tool.equal(run.status, 2, "standard input closed", run)


def full_disk(tool, folder):
    """Output that cannot be written: 2, and a message; 2 wins over 1."""
    if not os.path.exists("/dev/full"):
        return
    good, bad = write(folder / "good.json", GOOD), write(folder / "bad.json", BAD)
    many = write(folder / "many.jsonl", "".join(request(source_name=f"n{i} ") + "\n" for i in range(3000)))
    for words in (["check", "--format", "json", good], ["check", "--format", "json", bad], ["check", bad],
                  ["check", "--jsonl", many], ["check", "--jsonl", "--format", "json", many],
                  ["role", "acme"], ["role", "--format", "json", "acme"], ["rules"], ["classes"], ["vectors"],
                  ["--help"], ["--version"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([tool.path, *words], stdout=full, stderr=subprocess.PIPE, timeout=60)
        run = Run(words, done.returncode, b"", done.stderr)
        tool.equal(run.status, 2, f"a full disk: {words[:4]}", run)
        tool.expect(b"standard output" in run.err, f"a full disk: {words[:4]}: no message", run)
    with open("/dev/full", "wb") as full:  # nothing to write
        done = subprocess.run([tool.path, "check", good], stdout=full, stderr=subprocess.PIPE, timeout=60)
    tool.equal(done.returncode, 0, "a full disk and no violation")


# Words on the command line.

def usage(tool, folder):
    good = write(folder / "usage.json", GOOD)
    cases = [  # words, what the message names
        ([], "subcommand"), (["nonsense"], "nonsense"), (["--nonsense"], "--nonsense"), (["check"], "FILE"),
        (["check", "--nonsense", good], "--nonsense"), (["check", "--nonsense"], "--nonsense"),
        (["check", "-x", good], "-x"),
        (["check", "--format", "yaml", good], "yaml"), (["check", "--format", "", good], "--format"),
        (["check", "--format", "JSON", good], "JSON"), (["check", "--fail-on", "note", good], "note"),
        (["check", "--kind", "error", good], "error"), (["check", good, "--region"], "--region"),
        (["check", "--severity", "no-such-rule=off", good], "no-such-rule"),
        (["check", "--severity", "source-name-lenght=off", good], "source-name-length"),  # suggested
        (["check", "--severity", "source_name_length=off", good], "source_name_length"),
        (["check", "--severity", "source-name-length=loud", good], "loud"),
        (["check", "--severity", "source-name-length=", good], "''"),
        (["check", "--severity", "source-name-length", good], "source-name-length"),
        (["check", "--severity", "=off", good], "''"),
        (["check", "--severity", "member-type=warning", good], "member-type"),
        (["check", "--severity", "json-malformed=error", good], "json-malformed"),
        (["check", "--require", "/sourceName", good], "/sourceName"),
        (["check", "--require", "sourceName=x", good], "sourceName"),
        (["check", "--require", "=x", good], "JSON Pointer"), (["check", "--require", "/=x", good], "'/'"),
        (["check", "--require", "/sourcename=x", good], "/sourcename"),
        (["check", "--require", "/configuration=x", good], "/configuration"),
        (["check", "--require", "/sourceName/0=x", good], "/sourceName/0"),
        (["check", "--require", "/eventClasses/x=y", good], "/eventClasses/x"),
        (["check", "--require", "/eventClasses/0/0=y", good], "/eventClasses/0/0"),
        (["check", "--require", "/eventClasses/01=y", good], "/eventClasses/01"),
        (["check", "--require", "/sourceName=(", good], "("),
        (["check", "--require", "/sourceName=[a", good], "[a"),
        (["check", "--require", "/sourceName=a**", good], "a**"),
        (["check", "--require", "/sourceName=a{2,1}", good], "a{2,"),
        (["check", "--require", "/sourceName=\\", good], "/sourceName"),
        (["check", "--request", good, good], "--kind response"),
        (["check", "--kind", "response", good], "--request"),
        (["check", "--kind", "response", "--request", good, good], "--region"),
        (["check", "--kind", "response", "--request", good, "--region", "us-east-1", "--region", "us-east-2",
          good], "--region"),
        (["check", "--kind", "response", "--request", good + ".no", "--region", "us-east-1", good],
         "usage.json.no"),
        (["check", "--kind", "response", "--request", str(folder), "--region", "us-east-1", good],
         "directory"),
        (["role"], "NAME"), (["role", "--nonsense", "a"], "--nonsense"), (["role", "-x"], "-x"),
        (["role", "a", "b"], "b"),
        (["role", "a", "--region", "here"], "here"), (["role", "a", "--format", "xml"], "xml"),
        (["rules", "x"], "x"), (["classes", "--x"], "--x"), (["vectors", "x"], "x"),
        (["vectors", "--region", "us-east-1"], "--region"),
    ]
    for region in ("us-east", "US-EAST-1", "us_east_1", "useast1", "u-east-1", "abcde-east-1", "us-east-1 ",
                   " us-east-1", "us-east-1a", "us--1", "us-1",
                   "us-east-\u0661", "us-east1-1", "-east-1x", "us-east-", "us-east-1\n",
                   "abcd-efghijklmnopqrstuvw-1", "*"):
        cases.append((["check", f"--region={region}", good], "--region"))
    cases.append((["check", *(f"--region=us-east-{i}" for i in range(65)), good], "64"))
    cases.append((["role", "a", *(f"--region=us-east-{i}" for i in range(65))], "64"))
    for words, named in cases:
        run = tool.run(*words)
        tool.equal((run.status, run.out), (2, b""), f"usage {words[:3]}", run)
        tool.expect(named.encode() in run.err, f"the message does not name {named!r}", run)
        tool.expect(run.err.startswith(b"lakeproof: ") and run.err.count(b"\n") <= 3, "not one clear message",
                    run)

    run, document = tool.check(*(f"--region=us-east-{i}" for i in range(1, 65)), *["--region=us-east-1"] * 10,
                               good)
    if document:
        tool.equal((run.status, rules_of(document), document["regions"]),
                   (1, [["region-unknown"] * 62], [f"us-east-{i}" for i in range(1, 65)]),
                   "64 Regions, some repeated", run)
    run, document = tool.check("--region", "us-east-1", str(folder / "gone.json"))
    if document:
        tool.equal((run.status, document["results"], document["regions"]), (2, [], ["us-east-1"]),
                   "Regions of the command line, though nothing was checked", run)
    broken = write(folder / "broken-request.json", "{")
    run = tool.run("check", "--kind", "response", "--request", broken, "--region", "us-east-1", good)
    tool.expect(run.status == 2 and b"broken-request.json" in run.err, "a request that cannot be read", run)
    warned = write(folder / "lax-request.json", request(source_name="x" * 21, source_version="1.0"))
    answer = write(folder / "answer.json", response(name="x" * 21, region="us-east-1", version="1.0"))
    run, document = tool.check("--kind", "response", "--request", warned, "--region", "us-east-1", answer)
    tool.equal((run.status, document and rules_of(document)), (0, [[]]), "the request is not checked itself",
               run)
    for words in (["--help"], ["check", "--help"], ["role", "--help"], ["vectors", "--help"], ["--version"],
                  ["rules"], ["classes"], ["vectors"]):
        run = tool.run(*words)
        tool.expect(run.status == 0 and run.out and not run.err, f"{words}", run)


def statuses(tool):
    for text, words, status, ok in (
            (GOOD, [], 0, True), (WARNED, [], 0, True), (NOTED, [], 0, True), (BAD, [], 1, False),
            (GOOD, ["--fail-on", "warning"], 0, True), (WARNED, ["--fail-on", "warning"], 1, True),
            (NOTED, ["--fail-on", "warning"], 0, True), (BAD, ["--fail-on", "warning"], 1, False),
            (WARNED, ["--fail-on", "error"], 0, True),
            (WARNED, ["--severity", "member-unknown=error"], 1, False),
            (WARNED, ["--severity", "member-unknown=note", "--fail-on", "warning"], 0, True),
            (WARNED, ["--severity", "member-unknown=off", "--fail-on", "warning"], 0, True),
            (BAD, ["--severity", "source-name-pattern=warning"], 0, True),
            (BAD, ["--severity", "source-name-pattern=warning", "--fail-on", "warning"], 1, True),
            (BAD, ["--severity", "source-name-pattern=off", "--severity", "source-name-pattern=error"], 1,
             False),
            (NOTED, ["--severity", "event-class-retired=warning", "--fail-on", "warning"], 1, True),
            (GOOD, ["--region", "us-esat-1"], 1, False),
            (GOOD, ["--region", "us-esat-1", "--severity", "region-unknown=warning"], 0, True),
            (GOOD, ["--region", "us-esat-1", "--severity", "region-unknown=off", "--fail-on", "warning"], 0,
             True),
            (LONG, [], 1, False), (LONG, ["--region", "us-east-1"], 0, True),
            (LONG, ["--region", "us-east-1", "--fail-on", "warning"], 1, True),
            (LONG, ["--region", "us-east-1", "--region", "us-isof-south-1"], 1, False),
            (LONG, ["--region", "us-east-1", "--severity", f"{LIMIT}=error"], 1, False),
            (LONG, ["--severity", f"{LIMIT}=warning"], 0, True),
            (CROWDED, [], 1, False)):
        run, document = tool.check(*words, "-", stdin=text.encode())
        tool.equal((run.status, document and document["results"][0]["ok"]), (status, ok),
                   f"{text[-30:]} {words}", run)
        tool.equal(tool.run("check", *words, "-", stdin=text.encode()).status, status,
                   f"as text: {text[-30:]} {words}", run)


# Lines.

def lines(tool):
    def check(title, text, wanted, *words):
        run, document = tool.check("--jsonl", *words, "-",
                                   stdin=text if isinstance(text, bytes) else text.encode())
        if document:
            tool.equal(places_of(document), wanted, title, run)

    def pattern(line, column=BAD.index('"a b"') + 1):
        return [("source-name-pattern", line, column)]

    other = request(source_name="other")
    check("nothing", "", [])
    check("blank lines alone", "\n \n\t\r\n\r\n   ", [])
    check("one line", BAD, [(1, pattern(1))])
    check("numbers of the file", f"\n{GOOD}\n\n \t\n{BAD}\n", [(2, []), (5, pattern(5))])
    check("CRLF", f"{GOOD}\r\n\r\n{BAD}\r\n{other}\r\n", [(1, []), (3, pattern(3)), (4, [])])
    check("the last line without an end", f"{GOOD}\n  {BAD}",
          [(1, []), (2, pattern(2, BAD.index('"a b"') + 3))])
    check("a document over two lines is two", f"{GOOD[:-1]}\n}}\n{other}",
          [(1, [("json-malformed", 1, len(GOOD))]), (2, [("json-malformed", 2, 1)]), (3, [])])
    check("two on a line", f"{GOOD} {other}\n", [(1, [("json-malformed", 1, len(GOOD) + 2)])])
    check("NUL and a stray byte", GOOD.encode() + b"\n\0\n\xff\n" + other.encode(),
          [(1, []), (2, [("json-malformed", 2, 1)]), (3, [("json-malformed", 3, 1)]), (4, [])])
    check("a vertical tab is no blank", f"\v\n{GOOD}", [(1, [("json-malformed", 1, 1)]), (2, [])])
    padded = " " * (MOST_BYTES - len(GOOD)) + GOOD
    check("a line of 1 MiB", f"{padded}\n{other}\n", [(1, []), (2, [])])
    check("a line over it among good ones", f"{GOOD}\n {padded}\n{other}\n",
          [(1, []), (2, [("json-limit", None, None)]), (3, [])])
    check("blanks over it", f"{GOOD}\n{' ' * (MOST_BYTES + 9)}\n{other}\n", [(1, []), (3, [])])
    check("the last line over it", f"{GOOD}\n" + "x" * (3 * MOST_BYTES),
          [(1, []), (2, [("json-limit", None, None)])])
    check("a conflict in one file", f"{GOOD}\n{GOOD}",
          [(1, []), (2, [("source-name-conflict", 2, GOOD.index('"acme-edr"') + 1)])])
    run = tool.run("check", "--jsonl", "-", stdin=f"\n{BAD}\n{GOOD}\n{GOOD}".encode())
    [(_, _, column)] = pattern(2)
    tool.expect(run.out.startswith(f"-:2:{column}: error: ".encode()) and b" by -:3 " in run.out,
                "text output names lines", run)


# The role command.

def roles(tool):
    def role(*words):
        run = tool.run("role", "--format", "json", *words)
        try:
            return run, json.loads(run.out)
        except ValueError:
            return run, None

    def wanted(name, region):
        full = f"AmazonSecurityLake-Provider-{name}-{region}"
        return {"region": region, "role": full, "length": len(full), "left": 64 - len(full),
                "fits": len(full) <= 64}

    for name, region, fits in (("acme-edr", "us-east-1", True), ("a" * 26, "us-east-1", True),
                               ("a" * 27, "us-east-1", False),
                               ("a" * 20, "us-isof-south-1", True), ("a" * 21, "us-isof-south-1", False),
                               ("a", "xx-foo-1", True),
                               ("a" * 64, "us-east-1", False), ("A.b_c-1", "eu-west-1", True)):
        run, rows = role(name, "--region", region)
        tool.equal((rows, run.status), ([wanted(name, region)], 0 if fits else 1), f"{name} in {region}", run)
    run, rows = role("acme", "--region", "us-east-1", "--region", "eu-west-1", "--region", "us-east-1")
    tool.equal((rows, run.status), ([wanted("acme", "us-east-1"), wanted("acme", "eu-west-1")], 0),
               "in the order given, once", run)
    tool.equal(len(REGIONS), 48, "Regions")
    for name, status in (("a" * 20, 0), ("a" * 21, 1), ("a" * 22, 1)):
        run, rows = role(name)
        tool.equal((sorted(rows or [], key=lambda r: r["region"]), run.status),
                   ([wanted(name, r) for r in sorted(REGIONS)], status), f"{name} everywhere", run)
        text = tool.run("role", name)
        tool.equal((text.out.count(b"\n"), text.status), (48, status), "a line a Region", text)
    long_name = "CrowdStrike_KERNEL_EXTENSION_ACTIVITY"
    run = tool.run("role", long_name, "--region", "us-east-1")
    for word in "us-east-1", f"AmazonSecurityLake-Provider-{long_name}-us-east-1", "75", "11", "26":
        tool.expect(word.encode() in run.out, f"no {word}: length, excess and the longest name are shown", run)
    for name in "", "a" * 65, "a b", "a\u00e9", "a\n", "\u202e\x1b[31m", b"\xff":
        for form in ["--format", "json"], []:
            run = tool.run("role", *form, "--region", "us-east-1", "--", name)
            tool.equal(run.status, 1, f"illegal NAME {name!r}", run)
            tool.expect(b"source-name-" in run.err and b"AmazonSecurityLake" not in run.out,
                        f"illegal NAME {name!r}: why", run)
            tool.expect(all(32 <= c < 127 or c == 10 for c in run.err), "a name that is not made harmless",
                        run)
    for name, said in (("a b", "' ' (character 2)"), ("\u00e9\u00e9 ", "(character 1)"),
                       ("a" * 65, "65 characters"), ("a" * 65, "at most 64"), ("", "it is empty"),
                       ("a:b", "':' (character 2)")):
        run = tool.run("role", "--", name)
        tool.expect(said.encode() in run.err, f"{name!r}: no {said!r}", run)
    for name in "a:b", "a/b", "a\\b":
        run = tool.run("role", "--region", "us-east-1", name)
        tool.equal(run.status, 1, f"{name}, which IAM refuses", run)
        tool.expect(b"provider-role-characters" in run.err, f"{name}: why", run)


# The lists.

def event_classes(tool):
    run = tool.run("classes")
    lists = {("api_reference", "user_guide"): "both", ("api_reference",): "API reference",
             ("user_guide",): "User Guide"}
    rows = run.out.decode().splitlines()[1:]
    tool.equal([(row.split()[0], row[30:45].strip()) for row in rows],
               [(name, lists[tuple(sorted(c["lists"]))]) for name, c in CLASSES.items()],
               "the event classes and their lists", run)
    for row, c in zip(rows, CLASSES.values()):
        tool.expect(row.endswith(c.get("user_guide_name") or ""), f"the guide's name of {row.split()[0]}", run)


# What people see.

def colours(tool, folder):
    bad = write(folder / "colour.json", BAD)

    def on_a_terminal(**environment):
        kept = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        _, out = run_on_terminal([tool.path, "check", bad], stderr=subprocess.DEVNULL, env={**kept, **environment})
        return out

    tool.expect(b"\x1b[" in on_a_terminal(TERM="xterm"), "colour on a terminal")
    tool.expect(b"\x1b" not in on_a_terminal(TERM="xterm", NO_COLOR="1"), "no colour with NO_COLOR")
    plain = tool.run("check", bad)
    tool.expect(b"\x1b" not in plain.out + plain.err, "no colour in a pipe", plain)
    lines = on_a_terminal(TERM="xterm", NO_COLOR="1").replace(b"\r\n", b"\n")
    tool.equal(lines, plain.out, "the same text without colour")


def no_region(tool, folder):
    """Without a Region the rules of Regions are not checked: text output has a line for it."""
    good, bad = write(folder / "good.json", GOOD), write(folder / "bad.json", BAD)
    answer = write(folder / "answer.json", response(region="us-east-1"))
    for words, noted in (([good], True), ([bad], True), (["--region", "us-east-1", good], False),
                        (["--region", "us-east-1", bad], False), (["--format", "json", bad], False),
                        (["--region", "us-east-1", "--kind", "response", "--request", good, answer], False)):
        run = tool.run("check", *words)
        tool.equal(b"Region" in run.err, noted, f"{words[:-1]}: Regions on standard error", run)
        tool.expect(b"not checked" not in run.out, f"{words[:-1]}: it is no part of the output", run)


def hostile(tool):
    """Whatever a document holds, text output is printable ASCII, and its lines are the tool's own."""
    evil = ["\x1b[31mred\x1b[0m", "\u202egnirts", "a\nerror: forged [rule]", "\r\n", "\u2028\u2029\u0085",
            "\x7f\x9b31m", "\ufeff", "'\"\\", "\u2066\u2069",
            "\U0001f600" * 100, "\ud7ff\ue000\ufffd", "e\u0301" * 80, "%s%n", "\0", "\x07" * 70]
    for i, text in enumerate(evil):
        documents = {
            "value": request(source_name=text, source_version=text, role_arn=text, external_id=text,
                             principal=text, event_classes=[text, text]),
            "key": request(more=[(text, text), (text + "x", {text: text})]),
            "raw": text,
            "half": request(source_name=text)[:-2],
            "a line of it": f'{{"x":"{"y" * 50}",\n"z{i}":"{"y" * 90}","sourceName":{json.dumps(text)}}}',
            "house": request(source_name=text + "!"),
        }
        for title, document in documents.items():
            words = ["--region", "us-east-1"]
            if title == "house" and "\0" not in text:
                words += ["--require", f"/sourceName=\\Q{text}\\E"]
            run = tool.run("check", *words, "-", stdin=document.encode("utf-8", "surrogatepass"))
            tool.expect(all(32 <= c < 127 or c == 10 for c in run.out),
                        f"{title} of {text!r}: not printable ASCII", run)
            tool.expect(all(line.startswith((b"-:", b"    ")) for line in run.out.splitlines()),
                        f"{title} of {text!r}: a forged line", run)
            tool.equal(run.status, int(title != "key"), f"{title} of {text!r}: exit status", run)
            tool.check(*words, "-", stdin=document.encode("utf-8", "surrogatepass"))
    run = tool.run("check", "-", stdin=b'{"a":"\xff\x1b[31m\xe2\x80\xae\xc0"}')
    tool.expect(all(32 <= c < 127 or c == 10 for c in run.out), "stray bytes in a source line", run)


def carets(tool):
    """Long lines are cut to 100 characters around the value, with the caret under it."""
    def shown(document):
        run = tool.run("check", "-", stdin=document.encode())
        found = [run.out.decode().split("\n")[i:i + 3] for i,
                 line in enumerate(run.out.decode().split("\n")) if "[source-name-pattern]" in line]
        tool.equal(len(found), 1, "one violation", run)
        return run, *(found[0][1:] if found else ("", ""))

    for before in 0, 1, 30, 59, 60, 61, 99, 100, 101, 500, 100000:
        for after in 0, 1, 30, 39, 40, 41, 100, 100000:
            document = f'{{"x":"{"y" * before}","sourceName":"a b","z":"{"y" * after}"}}'
            run, source, caret = shown(document)
            tool.expect(caret.strip() == "^" and source[len(caret) - 1:].startswith('"a b"'),
                        f"the caret, {before} before and {after} after", run)
            tool.expect(len(source) <= 4 + 100 + 6, f"a line of {len(source)} characters", run)
            if len(document) <= 60:
                tool.equal(source, "    " + document, "a short line is whole", run)
    run = tool.run("check", "-", stdin=WARNED.encode())
    lines = run.out.decode().split("\n")
    tool.expect(len(lines) > 2 and lines[1][lines[2].find("^"):].startswith('"extra"'),
                "the caret of an unknown member stands under its name", run)
    for document in ('{\n\n\t\t"sourceName"\t:\t"a b"\t}', '{"\u00e9\U0001f600\u0301":1,"sourceName":"a b"}',
                     '{"\\u001b":"\\n","sourceName":"a b"}',
                     '{\r\n"sourceName":"a b"\r\n}', f'{{"x":"{chr(0xe9) * 300}","sourceName":"a b"}}'):
        run, source, caret = shown(document)
        tool.expect(caret.strip() == "^" and source[len(caret) - 1:].startswith('"a b"'),
                    f"the caret in {document[:40]!r}", run)


def house_patterns(tool):
    """A pattern that backtracks exponentially ends quickly, as an error that says why."""
    text = request(source_name="a" * 40 + "!").encode()
    for pattern in ("(a+)+", "(a|aa)+", "(a*)*b", "(.*)*x", "(a|a?)+b", "((a*)*)*", "(?:(?:a+)+)+$",
                    "((((a{1,1000}){1,1000}){1,1000}){1,1000})"):
        start = time.monotonic()
        run, document = tool.check("--severity", "source-name-pattern=off", "--severity",
                                   "source-name-documented-limit=off",
                                   "--require", f"/sourceName={pattern}", "-", stdin=text)
        tool.expect(time.monotonic() - start < 20, f"{pattern} took {time.monotonic() - start:.0f} s", run)
        tool.equal((run.status, document and [key(v) for v in document["results"][0]["violations"]]),
                   (1, [("house-rule", "error", NAME, None, None)]), pattern, run)
        if document and document["results"][0]["violations"]:
            tool.expect("backtracks" in document["results"][0]["violations"][0]["message"], f"{pattern}: why",
                        run)
    run, document = tool.check("--require", "/configuration/crawlerConfiguration/roleArn=(.+/)+.+", "-",
                               stdin=request(role_arn=ROLE_ARN + "/a" * 200).encode())
    tool.equal(document and rules_of(document), [[]], "a long text that matches", run)
    run, document = tool.check("--require", "/sourceName=(.|\\n)*", "-",
                               stdin=request(source_name=Raw('"' + "\\u000a" * 200000 + '"')).encode())
    tool.expect(run.status == 1 and document is not None, "a long text and a recursive pattern", run)


def main():
    tool = Tool("bad input")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in (not_json, truncated, sizes, files, file_names, closed_pipes, full_disk, usage, colours,
                     no_region):
            (folder / part.__name__).mkdir()
            part(tool, folder / part.__name__)
    for part in odd_documents, statuses, lines, roles, event_classes, hostile, carets, house_patterns:
        part(tool)
    tool.finish()


if __name__ == "__main__":
    main()
