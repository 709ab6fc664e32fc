# SPDX-License-Identifier: BSL-1.0
"""Seeded documents around every bound of the rules: mutated requests and responses, and broken JSON."""

import functools
import itertools
import re
import string

from support.documents import Raw
from support.oracle import (API_REFERENCE, LISTED, MOST_BYTES, OCSF_1_8_0, REGIONS, RENAMED, RETIRED, RULES, USER_GUIDE,
                            longest_name)

ALPHANUMERIC = string.ascii_lowercase + string.digits
WORD = string.ascii_letters + string.digits + "_"
ODD = [*"\0\n\r\t\x1b\x7f\x80\x85\xa0\u00e9\u0130\u017f\u212a\u2028\u202e\ufeff\ufffd\u65e5\ud7ff\u0660\uff21",
       "\U0001d4d0", "\U0001f600", "\U0010ffff", *"\"'\\/~%<$` |^[]*{}"]
WRONG = [None, True, False, 0, -1, 1.5, Raw("-0"), Raw("1E+400"), Raw("18446744073709551616"), "", "x", [],
         [None], ["x"],
         (), (("x", 1),), (("sourceName", "x"), ("sourceName", "y")), [[[]]], (("roleArn", None),)]
JUNK = [b"\xef\xbb\xbf", b"\0", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe0\x80\x80",
        b"\xc3", b"\x80",
        b"//c\n", b"/*c*/", b",", b"}", b"]", b"{", b"[", b'"', b"\\", b"\\u", b"\\ud800", b"\\udc00",
        b"\\ud83dx", b"\\uDBFF", b"\\ud800", b"\\uDfFf", b"\\ude00\\ud83d", b"\\x41",
        b"'", b"NaN", b"-", b"+1", b"01", b"1.", b".5", b"1e", b"0x10", b"nul", b"True", b"\t", b"\n",
        b"\x0b", b"null",
        b"\\u12", b"\\u00G0", b"\\U0041", b":", b'""', b"1e2147483648", b"1e99999999999999999999",
        b"-1E-99999999999"]
ARN = "arn:aws:iam::123456789012:role/"
SIMILAR = ["acme-edr", "acme_edr", "ACME-EDR", "Acme_Edr", "acme.edr", "acme/edr", "a", "A", "a-", "a_", "k",
           "\u212a",
           "x" * 64, "X" * 64, "x" * 65, "X" * 65]
PLACEHOLDERS = ["<NAME>", "<your-name>", "${NAME}", "{{NAME}}", "{{ name }}", "string", "<>", "${}", "{{}}",
                "XXXXXXXXXXXX"]
REGION_CODES, KNOWN, OUTDATED, OTHERWISE_NAMED = [*REGIONS], sorted(OCSF_1_8_0), sorted(RETIRED), sorted(RENAMED)
ON_ONE_LIST = [name for name in LISTED if name not in API_REFERENCE or name not in USER_GUIDE]
ON_BOTH_LISTS = [name for name in LISTED if name not in ON_ONE_LIST]
ACTIVITIES = [name.removesuffix("_ACTIVITY") for name in USER_GUIDE if name.endswith("_ACTIVITY")]


class Tree:
    """An object that can be changed: [name, value] after another."""

    def __init__(self, *members):
        self.members = [list(m) for m in members]

    def get(self, name):
        return next((v for k, v in self.members if k == name), None)

    def set(self, name, value):
        self.drop(name)
        self.members.append([name, value])

    def drop(self, name):
        self.members = [m for m in self.members if m[0] != name]

    def insert(self, r, name, value):
        self.members.insert(r.randint(0, len(self.members)), [name, value])


SHORT = dict(zip('"\\\b\f\n\r\t/', ('\\"', "\\\\", "\\b", "\\f", "\\n", "\\r", "\\t", "\\/")))


