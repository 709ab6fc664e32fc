# SPDX-License-Identifier: BSL-1.0
"""The rules once more, written from their description alone: what the tool is compared with.

    violations(document, regions, ...) -> [Violation], in the order of a report
    kept(violations)                   -> those that a report keeps, and how many it omits
"""

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 1 << 20
MOST_DEPTH = 32
MOST_ELEMENTS = 128
MOST_CHARACTERS = 2048  # of all elements
MOST_SOURCES = 50
REPORT_CAPACITY = 64

# Every rule, in the order of the page: its default severity, and whether a policy may not change it.
RULES = {rule: (words[0], "fixed" in words) for rule, *words in (line.split() for line in """
    json-malformed                   error fixed
    json-limit                       error fixed
    member-type                      error fixed
    member-missing                   error fixed
    member-duplicate                 error fixed
    member-unknown                   warning
    source-name-length               error
    source-name-pattern              error
    source-name-documented-limit     error
    source-version-length            error
    source-version-pattern           error
    event-class-pattern              error
    event-class-undocumented         error
    event-class-not-in-api-reference note
    event-class-not-in-user-guide    note
    event-class-duplicate            warning
    event-class-retired              note
    event-classes-several            note
    event-classes-limit              error fixed
    role-arn-length                  error fixed
    role-arn-pattern                 error
    role-arn-unresolvable            error
    principal-length                 error fixed
    principal-pattern                error
    principal-unresolvable           warning
    external-id-length               error
    external-id-pattern              error
    provider-role-length             error
    provider-role-characters         error
    role-arn-partition               error
    region-unknown                   error
    region-unsupported               warning
    source-name-conflict             error
    source-name-collision            warning
    source-count-limit               warning
    response-source-mismatch         warning
    response-role-mismatch           warning
    response-location-mismatch       warning
    response-arn-mismatch            warning
    string-length                    error
    string-pattern                   error
    string-enum                      error
    number-range                     error
    list-length                      error
    union-members                    error
    house-rule                       error
    """.strip().splitlines())}
SEVERITIES = {"off": 0, "note": 1, "warning": 2, "error": 3}

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text(encoding="utf-8"))
CLASSES = {row["name"]: row for row in TABLES["event_classes"]}
LISTED = list(CLASSES)
API_REFERENCE = [name for name in LISTED if "api_reference" in CLASSES[name]["lists"]]
USER_GUIDE = [name for name in LISTED if "user_guide" in CLASSES[name]["lists"]]
NEAREST_FIRST = USER_GUIDE + [name for name in LISTED if name not in USER_GUIDE]
RETIRED = {name for name, row in CLASSES.items() if not row["ocsf_1_8_0"] or "deprecated_since" in row}
OCSF_1_8_0 = set(TABLES["ocsf_1_8_0"])
RENAMED = {row["ocsf_1_8_0"]: name for name, row in CLASSES.items()
           if row["ocsf_1_8_0"] in OCSF_1_8_0 and row["ocsf_1_8_0"] not in CLASSES}
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
    content: object = None  # object: [(name, its offset, Value)]


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
        if not number:
            raise Malformed
        if int((number[1] or b"0").lstrip(b"0")[:12] or b"0") > LARGEST_EXPONENT:
            raise Limit
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
        at, name = self.at, self.string()
        self.blanks()
        self.take(b":")
        self.blanks()
        return name, at, self.value()

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


# Strings, as they are read: the rules of their length and pattern that they break.

@functools.lru_cache(100_000)
def distance(a, b):
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y)))
    return row[-1]


def closest(string, names, most):
    """The nearest name, the first of several; or None."""
    near = [(distance(string, n), i, n) for i, n in enumerate(names) if abs(len(string) - len(n)) <= most]
    best = min(near, default=(most + 1,))
    return best[2] if best[0] <= most else None


def fold_case(string):
    return re.sub("[A-Z]", lambda c: c[0].lower(), string)


def matches(pattern, string):
    return re.fullmatch(pattern.encode(), string.encode()) is not None  # bytes: \w and \d are ASCII


