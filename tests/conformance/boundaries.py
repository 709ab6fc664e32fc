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
from support.oracle import LISTED, MOST_BYTES, REGIONS, RULES, longest_name
from support.tool import Tool, key

OFF = {"limit": "source-name-documented-limit", "unknown": "member-unknown",
       "characters": "provider-role-characters"}

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

    def bad(self, title, document, rule, pointer, words=(), region=None, suggestion=None, says=None):
        severity = RULES[rule][0]
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
            self.tool.expect(suggestion is None or suggestion in v["message"], f"{title}: no suggestion", run)
        self.alone.setdefault(rule, (document, words))


def numbered(documents):
    """JSON lines without a name in common; a document is made with its name."""
    return "".join(make(f"n{i}") + "\n" for i, make in enumerate(documents)).encode()


def sweep(table, title, rows, rule, pointer, words=()):
    """Many documents in one run. A row: how to make the document of a name, and whether it is bad."""
    run, found = table.tool.check("--jsonl", *words, "-", stdin=numbered([make for make, _ in rows]))
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
            "a trailing comma": request(event_classes=Raw("[\"FILE_ACTIVITY\",]")),
            "single quotes": request(source_name=Raw("'acme'")),
            "a leading zero": request(source_version=Raw("01")),
            "a bare word": request(source_name=Raw("acme")), "True": request(source_version=Raw("True")),
            "a lone surrogate": request(source_name=Raw('"\\ud800"')),
            "two high surrogates": request(source_name=Raw('"\\ud800\\ud800"')),
            "a low surrogate first": request(source_name=Raw('"\\udc00\\ud800"')),
            "a raw newline in a text": request(source_name=Raw('"a\nb"')),
            "a raw tab in a name": request(more=[(Raw('"a\tb"'), 1)]),
            "an unknown escape": request(source_name=Raw('"\\x41"')),
            "an exponent too large": request(source_version=Raw("1e2147483648")),
            "a vertical tab": "\v" + request(), "a no-break space": "\u00a0" + request()}.items():
        t.bad(title, text, "json-malformed", "")
    for title, broken in {"a stray byte": b"\xff", "a continuation byte": b"\x80",
                          "an overlong slash": b"\xc0\xaf",
                          "half a character": b"\xe2\x82", "a raw surrogate": b"\xed\xa0\x80",
                          "beyond Unicode": b"\xf4\x90\x80\x80", "a raw NUL": b"\0"}.items():
        t.bad(title, request(source_name="HERE").encode().replace(b"HERE", broken), "json-malformed", "")
        t.bad(f"{title} in a member to skip", request(more=[("x", "HERE")]).encode().replace(b"HERE", broken),
              "json-malformed", "")
    t.good("a pair of surrogates", request(more=[("x", Raw('"\\ud83d\\ude00"'))]), off("unknown"))
    t.good("the largest exponent", request(more=[("x", Raw("[1e2147483647,1e-2147483647]"))]), off("unknown"))


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
            t.bad(f"an event class is a {kind}", request(event_classes=["FILE_ACTIVITY", value]),
                  "member-type",
                  f"{CLASSES}/1")
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

    def unresolvable(title, document):
        t.bad(title, document, "role-arn-unresolvable", ROLE)

    unresolvable("no partition", of(""))
    t.good("name of 64", of(resource="role/" + "x" * 64))
    unresolvable("name of 65", of(resource="role/" + "x" * 65))
    t.good("name of 64 below a path", of(resource="role/a/b/" + "x" * 64))
    unresolvable("name of 65 below a path", of(resource="role/a/b/" + "x" * 65))
    unresolvable("no name", of(resource="role/"))
    unresolvable("no name below a path", of(resource="role/a/"))
    t.good("path of 512", of(resource="role/" + "p" * 510 + "/x"))
    unresolvable("path of 513", of(resource="role/" + "p" * 511 + "/x"))
    t.good("path of 512 in segments", of(resource="role/" + "ppp/" * 127 + "pp/x"))
    unresolvable("path of 513 in segments", of(resource="role/" + "ppp/" * 127 + "ppp/x"))
    unresolvable("an empty segment", of(resource="role//x"))
    unresolvable("an empty segment between", of(resource="role/a//x"))
    unresolvable("no slash", of(resource="rolex"))
    unresolvable("no slash, then a path", of(resource="rolex/y"))