@functools.cache
def escapes_of(c):
    """Those of one character; a short one comes more often."""
    units = c.encode("utf-16-be").hex()
    long = ["".join("\\u" + case(units[i:i + 4]) for i in range(0, len(units), 4)) for case in (str.lower, str.upper)]
    return [SHORT[c]] * 8 + long if c in SHORT else long


class Writer:
    """JSON text in one of several styles of blanks and escapes."""

    MUST = frozenset('"\\' + "".join(map(chr, range(32))))

    def __init__(self, r, one_line=False):
        self.r = r
        self.blanks = r.choice(["", "", " ", " \t"] if one_line else ["", " ", "\n", " \t\r\n"])
        self.escapes = r.choice([0, 0, 0, 0, 0, 0.02, 0.1, 1])

    def blank(self):
        return self.r.choice(self.blanks) if self.blanks and self.r.random() < .5 else ""

    def string(self, text):
        random, rate = self.r.random, self.escapes
        if rate:
            text = "".join([self.escape(c) if c in self.MUST or random() < rate else c for c in text])
        elif not self.MUST.isdisjoint(text):
            text = "".join([self.escape(c) if c in self.MUST else c for c in text])
        return f'"{text}"'

    def escape(self, c):
        spellings = escapes_of(c)
        return spellings[int(self.r.random() * len(spellings))]

    def value(self, v):
        if isinstance(v, Raw):
            return str(v)
        if isinstance(v, str):
            return self.string(v)
        if isinstance(v, Tree):
            v = v.members
        elif isinstance(v, list):
            return self.sequence("[", [self.value(x) for x in v], "]")
        if isinstance(v, (list, tuple)):
            return self.sequence("{",
                                 [self.value(k) + self.blank() + ":" + self.blank() + self.value(x) for k,
                                  x in v], "}")
        return {None: "null", True: "true",
                False: "false"}[v] if v is None or isinstance(v, bool) else repr(v)

    def sequence(self, begin, parts, end):
        return begin + ",".join(self.blank() + p + self.blank() for p in parts or [""]) + end

    def document(self, v):
        return (self.blank() + self.value(v) + self.blank()).encode()


def word(r, alphabet, length):
    return "".join(r.choices(alphabet, k=length))


def with_odd(r, text):
    at = r.randrange(len(text) + 1)
    return text[:at] + r.choice(ODD) + text[at + r.choice([0, 1]):]


def misspelt(r, text, times, alphabet):
    letters = list(text)
    for _ in range(times):
        at = r.randrange(len(letters)) if letters else 0
        how = r.randrange(4)
        if how == 0:
            letters.insert(at, r.choice(alphabet))
        elif how == 1 and letters:
            letters.pop(at)
        elif how == 2 and letters:
            letters[at] = r.choice(alphabet)
        elif at + 1 < len(letters):
            letters[at:at + 2] = letters[at + 1], letters[at]
    return "".join(letters)


# Values of each member.

def source_name(r):
    length = r.choice([0, 1, 2, 19, 20, 21, 28, 35, 63, 64, 65, 100,
                       *[longest_name(r.choice(REGION_CODES)) + r.choice([-1, 0, 1]) for _ in range(6)]])
    return r.choice([
        lambda: r.choice(PLACEHOLDERS),
        lambda: word(r, WORD + "-.", length), lambda: word(r, WORD + "-.\\:/", length),
        lambda: word(r, ["\u00e9", "\u65e5", "\U0001f600"], length),
        lambda: with_odd(r, word(r, WORD + "-", length)),
        lambda: word(r, WORD, r.randint(1, 30)) + r.choice("\\:/"),
        lambda: r.choice(SIMILAR)])()


def source_version(r):
    return r.choice([lambda: word(r, WORD + "-.", r.choice([0, 1, 2, 31, 32, 33, 300])),
                     lambda: with_odd(r, "1.0"),
                     lambda: word(r, ["\u00e9", "\U0001f600"], r.choice([1, 32, 33])),
                     lambda: r.choice(PLACEHOLDERS),
                     lambda: r.choice(["1.0", "v1", "1,0", "1:0", "1/0", "", "-", "2.0.0-beta_1"])])()


