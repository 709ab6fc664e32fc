# SPDX-License-Identifier: BSL-1.0
"""The rules once more, written from their description alone: what the tool is compared with.

    violations(text, regions, ...) -> [Violation], in the order of a report
    kept(violations)               -> those that a report keeps, and how many it omits
    EDGES                          -> the bounds of each rule, by name: what stands on either side of them

On its way it notes at which of them a document stood, in the list that it is given.
"""

import functools
import json
import re
import string
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
# Those of operations that the tool checks no documents of.
OF_OTHER_OPERATIONS = ["string-length", "string-pattern", "string-enum", "number-range", "list-length", "union-members"]
SEVERITIES = {"off": 0, "note": 1, "warning": 2, "error": 3}

# For each rule where a document may stand at its bound, on either side.
EDGES = {rule: where.split(", ") for rule, where in (line.split(maxsplit=1) for line in """
    json-malformed                   a byte too few, a byte too many, no UTF-8, half a surrogate pair, a whole one
    json-limit                       2^20 bytes, 2^20+1 bytes, depth 32, depth 33, exponent 2^31-1, exponent 2^31
    member-type                      null for an optional member, null as an element
    member-missing                   absent, null, empty string
    member-duplicate                 behind null, behind a value
    member-unknown                   distance 0, distance 1, distance 2, distance 3
    source-name-length               0, 1, 64, 65
    source-name-pattern              a mark, a character too many
    source-name-documented-limit     20, 21, as a warning, as an error
    source-version-length            0, 1, 32, 33
    source-version-pattern           a mark, a character too many
    event-class-pattern              a mark, a character too many, with a suggestion
    event-class-undocumented         distance 1, distance 2, distance 3, distance 4, a tie of lists, a class of OCSF
    event-class-not-in-api-reference on both lists, on the other alone
    event-class-not-in-user-guide    on both lists, on the other alone, by another name
    event-class-duplicate            equal, equal but for case, equal and not legal
    event-class-retired              deprecated, gone, current
    event-classes-several            1 name, 1 name twice, 2 names
    event-classes-limit              128 elements, 129 elements, 2048 characters, 2049 characters
    role-arn-length                  2048, 2049
    role-arn-pattern                 a mark, a character too many
    role-arn-unresolvable            name 0, name 1, name 64, name 65, path 512, path 513, no partition, no /, //
    principal-length                 255, 256
    principal-pattern                11 digits, 12 digits, 13 digits, a mark, a character too many, with a suggestion
    principal-unresolvable           a dot first, two dots, neither
    external-id-length               1, 2, 1224, 1225
    external-id-pattern              a mark, a character too many
    provider-role-length             64, 65
    provider-role-characters         one \\, one :, one /, another mark
    role-arn-partition               the same, another, by the form of the Region, of no known partition
    region-unknown                   distance 1, distance 2, distance 3, 25 characters
    region-unsupported               with an endpoint, without
    source-name-conflict             equal
    source-name-collision            but for case, but for - and _
    source-count-limit               50, 51
    response-source-mismatch         as asked, a character too many
    response-role-mismatch           as derived, a character too many
    response-location-mismatch       as derived, a character too many
    response-arn-mismatch            as asked, a character too many
    house-rule                       as asked, a character too many
    """.strip().splitlines())}

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text(encoding="utf-8"))
CLASSES = {row["name"]: row for row in TABLES["event_classes"]}
LISTED = list(CLASSES)
API_REFERENCE = [name for name in LISTED if "api_reference" in CLASSES[name]["lists"]]
USER_GUIDE = [name for name in LISTED if "user_guide" in CLASSES[name]["lists"]]
BY_LIST = tuple(USER_GUIDE), tuple(name for name in LISTED if name not in USER_GUIDE)
NEAREST_FIRST = sum(BY_LIST, ())
LISTS = [("api_reference",), ("user_guide",)]
RETIRED = {name for name, row in CLASSES.items() if not row["ocsf_1_8_0"] or "deprecated_since" in row}
OCSF_1_8_0 = set(TABLES["ocsf_1_8_0"])
RENAMED = {row["ocsf_1_8_0"]: name for name, row in CLASSES.items()
           if row["ocsf_1_8_0"] in OCSF_1_8_0 and row["ocsf_1_8_0"] not in CLASSES}