def event_classes(t):
    def classes(*names):
        return request(event_classes=list(names))

    first = f"{CLASSES}/0"
    retired = {"ACCESS_ACTIVITY", "CLOUD_API", "CONFIG_STATE", "SECURITY_FINDING"}
    t.good("all that are listed", classes(*LISTED), off("event-class-retired"))
    for name in LISTED:
        if name in retired:
            t.bad(name, classes(name), "event-class-retired", first)
        else:
            t.good(name, classes(name))
    for name, suggestion in (("Network Activity", "NETWORK_ACTIVITY"),
                             ("network-activity", "NETWORK_ACTIVITY"),
                             ("file_activity", "FILE_ACTIVITY"), ("Kernel-extension", "KERNEL_EXTENSION"),
                             ("cloud api", "CLOUD_API"), ("Network  Activity", None),
                             ("networkActivity", None),
                             ("FILE_ACTIVITY ", None), ("FILE.ACTIVITY", None), ("file_activit", None),
                             (" ", None),
                             ("Authorize Session", None), ("FILE_ACT\u0130VITY", None),
                             ("fi\u017fe_activity", None)):
        t.bad(f"event class {name!r}", classes(name), "event-class-pattern", first, suggestion=suggestion)
    sweep(t, "characters of an event class",
          [(lambda n, c=c: request(source_name=n, event_classes=["X" + c]),
            c not in set("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"))
           for c in ASCII + BEYOND_ASCII], "event-class-pattern", first, off("event-class-undocumented"))

    for name, suggestion in (("FILEACTIVITY", "FILE_ACTIVITY"), ("FILE_ACTIVITYXX", "FILE_ACTIVITY"),
                             # distance 1, 2,
                             ("FILE_ACTIVITYXXX", "FILE_ACTIVITY"), ("FILE_ACTIVITYXXXX", None),       # 3, 4
                             ("S_ACTIVITY", "DNS_ACTIVITY"),    # 2 to DNS, SMB and SSH
                             ("SXX_ACTIVITY", "SMB_ACTIVITY"),  # 2 to SMB and SSH
                             ("_ACTIVITY", "DNS_ACTIVITY"),     # 3 to DNS, FTP, RDP, SMB, SSH and API
                             ("XTP_ACTIVITY", "FTP_ACTIVITY"),  # 1 to FTP, 2 to HTTP
                             ("ACTIVITY", None), ("CLOUD_APIS", "CLOUD_API"), ("", None), ("_", None),
                             ("0", None)):
        t.bad(f"event class {name!r}", classes(name), "event-class-undocumented", first,
              suggestion=suggestion)
    for name, suggestion in (("AUTHORIZE_SESSION", "AUTHORIZATION"),
                             ("ENTITY_MANAGEMENT", "ENTITY_MANAGEMENT_AUDIT"),
                             ("KERNEL_EXTENSION_ACTIVITY", "KERNEL_EXTENSION"),
                             ("WINDOWS_RESOURCE_ACTIVITY", "RESOURCE_ACTIVITY"),
                             ("DETECTION_FINDING", None), ("USER_ACCESS", None),
                             ("NTP_ACTIVITY", None)):  # 1 to FTP_ACTIVITY, but a class of its own
        t.bad(name, classes(name), "event-class-undocumented", first, suggestion=suggestion,
              says="OCSF 1.8.0")

    t.bad("the same again", classes("FILE_ACTIVITY", "DNS_ACTIVITY", "FILE_ACTIVITY"),
          "event-class-duplicate", f"{CLASSES}/2")
    t.bad("the same again, escaped", request(event_classes=["FILE_ACTIVITY", Raw('"FILE\\u005fACTIVITY"')]),
          "event-class-duplicate", f"{CLASSES}/1")
    t.bad("no legal name, again", classes("bad", "bad"), "event-class-duplicate", f"{CLASSES}/1",
          off("event-class-pattern"))
    t.good("another case is another name", classes("FILE_ACTIVITY", "File_Activity"),
           off("event-class-pattern"))

    many = off("event-class-duplicate")
    t.good("64 elements", classes(*["FILE_ACTIVITY"] * 64), many)
    t.bad("65 elements", classes(*["FILE_ACTIVITY"] * 65), "event-classes-limit", CLASSES, many, says=64)
    t.bad("65 elements, the last of a wrong type", classes(*["FILE_ACTIVITY"] * 64, None),
          "event-classes-limit", CLASSES, many)
    t.bad("66 elements, the last no legal name", classes(*["FILE_ACTIVITY"] * 65, "bad"),
          "event-classes-limit", CLASSES, many)
    any_name = off("event-class-undocumented", "event-class-pattern")
    t.good("1,024 characters", classes("A" * 1000, "B" * 24, ""), any_name)
    t.bad("1,025 characters", classes("A" * 1000, "B" * 25), "event-classes-limit", CLASSES, any_name,
          says=1024)
    t.good("1,024 characters of four bytes", classes("\U0001f600" * 1024), any_name)
    t.bad("1,025 characters of four bytes", classes("\U0001f600" * 1025), "event-classes-limit", CLASSES,
          any_name)
    t.bad("what comes after is not checked", classes("A" * 1025, None, "CLOUD_API"), "event-classes-limit",
          CLASSES)


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
    for region in "us-east-9", "xx-foo-1", "ab-c-1", longest_code, "us-east-01":
        t.bad(region, request(source_name="a"), "region-unknown", "", at(region), region=region)
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
        t.tool.expect(not rule or "-:1" in message, f"{title}: the earlier document is not named", run)

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
    two = request(event_classes=["FILE_ACTIVITY", "DNS_ACTIVITY"])
    t.bad("every element", two, "house-rule", f"{CLASSES}/1", ["--require", f"{CLASSES}=FILE_.*"])
    t.bad("one element", two, "house-rule", f"{CLASSES}/1", ["--require", f"{CLASSES}/1=FILE_.*"])
    t.good("another element", two, ["--require", f"{CLASSES}/0=FILE_.*"])
    t.good("an absent member", request(), ["--require", "/sourceVersion=x"])
    t.bad("two for one member, both read", request(), "house-rule", NAME,
          [*name, "--require", "/sourceName=x.*"], says="x.*")


def every_rule(t):
    """No rule was left out; a policy changes what is not fixed; `rules` says the same as this file."""
    t.tool.equal(sorted(set(RULES) - set(t.alone)), ["string-length", "string-pattern"],
                 "rules that no request can break alone")
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
                 event_classes, derived_role, several_requests, house_rules):
        part(table)
    with tempfile.TemporaryDirectory() as folder:
        responses(table, Path(folder))
        every_rule(table)
    tool.finish()


if __name__ == "__main__":
    main()