def role_arn(r):
    role = WORD + "+=,.@-"
    return r.choice([
        lambda: "arn:%s:iam::123456789012:role/x" % r.choice(
            ["", "", "", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-eusc", "awsX", "aws-", "aws1",
             "AWS", "amazon", "aws-CN"]),
        lambda: "arn:aws:iam::%s:role/x" % r.choice(["12345678901", "1234567890123", "", "12345678901a",
                                                     "000000000000", "\u0661" * 12, *PLACEHOLDERS]),
        lambda: "arn:aws:iam::123456789012:role" + r.choice(
            ["", "x", "foo/bar", "/", "//", "_/", "s/x", "x/", "x//y", "/x", "/x/", "//x", "/x//y", "/x/y/",
             "/-/-", ":x", "/x:y"]),
        lambda: ARN + r.choice(["", "a/", "service-role/", "a/b/", "/"])
        + word(r, role, r.choice([0, 1, 63, 64, 65, 200])),
        lambda: ARN + word(r, role, r.choice([508, 509, 510, 510, 511, 512])) + "/"
        + word(r, role, r.choice([0, 1, 64, 65])),
        lambda: ARN + "ab/" * r.choice([169, 170, 171]) + word(r, role, r.choice([1, 2])) + "/"
        + word(r, role, r.choice([1, 64, 65])),
        lambda: ARN + word(r, role + "/", r.choice([2047, 2048, 2049, 2050]) - len(ARN)),
        lambda: ARN + "\u65e5" * (r.choice([2048, 2049]) - len(ARN)),
        lambda: ARN + r.choice(PLACEHOLDERS), lambda: r.choice(PLACEHOLDERS),
        lambda: with_odd(r, ARN + "Crawler"), lambda: misspelt(r, ARN + "Crawler", 2, ":/-_aA1"),
        lambda: r.choice(["", "arn", "arn:aws:iam::123456789012:user/x",
                          "arn:aws:glue:eu-west-2:123456789012:crawler/E1", ARN + "x" + ARN]),
        lambda: ARN + word(r, role, r.randint(1, 64))])()


def principal(r):
    return r.choice([
        lambda: word(r, string.digits, r.choice([0, 11, 12, 12, 13])), lambda: r.choice(PLACEHOLDERS),
        lambda: r.choice([".amazonaws.com", "amazon.com", "a.amazon.com", "a..amazon.com", "A.amazonaws.com",
                          "a.amazonaws.com.", "a.b..c.amazonaws.com",
                          "a.amazonaws.com.cn", "-.amazon.com", "a.amazonawsxcom", "a_b.amazon.com",
                          ".amazonaws.com.amazon.com", ".", "root"]),
        lambda: "arn:aws:%s:%s:%s:%s" % (r.choice(["iam", "sts"]), r.choice(["", "us-east-1"]),
                                         r.choice(["555555555555", "555555555555", "55555555555", "",
                                                   "55555555555x"]),
                                         r.choice(["root", "user/x", "assumed-role/a/b:c", "x" * 300])),
        lambda: word(r, ALPHANUMERIC + ".-" * r.choice([0, 1]),
                     r.choice([254, 255, 256, 257]) - 11) + ".amazon.com",
        lambda: word(r, r.choice([ALPHANUMERIC, ["\u65e5"], string.digits]), r.choice([254, 255, 256])),
        lambda: with_odd(r, r.choice(["123456789012", "securitylake.amazonaws.com"])),
        lambda: word(r, ALPHANUMERIC + ".-",
                     r.randint(0, 20)) + r.choice([".amazon.com", ".amazonaws.com", "amazon.com",
                                                   ".amazon.co"])])()


