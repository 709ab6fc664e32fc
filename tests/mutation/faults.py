# SPDX-License-Identifier: BSL-1.0
"""The faults: small changes of a header that compile, each by one of a few operators.

They are found in the headers' text, so that they follow the code. Where every one of a kind matters (what
a rule is, says or weighs) all are made in the layers that hold the rules; the others are a sample that
depends on a line's own text alone, so that an edit elsewhere leaves it as it is.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

RULE_LAYERS = {"rules", "text", "ocsf", "aws", "model", "check", "house_rules"}
EXHAUSTIVE = {"bound", "severity", "character", "rule", "member"}
KINDS = ["bound", "severity", "character", "rule", "member", "data", "comparison", "logic", "number"]
# One of so many where not all are made; testing/ is an instrument and gets few.
SAMPLE = {"data": 20, "comparison": 14, "logic": 12, "number": 40}
FEWER_OF_TESTING = 5

TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<directive>^[ ]*\#(?:[^\n]*\\\n)*[^\n]*)
  | (?P<raw>R"\(.*?\)")
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<number>\b\d[\d'a-fA-FxX]*[uUlL]*)
  | (?P<char>'(?:\\.|[^'\\\n])+')
  | (?P<word>[A-Za-z_]\w*)
  | (?P<space>\s+)
  | (?P<mark><=>|<<=|>>=|->|::|<<|>>|<=|>=|==|!=|&&|\|\||\+\+|--|[-+*/%&|^]=|.)
""", re.VERBOSE | re.DOTALL | re.MULTILINE)


def layer_of(header):
    """`check` of `check/detail/structure.hpp`; those of no folder are layers of their own."""
    return header.split("/")[0].removesuffix(".hpp")


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Fault:
    header: str  # below include/lakeproof
    kind: str
    start: int
    end: int
    instead: str
    number: int  # of the line
    line: str
    becomes: str
    near: str  # the line and what leads to it

    @property
    def layer(self):
        return layer_of(self.header)

    @property
    def key(self):
        return f"{self.header}:{self.number}: {self.line} -> {self.becomes}"

    def applied(self, text):
        return text[:self.start] + self.instead + text[self.end:]

    def in_sample(self, every):
        if self.kind in EXHAUSTIVE and self.layer in RULE_LAYERS:
            return True
        rate = every or SAMPLE.get(self.kind, 5)
        if self.layer == "testing":
            rate *= FEWER_OF_TESTING
        words = "\n".join([self.header, self.line, self.kind, self.becomes])
        return int.from_bytes(hashlib.sha256(words.encode()).digest()[:4], "big") % rate == 0


