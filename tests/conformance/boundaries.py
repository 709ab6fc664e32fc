#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Every rule alone, at its exact boundary, next to its valid neighbour.

    boundaries.py TOOL

A row is a document and the one violation that it has, or none. Rules that would fire too are switched
off, so that the one is alone.
"""

import tempfile
from pathlib import Path

from support.documents import LEAVE_OUT, ROLE_ARN, Raw, request, response, text_of
from support import oracle
from support.oracle import (API_REFERENCE, LISTED, MOST_BYTES, REGIONS, RETIRED, RULES, USER_GUIDE,
                            longest_name)
from support.tool import Tool, key

OFF = {"limit": "source-name-documented-limit", "unknown": "member-unknown",
       "characters": "provider-role-characters", "several": "event-classes-several"}

ROLE = "/configuration/crawlerConfiguration/roleArn"
EXTERNAL_ID = "/configuration/providerIdentity/externalId"
PRINCIPAL = "/configuration/providerIdentity/principal"
NAME, VERSION, CLASSES = "/sourceName", "/sourceVersion", "/eventClasses"
ASCII = [chr(c) for c in range(128)]
BEYOND_ASCII = ["\x80", "\u00e9", "\u0131", "\u017f", "\u0660", "\u212a", "\uff21", "\U0001d7d8",
                "\U0001f600"]

PROVIDER = (("externalId", "ab"), ("principal", "123456789012"))

# A letter, a digit or _ of ASCII.
WORD = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def off(*rules):
    return [word for r in rules for word in ("--severity", f"{OFF.get(r, r)}=off")]


def at(*regions):
    return [word for r in regions for word in ("--region", r)]


class Table:
    def __init__(self, tool):
        self.tool = tool
        self.alone = {}  # rule -> a document and the words with which it fires alone

    def run(self, title, document, words):
        data = document if isinstance(document, bytes) else document.encode()
        return self.tool.check(*words, "-", stdin=data)

    def good(self, title, document, words=()):
        run, found = self.run(title, document, words)
        if found:
            self.tool.equal([key(v) for v in found["results"][0]["violations"]], [], title, run)
            self.tool.equal((run.status, found["results"][0]["ok"]), (0, True), title, run)

    def bad(self, title, document, rule, pointer, words=(), region=None, suggestion=None, says=None,
            severity=None):
        severity = severity or RULES[rule][0]
        run, found = self.run(title, document, words)
        if not found:
            return
        [result] = found["results"]
        self.tool.equal([key(v) for v in result["violations"]],
                        [(rule, severity, pointer, region, suggestion)], title, run)
        error = severity == "error"
        self.tool.equal((run.status, result["ok"], result["omitted"]), (int(error), not error, 0), title, run)
        for v in result["violations"]:
            self.tool.expect(says is None or str(says) in v["message"],
                             f"{title}: no {says!r} in the message", run)
        self.alone.setdefault(rule, (document, words))


    def several(self, title, document, wanted, words=()):
        """A document with several violations, all of them: (rule, pointer), or the whole key of one."""
        run, found = self.run(title, document, words)
        if found:
            wanted = [w if len(w) > 2 else (w[0], RULES[w[0]][0], w[1], None, None) for w in wanted]
            self.tool.equal([key(v) for v in found["results"][0]["violations"]], wanted, title, run)
        return found["results"][0] if found else None


def numbered(documents):
    """JSON lines without a name in common; a document is made with its name."""
    return "".join(make(f"n{i}") + "\n" for i, make in enumerate(documents)).encode()


def sweep(table, title, rows, rule, pointer, words=()):
    """Many documents in one run. A row: how to make the document of a name, and whether it is bad."""
    run, found = table.tool.check("--jsonl", *words, *off("source-count-limit"), "-",
                                  stdin=numbered([make for make, _ in rows]))
    if not found or not table.tool.equal(len(found["results"]), len(rows), title, run):
        return
    for (make, bad), result in zip(rows, found["results"]):
        table.tool.equal([(v["rule"], v["pointer"]) for v in result["violations"]],
                         [(rule, pointer)] if bad else [], f"{title}: {make('name')}")


# The text.

def json_rules(t):
    def nested(levels):
        return request(more=[("x", Raw("[" * (levels - 1) + "]" * (levels - 1)))])

    t.good("depth 32", nested(32), off("unknown"))
    t.bad("depth 33", nested(33), "json-limit", "", off("unknown"), says=32)
    t.bad("depth 33 of nothing but arrays", "[" * 33 + "]" * 33, "json-limit", "")
    t.bad("depth 33, never closed", "[" * 33, "json-limit", "")
    t.bad("too deep before it is malformed", "[" * 33 + "!", "json-limit", "")
    t.bad("malformed before it is too deep", "[!" + "[" * 33, "json-malformed", "")
    size = len(request())
    t.good("1 MiB", request() + " " * (MOST_BYTES - size))
    t.bad("1 MiB and a byte", request() + " " * (MOST_BYTES - size + 1), "json-limit", "", says=MOST_BYTES)
    t.bad("too long is seen before malformed", "!" + " " * MOST_BYTES, "json-limit", "")
    t.good("1 MiB, most of it a member that nobody knows",
           request(more=[("x", "y" * (MOST_BYTES - size - len(',"x":""')))]), off("unknown"))

    t.good("blanks around", " \t\r\n" + request() + " \t\r\n")
    for title, text in {
            "nothing": "", "a blank": " ", "two documents": request() + request(), "a comma": request() + ",",
            "a BOM": "\ufeff" + request(), "NaN": request(source_version=Raw("NaN")),
            "Infinity": request(source_version=Raw("-Infinity")), "a comment": request() + "// end",
            "an open comment": "/*" + request(),
            "a trailing comma": request(event_classes=Raw("[\"DNS_ACTIVITY\",]")),
            "single quotes": request(source_name=Raw("'acme'")),
            "a leading zero": request(source_version=Raw("01")),
            "a bare word": request(source_name=Raw("acme")), "True": request(source_version=Raw("True")),
            "a lone surrogate": request(source_name=Raw('"\\ud800"')),
            "two high surrogates": request(source_name=Raw('"\\ud800\\ud800"')),
            "a low surrogate first": request(source_name=Raw('"\\udc00\\ud800"')),
            "a raw newline in a text": request(source_name=Raw('"a\nb"')),
            "a raw tab in a name": request(more=[(Raw('"a\tb"'), 1)]),
            "an unknown escape": request(source_name=Raw('"\\x41"')),
            "a vertical tab": "\v" + request(), "a no-break space": "\u00a0" + request()}.items():
        t.bad(title, text, "json-malformed", "")
    for title, broken in {"a stray byte": b"\xff", "a continuation byte": b"\x80",
                          "an overlong slash": b"\xc0\xaf",
                          "half a character": b"\xe2\x82", "a raw surrogate": b"\xed\xa0\x80",
                          "beyond Unicode": b"\xf4\x90\x80\x80", "a raw NUL": b"\0"}.items():
        t.bad(title, request(source_name="HERE").encode().replace(b"HERE", broken), "json-malformed", "")
        t.bad(f"{title} in a member to skip", request(more=[("x", "HERE")]).encode().replace(b"HERE", broken),
              "json-malformed", "")
    for number in "1e2147483648", "-1E-2147483648", "0e99999999999999999999", "1e+0002147483648":
        t.bad(f"the exponent of {number}", request(more=[("x", Raw(number))]), "json-limit", "")
    t.bad("an exponent too large before it is malformed", '{"x":1e2147483648', "json-limit", "")
    t.bad("malformed before an exponent too large", '{"x"!:1e2147483648', "json-malformed", "")
    t.good("a pair of surrogates", request(more=[("x", Raw('"\\ud83d\\ude00"'))]), off("unknown"))
    t.good("the largest exponent",
           request(more=[("x", Raw("[1e2147483647,1e-2147483647,1e0002147483647]"))]), off("unknown"))


def structure_rules(t):
    wrong = {"object": {}, "array": [], "text": "x", "number": 12, "real": 1.5, "true": True, "false": False}
    for kind, value in wrong.items():
        if kind != "object":
            t.bad(f"the document is a {kind}", text_of(value), "member-type", "")
            t.bad(f"configuration is a {kind}", request(configuration=value), "member-type", "/configuration")
            t.bad(f"crawlerConfiguration is a {kind}", request(crawler=value), "member-type",
                  "/configuration/crawlerConfiguration")
            t.bad(f"providerIdentity is a {kind}", request(provider=value), "member-type",
                  "/configuration/providerIdentity")
        if kind != "array":
            t.bad(f"eventClasses is a {kind}", request(event_classes=value), "member-type", CLASSES)
        if kind != "text":
            t.bad(f"roleArn is a {kind}", request(role_arn=value), "member-type", ROLE)
            t.bad(f"externalId is a {kind}", request(external_id=value), "member-type", EXTERNAL_ID)
            t.bad(f"principal is a {kind}", request(principal=value), "member-type", PRINCIPAL)
            t.bad(f"sourceName is a {kind}", request(source_name=value), "member-type", NAME)
            t.bad(f"sourceVersion is a {kind}", request(source_version=value), "member-type", VERSION)
            t.bad(f"an event class is a {kind}", request(event_classes=["DNS_ACTIVITY", value]),
                  "member-type", f"{CLASSES}/1")
    t.bad("the document is null", "null", "member-type", "")
    t.bad("an event class is null", request(event_classes=[None]), "member-type", f"{CLASSES}/0")
    t.bad("nothing below a wrong type is checked", request(configuration=[{"roleArn": 5}]), "member-type",
          "/configuration")

    t.good("optional members that are null", request(event_classes=None, source_version=None))
    t.good("no event class", request(event_classes=[]))
    for absent in LEAVE_OUT, None:
        how = "absent" if absent is LEAVE_OUT else "null"
        t.bad(f"roleArn {how}", request(role_arn=absent), "member-missing", ROLE)
        t.bad(f"externalId {how}", request(external_id=absent), "member-missing", EXTERNAL_ID)
        t.bad(f"principal {how}", request(principal=absent), "member-missing", PRINCIPAL)
        t.bad(f"sourceName {how}", request(source_name=absent), "member-missing", NAME)
    t.bad("crawlerConfiguration null", request(crawler=None), "member-missing",
          "/configuration/crawlerConfiguration")
    t.bad("providerIdentity null", request(provider=None), "member-missing",
          "/configuration/providerIdentity")
    t.bad("configuration null", request(configuration=None), "member-missing", "/configuration")
    t.bad("configuration absent", '{"sourceName":"a"}', "member-missing", "/configuration")
    t.bad("crawlerConfiguration absent",
          '{"sourceName":"a","configuration":{"providerIdentity":{"externalId":"ab","principal":"123456789012"}}}',
          "member-missing", "/configuration/crawlerConfiguration")

    for title, name, value in (("the same value", "sourceName", "acme-edr"),
                               ("another value", "sourceName", "!"),
                               ("another type", "sourceName", 5), ("null", "sourceName", None),
                               ("a name with an escape", Raw('"source\\u004eame"'), "acme-edr"),
                               ("a name all escapes",
                                Raw('"' + "".join(f"\\u{ord(c):04x}" for c in "sourceName") + '"'), 5)):
        t.bad(f"sourceName again, {title}", request(more=[(name, value)]), "member-duplicate", NAME)
    t.bad("the first value is kept, even null",
          request(source_version=None, more=[("sourceVersion", "not legal!")]), "member-duplicate", VERSION)
    t.bad("eventClasses again", request(event_classes=None, more=[("eventClasses", ["bad"])]),
          "member-duplicate", CLASSES)
    t.bad("configuration again", request(more=[("configuration", {"x": 1})]), "member-duplicate",
          "/configuration")
    t.bad("roleArn again", request(crawler=(("roleArn", ROLE_ARN), ("roleArn", "x"))), "member-duplicate",
          ROLE)
    t.bad("principal again", request(provider=(*PROVIDER, ("principal", "x"))),
          "member-duplicate", PRINCIPAL)
    t.bad("externalId again, with an escape",
          request(provider=(*PROVIDER, (Raw('"\\u0065xternalId"'), "x"))),
          "member-duplicate", EXTERNAL_ID)


def unknown_rule(t):
    def unknown(name, pointer, suggestion=None, value=1):
        t.bad(f"unknown {name!r}", request(more=[(name, value)]), "member-unknown", pointer,
              suggestion=suggestion)

    for name, suggestion in (("sourceVersio", "sourceVersion"), ("sourceVersi", "sourceVersion"),
                             ("sourceVers", None),
                             ("sourceNamexx", "sourceName"), ("sourceNamexxx", None),
                             ("eventClass", "eventClasses"),
                             ("eventClas", None), ("SOURCENAME", "sourceName"),
                             ("SOURCENAMEXX", "sourceName"),
                             ("SOURCENAMEXXX", None), ("source_version", "sourceVersion"),
                             ("s0urceVers10n", None),
                             ("s0urceVers1on", "sourceVersion"), ("roleArn", None), ("principal", None),
                             ("", None),
                             ("\u017fourceName", "sourceName")):
        unknown(name, f"/{name}", suggestion)
    for name, pointer in (("a/b", "/a~1b"), ("a~b", "/a~0b"), ("~1", "/~01"), ("x" * 64, "/" + "x" * 64),
                          ("x" * 65, "/" + "x" * 64 + "\u2026"),
                          ("x" * 63 + "\u00e9", "/" + "x" * 63 + "\u2026"),
                          ("\U0001f600" * 16, "/" + "\U0001f600" * 16),
                          ("\U0001f600" * 17, "/" + "\U0001f600" * 16 + "\u2026")):
        unknown(name, pointer)
    unknown("x", "/x", value={"sourceName": "", "sourceName2": [[]],
                              "configuration": 5})  # skipped, whatever it is
    t.bad("unknown in configuration", request(configuration={
        "crawlerConfiguration": {"roleArn": ROLE_ARN}, "providerIdentity": PROVIDER,
        "ProviderIdentities": 1}),
        "member-unknown", "/configuration/ProviderIdentities")
    t.bad("unknown in crawlerConfiguration", request(crawler={"roleArn": ROLE_ARN, "rolearns": 1}),
          "member-unknown",
          "/configuration/crawlerConfiguration/rolearns", suggestion="roleArn")
    t.bad("unknown in providerIdentity",
          request(provider=(("external_id", 1), *PROVIDER)), "member-unknown",
          "/configuration/providerIdentity/external_id", suggestion="externalId")
    t.bad("principle", request(provider=(*PROVIDER, ("principle", 1))),
          "member-unknown", "/configuration/providerIdentity/principle", suggestion="principal")


# The members.

def source_name(t):
    t.bad("no character", request(source_name=""), "source-name-length", NAME, says="1")
    t.good("1 character", request(source_name="a"))
    t.good("64 characters", request(source_name="a" * 64), off("limit"))
    t.bad("65 characters", request(source_name="a" * 65), "source-name-length", NAME, off("limit"), says="64")
    wide = off("limit", "source-name-pattern")
    t.good("64 characters of four bytes", request(source_name="\U0001f600" * 64), wide)
    t.bad("65 characters of four bytes", request(source_name="\U0001f600" * 65), "source-name-length", NAME,
          wide)
    t.good("64 escaped characters", request(source_name=Raw('"' + "\\u0061" * 64 + '"')), off("limit"))
    t.bad("65 escaped characters", request(source_name=Raw('"' + "\\u0061" * 65 + '"')), "source-name-length",
          NAME, off("limit"))
    t.bad("100,000 characters", request(source_name="a" * 100000), "source-name-length", NAME, off("limit"),
          says="100000")
    t.good("20 characters", request(source_name="a" * 20))
    t.bad("21 characters", request(source_name="a" * 21), "source-name-documented-limit", NAME, says="20")
    t.good("20 characters of four bytes", request(source_name="\U0001f600" * 20), off("source-name-pattern"))
    t.bad("21 characters of four bytes", request(source_name="\U0001f600" * 21),
          "source-name-documented-limit", NAME, off("source-name-pattern"))
    t.bad("more than 64, whatever the pattern", request(source_name="a b" * 22),
          "source-name-documented-limit", NAME, off("source-name-pattern", "source-name-length"))
    t.bad("a blank", request(source_name="a b"), "source-name-pattern", NAME)
    t.bad("a newline at the end", request(source_name="ab\n"), "source-name-pattern", NAME)
    for c in "\\:/":
        t.bad(f"{c} in a role name", request(source_name=f"a{c}b"), "provider-role-characters", NAME)
    sweep(t, "characters of sourceName",
          [(lambda n, c=c: request(source_name=n + c),
            c not in WORD | set("\\-:/.")) for c in ASCII + BEYOND_ASCII],
          "source-name-pattern", NAME, off("characters", "source-name-collision"))


def source_version(t):
    t.bad("no character", request(source_version=""), "source-version-length", VERSION, says="1")
    t.good("1 character", request(source_version="1"))
    t.good("32 characters", request(source_version="1" * 32))
    t.bad("33 characters", request(source_version="1" * 33), "source-version-length", VERSION, says="32")
    t.bad("a comma", request(source_version="1,0"), "source-version-pattern", VERSION)
    sweep(t, "characters of sourceVersion",
          [(lambda n, c=c: request(source_name=n, source_version=c),
            c not in WORD | set("-.")) for c in ASCII + BEYOND_ASCII],
          "source-version-pattern", VERSION)


def external_id(t):
    t.bad("no character", request(external_id=""), "external-id-length", EXTERNAL_ID)
    t.bad("1 character", request(external_id="a"), "external-id-length", EXTERNAL_ID, says="2")
    t.good("2 characters", request(external_id="ab"))
    t.good("1,224 characters", request(external_id="a" * 1224))
    t.bad("1,225 characters", request(external_id="a" * 1225), "external-id-length", EXTERNAL_ID, says="1224")
    t.bad("a blank", request(external_id="a b"), "external-id-pattern", EXTERNAL_ID)
    sweep(t, "characters of externalId",
          [(lambda n, c=c: request(source_name=n, external_id="a" + c),
            c not in WORD | set("+=,.@:/-")) for c in ASCII + BEYOND_ASCII],
          "external-id-pattern", EXTERNAL_ID)


def principal(t):
    def domain(length):
        return "a" * (length - len(".amazonaws.com")) + ".amazonaws.com"

    t.good("255 characters", request(principal=domain(255)))
    t.bad("256 characters", request(principal=domain(256)), "principal-length", PRINCIPAL, says="255")
    t.good("12 digits", request(principal="000000000000"))
    for good in ("ec2.amazonaws.com", "a.amazon.com", "a.b-c.amazon.com", "123456789012.amazonaws.com",
                 "amazon.com.amazon.com"):
        t.good(good, request(principal=good))
    for bad in ("", "1" * 11, "1" * 13, "12345678901a", "amazon.com", "amazonaws.com", "a.amazonaws.org",
                "A.amazon.com",
                "a.amazonaws.com.cn", "a.amazonawsxcom", "a.amazon.com ", "123456789012\n", "\u0661" * 12,
                "*"):
        t.bad(f"principal {bad!r}", request(principal=bad), "principal-pattern", PRINCIPAL)
    for bad in "arn:aws:iam::555555555555:root", "arn:aws-cn:sts:us-east-1:555555555555:assumed-role/a/b":
        t.bad(bad, request(principal=bad), "principal-pattern", PRINCIPAL, suggestion="555555555555")
    for bad in ("arn:aws:s3:::bucket", "arn:aws:iam::55555555555:root", "arn:aws:iam::5555555555555:root",
                "555555555555:root"):
        t.bad(bad, request(principal=bad), "principal-pattern", PRINCIPAL)
    for bad in ".amazonaws.com", ".amazon.com", "a..amazon.com", ".a.amazon.com", "a..b.amazonaws.com":
        t.bad(bad, request(principal=bad), "principal-unresolvable", PRINCIPAL)
    sweep(t, "characters of principal",
          [(lambda n, c=c: request(source_name=n, principal=f"a{c}b.amazon.com"),
            c not in set("abcdefghijklmnopqrstuvwxyz0123456789.-")) for c in ASCII + BEYOND_ASCII],
          "principal-pattern", PRINCIPAL)


def role_arn(t):
    def of(partition="aws", resource="role/x"):
        return request(role_arn=f"arn:{partition}:iam::123456789012:{resource}")

    def long(length):  # only the partition may be as long as that
        return of("aws" + "-" * (length - len("arn:aws:iam::123456789012:role/x")))

    t.good("2,048 characters", long(2048))
    t.bad("2,049 characters", long(2049), "role-arn-length", ROLE, says="2048")
    for bad in ("", "x", "arn:aws:iam::12345678901:role/x", "arn:aws:iam::1234567890123:role/x",
                "arn:aws:iam::12345678901a:role/x",
                "arn:aws:iam::123456789012:user/x", "arn:aws:iam::123456789012:role",
                "arn:aws:iam::123456789012:Role/x", "arn:aws:iam:us-east-1:123456789012:role/x",
                "arn:aws:sts::123456789012:role/x",
                "ARN:aws:iam::123456789012:role/x", "arn:amazon:iam::123456789012:role/x",
                "arn:aws1:iam::123456789012:role/x",
                "arn:aws:iam::123456789012:role:x", ROLE_ARN + "\n", " " + ROLE_ARN,
                "arn:aws:iam::\u0661" + "1" * 11 + ":role/x"):
        t.bad(f"roleArn {bad!r}", request(role_arn=bad), "role-arn-pattern", ROLE)
    sweep(t, "characters of roleArn",
          [(lambda n, c=c: request(source_name=n, role_arn=ROLE_ARN + c + "x"),
            c not in WORD | set("+=,.@-/")) for c in ASCII + BEYOND_ASCII],
          "role-arn-pattern", ROLE)

    def unresolvable(title, document, says):
        t.bad(title, document, "role-arn-unresolvable", ROLE, says=says)

    unresolvable("no partition", of(""), "partition")
    t.good("name of 64", of(resource="role/" + "x" * 64))
    unresolvable("name of 65", of(resource="role/" + "x" * 65), 64)
    t.good("name of 64 below a path", of(resource="role/a/b/" + "x" * 64))
    unresolvable("name of 65 below a path", of(resource="role/a/b/" + "x" * 65), 64)
    unresolvable("no name", of(resource="role/"), "missing")
    unresolvable("no name below a path", of(resource="role/a/"), "missing")
    t.good("path of 512", of(resource="role/" + "p" * 510 + "/x"))
    unresolvable("path of 513", of(resource="role/" + "p" * 511 + "/x"), 512)
    t.good("path of 512 in segments", of(resource="role/" + "ppp/" * 127 + "pp/x"))
    unresolvable("path of 513 in segments", of(resource="role/" + "ppp/" * 127 + "ppp/x"), 512)
    unresolvable("an empty segment", of(resource="role//x"), "no //")
    unresolvable("an empty segment between", of(resource="role/a//x"), "no //")
    unresolvable("no slash", of(resource="rolex"), "put a /")
    unresolvable("no slash, then a path", of(resource="rolex/y"), "put a /")


def event_classes(t):
    def classes(*names):
        return request(event_classes=list(names))

    first = f"{CLASSES}/0"
    notes = off("event-class-not-in-api-reference", "event-class-not-in-user-guide", "event-class-retired")
    on_both = {*API_REFERENCE} & {*USER_GUIDE}
    t.tool.equal([len(names) for names in (LISTED, API_REFERENCE, USER_GUIDE, on_both, RETIRED)],
                 [79, 29, 71, 21, 25], "names on AWS's lists")
    t.good("all that are listed", classes(*LISTED), [*notes, *off("several")])
    for name in LISTED:
        wanted = []
        if name not in API_REFERENCE:
            wanted.append(("event-class-not-in-api-reference", first))
        if name not in USER_GUIDE:
            wanted.append(("event-class-not-in-user-guide", "note", first, None,
                           oracle.CLASSES[name].get("user_guide_name")))
        if name in RETIRED:
            wanted.append(("event-class-retired", first))
        t.several(name, classes(name), wanted)
        since = oracle.CLASSES[name].get("deprecated_since")
        if since:
            t.bad(f"{name}, deprecated", classes(name), "event-class-retired", first,
                  off("event-class-not-in-api-reference", "event-class-not-in-user-guide"), says=since)
    t.bad("on the guide alone", classes("SCAN_ACTIVITY"), "event-class-not-in-api-reference", first)
    t.bad("no successor in the guide", classes("ACCESS_ACTIVITY"), "event-class-not-in-user-guide", first,
          off("event-class-retired"))
    for name, successor in (("FILE_ACTIVITY", "FILE_SYSTEM_ACTIVITY"), ("AUTHORIZATION", "AUTHORIZE_SESSION"),
                            ("RESOURCE_ACTIVITY", "WINDOWS_RESOURCE_ACTIVITY"),
                            ("ENTITY_MANAGEMENT_AUDIT", "ENTITY_MANAGEMENT"),
                            ("INVENTORY_INFO", "DEVICE_INVENTORY_INFO")):
        t.bad(name, classes(name), "event-class-not-in-user-guide", first, suggestion=successor)
    t.bad("on both, deprecated", classes("SECURITY_FINDING"), "event-class-retired", first, says="1.1.0")
    t.bad("deprecated, and what to use", classes("CONFIG_STATE"), "event-class-retired", first,
          off("event-class-not-in-user-guide"), says="Compliance Finding")

    for name, suggestion in (("Network Activity", "NETWORK_ACTIVITY"),
                             ("network-activity", "NETWORK_ACTIVITY"),
                             ("file_activity", "FILE_ACTIVITY"), ("Kernel-extension", "KERNEL_EXTENSION"),
                             ("cloud api", "CLOUD_API"), ("File System Activity", "FILE_SYSTEM_ACTIVITY"),
                             ("Authorize Session", "AUTHORIZE_SESSION"), ("Network  Activity", None),
                             ("networkActivity", None), ("Kernel Extension Activity", None),
                             ("FILE_ACTIVITY ", None), ("FILE.ACTIVITY", None), ("file_activit", None),
                             (" ", None), ("FILE_ACT\u0130VITY", None), ("fi\u017fe_activity", None)):
        t.bad(f"event class {name!r}", classes(name), "event-class-pattern", first, suggestion=suggestion)
    sweep(t, "characters of an event class",
          [(lambda n, c=c: request(source_name=n, event_classes=["X" + c]),
            c not in set("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"))
           for c in ASCII + BEYOND_ASCII], "event-class-pattern", first, off("event-class-undocumented"))

    for name, suggestion in (("FILEACTIVITY", "FILE_ACTIVITY"), ("FILE_ACTIVITYXX", "FILE_ACTIVITY"),
                             # distance 1, 2,
                             ("FILE_ACTIVITYXXX", "FILE_ACTIVITY"), ("FILE_ACTIVITYXXXX", None),       # 3, 4
                             ("FILE_QUERYXXX", "FILE_QUERY"), ("FILE_QUERYXXXX", None),
                             ("S_ACTIVITY", "DNS_ACTIVITY"),    # 2 to DNS, SMB and SSH
                             ("SXX_ACTIVITY", "SMB_ACTIVITY"),  # 2 to SMB and SSH
                             ("_ACTIVITY", "DNS_ACTIVITY"),     # 3 to DNS, FTP, RDP, SMB, SSH, API and NTP
                             ("XTP_ACTIVITY", "FTP_ACTIVITY"),  # 1 to FTP and NTP, 2 to HTTP
                             ("FL_ACTIVITY", "FTP_ACTIVITY"),   # 2 to FILE, on the reference alone, and FTP
                             ("FTLE_ACTIVITY", "FILE_ACTIVITY"),  # 1 to FILE, 2 to FTP
                             ("NTPP_ACTIVITY", "NTP_ACTIVITY"), ("ENTITY_MANAGEMENTS", "ENTITY_MANAGEMENT"),
                             ("ACTIVITY", None), ("CLOUD_APIS", "CLOUD_API"), ("EVENT_LOG", None), ("", None),
                             ("_", None), ("0", None), ("A" * 2048, None)):
        t.bad(f"event class {name!r}", classes(name), "event-class-undocumented", first,
              suggestion=suggestion)
    for name, suggestion in (("KERNEL_EXTENSION_ACTIVITY", "KERNEL_EXTENSION"),
                             ("FILE_HOSTING", "FILE_HOSTING_ACTIVITY"),
                             ("SOFTWARE_INFO", "SOFTWARE_INVENTORY_INFO"),
                             ("SESSION_QUERY", "USER_SESSION_QUERY"), ("BASE_EVENT", None),
                             ("SCRIPT_ACTIVITY", None), ("IAM_ANALYSIS_FINDING", None)):
        t.bad(name, classes(name), "event-class-undocumented", first, suggestion=suggestion,
              says="OCSF 1.8.0")

    t.bad("the same again", classes("KERNEL_ACTIVITY", "DNS_ACTIVITY", "KERNEL_ACTIVITY"),
          "event-class-duplicate", f"{CLASSES}/2", off("several"))
    t.bad("the same again, escaped", request(event_classes=["DNS_ACTIVITY", Raw('"DNS\\u005fACTIVITY"')]),
          "event-class-duplicate", f"{CLASSES}/1")
    t.bad("no legal name, again", classes("bad", "bad"), "event-class-duplicate", f"{CLASSES}/1",
          off("event-class-pattern"))
    t.good("another case is another name", classes("DNS_ACTIVITY", "Dns_Activity"),
           off("event-class-pattern"))

    t.bad("two names", classes("DNS_ACTIVITY", "SSH_ACTIVITY"), "event-classes-several", CLASSES)
    t.bad("two names of one class", classes("FILE_ACTIVITY", "FILE_SYSTEM_ACTIVITY"), "event-classes-several",
          CLASSES, notes)
    t.good("one name twice", classes("DNS_ACTIVITY", "DNS_ACTIVITY"), off("event-class-duplicate"))
    t.good("one that is listed, one that is not", classes("DNS_ACTIVITY", "MY_ACTIVITY", "bad"),
           off("event-class-undocumented", "event-class-pattern"))

    many = off("event-class-duplicate")
    t.good("128 elements", classes(*["DNS_ACTIVITY"] * 128), many)
    t.bad("129 elements", classes(*["DNS_ACTIVITY"] * 129), "event-classes-limit", CLASSES, many, says=128)
    t.bad("129 elements, the last of a wrong type", classes(*["DNS_ACTIVITY"] * 128, None),
          "event-classes-limit", CLASSES, many)
    t.bad("129 elements, the last another name", classes(*["DNS_ACTIVITY"] * 128, "SSH_ACTIVITY"),
          "event-classes-limit", CLASSES, many)
    t.bad("130 elements, the last no legal name", classes(*["DNS_ACTIVITY"] * 129, "bad"),
          "event-classes-limit", CLASSES, many)
    any_name = off("event-class-undocumented", "event-class-pattern")
    t.good("2,048 characters", classes("A" * 2000, "B" * 48, ""), any_name)
    t.bad("2,049 characters", classes("A" * 2000, "B" * 49), "event-classes-limit", CLASSES, any_name,
          says=2048)
    t.good("2,048 characters of four bytes", classes("\U0001f600" * 2048), any_name)
    t.bad("2,049 characters of four bytes", classes("\U0001f600" * 2049), "event-classes-limit", CLASSES,
          any_name)
    t.bad("what comes after is not checked", classes("A" * 2049, None, "CLOUD_API"), "event-classes-limit",
          CLASSES)


def placeholders(t):
    """A message says that one was left in, where it breaks the string's pattern."""
    for text in "<NAME>", "${NAME}", "{{NAME}}":
        t.bad(f"sourceName {text}", request(source_name=text), "source-name-pattern", NAME,
              says="placeholder")
        t.bad(f"externalId {text}", request(external_id=text), "external-id-pattern", EXTERNAL_ID,
              says="placeholder")
        t.bad(f"principal {text}", request(principal=text), "principal-pattern", PRINCIPAL,
              says="placeholder")
        t.bad(f"role {text}", request(role_arn=f"arn:aws:iam::123456789012:role/{text}"), "role-arn-pattern",
              ROLE, says="placeholder")
    t.bad("XXX for an account ID", request(role_arn="arn:aws:iam::XXX:role/service-role/RoleName"),
          "role-arn-pattern", ROLE, says="placeholder")
    t.bad("a skeleton's roleArn", request(role_arn="string"), "role-arn-pattern", ROLE, says="placeholder")
    t.bad("a skeleton's principal", request(principal="string"), "principal-pattern", PRINCIPAL,
          says="placeholder")
    t.good("a skeleton's names, which are legal", request(source_name="string", external_id="string"))
    for text in "a b", "a<b", "$NAME", "{NAME":
        run, found = t.run(text, request(source_name=text), [])
        t.tool.expect(found and "placeholder" not in found["results"][0]["violations"][0]["message"],
                      f"{text} is no placeholder", run)