def external_id(r):
    alphabet = WORD + "+=,.@:/-"
    return r.choice([lambda: word(r, alphabet, r.choice([0, 1, 2, 3, 1223, 1224, 1225, 1226])),
                     lambda: with_odd(r, word(r, alphabet, r.choice([1, 2, 10]))),
                     lambda: r.choice(PLACEHOLDERS) + r.choice(["", "-x"]),
                     lambda: word(r, ["\u00e9", "\U0001f600"], r.choice([1, 2, 1224, 1225]))])()


def between_lists(r):
    """Letters of an activity of the reference alone, and of another that the User Guide lists."""
    letters = itertools.zip_longest(r.choice(["ACCESS", "FILE", "RESOURCE"]), r.choice(ACTIVITIES), fillvalue="")
    return "".join(r.choice(two) for two in letters) + "_ACTIVITY"


def event_class(r):
    listed, known = r.choice(LISTED), r.choice(KNOWN)
    letters = string.ascii_uppercase + "_0"
    return r.choice([
        lambda: listed, lambda: known, lambda: r.choice(OUTDATED), lambda: r.choice(OTHERWISE_NAMED),
        lambda: r.choice(ON_ONE_LIST), lambda: r.choice(ON_BOTH_LISTS),
        lambda: misspelt(r, listed, r.randint(1, 5), letters),
        lambda: misspelt(r, r.choice(ON_ONE_LIST), r.randint(1, 4), letters),
        lambda: misspelt(r, known, r.randint(1, 2), letters), *[lambda: between_lists(r)] * 4,
        lambda: listed.replace("_", r.choice([" ", "-", "", "  ", "."])),
        lambda: r.choice([listed, known]).lower().replace("_", r.choice("_ -")),
        lambda: "".join(r.choice([c, c.lower()]) for c in listed), lambda: with_odd(r, listed),
        lambda: misspelt(r, listed.lower(), 1, "abc -_"), lambda: r.choice(PLACEHOLDERS),
        lambda: r.choice(["XTP_ACTIVITY", "S_ACTIVITY", "SXX_ACTIVITY", "XXX_ACTIVITY", "_ACTIVITY",
                          "ACTIVITY", "DDP_ACTIVITY", "CLOUD_APIS", "XXXXX_QUERY", "SER_QUERY", "_QUERY",
                          "FILE_INVENTORY_INFO", "DEVICE_CONFIG_STATE_CHANGES", "EVENT_LOG",
                          "AUTHORIZATIONS", "ACCESS_ACTIVITIES", "", "_", "0"])])()


def event_classes(r):
    if r.random() < .6:
        names = [event_class(r) for _ in range(r.choice([0, 1, 1, 2, 3, 5, 10]))]
    else:  # around the bounds
        names = r.choice([
            lambda: [r.choice(LISTED + ["bad", "CLOUD_API", None, 5])
                     for _ in range(r.choice([40, 64, 79, 90]))],
            lambda: [r.choice(["A", "", "bad", "DNS_ACTIVITY", "CLOUD_API", None, 5])
                     for _ in range(r.choice([127, *[128] * 6, 129, 130, 200]))],
            lambda: [r.choice(["A", "\u00e9", "\U0001f600", "a"]) * r.choice([2047, 2048, 2049])],
            lambda: [word(r, "ABC_", 80) for _ in range(25)] + ["Z" * r.choice([47, 48, 49])]
            + r.choice([[], ["FILE_ACTIVITY"], [None]]),
            lambda: r.sample(LISTED, len(LISTED))])()
    for _ in range(r.choice([0, 0, 0, 1, 2])):
        names.insert(r.randint(0, len(names)), r.choice(names + WRONG))
    if names and r.random() < .15:
        again = r.choice(names)
        names.append(again.swapcase() if isinstance(again, str) and r.random() < .5 else again)
    return names


# Documents.

MEMBERS = {(): {"configuration": None, "eventClasses": event_classes, "sourceName": source_name,
                "sourceVersion": source_version},
           ("configuration",): {"crawlerConfiguration": None, "providerIdentity": None},
           ("configuration", "crawlerConfiguration"): {"roleArn": role_arn},
           ("configuration", "providerIdentity"): {"externalId": external_id, "principal": principal}}