class Header:
    """The tokens of a header and the faults that can be planted in it."""

    def __init__(self, name, text, rules):
        self.name = name
        self.text = text
        self.rules = rules
        every = [Token(m.lastgroup, m[0], m.start(), m.end()) for m in TOKEN.finditer(text)]
        self.tokens = [t for t in every if t.kind not in ("comment", "space", "directive")]
        self.tables = self.find_tables()
        self.declared = self.find_declared()
        self.found = []

    # --- where in the text

    def closing(self, i):
        """The index of the bracket that closes the one at `i`."""
        pairs = {"(": ")", "{": "}", "[": "]"}
        close, depth = pairs[self.tokens[i].text], 0
        for j in range(i, len(self.tokens)):
            if self.tokens[j].text == self.tokens[i].text:
                depth += 1
            elif self.tokens[j].text == close:
                depth -= 1
                if depth == 0:
                    return j
        return len(self.tokens) - 1

    def statement_end(self, i):
        """The index of the semicolon that ends the statement at `i`."""
        while i < len(self.tokens) and self.tokens[i].text != ";":
            i = (self.closing(i) if self.tokens[i].text in "({[" else i) + 1
        return min(i, len(self.tokens) - 1)

    def find_declared(self):
        """Tokens that declare or prove and decide nothing: a fault there says nothing of the tests."""
        declared = set()
        for i, t in enumerate(self.tokens):
            if t.text in ("static_assert", "concept", "using"):
                declared.update(range(i, self.statement_end(i) + 1))
            elif t.text == "requires" and self.tokens[i + 1].text in "({":
                declared.update(range(i, self.closing(i + 1) + 1))
            elif t.text == "requires":
                while self.tokens[i].text not in "{;":
                    declared.add(i)
                    i = (self.closing(i) if self.tokens[i].text == "(" else i) + 1
            elif t.text == "constexpr" and self.tokens[i + 1].text == "(":
                declared.update(range(i, self.closing(i + 1) + 1))
            elif t.text == "template" and self.tokens[i + 1].text == "<":
                depth = 0
                for j in range(i + 1, len(self.tokens)):
                    depth += {"<": 1, ">": -1, ">>": -2}.get(self.tokens[j].text, 0)
                    declared.add(j)
                    if depth <= 0:
                        break
        return declared

    def find_tables(self):
        """Tokens of tables of data."""
        inside = {}
        for i, t in enumerate(self.tokens):
            if t.kind != "word" or self.tokens[i + 1:i + 2] == [] or self.tokens[i + 1].text != "[":
                continue
            j = self.closing(i + 1) + 1
            while self.tokens[j].text == "[":
                j = self.closing(j) + 1
            if self.tokens[j].text == "=" and self.tokens[j + 1].text == "{":
                inside.update((k, t.text) for k in range(j, self.closing(j + 1)))
        return inside

    def add(self, kind, start, end, instead):
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", start)
        after = self.text[:start] + instead + self.text[end:]
        fault = Fault(self.name, kind, start, end, instead, self.text.count("\n", 0, start) + 1,
                      self.text[begin:stop].strip(), after[begin:].split("\n", 1)[0].strip(),
                      "\n".join(self.text[:stop].split("\n")[-6:]))
        self.found.append(fault)

    def replace(self, kind, token, instead):
        self.add(kind, token.start, token.end, instead)

    def spaced(self, t):
        """clang-format puts blanks round an operator of two operands, and round no other."""
        return self.text[t.start - 1].isspace() and self.text[t.end].isspace()

    # --- the operators

    def faults(self):
        operators = [self.bounds, self.severities, self.characters, self.dropped_rules, self.other_rules,
                     self.members, self.data, self.comparisons, self.logic, self.numbers]
        for operator in operators:
            operator()
        unique = {(f.start, f.end, f.instead): f for f in reversed(self.found)}
        return sorted(unique.values(), key=lambda f: (f.start, f.end, f.instead))

    def is_bound(self, i):
        """Whether the number at `i` is that of a constant with the name of a bound."""
        value = int(self.tokens[i].text.rstrip("uUlL").replace("'", ""), 0)
        named = re.search(r"min|max|least|most|limit|capacity|longest|shortest|nearest|bytes|depth|length|size"
                          r"|characters|excerpt|detail", self.tokens[i - 2].text)
        begin = self.text.rfind("\n", 0, self.tokens[i].start) + 1
        constant = "constexpr" in self.text[begin:self.tokens[i].start]
        state = self.tokens[i - 3].text == "." or self.tokens[i - 2].text.endswith("_")
        return self.tokens[i - 1].text == "=" and bool(named) and not state and (value >= 2 or constant)

    def bounds(self):
        for i, t in enumerate(self.tokens):
            if t.kind == "number" and i not in self.declared and i not in self.tables and self.is_bound(i):
                self.off_by_one("bound", t)

    def off_by_one(self, kind, t):
        digits = t.text.rstrip("uUlL")
        value = int(digits.replace("'", ""), 0)
        for other in (value - 1, value + 1):
            if other >= 0:
                spelt = hex(other) if digits.lower().startswith("0x") else str(other)
                self.replace(kind, t, spelt + t.text[len(digits):])

    def severities(self):
        other = {"error": "warning", "warning": "note", "note": "warning", "off": "note"}
        if self.name == "rules/severity.hpp":
            return
        for i, t in enumerate(self.tokens):
            if t.text not in other or [x.text for x in self.tokens[i - 2:i]] != ["severity", "::"]:
                continue
            self.replace("severity", t, other[t.text])
            if self.tables.get(i) == "rule_catalogue":
                fixed = self.tokens[i + 2]
                self.replace("severity", fixed, {"true": "false", "false": "true"}[fixed.text])

    def characters(self):
        for i, t in enumerate(self.tokens):
            if t.kind == "raw" and t.text.startswith('R"(^') and t.text.endswith('$)"'):
                for start, end, instead in pattern_changes(t.text):
                    self.add("character", t.start + start, t.start + end, instead)
            elif t.kind == "char" and i not in self.declared and i not in self.tables \
                    and self.tokens[i - 1].text != "case":
                special = {r"'\\'": "'/'", r"'\n'": r"'\r'", r"'\r'": r"'\n'", r"'\t'": "' '", r"'\''": "'`'"}
                if t.text in special:
                    self.replace("character", t, special[t.text])
                elif len(t.text) == 3:
                    beside = chr(ord(t.text[1]) + (1 if t.text[1] != "~" else -1))
                    self.replace("character", t, "'\\\\'" if beside == "\\" else f"'{beside}'")

    def begins_statement(self, i):
        return self.tokens[i - 1].text in (";", "{", "}", ")", "else", ":")

    def dropped_rules(self):
        """What applies a rule, reports that one is broken, or says of a finding that it is an error."""
        call = re.compile(r"(return )?(out\.report|structure_\.\w+|no_role|refuse_in|check)\("
                          r"|(\w+::)?(report|check|apply|refuse)(_(?!of)\w+)?\(|(\w+(\.|::))?(?P<add>add)\(")
        for i, t in enumerate(self.tokens):
            if t.kind != "word" or not self.begins_statement(i) or i in self.declared:
                continue
            head = call.match(self.text, t.start)
            if not head:
                continue
            end = self.tokens[self.statement_end(i)]
            whole = self.text[t.start:end.end]
            if not head["add"] or re.search(r"\brule|finding|\bf\)|\bout\)", whole):
                self.add("rule", t.start, end.end, "return;" if head[1] else ";")

    def other_rules(self):
        if self.name == "rules/rule_info.hpp" or self.name.startswith("testing/"):
            return
        for i, t in enumerate(self.tokens):
            if t.text in self.rules and self.tokens[i - 2].text == "rule" and self.tokens[i - 1].text == "::" \
                    and self.tokens[i - 3].text != "case" and i not in self.declared:
                at = self.rules.index(t.text)
                self.replace("rule", t, self.rules[at + 1 if at + 1 < len(self.rules) else 0])

    def members(self):
        for i, t in enumerate(self.tokens):
            if t.text == "member_table" and self.tokens[i + 1].text == "(":
                self.member_rows(i + 2, self.closing(i + 1))
            if t.text == "open" and [x.text for x in self.tokens[i + 1:i + 4]] == ["=", "true", ";"]:
                self.replace("member", self.tokens[i + 2], "false")

    def member_rows(self, i, end):
        while i < end and self.tokens[i].text == "member" and self.tokens[i + 1].text == "{":
            close = self.closing(i + 1)
            wire = self.tokens[i + 2]
            if wire.kind == "string":
                self.add("member", wire.end - 2, wire.end - 1, chr(ord(wire.text[-2]) ^ 1))
            if self.tokens[close + 1].text == ",":
                self.add("member", self.tokens[i].start, self.tokens[close + 2].start, "")
            elif self.tokens[i - 1].text == ",":
                self.add("member", self.tokens[i - 1].start, self.tokens[close].end, "")
            i = close + 2

    def data(self):
        other = {"true": "false", "false": "true", "client": "server", "server": "client", "aws": "aws_cn",
                 "aws_cn": "aws", "aws_us_gov": "aws", "aws_eusc": "aws", "aws_iso": "aws_iso_b",
                 "aws_iso_b": "aws_iso", "aws_iso_e": "aws_iso_f", "aws_iso_f": "aws_iso_e"}
        for i, t in enumerate(self.tokens):
            table = self.tables.get(i)
            if table is None:
                continue
            if table == "rule_catalogue":
                if t.kind == "string" and re.fullmatch(r'"[a-z]+(-[a-z]+)+"', t.text):
                    self.add("data", t.end - 2, t.end - 1, "~")
                elif t.kind == "number":
                    self.off_by_one("data", t)
            elif t.kind == "string" and re.search(r'\w"$', t.text):
                self.add("data", t.end - 2, t.end - 1, "~")
            elif t.kind == "number":
                self.off_by_one("data", t)
            elif t.text in other:
                self.replace("data", t, other[t.text])

    def comparisons(self):
        other = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
        for i, t in enumerate(self.tokens):
            if t.text in other and self.spaced(t) and i not in self.declared and \
                    self.tokens[i - 1].text != "operator":
                self.replace("comparison", t, other[t.text])

    def logic(self):
        for i, t in enumerate(self.tokens):
            if i in self.declared or i in self.tables:
                continue
            if t.text in ("&&", "||") and self.spaced(t):
                self.replace("logic", t, "||" if t.text == "&&" else "&&")
            elif t.text == "!" and self.tokens[i - 1].text in ("(", "&&", "||", "return", "=", ","):
                self.replace("logic", t, "")
            elif t.text in ("true", "false") and self.tokens[i - 1].text == "return":
                self.replace("logic", t, "false" if t.text == "true" else "true")

    def numbers(self):
        for i, t in enumerate(self.tokens):
            if t.kind == "number" and i not in self.declared and i not in self.tables \
                    and self.tokens[i - 1].text != "[" and not self.is_bound(i):
                self.off_by_one("number", t)