# The derived role, the Region and the run.

def derived_role(t):
    quiet = off("limit", "region-unknown", "region-unsupported", "role-arn-partition")
    longest_code = "abcd-efghijklmnopqrstuv-1"  # 25 characters, the most that is well formed
    t.tool.equal(sorted({len(r) for r in REGIONS}), [9, 10, 12, 13, 14, 15], "the lengths of Region codes")
    for region in [*REGIONS, "ab-c-1", longest_code]:
        most = longest_name(region)
        t.good(f"{most} in {region}", request(source_name="a" * most), quiet + at(region))
        t.bad(f"{most + 1} in {region}", request(source_name="a" * (most + 1)), "provider-role-length", NAME,
              quiet + at(region), region=region, says=most)
    t.good("no Region, no role", request(source_name="a" * 64), off("limit"))

    # The documented limit is a warning where the role fits in each Region that is given.
    limit, others = "source-name-documented-limit", off("region-unknown", "region-unsupported",
                                                        "role-arn-partition", "provider-role-length")
    for region in [*REGIONS, "ab-c-1", longest_code]:
        most = longest_name(region)
        if most > 20:
            t.bad(f"over 20, {most} fit in {region}", request(source_name="a" * most), limit, NAME,
                  others + at(region), severity="warning")
        most = max(most, 20)
        t.bad(f"over 20, {most + 1} do not fit in {region}", request(source_name="a" * (most + 1)), limit,
              NAME, others + at(region))
    t.bad("over 20, fits in two", request(source_name="a" * 21), limit, NAME,
          others + at("us-east-1", "ap-southeast-2"), severity="warning")
    t.bad("over 20, fits in one of two", request(source_name="a" * 22), limit, NAME,
          others + at("us-east-1", "ap-southeast-2"))
    t.bad("over 20, fits in the other of two", request(source_name="a" * 22), limit, NAME,
          others + at("ap-southeast-2", "us-east-1"))
    t.bad("over 20, fits by its length", request(source_name="\U0001f600" * 26), limit, NAME,
          others + off("source-name-pattern") + at("us-east-1"), severity="warning")
    for length, region in (21, "us-east-1"), (21, "us-isof-south-1"):
        for severity in "note", "warning", "error":
            words = [*others, "--severity", f"{limit}={severity}", *at(region)]
            run, found = t.run("policy", request(source_name="a" * length), words)
            t.tool.equal(found and [key(v)[:2] for v in found["results"][0]["violations"]],
                         [(limit, severity)], f"a policy's {severity} wins in {region}", run)
    t.bad("one Region of several", request(source_name="a" * 26), "provider-role-length", NAME,
          off("limit") + at("us-east-1", "ap-southeast-2", "us-west-2"), region="ap-southeast-2", says="21")
    t.bad("a repeated Region counts once", request(source_name="a" * 27), "provider-role-length", NAME,
          off("limit") + at("us-east-1", "us-east-1"), region="us-east-1", says="26")

    partitions = {}
    for region, (partition, _) in REGIONS.items():
        partitions.setdefault(partition, region)
    t.tool.equal(len(partitions), 8, "partitions")
    quiet = off("region-unknown", "region-unsupported")
    for partition in partitions:
        arn = f"arn:{partition}:iam::123456789012:role/x"
        for other, region in partitions.items():
            if other == partition:
                t.good(f"{arn} in {region}", request(role_arn=arn), quiet + at(region))
            else:
                t.bad(f"{arn} in {region}", request(role_arn=arn), "role-arn-partition", ROLE,
                      quiet + at(region),
                      region=region, says=other)
    for region in "cn-foo-7", "us-gov-east-9":
        t.bad(f"partition of the unknown {region}", request(), "role-arn-partition", ROLE, quiet + at(region),
              region=region)
    t.good("a partition of its own in a Region of no partition",
           request(role_arn=ROLE_ARN.replace("aws", "aws-x")), quiet + at("xx-foo-1"))
    t.bad("a partition that nobody knows", request(role_arn=ROLE_ARN.replace("aws", "aws-x")),
          "role-arn-partition", ROLE,
          at("us-east-1"), region="us-east-1")
    t.bad("a partition in another case", request(role_arn=ROLE_ARN.replace("aws", "aws-CN")),
          "role-arn-partition", ROLE,
          quiet + at("cn-north-1"), region="cn-north-1")
    t.good("a partition without a Region", request(role_arn=ROLE_ARN.replace("aws", "aws-x")))
    t.bad("no partition is no other one", request(role_arn=ROLE_ARN.replace("aws", "")),
          "role-arn-unresolvable", ROLE, at("us-east-1"))

    for region, (_, endpoint) in REGIONS.items():
        words = off("role-arn-partition") + at(region)
        if endpoint:
            t.good(region, request(), words)
        else:
            t.bad(region, request(), "region-unsupported", "", words, region=region)
    for region, suggestion in (("us-east-9", "us-east-1"), ("us-esat-1", "us-east-1"), ("xx-foo-1", None),
                               ("ab-c-1", None), (longest_code, None), ("us-east-01", "us-east-1"),
                               ("us-wset-2", "us-west-2"), ("ca-east-1", "sa-east-1"),  # 1; 2 to us-east-1
                               ("us-eastxx-1", "us-east-1"), ("us-eastxxx-1", None),  # distance 2, 3
                               ("ap-southeast-9", "ap-southeast-1"), ("us-isof-south-12", "us-isof-south-1")):
        t.bad(region, request(source_name="a"), "region-unknown", "", off("role-arn-partition") + at(region),
              region=region, suggestion=suggestion)
    t.bad("an illegal document in no Region", "[]", "member-type", "")
    t.bad("nothing but malformed", "[", "json-malformed", "", at("us-east-9"))
    t.bad("nothing but too deep", "[" * 33, "json-limit", "", at("us-east-9"))