BY_OTHER_NAME = {name for name, row in CLASSES.items() if "user_guide_name" in row}
REGIONS = {code: (p["id"], endpoint) for p in TABLES["partitions"]
           for code, endpoint in p["regions"].items()}
REGION_CODES = tuple(REGIONS)


@functools.lru_cache(20_000)
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


@dataclass(slots=True)
class Value:
    type: str  # object, array, string, number, bool, null
    at: int
    content: object = None  # object: [(name, its offset, Value)]


BLANKS = re.compile(rb"[ \t\n\r]*")
STRUCTURAL = re.compile(rb"[ \t\n\r]*([]{}:,[])[ \t\n\r]*")
STRING = re.compile(rb'"([^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*)"')
NUMBER = re.compile(rb"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?([0-9]+))?")
SURROGATE = re.compile(rb"\\u[dD][89abAB]")
LITERALS = {b"t": (b"true", "bool"), b"f": (b"false", "bool"), b"n": (b"null", "null")}
LARGEST_EXPONENT = 2**31 - 1  # of Boost.JSON


class Reader:
    def __init__(self, text, edges):
        self.text = text
        self.at = 0
        self.depth = 0
        self.edges = edges

    def document(self):
        self.at = BLANKS.match(self.text).end()
        value = self.value()
        self.at = BLANKS.match(self.text, self.at).end()
        if self.at != len(self.text):
            raise Malformed
        return value

    def value(self):
        at = self.at
        c = self.text[at:at + 1]
        if c == b'"':
            return Value("string", at, self.string())
        if c == b"{":
            return Value("object", at, self.sequence(b"}", self.member))
        if c == b"[":
            return Value("array", at, self.sequence(b"]", self.value))
        if c in LITERALS:
            literal, kind = LITERALS[c]
            if not self.text.startswith(literal, at):
                raise Malformed
            self.at += len(literal)
            return Value(kind, at)
        number = NUMBER.match(self.text, at)
        if not number:
            raise Malformed
        if number[1] and len(number[1]) >= 10:
            self.exponent(int(number[1].lstrip(b"0")[:12] or b"0"))
        self.at = number.end()
        return Value("number", at)

    def exponent(self, exponent):
        if LARGEST_EXPONENT <= exponent <= LARGEST_EXPONENT + 1:
            self.edges.append(("json-limit", "exponent 2^31" + "-1" * (exponent == LARGEST_EXPONENT)))
        if exponent > LARGEST_EXPONENT:
            raise Limit

    def sequence(self, end, element):
        self.depth += 1
        if self.depth >= MOST_DEPTH:
            self.edges.append(("json-limit", f"depth {self.depth}"))
        if self.depth > MOST_DEPTH:
            raise Limit
        self.at = BLANKS.match(self.text, self.at + 1).end()
        elements = []
        if self.text.startswith(end, self.at):
            self.at += 1
        else:
            token = b","
            while token == b",":
                elements.append(element())
                token = self.structural(b",", end)
        self.depth -= 1
        return elements

    def structural(self, *expected):
        """Some of the RFC's six structural characters, and the blanks on its both sides."""
        token = STRUCTURAL.match(self.text, self.at)
        if not token or token[1] not in expected:
            raise Malformed
        self.at = token.end()
        return token[1]

    def member(self):
        at, name = self.at, self.string()
        self.structural(b":")
        return name, at, self.value()

    def string(self):
        token = STRING.match(self.text, self.at)
        if not token:
            raise Malformed
        try:
            text = token[1].decode()
            if "\\" in text:
                text = json.loads(f'"{text}"')
                text.encode()
                if SURROGATE.search(token[1]):
                    self.edges.append(("json-malformed", "a whole one"))
        except UnicodeDecodeError:
            self.edges.append(("json-malformed", "no UTF-8"))
            raise Malformed from None
        except UnicodeEncodeError:
            self.edges.append(("json-malformed", "half a surrogate pair"))
            raise Malformed from None
        self.at = token.end()
        return text


