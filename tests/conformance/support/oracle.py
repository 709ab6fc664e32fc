# SPDX-License-Identifier: BSL-1.0
"""The rules once more, written from their description alone: what the tool is compared with.

    judge(text, regions, ...) -> [Violation], in the order of the report
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

MOST_BYTES = 1 << 20
MOST_DEPTH = 32
REPORT_CAPACITY = 64

# Every rule: its default severity, and whether a policy may not change it.
RULES = {rule: (words[0], "fixed" in words) for rule, *words in (line.split() for line in """
    json-malformed                error fixed
    json-limit                    error fixed
    member-type                   error fixed
    member-missing                error fixed
    member-duplicate              error fixed
    member-unknown                warning
    source-name-length            error
    source-name-pattern           error
    source-name-documented-limit  error
    source-version-length         error
    source-version-pattern        error
    event-class-pattern           error
    event-class-undocumented      error
    event-class-duplicate         warning
    event-class-retired           note
    event-classes-limit           error fixed
    role-arn-length               error fixed
    role-arn-pattern              error
    role-arn-unresolvable         error
    principal-length              error fixed
    principal-pattern             error
    principal-unresolvable        warning
    external-id-length            error
    external-id-pattern           error
    string-length                 error
    string-pattern                error
    provider-role-length          error
    provider-role-characters      error
    role-arn-partition            error
    region-unknown                warning
    region-unsupported            warning
    source-name-conflict          error
    source-name-collision         warning
    response-source-mismatch      warning
    response-role-mismatch        warning
    response-location-mismatch    warning
    response-arn-mismatch         warning
    house-rule                    error
    """.strip().splitlines())}

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text(encoding="utf-8"))
LISTED = TABLES["event_classes"]
OCSF_1_8_0 = set(TABLES["ocsf_1_8_0"])
RENAMED = {"AUTHORIZE_SESSION": "AUTHORIZATION", "ENTITY_MANAGEMENT": "ENTITY_MANAGEMENT_AUDIT",
           "KERNEL_EXTENSION_ACTIVITY": "KERNEL_EXTENSION",
           "WINDOWS_RESOURCE_ACTIVITY": "RESOURCE_ACTIVITY"}
RETIRED = {"ACCESS_ACTIVITY", "CLOUD_API", "CONFIG_STATE", "SECURITY_FINDING"}
REGIONS = {code: (p["id"], endpoint) for p in TABLES["partitions"]
           for code, endpoint in p["regions"].items()}


def partition_of(region):
    if region in REGIONS:
        return REGIONS[region][0]
    for p in TABLES["partitions"]:
        if re.fullmatch(p["regions_match"], region, re.ASCII):
            return p["id"]
    return None


def longest_name(region):
    return 64 - len("AmazonSecurityLake-Provider-") - len("-") - len(region)


# JSON, read strictly, with the offset of every value.

class Malformed(Exception):
    pass


class Limit(Exception):
    pass


@dataclass
class Value:
    type: str  # object, array, string, number, bool, null
    at: int
    content: object = None  # object: [(name, Value)]


BLANKS = re.compile(rb"[ \t\n\r]*")
PLAIN = re.compile(rb'[^"\\\x00-\x1f]*')
NUMBER = re.compile(rb"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?([0-9]+))?")
HEX = re.compile(rb"[0-9a-fA-F]{4}")
ESCAPES = dict(zip(b'"\\/bfnrt', '"\\/\b\f\n\r\t'))
LITERALS = {b"true": "bool", b"false": "bool", b"null": "null"}
LARGEST_EXPONENT = 2**31 - 1  # of Boost.JSON


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.depth = 0

    def document(self):
        self.blanks()
        value = self.value()
        self.blanks()
        if self.at != len(self.text):
            raise Malformed
        return value

    def blanks(self):
        self.at = BLANKS.match(self.text, self.at).end()

    def next(self):
        return self.text[self.at:self.at + 1]

    def take(self, expected):
        if not self.text.startswith(expected, self.at):
            raise Malformed
        self.at += len(expected)

    def value(self):
        c, at = self.next(), self.at
        if c == b"{":
            return Value("object", at, self.sequence(b"}", self.member))
        if c == b"[":
            return Value("array", at, self.sequence(b"]", self.value))
        if c == b'"':
            return Value("string", at, self.string())
        for literal, kind in LITERALS.items():
            if c == literal[:1]:
                self.take(literal)
                return Value(kind, at)
        number = NUMBER.match(self.text, at)
        if not number or int((number[1] or b"0").lstrip(b"0")[:12] or b"0") > LARGEST_EXPONENT:
            raise Malformed
        self.at = number.end()
        return Value("number", at)

    def sequence(self, end, element):
        if self.depth == MOST_DEPTH:
            raise Limit
        self.depth += 1
        self.at += 1
        self.blanks()
        elements = []
        if self.next() != end:
            elements.append(element())
            self.blanks()
            while self.next() == b",":
                self.at += 1
                self.blanks()
                elements.append(element())
                self.blanks()
        self.take(end)
        self.depth -= 1
        return elements

    def member(self):
        name = self.string()
        self.blanks()
        self.take(b":")
        self.blanks()
        return name, self.value()

    def string(self):
        self.take(b'"')
        parts = []
        while self.next() != b'"':
            plain = PLAIN.match(self.text, self.at)
            try:
                parts.append(plain[0].decode("utf-8"))
            except UnicodeDecodeError:
                raise Malformed from None
            self.at = plain.end()
            if self.next() == b"\\":
                parts.append(self.escape())
            elif self.next() != b'"':
                raise Malformed
        self.at += 1
        return "".join(parts)

    def escape(self):
        self.at += 1
        c = self.next()
        if c != b"u":
            if not c or c[0] not in ESCAPES:
                raise Malformed
            self.at += 1
            return ESCAPES[c[0]]
        unit = self.unit()
        if 0xd800 <= unit <= 0xdbff:
            self.take(b"\\")
            low = self.unit()
            if not 0xdc00 <= low <= 0xdfff:
                raise Malformed
            unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
        elif 0xdc00 <= unit <= 0xdfff:
            raise Malformed
        return chr(unit)

    def unit(self):
        self.take(b"u")
        digits = HEX.match(self.text, self.at)
        if not digits:
            raise Malformed
        self.at += 4
        return int(digits[0], 16)


# Violations.

@dataclass
class Violation:
    rule: str
    pointer: str
    region: str = None
    suggestion: str = None
    at: int = None  # the offset of the value, if it is there
    severity: str = field(init=False)

    def __post_init__(self):
        self.severity = RULES[self.rule][0]

    def key(self):
        return self.rule, self.severity, self.pointer, self.region, self.suggestion


def distance(a, b):
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y)))
    return row[-1]


def closest(text, names, most):
    """The nearest name, the first of several; or None."""
    near = [(distance(text, n), i, n) for i, n in enumerate(names) if abs(len(text) - len(n)) <= most]
    best = min(near, default=(most + 1,))
    return best[2] if best[0] <= most else None


def fold_case(text):
    return re.sub("[A-Z]", lambda c: c[0].lower(), text)


def shown_in_pointer(name):
    """At most 64 bytes of an unknown member's name, escaped as JSON Pointers are."""
    whole = name.encode()
    if len(whole) > 64:
        name = whole[:64].decode(errors="ignore") + "\u2026"
    return name.replace("~", "~0").replace("/", "~1")