def several_requests(t):
    """Of two or more requests, only the last has a violation."""
    def last(title, names, rule=None, words=(), region=None):
        lines = "\n".join(request(source_name=n) for n in names).encode()
        run, found = t.tool.check("--jsonl", *words, "-", stdin=lines)
        if not found:
            return
        wanted = [[] for _ in names]
        if rule:
            wanted[-1] = [(rule, RULES[rule][0], NAME, region, None)]
            t.alone.setdefault(rule, (lines, ["--jsonl", *words]))
        t.tool.equal([[key(v) for v in r["violations"]] for r in found["results"]], wanted, title, run)
        t.tool.equal(run.status, int(rule == "source-name-conflict"), title, run)
        message = "".join(v["message"] for v in found["results"][-1]["violations"])
        t.tool.expect(rule in (None, "source-count-limit") or "-:1" in message,
                      f"{title}: the earlier document is not named", run)

    here = at("us-east-1")
    for words, region in ((), None), (here, "us-east-1"):
        last("the same name", ["acme", "acme"], "source-name-conflict", words, region)
        last("the same name, not next to it", ["acme", "other", "acme"], "source-name-conflict", words,
             region)
        last("another case", ["acme", "ACME"], "source-name-collision", words, region)
        last("- for _", ["a-b", "a_b"], "source-name-collision", words, region)
        last("equal to one, similar to another", ["a-b", "x", "a-b"], "source-name-conflict", words, region)
        last("no fold for .", ["a.b", "a-b"], None, words)
    last("64 characters", ["a" * 64, "A" * 64], "source-name-collision", off("limit"))
    last("65 characters take no part", ["a" * 65, "a" * 65], None, off("limit", "source-name-length"))
    last("nor does an illegal name", ["a b", "a b"], None, off("source-name-pattern"))
    last("nor an empty one", ["", ""], None, off("source-name-length"))
    names = [f"n{i}" for i in range(51)]
    for words, region in ((), None), (here, "us-east-1"):
        last("50 names", names[:50], None, words)
        last("51 names", names, "source-count-limit", words, region)
        last("another case is another name", [*names[:49], "a-b", "A_B"], "source-count-limit",
             [*words, *off("source-name-collision")], region)
        last("51 requests, 50 names", [*names[:50], "n0"], "source-name-conflict", words, region)
        last("51, one illegal", [*names[:50], "n "], None, [*words, *off("source-name-pattern")], region)
    for count in 51, 52, 120:
        lines = "\n".join(request(source_name=f"n{i}") for i in range(count)).encode()
        run, found = t.tool.check(*at("us-east-1", "us-west-2"), "--jsonl", "-", stdin=lines)
        if found:
            t.tool.equal([(i, *key(v)) for i, r in enumerate(found["results"]) for v in r["violations"]],
                         [(50, "source-count-limit", "warning", NAME, r, None)
                          for r in ("us-east-1", "us-west-2")], f"{count} names: once a Region", run)

    run, found = t.tool.check(*at("us-east-1", "us-west-2"), "--jsonl", "-",
                              stdin=("\n".join([request()] * 2)).encode())
    if found:
        t.tool.equal([key(v) for v in found["results"][1]["violations"]],
                     [("source-name-conflict", "error", NAME, r, None) for r in ("us-east-1", "us-west-2")],
                     "one conflict a Region, in the order given", run)