# Strings, as they are read: the rules of their length and pattern that they break.

@functools.lru_cache(50_000)
def distance(a, b, most):
    """Levenshtein's; or most + 1 where it is more than `most`."""
    if abs(len(a) - len(b)) > most or len(set(a) - set(b)) > most or len(set(b) - set(a)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i] + [most + 1] * len(b)
        for j in range(max(1, i - most), min(len(b), i + most) + 1):  # elsewhere it is more
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != b[j - 1]))
        if min(row) > most:
            return most + 1
    return row[-1]


@functools.lru_cache(50_000)
def closest(text, names, most):
    """The nearest name, the first of several; or None."""
    near = [(distance(text, n, most), i, n) for i, n in enumerate(names)]
    best = min(near, default=(most + 1,))
    return best[2] if best[0] <= most else None


LOWER = {ord(c): c.lower() for c in string.ascii_uppercase}
UPPER = {ord(c): c.upper() for c in string.ascii_lowercase}


def fold_case(text):
    return text.translate(LOWER)


@functools.lru_cache(None)
def compiled(pattern):
    return re.compile(pattern.encode())


def matches(pattern, text):
    return compiled(pattern).fullmatch(text.encode()) is not None  # bytes: \w and \d are ASCII


def one_off(accepts, text):
    """Whether a character less makes it acceptable."""
    return len(text) <= 150 and any(accepts(text[:i] + text[i + 1:]) for i in range(len(text)))


def constrained(rules, pattern, least=0, most=None, suggest=lambda text: None):
    """A string type: what it finds in a text, as (rule, suggestion, in its message), and at which bounds the
    text stands."""
    bounds = [least - 1, least] * (least > 0) + ([most, most + 1] if most else [])
    digits = (11, 12, 13) if rules == "principal" else ()

    @functools.lru_cache(20_000)
    def check(text):
        found, edges = [], []
        if len(text) < least:
            found.append((f"{rules}-length", None, (f"Member must have length greater than or equal to {least}",)))
        if most is not None and len(text) > most:
            found.append((f"{rules}-length", None, (f"Member must have length less than or equal to {most}",)))
        if len(text) in bounds:
            edges.append((f"{rules}-length", f"{len(text)}"))
        of_pattern = f"{rules}-pattern"
        if not matches(pattern, text):
            found.append((of_pattern, suggest(text), ("Member must satisfy regular expression pattern: ",
                                                      *["placeholder"] * bool(PLACEHOLDER.search(text)))))
            if found[-1][1]:
                edges.append((of_pattern, "with a suggestion"))
            if one_off(functools.partial(matches, pattern), text):
                edges.append((of_pattern, "a character too many"))
        elif text and not text.isalnum():
            edges.append((of_pattern, "a mark"))
        if len(text) in digits and text.isdecimal():
            edges.append((of_pattern, f"{len(text)} digits"))
        return found, edges
    return check


def account_of_arn(text):
    arn = re.match("arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):", text)
    return arn[1] if arn else None


def spelling_of_class(text):
    spelling = text.translate(UPPER).replace(" ", "_").replace("-", "_")
    return spelling if spelling in CLASSES else None


def plain_string(_):
    return (), ()


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

@dataclass(slots=True)
class Violation:
    rule: str
    pointer: str
    at: int = None  # the offset of the value (of an unknown member: its name), if it is there; where no JSON begins
    region: str = None
    suggestion: str = None
    severity: str = None
    says: tuple = ()  # what its message has in it

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