def good_request(r, name=None, version=None):
    tree = Tree(("configuration", Tree(("crawlerConfiguration", Tree(("roleArn", ARN + "Crawler"))),
                                       ("providerIdentity",
                                        Tree(("externalId", "acme-2026"), ("principal", "123456789012"))))),
                ("sourceName", name or r.choice([r.choice(SIMILAR),
                                                 *["s" + word(r, ALPHANUMERIC, r.randint(5, 12))] * 9])))
    if name is None and r.random() < .5:
        tree.insert(r, "eventClasses", [r.choice(r.choice([ON_BOTH_LISTS, LISTED]))])
    if name is None and r.random() < .5:
        version = "1.0"
    if version is not None:
        tree.insert(r, "sourceVersion", version)
    return tree


def objects(tree, tables):
    """(object, names of its members) of the modelled objects that are there."""
    found = []
    for path, names in tables.items():
        here = tree
        for name in path:
            here = here.get(name) if isinstance(here, Tree) else None
        if isinstance(here, Tree):
            found.append((here, names))
    return found


def nested(r, levels):
    kinds = [r.choice([("[", "]"), ('{"a":', "}")]) for _ in range(levels)]
    inner = r.choice(["0", "[]", '"x"'])
    return Raw("".join(k[0] for k in kinds) + inner + "".join(k[1] for k in reversed(kinds)))


def escaped(r, name):
    at = r.randrange(len(name))
    return Raw(f'"{name[:at]}\\u{ord(name[at]):04x}{name[at + 1:]}"')


def unknown_name(r, names):
    near = r.choice(list(names))
    return r.choice([
        lambda: misspelt(r, near, r.randint(1, 4), string.ascii_letters + "_"),
        lambda: "".join(r.choice([c.upper(), c.lower()]) for c in near),
        lambda: r.choice(["~", "/", "~1", "a/b", "a~b", "", " ", "\u2026", "source", "eventClass",
                          "source_name", "config", "external_id", "rolearn"]),
        lambda: word(r, string.ascii_letters, r.choice([62, 63, 64, 65, 66, 200])), lambda: with_odd(r, near),
        lambda: "a" * r.randint(0, 3)
        + r.choice(["\u00e9", "\u65e5", "\U0001f600"]) * r.choice([15, 16, 17, 21, 22, 31, 32, 33]),
        lambda: word(r, string.ascii_letters, r.choice([62, 63, 64])) + r.choice(["/", "~", "\u00e9"])
        + word(r, "xyz", r.choice([0, 1, 3]))])()


def change(r, tree, tables):
    """One change of a request or a response, at a modelled object."""
    here, names = r.choice(objects(tree, tables))
    name = r.choice(list(names))
    how = r.choices(["value", "drop", "wrong", "unknown", "many", "again", "escape", "deep", "exponent"],
                    [12, 2, 3, 4, 0.5, 3, 2, 0.5, 0.2])[0]
    if how == "value":
        makers = [(n, make) for n, make in names.items() if make]
        if makers:
            name, make = r.choice(makers)
            here.set(name, make(r))
    elif how == "drop":
        here.drop(name)
    elif how == "wrong":
        here.set(name, r.choice(WRONG))
    elif how == "unknown":
        here.insert(r, unknown_name(r, names),
                    r.choice(WRONG + ["a \"quoted\" text", nested(r, r.randint(1, 20))]))
    elif how == "many":  # warnings before and behind whatever else is wrong, and notes and errors after them
        for i in range(r.choice([10, 60, 62, 63, 64, 65, 66, 200])):
            here.insert(r, f"u{i}", r.choice([0, "x", None]))
        if "eventClasses" in names and r.random() < .5:
            kinds = r.choice([ON_ONE_LIST, LISTED, ["FILE_ACTIVITY", "bad", "NO_CLASS", None]])
            here.set("eventClasses", [r.choice(kinds) for _ in range(r.choice([10, 40, 70]))])
    elif how == "again":
        for _ in range(r.choice([1, 1, 2])):
            here.insert(r, r.choice([name, escaped(r, name)]),
                        r.choice([None, "other", 5, [], (), (("roleArn", 1),), here.get(name)]))
    elif how == "escape":
        for member in here.members:
            if isinstance(member[0], str) and member[0].isalnum() and member[0].isascii():
                member[0] = escaped(r, member[0])
    elif how == "exponent":
        here.insert(r, r.choice(["extra", name]),
                    Raw(r.choice(["1e", "-2E-", "1.5e+", "0e00"]) + r.choice(["2147483647", "2147483648"])))
    else:
        here.insert(r, r.choice(["extra", name]), nested(r, r.choice([28, 29, 30, 31, 32, 33, 100])))