def responses(t, folder):
    asked = folder / "asked.json"
    asked.write_text(request())
    words = ["--kind", "response", "--request", str(asked), *at("us-west-2")]
    versioned = folder / "versioned.json"
    versioned.write_text(request(source_version="1.0"))
    with_version = ["--kind", "response", "--request", str(versioned), *at("us-west-2")]

    t.good("as the service answers", response(), words)
    t.good("nothing at all", "{}", words)
    t.good("nulls", '{"source":null}', words)
    t.good("members that nobody knows", response(more=[("extra", {"sourceName": 5})]), words)
    t.good("with a version", response(version="1.0"), with_version)
    t.good("the version left out", response(), with_version)
    t.good("long names are plain text", response(location="s3://b/ext/acme-edr/" + "x" * 5000), words)
    source, provider, attributes = "/source", "/source/provider", "/source/attributes"
    t.bad("another name", response().replace('"sourceName":"acme-edr"', '"sourceName":"acme_edr"'),
          "response-source-mismatch", f"{source}/sourceName", words)
    t.bad("another version", response(version="1.1"), "response-source-mismatch", f"{source}/sourceVersion",
          with_version)
    t.bad("a version that nobody asked for", response(version="1.0"), "response-source-mismatch",
          f"{source}/sourceVersion", words)
    arn = "arn:aws:iam::123456789012:role/"
    role = "AmazonSecurityLake-Provider-acme-edr-us-west-2"
    t.good("a role below a path", response(role_arn=arn + "service-role/" + role), words)
    for bad in role + "x", role[:-1], role.replace("west-2", "east-1"), role.lower(), role + "/", "x" + role, "":
        t.bad(f"role {bad!r}", response(role_arn=arn + bad), "response-role-mismatch", f"{provider}/roleArn",
              words, region="us-west-2")
    for good in ("s3://b/ext/acme-edr/", "s3a://b/ext/acme-edr/", "s3n://b/ext/acme-edr/1.0/",
                 "s3://b/c/ext/acme-edr/"):
        t.good(good, response(location=good), words)
    for bad in ("", "s3://b/ext/acme-edr", "s3://b/ext/acme-edrs/", "s3://b/ext/Acme-edr/",
                "s3x://b/ext/acme-edr/",
                "https://b/ext/acme-edr/", "b/ext/acme-edr/", "s3://b/", "s3://ext/acme-edr/",
                "s3:/b/ext/acme-edr/"):
        t.bad(f"location {bad!r}", response(location=bad), "response-location-mismatch",
              f"{provider}/location", words)
    for n, member in enumerate(("crawlerArn", "databaseArn", "tableArn")):
        def changed(value):
            return response(**{("crawler_arn", "database_arn", "table_arn")[n]: value})
        t.good(member, changed("arn:aws:securitylake:us-west-2:123456789012:data-lake/default"), words)
        for bad in ("", "x", "arn:aws:s3:us-west-2:123456789012:x", "arn:aws:glue:us-east-1:123456789012:x",
                    "arn:aws:glue::123456789012:x"):
            t.bad(f"{member} {bad!r}", changed(bad), "response-arn-mismatch", f"{attributes}/{member}", words,
                  region="us-west-2")
    t.bad("a text where an object is expected", '{"source":"x"}', "member-type", source, words)
    t.bad("a number where a text is expected", response(location=5), "member-type", f"{provider}/location",
          words)
    t.bad("a member again", response(more=[("sourceName", "x")]), "member-duplicate", f"{source}/sourceName",
          words)
    t.bad("no object", "[]", "member-type", "", words)
    t.bad("not JSON", "{", "json-malformed", "", words)