PLAIN = re.compile(r"[ !#-&(-\[\]-~]*")  # no quotes, no backslash
PLACEHOLDER = re.compile(r"<\w+>|\$\{\w+\}|\{\{\w+\}\}|^string$|^(arn:aws:iam::)?XXX+(:|$)", re.ASCII)


def in_the_services_words(text, pointer):
    if PLAIN.fullmatch(text[:32]):  # a full report keeps no more of a value
        yield f"Value '{text[:32]}"
    if not pointer.startswith(LIST):
        yield f"' at '{pointer[1:].replace('/', '.')}' failed to satisfy constraint: Member must "


@dataclass(slots=True)
class String:
    pointer: str
    at: int
    value: str
    legal: bool  # it has its pattern, whatever its length


class Structure:
    """What a document holds of a shape, and what is wrong with its structure and its strings."""

    def __init__(self, value, shape, lenient, edges):
        self.lenient = lenient
        self.edges = edges
        self.found = []
        self.strings = {}  # by pointer, in the order of the document
        self.lists = {}    # offsets by pointer
        self.object(value, shape, "")

    def add(self, rule, pointer, at=None, suggestion=None, says=()):
        self.found.append(Violation(rule, pointer, at, suggestion=suggestion, says=says))

    def object(self, value, shape, pointer):
        if value.type != "object":
            return self.add("member-type", pointer, value.at)
        first = {}
        for name, name_at, member in value.content:
            here = f"{pointer}/{name}"
            if name not in shape:
                if not self.lenient:
                    names = {fold_case(n): n for n in shape}
                    near = self.nearest("member-unknown", fold_case(name), tuple(names), 2)
                    self.add("member-unknown", f"{pointer}/{shown_in_pointer(name)}", name_at,
                             suggestion=names.get(near))
            elif name in first:
                self.add("member-duplicate", here, member.at)
                self.edges.append(("member-duplicate",
                                   "behind null" if first[name] == "null" else "behind a value"))
            else:
                first[name] = member.type
                if member.type != "null":
                    self.member(member, shape[name][0], here)
                elif not shape[name][1]:
                    self.edges.append(("member-type", "null for an optional member"))
        for name, (_, required) in shape.items():
            if required and first.get(name, "null") == "null":
                self.add("member-missing", f"{pointer}/{name}",
                         says=("Value null at '", "' failed to satisfy constraint: Member must not be null"))
                self.edges.append(("member-missing", first.get(name, "absent")))

    def nearest(self, rule, text, names, most):
        """What `closest` finds; notes how far away it is, up to one step too far."""
        if len(text) < 50:
            further = closest(text, names, most + 1)
            if further is not None:
                self.edges.append((rule, f"distance {distance(text, further, most + 1)}"))
        return closest(text, names, most)

    def member(self, value, content, pointer):
        if isinstance(content, dict):
            self.object(value, content, pointer)
        elif isinstance(content, list):
            self.list(value, content[0], pointer)
        elif value.type != "string":
            self.add("member-type", pointer, value.at)
        else:
            broken, edges = content(value.content)
            self.edges += edges
            if not value.content:
                self.edges.append(("member-missing", "empty string"))
            for rule, suggestion, says in broken:
                self.add(rule, pointer, value.at, suggestion, (*says, *in_the_services_words(value.content, pointer)))
            legal = not any(rule.endswith("-pattern") for rule, _, _ in broken)
            self.strings[pointer] = String(pointer, value.at, value.content, legal)

    def list(self, value, content, pointer):
        if value.type != "array":
            return self.add("member-type", pointer, value.at)
        self.lists[pointer] = value.at
        characters = 0
        for i, element in enumerate(value.content):
            characters += len(element.content) if element.type == "string" else 0
            if i >= MOST_ELEMENTS or characters > MOST_CHARACTERS:
                self.edge_of_list(i + 1, characters)
                return self.add("event-classes-limit", pointer, value.at)
            if element.type == "null":
                self.edges.append(("member-type", "null as an element"))
            self.member(element, content, f"{pointer}/{i}")
        self.edge_of_list(len(value.content), characters)

    def edge_of_list(self, elements, characters):
        for count, bound, what in ((elements, MOST_ELEMENTS, "elements"), (characters, MOST_CHARACTERS, "characters")):
            if bound <= count <= bound + 1:
                self.edges.append(("event-classes-limit", f"{count} {what}"))

    def accepts(self, rule, accept, text):
        """Whether it is as it is asked to be; notes how near."""
        if accept(text):
            self.edges.append((rule, EDGES[rule][0]))
            return True
        if one_off(accept, text):
            self.edges.append((rule, "a character too many"))
        return False

    def elements(self, pointer):
        return [s for s in self.strings.values() if s.pointer.startswith(pointer + "/")]