def constrained(rules, pattern, least=0, most=None, suggest=lambda string: None):
    """A string type: what it finds in a string, as (rule, suggestion)."""
    def broken(string):
        if len(string) < least or most is not None and len(string) > most:
            yield f"{rules}-length", None
        if not matches(pattern, string):
            yield f"{rules}-pattern", suggest(string)
    return broken


def account_of_arn(string):
    arn = re.match("arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):", string)
    return arn[1] if arn else None


def spelling_of_class(string):
    spelling = re.sub("[a-z]", lambda c: c[0].upper(), string).replace(" ", "_").replace("-", "_")
    return spelling if spelling in CLASSES else None


def plain_string(_):
    return ()


# Shapes: name -> (what it holds: a shape, a string type, or a list of one; required), in the order of the
# API reference.

ROLE_PATTERN = r"arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+"
PRINCIPAL_PATTERN = r"([0-9]{12}|[a-z0-9\.\-]*\.(amazonaws|amazon)\.com)"
REQUEST = {
    "configuration": ({
        "crawlerConfiguration": ({
            "roleArn": (constrained("role-arn", ROLE_PATTERN, most=2048), True)}, True),
        "providerIdentity": ({
            "externalId": (constrained("external-id", r"[\w+=,.@:\/-]*", 2, 1224), True),
            "principal": (constrained("principal", PRINCIPAL_PATTERN, most=255, suggest=account_of_arn),
                          True)}, True),
    }, True),
    "eventClasses": ([constrained("event-class", r"[A-Z\_0-9]*", suggest=spelling_of_class)], False),
    "sourceName": (constrained("source-name", r"[\\\w\-_:/.]*", 1, 64), True),
    "sourceVersion": (constrained("source-version", r"[A-Za-z0-9\-\.\_]*", 1, 32), False),
}
RESPONSE = {
    "source": ({
        "attributes": ({name: (plain_string, False)
                        for name in ("crawlerArn", "databaseArn", "tableArn")}, False),
        "provider": ({"location": (plain_string, False), "roleArn": (plain_string, False)}, False),
        "sourceName": (plain_string, False),
        "sourceVersion": (plain_string, False),
    }, False),
}
NAME, LIST = "/sourceName", "/eventClasses"
ROLE = "/configuration/crawlerConfiguration/roleArn"
PRINCIPAL = "/configuration/providerIdentity/principal"


# Violations.

@dataclass
class Violation:
    rule: str
    pointer: str
    at: int = None  # the offset of the value (of an unknown member: its name), if it is there
    region: str = None
    suggestion: str = None
    severity: str = None

    def __post_init__(self):
        self.severity = self.severity or RULES[self.rule][0]

    def key(self):
        return self.rule, self.severity, self.pointer, self.region, self.suggestion


def shown_in_pointer(name):
    """At most 64 bytes of an unknown member's name, escaped as JSON Pointers are."""
    whole = name.encode()
    if len(whole) > 64:
        name = whole[:64].decode(errors="ignore") + "\u2026"
    return name.replace("~", "~0").replace("/", "~1")


@dataclass
class String:
    pointer: str
    at: int
    value: str
    legal: bool  # it has its pattern, whatever its length