def broken(r, text):
    for _ in range(r.choice([1, 1, 2])):
        at, how = r.randrange(len(text) + 1), r.randrange(7)
        if how == 0:
            text = r.choice([text[:at], text[:-1]])
        elif how == 1:
            text = text[:at] + bytes([r.randrange(256)]) + text[at + 1:]
        elif how == 2:
            text = text[:at] + r.choice(JUNK) + text[at:]
        elif how == 3:
            text = text[:at] + text[at + 1:]
        elif how == 4:
            text = text[:at] + text[at // 2:at][:20] + text[at:]
        elif how == 5:
            at = text.find(b'"', at) + 1
            text = text[:at] + r.choice(JUNK) + text[at:]
        else:
            text = r.choice([r.choice(JUNK) + text, text + r.choice(JUNK), text + r.choice([b"}", b"]", b",", b"0"])])
    return text


def a_request(r, one_line=False):
    tree = good_request(r)
    kind = r.random()
    changes = 0 if kind < .08 else 1 if kind < .5 else r.randint(2, 6) if kind < .9 else r.choice([0, 1])
    for _ in range(changes):
        change(r, tree, MEMBERS)
    if r.random() < .02:
        tree = r.choice(WRONG + [[tree], nested(r, r.choice([1, 31, 32, 33]))])
    text = Writer(r, one_line).document(tree)
    if kind >= .9:
        text = broken(r, text)
    return text.replace(b"\n", b" ") if one_line else text


def filled(r, text):
    """Up to the limit of bytes, with blanks."""
    at = r.choice([0, len(text), text.find(b":") + 1])
    return text[:at] + b" " * (MOST_BYTES + r.choice([0, 1]) - len(text)) + text[at:]


def response_values(name, region, version):
    """As MEMBERS, for the response to one request. Each value is clearly right or clearly wrong."""
    role = f"AmazonSecurityLake-Provider-{name}-{region}"
    iam = "arn:aws:iam::123456789012:role/"

    def glue_arn(r):
        return r.choice([f"arn:aws:securitylake:{region}:123456789012:x",
                         f"arn:aws:glue:{region}:123456789012:x/y", "arn:aws:glue:us-east-2:123456789012:x",
                         f"arn:aws:s3:{region}:123456789012:x", "", "x", "arn:aws:glue::123456789012:x",
                         f"ARN:aws:glue:{region}:123456789012:x",
                         *[f"arn:aws:glue:{region}x:123456789012:x"] * 2, f"arn:aws:Glue:{region}:123456789012:x"])

    def role_arn(r):
        return r.choice([iam + role, iam + "service-role/" + role, iam + role + "/", iam + "X" + role,
                         iam + role.lower() + "-", "", "/", iam])

    def location(r):
        scheme = r.choice(["s3", "s3", "s3a", "s3n", "s3x", "S3", "https", ""])
        path = r.choice(["/ext/{}/", "/ext/{}/1.0/", "/a/ext/{}/b", "/ext/{}", "/ext/{}x/", "/ext/{}x/", "/ext/x{}/",
                         "/EXT/{}/", "/ext//{}/", "", "/"])
        return f"{scheme}://bucket{path.format(name)}"

    return {(): {"source": None},
            ("source",): {"attributes": None, "provider": None,
                          "sourceName": lambda r: r.choice([name, name + "x", name.upper() + "X", ""]),
                          "sourceVersion": lambda r: r.choice([version or "1", "9", ""])},
            ("source", "attributes"): {"crawlerArn": glue_arn, "databaseArn": glue_arn, "tableArn": glue_arn},
            ("source", "provider"): {"location": location, "roleArn": role_arn}}


def a_response(r, name, region, version):
    glue = f"arn:aws:glue:{region}:123456789012"
    role = f"AmazonSecurityLake-Provider-{name}-{region}"
    source = Tree(("attributes", Tree(("crawlerArn", f"{glue}:crawler/{name}"),
                                      ("databaseArn", f"{glue}:database/db"),
                                      ("tableArn", f"{glue}:table/t"))),
                  ("provider", Tree(("location", f"s3://aws-security-data-lake-{region}-abc/ext/{name}/"),
                                    ("roleArn", ARN + role))),
                  ("sourceName", name))
    if version is not None:
        source.set("sourceVersion", version)
    tree = Tree(("source", source))
    values = response_values(name, region, version)
    for _ in range(r.choice([0, 1, 2, 4, 6])):
        change(r, tree, values)
    text = Writer(r).document(tree)
    return broken(r, text) if r.random() < .08 else text


def unknown_region(r):
    """One that is well formed: a misspelt one, or one of a kind that may come."""
    region = r.choice([lambda: misspelt(r, r.choice(REGION_CODES), r.choice([1, 1, 2, 3, 4]),
                                        string.ascii_lowercase + "-19"),
                       lambda: r.choice(["us-east-9", "us-gov-east-9", "xx-foo-1", "eu-isoe-west-9",
                                         "eusc-de-west-2", "cn-foo-7", "us-isob-x-1", "aaaa-b-c-d-1",
                                         "aaaa-bbbbbbbbbbbbbbbbbb-1", "zz-a-0", "us-isof-x-2",
                                         "eusc-fr-west-1", "us-esat-1", "us-east-11", "us-east-01"])])()
    formed = re.fullmatch(r"[a-z]{2,4}(-[a-z]+)+-[0-9]+", region) and len(region) <= 25
    return region if formed and region not in REGIONS else unknown_region(r)


def regions(r):
    def one():
        return r.choice(REGION_CODES) if r.random() < .8 else unknown_region(r)

    return r.choice([lambda: [], lambda: [r.choice(["us-east-1", "us-west-2", "ap-southeast-2"])],
                     lambda: [one()], lambda: [unknown_region(r)],
                     lambda: [one() for _ in range(r.randint(2, 4))],
                     lambda: [one() for _ in range(r.choice([5, 20, 64]))]])()


def policy(r):
    """Severities of some of the rules that have no fixed one, or of all."""
    free = [rule for rule, (_, fixed) in RULES.items() if not fixed]
    return {rule: r.choice(["off", "note", "warning",
                            "error"]) for rule in r.sample(free, r.choice([1, 3, 10, len(free)]))}


def house_rules(r):
    """Patterns that mean the same to Boost.Regex and to Python's bytes: no dot."""
    pointers = ["/sourceName", "/sourceVersion", "/eventClasses", "/eventClasses/0", "/eventClasses/64",
                "/configuration/crawlerConfiguration/roleArn", "/configuration/providerIdentity/externalId"]
    return [(r.choice(pointers), r.choice(["[a-z0-9]+", "[A-Z_]{3,16}", "acme-[a-z]+|s[0-9a-z]*",
                                           "(FILE|DNS)_ACTIVITY", "[^/]*", "arn:aws:[^x]*/Crawler"]))
            for _ in range(r.choice([1, 2, 4]))]