# Rules about what was read, in the order of the page.

def rules_of_request(d, regions):
    name = d.strings.get(NAME)
    if name and len(name.value) > 20:
        fits = regions and all(len(name.value) <= longest_name(region) for region in regions)
        yield Violation("source-name-documented-limit", NAME, name.at,
                        severity="warning" if fits else "error", says=("20",))
        d.edges.append(("source-name-documented-limit", "as a warning" if fits else "as an error"))
    if name and 20 <= len(name.value) <= 21:
        d.edges.append(("source-name-documented-limit", f"{len(name.value)}"))
    yield from rules_of_event_classes(d)
    arn = d.strings.get(ROLE)
    if arn and arn.legal:
        resolvable, edges = check_role(arn.value)
        d.edges += edges
        if not resolvable:
            yield Violation("role-arn-unresolvable", ROLE, arn.at)
    principal = d.strings.get(PRINCIPAL)
    if principal and principal.legal:
        labels = principal.value.split(".")
        if "" in labels:
            yield Violation("principal-unresolvable", PRINCIPAL, principal.at)
        d.edges.append(("principal-unresolvable", "neither" if "" not in labels else
                        "a dot first" if labels[0] == "" else "two dots"))
    for region in regions:
        left = longest_name(region) - len(name.value) if name else 0
        if left < 0:
            yield Violation("provider-role-length", NAME, name.at, region,
                            says=(f"less than or equal to {longest_name(region)}",))
        if name and left in (0, -1):
            d.edges.append(("provider-role-length", f"{64 - left}"))
    if name and name.legal:
        refused = re.findall(r"[\\:/]", name.value)
        if refused:
            yield Violation("provider-role-characters", NAME, name.at)
        if len(refused) == 1:
            d.edges.append(("provider-role-characters", f"one {refused[0]}"))
        elif not refused and re.search("[.-]", name.value):
            d.edges.append(("provider-role-characters", "another mark"))
    partition = arn.value.split(":")[1] if arn and arn.legal else ""
    if partition:
        for region in regions:
            of_region = partition_of(region)
            if of_region not in (None, partition):
                yield Violation("role-arn-partition", ROLE, arn.at, region)
            d.edges.append(("role-arn-partition", "of no known partition" if of_region is None else
                            "the same" if of_region == partition else
                            "another" if region in REGIONS else "by the form of the Region"))


@functools.lru_cache(20_000)
def check_role(arn):
    """Whether an IAM role can have an ARN that has the pattern, and at which bounds it stands."""
    fields = arn.split(":", 5)
    role = fields[5]
    path, _, name = role[len("role"):].rpartition("/")
    path += "/"
    reasons = {"no partition": fields[1] == "", "no /": not role.startswith("role/"),
               f"name {len(name)}": not 1 <= len(name) <= 64,
               f"path {len(path)}": len(path) > 512, "//": "//" in role}
    edges = [("role-arn-unresolvable", where) for where, reason in reasons.items()
             if where in EDGES["role-arn-unresolvable"] and (reason or where[-1].isdigit())]
    return not any(reasons.values()), edges