class Structure:
    """What a document holds of a shape, and what is wrong with its structure and its strings."""

    def __init__(self, value, shape, lenient):
        self.lenient = lenient
        self.found = []
        self.strings = {}  # by pointer, in the order of the document
        self.lists = {}    # offsets by pointer
        self.object(value, shape, "")

    def add(self, rule, pointer, at=None, suggestion=None):
        self.found.append(Violation(rule, pointer, at, suggestion=suggestion))

    def object(self, value, shape, pointer):
        if value.type != "object":
            return self.add("member-type", pointer, value.at)
        first = {}
        for name, name_at, member in value.content:
            here = f"{pointer}/{name}"
            if name not in shape:
                if not self.lenient:
                    names = {fold_case(n): n for n in shape}
                    self.add("member-unknown", f"{pointer}/{shown_in_pointer(name)}", name_at,
                             suggestion=names.get(closest(fold_case(name), tuple(names), 2)))
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
        elif isinstance(content, list):
            self.list(value, content[0], pointer)
        elif value.type != "string":
            self.add("member-type", pointer, value.at)
        else:
            broken = list(content(value.content))
            for rule, suggestion in broken:
                self.add(rule, pointer, value.at, suggestion)
            legal = not any(rule.endswith("-pattern") for rule, _ in broken)
            self.strings[pointer] = String(pointer, value.at, value.content, legal)

    def list(self, value, content, pointer):
        if value.type != "array":
            return self.add("member-type", pointer, value.at)
        self.lists[pointer] = value.at
        characters = 0
        for i, element in enumerate(value.content):
            characters += len(element.content) if element.type == "string" else 0
            if i >= MOST_ELEMENTS or characters > MOST_CHARACTERS:
                return self.add("event-classes-limit", pointer, value.at)
            self.member(element, content, f"{pointer}/{i}")

    def elements(self, pointer):
        return [s for s in self.strings.values() if s.pointer.startswith(pointer + "/")]


# Rules about what was read, in the order of the page.

def rules_of_request(d, regions):
    name = d.strings.get(NAME)
    if name and len(name.value) > 20:
        fits = regions and all(len(name.value) <= longest_name(region) for region in regions)
        yield Violation("source-name-documented-limit", NAME, name.at,
                        severity="warning" if fits else "error")
    yield from rules_of_event_classes(d)
    arn = d.strings.get(ROLE)
    if arn and arn.legal and not resolvable_role(arn.value):
        yield Violation("role-arn-unresolvable", ROLE, arn.at)
    principal = d.strings.get(PRINCIPAL)
    if principal and principal.legal and "" in principal.value.split("."):
        yield Violation("principal-unresolvable", PRINCIPAL, principal.at)
    for region in regions:
        if name and len(name.value) > longest_name(region):
            yield Violation("provider-role-length", NAME, name.at, region)
    if name and name.legal and re.search(r"[\\:/]", name.value):
        yield Violation("provider-role-characters", NAME, name.at)
    partition = arn.value.split(":")[1] if arn and arn.legal else ""
    for region in regions:
        if partition and partition_of(region) not in (None, partition):
            yield Violation("role-arn-partition", ROLE, arn.at, region)


def resolvable_role(arn):
    """Whether an IAM role can have an ARN that has the pattern."""
    fields = arn.split(":", 5)
    path, _, name = fields[5][len("role"):].rpartition("/")
    return (fields[1] != "" and fields[5].startswith("role/") and 1 <= len(name) <= 64
            and len(path + "/") <= 512 and "//" not in fields[5])


def rules_of_event_classes(d):
    elements = d.elements(LIST)
    values = [e.value for e in elements]
    listed = [e for e in elements if e.value in CLASSES]

    def each(rule, strings, suggest=lambda name: None):
        return [Violation(rule, s.pointer, s.at, suggestion=suggest(s.value)) for s in strings]

    def only_on(name):
        return [e for e in listed if CLASSES[e.value]["lists"] == [name]]

    yield from each("event-class-undocumented",
                    [e for e in elements if e.legal and e.value not in CLASSES], documented_class)
    yield from each("event-class-not-in-api-reference", only_on("user_guide"))
    yield from each("event-class-not-in-user-guide", only_on("api_reference"),
                    lambda name: CLASSES[name].get("user_guide_name"))
    yield from each("event-class-duplicate",
                    [e for i, e in enumerate(elements) if e.value in values[:i]])
    yield from each("event-class-retired", [e for e in listed if e.value in RETIRED])
    if len({e.value for e in listed}) >= 2:
        yield Violation("event-classes-several", LIST, d.lists[LIST])


@functools.lru_cache(None)
def documented_class(name):
    """The name on AWS's lists that one on neither stands for, if one is likely."""
    return RENAMED.get(name) or closest(name, NEAREST_FIRST, 3)