def matches(pattern, text):
    return re.fullmatch(pattern.encode(), text.encode()) is not None  # bytes: \w and \d are ASCII


SOURCE_NAME = r"[\\\w\-_:/.]*"
ROLE_ARN = r"arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+"


def source_name(text):
    if not 1 <= len(text) <= 64:
        yield "source-name-length"
    if not matches(SOURCE_NAME, text):
        yield "source-name-pattern"
    if len(text) > 20:
        yield "source-name-documented-limit"


def source_version(text):
    if not 1 <= len(text) <= 32:
        yield "source-version-length"
    if not matches(r"[A-Za-z0-9\-\.\_]*", text):
        yield "source-version-pattern"


def role_arn(text):
    if len(text) > 2048:
        yield "role-arn-length"
    if not matches(ROLE_ARN, text):
        yield "role-arn-pattern"
        return
    fields = text.split(":", 5)
    path, _, name = fields[5][len("role"):].rpartition("/")
    if (fields[1] == "" or not fields[5].startswith("role/") or not 1 <= len(name) <= 64
            or len(path + "/") > 512 or "//" in fields[5]):
        yield "role-arn-unresolvable"


def principal(text):
    if len(text) > 255:
        yield "principal-length"
    if not matches(r"([0-9]{12}|[a-z0-9\.\-]*\.(amazonaws|amazon)\.com)", text):
        arn = re.match("arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):", text)
        yield "principal-pattern", arn[1] if arn else None
    elif "" in text.split("."):
        yield "principal-unresolvable"