def rules_of_event_classes(d):
    elements = d.elements(LIST)
    if not elements:
        return
    listed = [e for e in elements if e.value in CLASSES]

    def each(rule, strings, suggest=lambda name: None, say=lambda name: ()):
        return [Violation(rule, s.pointer, s.at, suggestion=suggest(s.value), says=say(s.value)) for s in strings]

    yield from each("event-class-undocumented", [e for e in elements if e.legal and e.value not in CLASSES],
                    functools.partial(documented_class, d), lambda name: ["OCSF 1.8.0"] * (name in OCSF_1_8_0))
    on = {names: [e for e in listed if CLASSES[e.value]["lists"] == list(names)] for names in LISTS}
    yield from each("event-class-not-in-api-reference", on["user_guide",])
    yield from each("event-class-not-in-user-guide", on["api_reference",],
                    lambda name: CLASSES[name].get("user_guide_name"))
    earlier, again = set(), []
    for e in elements:
        if e.value in earlier:
            again.append(e)
        earlier.add(e.value)
    yield from each("event-class-duplicate", again)
    yield from each("event-class-retired", [e for e in listed if e.value in RETIRED],
                    say=lambda name: [CLASSES[name].get("deprecated_since", "OCSF")])
    names = {e.value for e in listed}
    if len(names) >= 2:
        yield Violation("event-classes-several", LIST, d.lists[LIST])
    d.edges += edges_of_event_classes(earlier, again, listed, names)


def documented_class(d, name):
    """The name on AWS's lists that one on neither stands for, if one is likely."""
    if name in OCSF_1_8_0:
        d.edges.append(("event-class-undocumented", "a class of OCSF"))
    near = [closest(name, names, 3) for names in BY_LIST]
    if None not in near and distance(name, near[0], 3) == distance(name, near[1], 3):
        d.edges.append(("event-class-undocumented", "a tie of lists"))
    return RENAMED.get(name) or d.nearest("event-class-undocumented", name, NEAREST_FIRST, 3)


def edges_of_event_classes(values, again, listed, names):
    for name in names:
        lists = CLASSES[name]["lists"]
        for missing, other in (("api-reference", "user_guide"), ("user-guide", "api_reference")):
            if len(lists) == 2 or lists == [other]:
                yield (f"event-class-not-in-{missing}", "on both lists" if len(lists) == 2 else
                       "by another name" if name in BY_OTHER_NAME else "on the other alone")
        row = CLASSES[name]
        yield ("event-class-retired", "deprecated" if "deprecated_since" in row else
               "current" if row["ocsf_1_8_0"] else "gone")
    for e in again:
        yield "event-class-duplicate", "equal" if e.legal else "equal and not legal"
    if len({fold_case(v) for v in values}) < len(values):
        yield "event-class-duplicate", "equal but for case"
    if len(names) == 2 or len(names) == 1:
        yield ("event-classes-several", "2 names" if len(names) == 2 else
               "1 name" if len(listed) == 1 else "1 name twice")


class Run:
    """The source names of the requests so far, per Region."""

    def __init__(self):
        self.names = {}

    def rules(self, name, regions, edges, document):
        if not name or not name.legal or not 1 <= len(name.value) <= 64:
            return
        folded = fold_case(name.value).replace("-", "_")
        found = []
        for region in regions or [None]:
            names, by_folded = self.names.setdefault(region, ({}, {}))
            if name.value in names:
                found.append(("source-name-conflict", region, names[name.value]))
                edges.append(("source-name-conflict", "equal"))
                continue
            if folded in by_folded:
                other = by_folded[folded]
                found.append(("source-name-collision", region, names[other]))
                if fold_case(other) == fold_case(name.value):
                    edges.append(("source-name-collision", "but for case"))
                elif other.replace("-", "_") == name.value.replace("-", "_"):
                    edges.append(("source-name-collision", "but for - and _"))
            if len(names) == MOST_SOURCES:
                found.append(("source-count-limit", region, str(MOST_SOURCES)))
            names[name.value] = document
            by_folded.setdefault(folded, name.value)
            if MOST_SOURCES <= len(names) <= MOST_SOURCES + 1:
                edges.append(("source-count-limit", f"{len(names)}"))
        for rule in "source-name-conflict", "source-name-collision", "source-count-limit":
            yield from (Violation(rule, NAME, name.at, region, says=(says,)) for r, region, says in found if r == rule)