def house_rules(t):
    name = ["--require", "/sourceName=acme-[a-z]+"]
    t.good("a name of the house", request(), name)
    for bad in "acme-", "xacme-edr", "acme-edr2", "ACME-edr":
        t.bad(bad, request(source_name=bad), "house-rule", NAME, name, says="acme-[a-z]+")
    t.bad("a pattern with =", request(), "house-rule", NAME, ["--require", "/sourceName=a=b"], says="a=b")
    for pointer, pattern in ((ROLE, ".*/other"), (EXTERNAL_ID, "x.*"), (PRINCIPAL, ".*amazonaws[.]com")):
        t.bad(pointer, request(), "house-rule", pointer, ["--require", f"{pointer}={pattern}"])
    two, several = request(event_classes=["SSH_ACTIVITY", "DNS_ACTIVITY"]), off("several")
    t.bad("every element", two, "house-rule", f"{CLASSES}/1", [*several, "--require", f"{CLASSES}=SSH_.*"])
    t.bad("one element", two, "house-rule", f"{CLASSES}/1", [*several, "--require", f"{CLASSES}/1=SSH_.*"])
    t.good("another element", two, [*several, "--require", f"{CLASSES}/0=SSH_.*"])
    # As in every pattern, a dot is no end of a line; Boost.Regex counts a form feed among these.
    for c in ASCII + BEYOND_ASCII:
        document, words = request(source_version=f"a{c}b"), off("source-version-pattern")
        words += ["--require", "/sourceVersion=a.{1,4}b"]
        if c in "\n\r\f":
            t.bad(f"a dot and {c!r}", document, "house-rule", VERSION, words)
        else:
            t.good(f"a dot and {c!r}", document, words)
    t.good("an absent member", request(), ["--require", "/sourceVersion=x"])
    t.bad("two for one member, both read", request(), "house-rule", NAME,
          [*name, "--require", "/sourceName=x.*"], says="x.*")