def external_id(text):
    if not 2 <= len(text) <= 1224:
        yield "external-id-length"
    if not matches(r"[\w+=,.@:\/-]*", text):
        yield "external-id-pattern"


def event_class(text):
    if not matches(r"[A-Z\_0-9]*", text):
        spelling = re.sub("[a-z]", lambda c: c[0].upper(), text).replace(" ", "_").replace("-", "_")
        yield "event-class-pattern", spelling if spelling in LISTED else None
    elif text in OCSF_1_8_0 and text not in LISTED:
        yield "event-class-undocumented", RENAMED.get(text)
    elif text not in LISTED:
        yield "event-class-undocumented", closest(text, LISTED, 3)


def plain_text(_):
    return ()


# Shapes: name -> (what it holds, required), in the order of the API reference.

EVENT_CLASSES = object()
REQUEST = {
    "configuration": ({
        "crawlerConfiguration": ({"roleArn": (role_arn, True)}, True),
        "providerIdentity": ({"externalId": (external_id, True),
                              "principal": (principal, True)}, True),
    }, True),
    "eventClasses": (EVENT_CLASSES, False),
    "sourceName": (source_name, True),
    "sourceVersion": (source_version, False),
}
RESPONSE = {
    "source": ({
        "attributes": ({name: (plain_text, False)
                        for name in ("crawlerArn", "databaseArn", "tableArn")}, False),
        "provider": ({"location": (plain_text, False), "roleArn": (plain_text, False)}, False),
        "sourceName": (plain_text, False),
        "sourceVersion": (plain_text, False),
    }, False),
}


class Run:
    """The source names of the requests so far, per Region."""

    def __init__(self):
        self.names = {}
        self.folded = {}

    def judge(self, name, region):
        folded = fold_case(name).replace("-", "_")
        names = self.names.setdefault(region, set())
        all_folded = self.folded.setdefault(region, set())
        clash = ("source-name-conflict" if name in names
                 else "source-name-collision" if folded in all_folded else None)
        names.add(name)
        all_folded.add(folded)
        return clash