def members_of(text):
    """The bytes of a character class, as the pattern's text between `[` and `]` lists them."""
    word = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    found, atoms = set(), re.findall(r"\\.|[^\\]", text)
    i = 0
    while i < len(atoms):
        atom = atoms[i]
        if atom in (r"\w", r"\d"):
            found |= set(word if atom == r"\w" else "0123456789")
        elif i + 2 < len(atoms) and atoms[i + 1] == "-":
            found |= {chr(c) for c in range(ord(atom[-1]), ord(atoms[i + 2][-1]) + 1)}
            i += 2
        else:
            found.add(atom[-1])
        i += 1
    return found


def pattern_changes(text):
    """Changes of a pattern: its character classes gain and lose, its counts change."""
    for found in re.finditer(r"\[((?:\\.|[^\]\\])+)\]", text):
        inside, at = found[1], found.start(1)
        if inside.startswith("^"):
            continue
        yield at, at, "~"
        for part in re.finditer(r"(?:\\.|[^\\])-(?:\\.|[^\\])|\\.|[^\\]", inside):
            range_end = chr(ord(part[0][-1]) - 1)
            is_range = len(part[0]) > 2 and "-" in part[0][1:-1]
            changed = part[0][:-1] + range_end if is_range else ""
            after = inside[:part.start()] + changed + inside[part.end():]
            # What another part of the class has as well is nothing lost.
            if after and members_of(after) != members_of(inside):
                yield at + part.start(), at + part.end(), changed
    for count in re.finditer(r"(?<=[{,])\d+(?=[,}])", text):
        yield count.start(), count.end(), str(int(count[0]) + 1)
    for repeat in re.finditer(r"(?<=[\])])[*+?]", text):
        yield repeat.start(), repeat.end(), {"*": "+", "+": "*", "?": ""}[repeat[0]]


def all_faults(include):
    """Every fault of every header below include/lakeproof, in order."""
    root = Path(include) / "lakeproof"
    rules = re.search(r"enum class rule [^{]*\{(.*?)\}", (root / "rules/rule_info.hpp").read_text(), re.DOTALL)
    rules = re.findall(r"(\w+),", re.sub("//.*", "", rules[1]))
    faults = []
    for path in sorted(root.rglob("*.hpp")):
        name = str(path.relative_to(root))
        faults += Header(name, path.read_text(), rules).faults()
    return faults