def order(t):
    """Structure and strings as they are met, rules in the order of the page, house rules, Regions."""
    document = request(
        crawler=(("extra", 1), ("roleArn", "arn:aws-cn:iam::123456789012:rolex"), ("roleArn", 1)),
        provider=(("principal", ".amazon.com"), ("externalID", 1)),
        event_classes=["FILE_ACTIVITY", "MY_CLASS", "bad", None, "SCAN_ACTIVITY", "FILE_ACTIVITY",
                       "CLOUD_API", "bad", "A" * 2049, "bad"],
        source_name="a:" * 14, source_version="")
    words = [*at("us-east-1", "us-est-1", "af-south-1", "cn-north-1", "xx-foo-1"),
             "--require", "/sourceName=acme", "--require", f"{CLASSES}=[A-Z_]*"]
    crawler, provider = "/configuration/crawlerConfiguration", "/configuration/providerIdentity"
    t.several("everything wrong", document, [
        ("member-unknown", f"{crawler}/extra"),
        ("member-duplicate", ROLE),
        ("member-unknown", "warning", f"{provider}/externalID", None, "externalId"),
        ("member-missing", EXTERNAL_ID),
        ("event-class-pattern", f"{CLASSES}/2"),
        ("member-type", f"{CLASSES}/3"),
        ("event-class-pattern", f"{CLASSES}/7"),
        ("event-classes-limit", CLASSES),
        ("source-version-length", VERSION),
        ("source-name-documented-limit", NAME),
        ("event-class-undocumented", f"{CLASSES}/1"),
        ("event-class-not-in-api-reference", f"{CLASSES}/4"),
        ("event-class-not-in-user-guide", "note", f"{CLASSES}/0", None, "FILE_SYSTEM_ACTIVITY"),
        ("event-class-not-in-user-guide", "note", f"{CLASSES}/5", None, "FILE_SYSTEM_ACTIVITY"),
        ("event-class-not-in-user-guide", f"{CLASSES}/6"),
        ("event-class-duplicate", f"{CLASSES}/5"),
        ("event-class-duplicate", f"{CLASSES}/7"),
        ("event-class-retired", f"{CLASSES}/6"),
        ("event-classes-several", CLASSES),
        ("role-arn-unresolvable", ROLE),
        ("principal-unresolvable", PRINCIPAL),
        *(("provider-role-length", "error", NAME, region, None)
          for region in ("us-east-1", "us-est-1", "af-south-1", "cn-north-1", "xx-foo-1")),
        ("provider-role-characters", NAME),
        *(("role-arn-partition", "error", ROLE, region, None)
          for region in ("us-east-1", "us-est-1", "af-south-1")),
        ("house-rule", NAME),
        ("house-rule", f"{CLASSES}/2"),
        ("house-rule", f"{CLASSES}/7"),
        ("region-unknown", "error", "", "us-est-1", "us-east-1"),
        ("region-unsupported", "warning", "", "af-south-1", None),
        ("region-unsupported", "warning", "", "cn-north-1", None),
        ("region-unknown", "error", "", "xx-foo-1", None)], words)
    t.several("nothing but Regions and the type", "5", [
        ("member-type", ""), ("region-unsupported", "warning", "", "af-south-1", None),
        ("region-unknown", "error", "", "us-est-1", "us-east-1")], at("af-south-1", "us-est-1"))