class Judge:
    def __init__(self, regions, lenient):
        self.regions = list(dict.fromkeys(regions))
        self.lenient = lenient
        self.found = []
        self.texts = {}  # pointer -> (text, offset)

    def add(self, rule, pointer, at=None, **more):
        self.found.append(Violation(rule, pointer, at=at, **more))

    def add_all(self, broken, pointer, at):
        for rule in broken:
            rule, suggestion = rule if isinstance(rule, tuple) else (rule, None)
            self.add(rule, pointer, at, suggestion=suggestion)

    def object(self, value, shape, pointer):
        if value.type != "object":
            return self.add("member-type", pointer, value.at)
        first = {}
        for name, member in value.content:
            here = f"{pointer}/{name}"
            if name not in shape:
                if not self.lenient:
                    names = {fold_case(n): n for n in shape}
                    self.add("member-unknown", f"{pointer}/{shown_in_pointer(name)}", member.at,
                             suggestion=names.get(closest(fold_case(name), list(names), 2)))
            elif name in first:
                self.add("member-duplicate", here, member.at)
            else:
                first[name] = member.type
                if member.type != "null":
                    self.member(member, shape[name][0], here)
        for name, (_, required) in shape.items():
            if required and first.get(name, "null") == "null":
                self.add("member-missing", f"{pointer}/{name}")

    def member(self, value, content, pointer):
        if isinstance(content, dict):
            self.object(value, content, pointer)
        elif value.type != ("array" if content is EVENT_CLASSES else "string"):
            self.add("member-type", pointer, value.at)
        elif content is EVENT_CLASSES:
            self.event_classes(value, pointer)
        else:
            self.texts[pointer] = value.content, value.at
            self.add_all(content(value.content), pointer, value.at)

    def event_classes(self, value, pointer):
        characters, seen = 0, set()
        for i, element in enumerate(value.content):
            text = element.content if element.type == "string" else None
            characters += len(text or "")
            if i >= 64 or characters > 1024:
                return self.add("event-classes-limit", pointer, value.at)
            here = f"{pointer}/{i}"
            if text is None:
                self.add("member-type", here, element.at)
                continue
            self.add_all(event_class(text), here, element.at)
            if text in seen:
                self.add("event-class-duplicate", here, element.at)
            seen.add(text)
            if text in RETIRED:
                self.add("event-class-retired", here, element.at)

    def whole_request(self, run):
        name, at = self.texts.get("/sourceName", (None, None))
        legal = name is not None and matches(SOURCE_NAME, name)
        for region in self.regions:
            if name is not None and len(name) > longest_name(region):
                self.add("provider-role-length", "/sourceName", at, region=region)
        if legal and re.search(r"[\\:/]", name):
            self.add("provider-role-characters", "/sourceName", at)
        pointer = "/configuration/crawlerConfiguration/roleArn"
        arn, arn_at = self.texts.get(pointer, ("", None))
        role = re.fullmatch(ROLE_ARN.encode(), arn.encode())
        for region in self.regions:
            if role and role[1] and partition_of(region) not in (None, role[1].decode()):
                self.add("role-arn-partition", pointer, arn_at, region=region)
        if legal and 1 <= len(name) <= 64:
            for region in self.regions or [None]:
                if clash := run.judge(name, region):
                    self.add(clash, "/sourceName", at, region=region)
        for region in self.regions:
            if region not in REGIONS:
                self.add("region-unknown", "", region=region)
            elif not REGIONS[region][1]:
                self.add("region-unsupported", "", region=region)

    def response(self, name, version):
        region = self.regions[0]

        def differs(rule, pointer, right, region=None):
            text, at = self.texts.get(pointer, (None, None))
            if text is not None and not right(text):
                self.add(rule, pointer, at, region=region)

        differs("response-source-mismatch", "/source/sourceName", lambda t: t == name)
        differs("response-source-mismatch", "/source/sourceVersion", lambda t: t == version)
        role = f"AmazonSecurityLake-Provider-{name}-{region}"
        differs("response-role-mismatch", "/source/provider/roleArn",
                lambda t: "/" in t and t.rpartition("/")[2] == role, region)
        place = rf"s3[an]?://[^/]+/(.*/)?ext/{re.escape(name)}/.*"
        differs("response-location-mismatch", "/source/provider/location",
                lambda t: re.fullmatch(place, t, re.DOTALL))
        arn = f"arn:[^:]*:(glue|securitylake):{region}:.*"
        for member in RESPONSE["source"][0]["attributes"][0]:
            differs("response-arn-mismatch", f"/source/attributes/{member}",
                    lambda t: re.fullmatch(arn, t, re.DOTALL), region)


def judge(text, regions=(), run=None, policy=None, answers=None):
    """`answers`: (name, version) of the request whose response `text` is."""
    judged = Judge(regions, lenient=answers is not None)
    try:
        if len(text) > MOST_BYTES:
            raise Limit
        value = Reader(text).document()
        judged.object(value, REQUEST if answers is None else RESPONSE, "")
        if answers is None:
            judged.whole_request(run or Run())
        else:
            judged.response(*answers)
    except Malformed:
        judged.found = [Violation("json-malformed", "")]
    except Limit:
        judged.found = [Violation("json-limit", "")]
    for v in judged.found:
        if not RULES[v.rule][1]:
            v.severity = (policy or {}).get(v.rule, v.severity)
    return [v for v in judged.found if v.severity != "off"]


def place(text, at):
    """The line and the column, in bytes, of an offset; both from 1."""
    return text.count(b"\n", 0, at) + 1, at - text.rfind(b"\n", 0, at)
