#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""YAML: what its words mean, streams, anchors, merge keys, and what is no YAML.

    input_yaml.py TOOL
"""

import time

from support.tool import Tool

HEAD = """configuration:
  crawlerConfiguration:
    roleArn: arn:aws:iam::123456789012:role/Crawler
  providerIdentity:
    externalId: acme-2026
    principal: '123456789012'
"""
GOOD = HEAD + "sourceName: acme-edr\n"
MALFORMED, LIMIT = "json-malformed", "json-limit"


def results(tool, text, title, *words):
    """Per document: its violations."""
    content = text if isinstance(text, bytes) else text.encode()
    start = time.monotonic()
    run, document = tool.check("--input", "yaml", *words, "-", stdin=content)
    tool.expect(time.monotonic() - start < 10, f"{title}: it took {time.monotonic() - start:.1f} s", run)
    if document is None:
        return []
    found = [r["violations"] for r in document["results"]]
    errors = any(v["severity"] == "error" for one in found for v in one)
    tool.equal((run.status, all(r["line"] is None for r in document["results"])), (int(errors), True), title, run)
    return found


def places(found):
    return [[(v["rule"], v["line"], v["column"]) for v in one] for one in found]


def words(tool):
    """A word is a string if YAML 1.1 and 1.2 agree that it is."""
    strings = ["abc", "y", "n", "TRue", "nul", "1.0.0", "1-2", "0x", "0o8", "1e", "e1", "+", ".", "..", "1_a",
               "2026-1", "2026-01-31x", "12:60:00", "-.infx", "'1'", '"true"', "'~'", "!!str 1", "!!str true", "! 1",
               "|-\n  1", ">-\n  true", "1:a", "12.5.1"]
    others = {"number": ["1", "0", "-1", "+1", "007", "0o17", "0x1F", "0b11", "1_000", "1.5", ".5", "1.", "1e5", "1E-3",
                         "-.inf", ".NaN", "12:30", "1:30:15", "1:30.5", "123456789012", "999999999999999999999999",
                         "2026-01-31", "2026-01-31T10:00:00Z", "2026-01-31 10:00:00.5 +01:00", "!!int 1", "!!float '1'"],
              "boolean": ["true", "True", "FALSE", "yes", "No", "on", "OFF", "!!bool 'x'"]}
    for word in strings:
        [found] = results(tool, HEAD + f"sourceName: {word}\n", word) or [None]
        tool.equal(found is not None and [v["rule"] for v in found if v["rule"] in ("member-type", MALFORMED)], [], word)
    for kind, some in others.items():
        for word in some:
            [found] = results(tool, HEAD + f"sourceName: {word}\n", word) or [None]
            if tool.equal([(v["rule"], v["line"], v["column"]) for v in found or []], [("member-type", 7, 13)], word):
                message = found[0]["message"]
                tool.expect(kind in message and "quote it" in message, f"{word}: {message}")
    for word in "", "~", "null", "Null", "NULL", "!!null x":
        [found] = results(tool, HEAD + f"sourceName: {word}\n", word) or [None]
        tool.equal([v["rule"] for v in found or []], ["member-missing"], f"{word!r} for what is required")
        tool.equal(results(tool, GOOD + f"sourceVersion: {word}\n", word), [[]], f"{word!r} for what is not")
    account = GOOD.replace("'123456789012'", "123456789012")
    tool.equal(places(results(tool, account, "an account ID")), [[("member-type", 6, 16)]], "an account ID")
    tool.equal(places(results(tool, HEAD.replace("\n", "\r\n") + "sourceName: a b\r\n", "CRLF")),
               [[("source-name-pattern", 7, 13)]], "CRLF")
    tool.equal(places(results(tool, "# \u00e9\U0001f600\n" + HEAD + "'sourceName': \"\u00e9 \u65e5\"\n", "UTF-8")),
               [[("source-name-pattern", 8, 15)]], "columns are bytes, and characters before count")
    [found] = results(tool, GOOD.replace("acme-edr", "''"), "a skeleton")
    tool.expect(found and "skeleton" in found[0]["message"], "an empty string has words of its own")


def streams(tool):
    bad = "sourceName: a b\n"
    tool.equal(places(results(tool, f"{GOOD}---\n{HEAD}{bad}...\n# x\n---\n{HEAD}{bad}", "three")),
               [[], [("source-name-pattern", 15, 13)], [("source-name-pattern", 25, 13)]], "each document of a stream")
    found = results(tool, f"{GOOD}---\n{GOOD}", "twice the same")
    tool.equal(places(found), [[], [("source-name-conflict", 15, 13)]], "twice the same")
    tool.expect(found[1:] and "-:1" in found[1][0]["message"], "which document had the name")
    tool.equal(places(results(tool, f"{GOOD}---\n{HEAD}sourceName: [\n", "cut short")),
               [[], [(MALFORMED, 16, 1)]], "what came before a fault is checked")
    tool.equal(places(results(tool, f"{GOOD}---\n", "an empty document")), [[], [("member-type", 9, 1)]],
               "an empty document")


def anchors(tool):
    tool.equal(results(tool, "configuration:\n  crawlerConfiguration: &c {roleArn: &a 'arn:aws:iam::123456789012:role/x'}\n"
                       "  providerIdentity: {externalId: &e acme, principal: '123456789012'}\nsourceName: *e\n"
                       "x: [*c, *a]\n", "aliases")[0][0]["rule"], "member-unknown", "aliases")
    anchored = HEAD + "sourceName: &n a b\nsourceVersion: *n\nsourceVersion: *n\n"
    tool.equal(places(results(tool, anchored, "a place")),
               [[("source-name-pattern", 7, 13), ("source-version-pattern", 8, 16), ("member-duplicate", 9, 16)]],
               "a place is the alias's own")
    again = HEAD + "x: &n a b\ny: &n acme\nsourceName: *n\n"
    tool.equal([v["rule"] for v in results(tool, again, "again")[0]], ["member-unknown"] * 2, "an anchor given again")

    base = "x: &b\n  sourceName: a b\n  sourceVersion: '1'\n"
    for merge in "<<: *b", "<<: [*b]", "<<: [{sourceName: a b}, *b]", "<<: {sourceName: a b}\n<<: *b":
        found = results(tool, base + merge + "\n" + HEAD, merge)
        tool.equal([(v["rule"], v["pointer"]) for v in found[0]],
                   [("member-unknown", "/x"), ("source-name-pattern", "/sourceName")], merge)
        tool.expect(found[0][-1]["line"] is not None, f"{merge}: a place")
    for text in base + "<<: *b\n" + GOOD, base + GOOD + "<<: *b\n":
        tool.equal([v["rule"] for v in results(tool, text, "own")[0]], ["member-unknown"], "its own member comes first")
    tool.equal([v["rule"] for v in results(tool, GOOD + "'<<': 1\n", "quoted")[0]], ["member-unknown"], "a quoted <<")
    tool.equal([v["rule"] for v in results(tool, GOOD + "sourceName: acme\n", "twice")[0]], ["member-duplicate"],
               "a key twice")


def malformed(tool):
    cases = {  # text: line and column where reading stops; None: either
        b"": (1, 1), b"# nothing\n": (2, 1), b"a: b: c\n": (1, 5), b"sourceName: [a\n": (2, 1), b"a: {b: c\n": (2, 1),
        b"\tsourceName: x\n": (1, 1), b"configuration:\n\tcrawlerConfiguration: x\n": (2, 1),
        b"a:\n  b: 1\n c: 2\n": (3, 2), b"- a\nb: c\n": (2, 1), b"a: 'x\n": None, b'a: "\\q"\n': None,
        b"a: *x\n": (1, 4), b"a: &x [*x]\n": (1, 8), b"a: &x\n  b: *x\n": (2, 6), b"a: &x 1\nb: &x [*x]\n": (2, 8), b"&a b: 1\n*a : 2\n": (2, 1),
        b"? [a]\n: b\n": (1, 3), b"{[a]: b}\n": (1, 2), b"a: !x b\n": (1, 4), b"a: !!binary aGk=\n": (1, 4),
        b"a: !!timestamp 2026-01-31\n": (1, 4), b"a: !!map x\n": (1, 4), b"a: !!str [x]\n": (1, 4), b"a: !!set {x}\n": (1, 4),
        b"<<: x\n": (1, 5), b"<<: [x]\n": None, b"a: \xff\n": (1, 4), b"a: x\0y\n": (1, 5), b"\xef\xbb\xbfa: b\n": (1, 1),
        "a: b\n".encode("utf-16"): (1, 1), b"%YAML 3.0\n---\na: b\n": None, b"a: @x\n": (1, 4), b"a: `x\n": (1, 4),
        b"a: b\n---\n%\n": None, b"!<tag:x,2020:y> a: b\n": None,
    }
    for text, where in cases.items():
        found = results(tool, text, repr(text))
        [[v]] = [found[-1]] if found and len(found[-1]) == 1 else [[None]]
        if not tool.expect(v is not None and v["rule"] == MALFORMED, f"{text!r} is no YAML: {found}"):
            continue
        tool.expect("YAML" in v["message"], f"{text!r}: {v['message']}")
        tool.expect(None not in (v["line"], v["column"]) and where in (None, (v["line"], v["column"])),
                    f"{text!r}: at {v['line']}, {v['column']}, not {where}")
    document = GOOD.replace("roleArn:", "roleArn: &a").encode() + b"eventClasses: [DNS_ACTIVITY, \"HTTP_ACTIVITY\"]\nx: *a\n"
    for n in range(document.index(b"acme-edr")):
        found = results(tool, document[:n], f"cut after {n}")
        tool.expect(len(found) == 1 and found[0], f"cut after {n} bytes: nothing is wrong")


def bounds(tool):
    """Hostile documents end soon, as an error."""
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    merges = "x: &x {" + ", ".join(f"k{i}: {'v' * 90}" for i in range(5000)) + "}\ny:\n" + "  <<: *x\n" * 40000
    nested_anchors = "".join("  " * i + f"k: &a{i}\n" for i in range(30)) + "  " * 30 + "[" + "x," * 200000 + "]\n"
    cases = {"aliases that explode": laughs, "merge keys that explode": merges, "anchors within anchors": nested_anchors,
             "33 levels": "[" * 33 + "]" * 33, "100,000 flow levels": "[" * 100000, "flow mappings": "{a: " * 100000,
             "100,000 block levels": "- " * 100000 + "x",
             "block mappings": "".join(" " * i + "a:\n" for i in range(1000)), "2 MiB": "# x\n" * 524288,
             "one long string": "sourceName: " + "x" * (2 << 20)}
    for title, text in cases.items():
        found = results(tool, text, title)
        tool.equal([v["rule"] for v in found[-1]] if found else None, [LIMIT], title)
    tool.equal([v["rule"] for v in results(tool, "[" * 32 + "]" * 32, "32 levels")[0]], ["member-type"], "32 levels")
    many = GOOD + "eventClasses:\n" + "- DNS_ACTIVITY\n" * 60000
    tool.expect("event-classes-limit" in [v["rule"] for v in results(tool, many, "many elements")[0]], "many elements")
    for title, text in {"keys": "".join(f"k{i}: {i}\n" for i in range(90000)), "anchors": "".join(
            f"k{i}: &a{i} x\n" for i in range(60000)), "documents": "--- x\n" * 50000,
                        "quotes": "'" * 1000000, "question marks": "? " * 300000, "colons": ": " * 300000,
                        "ampersands": "&a " * 200000, "dashes": "---\n" * 100000, "hashes": "#" * 1000000,
                        "brackets": "[]," * 200000, "braces": "}" * 500000, "bangs": "!" * 500000,
                        "long key": "x" * 900000 + ": y", "blanks": " " * 1000000, "lines": "\n" * 1000000}.items():
        found = results(tool, text, title)
        tool.expect(found and all(found), f"{title}: nothing is wrong")


def recognized(tool):
    """Standard input is YAML if it begins as such, and JSON if not."""
    for text in GOOD, "---\n" + GOOD, "# x\n\n" + GOOD, "sourceName : x\n" + HEAD, "%YAML 1.1\n---\n" + GOOD:
        run, document = tool.check("-", stdin=text.encode())
        tool.equal((run.status, document and [r["ok"] for r in document["results"]]), (0, [True]), text, run)
    for text in '{"a": 1, b: 2}', "sourceName", "[a]", "x: y":
        run, document = tool.check("-", stdin=text.encode())
        tool.equal(document and [(v["rule"], "JSON" in v["message"]) for v in document["results"][0]["violations"]],
                   [(MALFORMED, True)], text, run)
    run = tool.run("check", "--jsonl", "--input", "yaml", "-")
    tool.equal(run.status, 2, "lines of YAML", run)
    run = tool.run("check", "--input", "toml", "-")
    tool.equal((run.status, b"yaml" in run.err), (2, True), "an input that is none", run)


def main():
    tool = Tool("YAML")
    for part in words, streams, anchors, malformed, bounds, recognized:
        part(tool)
    tool.finish()


if __name__ == "__main__":
    main()