def capacity(t):
    """Of more than 64 violations, the last of the lowest severity makes room for one of a higher."""
    def case(title, document, wanted, omitted, words=()):
        result = t.several(title, document, wanted, words)
        if result:
            errors = any(RULES[w[0]][0] == "error" for w in wanted)
            t.tool.equal((result["omitted"], result["ok"]), (omitted, not errors), title)

    def unknown(count):
        return [(f"u{i}", 1) for i in range(count)]

    def elements(rule, *range_of):
        return [(rule, f"{CLASSES}/{i}") for i in range(*range_of)]

    warnings = [("member-unknown", f"/u{i}") for i in range(64)]
    missing, short = ("member-missing", NAME), ("source-version-length", VERSION)
    case("64 warnings", request(more=unknown(64)), warnings, 0)
    case("65 warnings", request(more=unknown(65)), warnings, 1)
    case("64 warnings and an error", request(source_name=LEAVE_OUT, more=unknown(64)),
         [*warnings[:63], missing], 1)
    case("200 warnings and an error", request(source_name=LEAVE_OUT, more=unknown(200)),
         [*warnings[:63], missing], 137)
    case("an error and 64 warnings", request(source_version="", more=unknown(64)), [short, *warnings[:63]], 1)
    case("63 warnings and a note", request(event_classes=["SCAN_ACTIVITY"], more=unknown(63)),
         [*warnings[:63], *elements("event-class-not-in-api-reference", 1)], 0)
    case("64 warnings and a note", request(event_classes=["SCAN_ACTIVITY"], more=unknown(64)), warnings, 1)

    scans = ["SCAN_ACTIVITY"] * 66
    case("66 notes, a warning, an error",
         request(event_classes=scans, principal=".amazon.com", source_name="a/b"),
         [*elements("event-class-not-in-api-reference", 62), ("principal-unresolvable", PRINCIPAL),
          ("provider-role-characters", NAME)], 4, off("event-class-duplicate"))
    case("66 notes, 65 warnings, an error", request(event_classes=scans, source_name="a/b"),
         [*elements("event-class-duplicate", 1, 64), ("provider-role-characters", NAME)], 68)

    bad = ["b" * (i + 1) for i in range(62)]
    case("65 errors", request(event_classes=[*bad, "c", "d", "e"]), elements("event-class-pattern", 64), 1)
    case("64 errors and a warning", request(event_classes=[*bad, "c", "c"]),
         elements("event-class-pattern", 64), 1)
    case("63 errors and a warning", request(event_classes=[*bad, "b"]),
         [*elements("event-class-pattern", 63), *elements("event-class-duplicate", 62, 63)], 0)

    noted = [(rule, "note", pointer, None, None) for rule, pointer in warnings]
    case("a policy's severities count", request(source_name=LEAVE_OUT, source_version="", more=unknown(64)),
         [(short[0], "warning", VERSION, None, None), *noted[:62], missing], 2,
         ["--severity", "member-unknown=note", "--severity", "source-version-length=warning"])
    run = t.tool.run("check", "-", stdin=request(source_name=LEAVE_OUT, more=unknown(64)).encode())
    t.tool.expect(run.status == 1 and run.out.count(b"[member-missing]") == 1,
                  "text output shows the error", run)