def rules_of_house(d, house):
    """`house`: (pointer of a string or of all elements of a list, pattern)."""
    for pointer, pattern in house:
        for s in d.elements(pointer) if pointer in d.lists else [d.strings.get(pointer)]:
            if s and not d.accepts("house-rule", functools.partial(matches, pattern), s.value):
                yield Violation("house-rule", s.pointer, s.at)


def rules_of_regions(regions, edges):
    for region in regions:
        found, where = check_region(region)
        edges += where
        for rule, suggestion in found:
            yield Violation(rule, "", region=region, suggestion=suggestion,
                            says=(region, *["turn region-unknown down"] * (rule == "region-unknown")))


@functools.lru_cache(20_000)
def check_region(region):
    if region in REGIONS:
        endpoint = REGIONS[region][1]
        return ([] if endpoint else [("region-unsupported", None)],
                [("region-unsupported", "with an endpoint" if endpoint else "without")])
    edges = [("region-unknown", "25 characters")] if len(region) == 25 else []
    further = closest(region, REGION_CODES, 3)
    if further:
        edges.append(("region-unknown", f"distance {distance(region, further, 3)}"))
    return [("region-unknown", closest(region, REGION_CODES, 2))], edges


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
            if s.pointer in right and not d.accepts(rule, right[s.pointer], s.value):
                yield Violation(rule, s.pointer, s.at, shown_region)


# The whole.

def all_violations(text, regions, run, house, answers, document, edges):
    if MOST_BYTES <= len(text) <= MOST_BYTES + 1:
        edges.append(("json-limit", "2^20 bytes" if len(text) == MOST_BYTES else "2^20+1 bytes"))
    if len(text) > MOST_BYTES:
        return [Violation("json-limit", "")]
    reader = Reader(text, edges)
    try:
        value = reader.document()
    except Malformed:
        for other, where in ((text + b"}", "a byte too few"), (text[:-1], "a byte too many")):
            if is_json(other):
                edges.append(("json-malformed", where))
        return [Violation("json-malformed", "", reader.at)]
    except Limit:
        return [Violation("json-limit", "")]
    if answers:
        d = Structure(value, RESPONSE, True, edges)
        return [*d.found, *rules_of_response(d, *answers, *regions)]
    d = Structure(value, REQUEST, False, edges)
    return [*d.found, *rules_of_request(d, regions), *run.rules(d.strings.get(NAME), regions, edges, document),
            *rules_of_house(d, house), *rules_of_regions(regions, edges)]


def is_json(text):
    try:
        Reader(text, []).document()
    except (Malformed, Limit):
        return False
    return True


def violations(text, regions=(), run=None, policy=None, house=(), answers=None, document="", edges=None):
    """`answers`: (name, version) of the request whose response `text` is; `document`: what messages call it.
    `edges` is added to: (rule, where)."""
    found = all_violations(text, list(dict.fromkeys(regions)), run or Run(), house, answers, document,
                           [] if edges is None else edges)
    if not policy:
        return found
    for v in found:
        if not RULES[v.rule][1]:
            v.severity = policy.get(v.rule, v.severity)
    return [v for v in found if v.severity != "off"]


def kept(found):
    """What a report keeps of violations that arrive in this order, and how many it omits."""
    report = found[:REPORT_CAPACITY]
    for v in found[REPORT_CAPACITY:]:
        levels = [SEVERITIES[w.severity] for w in report]
        if min(levels) < SEVERITIES[v.severity]:
            del report[len(levels) - 1 - levels[::-1].index(min(levels))]
            report.append(v)
    return report, len(found) - len(report)


def place(text, at):
    """The line and the column, in bytes, of an offset; both from 1."""
    return text.count(b"\n", 0, at) + 1, at - text.rfind(b"\n", 0, at)