class Run:
    """The source names of the requests so far, per Region."""

    def __init__(self):
        self.names = {}

    def rules(self, name, regions):
        if not name or not name.legal or not 1 <= len(name.value) <= 64:
            return
        folded = fold_case(name.value).replace("-", "_")
        found = []
        for region in regions or [None]:
            names, all_folded = self.names.setdefault(region, (set(), set()))
            if name.value in names:
                found.append(("source-name-conflict", region))
                continue
            if folded in all_folded:
                found.append(("source-name-collision", region))
            if len(names) == MOST_SOURCES:
                found.append(("source-count-limit", region))
            names.add(name.value)
            all_folded.add(folded)
        for rule in "source-name-conflict", "source-name-collision", "source-count-limit":
            yield from (Violation(rule, NAME, name.at, region) for r, region in found if r == rule)


def rules_of_house(d, house):
    """`house`: (pointer of a string or of all elements of a list, pattern)."""
    for pointer, pattern in house:
        for string in d.elements(pointer) if pointer in d.lists else [d.strings.get(pointer)]:
            if string and not matches(pattern, string.value):
                yield Violation("house-rule", string.pointer, string.at)


def rules_of_regions(regions):
    for region in regions:
        if region not in REGIONS:
            yield Violation("region-unknown", "", region=region,
                            suggestion=closest(region, tuple(REGIONS), 2))
        elif not REGIONS[region][1]:
            yield Violation("region-unsupported", "", region=region)


def rules_of_response(d, name, version, region):
    role = f"AmazonSecurityLake-Provider-{name}-{region}"
    place = rf"s3[an]?://[^/]+/(.*/)?ext/{re.escape(name)}/.*"
    arn = f"arn:[^:]*:(glue|securitylake):{region}:.*"
    rules = (
        ("response-source-mismatch", None, {"/source/sourceName": lambda t: t == name,
                                            "/source/sourceVersion": lambda t: t == version}),
        ("response-role-mismatch", region, {
            "/source/provider/roleArn": lambda t: "/" in t and t.rpartition("/")[2] == role}),
        ("response-location-mismatch", None, {
            "/source/provider/location": lambda t: re.fullmatch(place, t, re.DOTALL)}),
        ("response-arn-mismatch", region, {
            f"/source/attributes/{member}": lambda t: re.fullmatch(arn, t, re.DOTALL)
            for member in RESPONSE["source"][0]["attributes"][0]}),
    )
    for rule, shown_region, right in rules:
        for s in d.strings.values():  # members in the order of the document
            if s.pointer in right and not right[s.pointer](s.value):
                yield Violation(rule, s.pointer, s.at, shown_region)


# The whole.

def all_violations(text, regions, run, house, answers):
    if len(text) > MOST_BYTES:
        return [Violation("json-limit", "")]
    try:
        value = Reader(text).document()
    except Malformed:
        return [Violation("json-malformed", "")]
    except Limit:
        return [Violation("json-limit", "")]
    if answers:
        d = Structure(value, RESPONSE, lenient=True)
        return [*d.found, *rules_of_response(d, *answers, *regions)]
    d = Structure(value, REQUEST, lenient=False)
    return [*d.found, *rules_of_request(d, regions), *run.rules(d.strings.get(NAME), regions),
            *rules_of_house(d, house), *rules_of_regions(regions)]


def violations(text, regions=(), run=None, policy=None, house=(), answers=None):
    """`answers`: (name, version) of the request whose response `text` is."""
    found = all_violations(text, list(dict.fromkeys(regions)), run or Run(), house, answers)
    for v in found:
        if not RULES[v.rule][1]:
            v.severity = (policy or {}).get(v.rule, v.severity)
    return [v for v in found if v.severity != "off"]


def kept(found):
    """What a report keeps of violations that arrive in this order, and how many it omits."""
    report = []
    for v in found:
        if len(report) == REPORT_CAPACITY:
            levels = [SEVERITIES[w.severity] for w in report]
            if min(levels) >= SEVERITIES[v.severity]:
                continue
            del report[len(levels) - 1 - levels[::-1].index(min(levels))]
        report.append(v)
    return report, len(found) - len(report)


def place(text, at):
    """The line and the column, in bytes, of an offset; both from 1."""
    return text.count(b"\n", 0, at) + 1, at - text.rfind(b"\n", 0, at)