def every_rule(t):
    """No rule was left out; a policy changes what is not fixed; `rules` says the same as this file."""
    t.tool.equal(sorted(set(RULES) - set(t.alone)),
                 ["list-length", "number-range", "string-enum", "string-length", "string-pattern",
                  "union-members"], "rules that no request can break alone")
    lines = t.tool.run("rules").out.decode().splitlines()
    listing = [line.split() for line in lines if not line.startswith(" ")]
    t.tool.equal({w[0]: (w[1].strip(","), w[2] == "fixed") for w in listing}, RULES,
                 "the tool's list of rules")
    t.tool.equal([w[0] for w in listing], list(RULES), "the order of rules")
    for rule, (document, words) in t.alone.items():
        for severity in "off", "note", "warning", "error":
            run = t.tool.run("check", "--format", "json", *words, "--severity", f"{rule}={severity}", "-",
                             stdin=document if isinstance(document, bytes) else document.encode())
            if RULES[rule][1]:
                t.tool.equal((run.status, run.out), (2, b""), f"{rule} is fixed", run)
                t.tool.expect(rule.encode() in run.err, f"{rule} is not named", run)
                continue
            t.tool.equal(run.status, int(severity == "error"), f"{rule}={severity}", run)
            found = f'"severity":"{severity}"'.encode() in run.out.replace(b" ", b"")
            t.tool.equal(found, severity != "off", f"{rule}={severity}", run)


def main():
    tool = Tool("boundaries")
    table = Table(tool)
    for part in (json_rules, structure_rules, unknown_rule, source_name, source_version, external_id,
                 principal, role_arn,
                 event_classes, placeholders, derived_role, several_requests, house_rules, order, capacity):
        part(table)
    with tempfile.TemporaryDirectory() as folder:
        responses(table, Path(folder))
        every_rule(table)
    tool.finish()


if __name__ == "__main__":
    main()
