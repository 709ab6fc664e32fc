#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Proves automata of patterns equal, for all strings, to ones that are made here from the pattern's text.

    automata.py AUTOMATA

AUTOMATA is the program of automata.cpp. It writes the automata of the library's string types as the compiler made
them, and makes more of patterns that it is given: every other one that a source of this project names, and random ones.
Here a state is what is left of the pattern behind some bytes, its Brzozowski derivative; nothing is shared with the
library's way, which is by positions and sets of states. A walk through all pairs of states that one string leads to
(the product of both automata) finds each pair equally accepting, or the shortest string of which one accepts and the
other doesn't. Changes that are planted in each automaton have to be found.
"""

import json
import random
import re
import sys
from collections import deque
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/conformance"))

from support.tool import Tool  # noqa: E402

SEED = 1964
PATTERNS = 1000  # random ones
ALL = (1 << 256) - 1


# Sets of bytes are integers with a bit for each.

def bytes_from(first, last):
    return (1 << last + 1) - (1 << first)


def one_of(text):
    return sum(1 << byte for byte in text)


DIGITS = bytes_from(0x30, 0x39)
CLASSES = {"d": DIGITS, "w": DIGITS | bytes_from(0x41, 0x5a) | bytes_from(0x61, 0x7a) | one_of(b"_"),
           "s": one_of(b"\t\n\v\f\r ")}
CLASSES |= {name.upper(): ALL & ~of for name, of in CLASSES.items()}
CLASSES |= {"t": one_of(b"\t"), "n": one_of(b"\n"), "r": one_of(b"\r"), "f": one_of(b"\f"), "v": one_of(b"\v")}
DOT = ALL & ~one_of(b"\n\r")


class Expression:
    """A regular expression, one object for all that are written alike. `nullable`: it matches the empty string."""

    __slots__ = ("kind", "parts", "nullable", "number")
    known = {}

    @classmethod
    def of(cls, kind, nullable, *parts):
        made = cls.known.get((kind, parts))
        if made is None:
            made = cls.known[kind, parts] = cls()
            made.kind, made.parts, made.nullable, made.number = kind, parts, nullable, len(cls.known)
        return made


NOTHING = Expression.of("set", False, 0)
EMPTY = Expression.of("empty", True)


def byte_of(which):
    return Expression.of("set", False, which)


def both(first, then):
    if first is NOTHING or then is NOTHING:
        return NOTHING
    if first is EMPTY:
        return then
    if then is EMPTY:
        return first
    if first.kind == "both":
        return both(first.parts[0], both(first.parts[1], then))
    return Expression.of("both", first.nullable and then.nullable, first, then)


def either(*choices):
    which, others = 0, set()
    for choice in choices:
        for part in choice.parts if choice.kind == "either" else (choice,):
            if part.kind == "set":
                which |= part.parts[0]
            else:
                others.add(part)
    if which:
        others.add(byte_of(which))
    if len(others) < 2:
        return others.pop() if others else NOTHING
    return Expression.of("either", any(p.nullable for p in others), *sorted(others, key=lambda p: p.number))


def repeat(operand, least, most):
    """`most` is None where there is no bound."""
    if most == 0 or operand is EMPTY:
        return EMPTY
    if least == most == 1:
        return operand
    return Expression.of("repeat", least == 0 or operand.nullable, operand, least, most)


def derive(expression, byte, known):
    """What is left of an expression behind a byte."""
    key = expression, byte
    if key in known:
        return known[key]
    kind, parts = expression.kind, expression.parts
    if kind == "set":
        left = EMPTY if parts[0] >> byte & 1 else NOTHING
    elif kind == "empty":
        left = NOTHING
    elif kind == "either":
        left = either(*(derive(part, byte, known) for part in parts))
    elif kind == "both":
        first, then = parts
        left = both(derive(first, byte, known), then)
        if first.nullable:
            left = either(left, derive(then, byte, known))
    else:
        # One turn starts with the byte. That earlier ones are empty needs no alternative: if the operand can be empty,
        # so can the turns that are left then.
        operand, least, most = parts
        rest = repeat(operand, max(least - 1, 0), None if most is None else most - 1)
        left = both(derive(operand, byte, known), rest)
    known[key] = left
    return left


class Refused(Exception):
    """The text is no pattern."""


class Parser:
    """Reads a pattern as the comment on `lakeproof::pattern` describes it, a byte a character."""

    def __init__(self, pattern):
        self.text = pattern.decode("latin-1")
        self.at = 0
        self.depth = 0
        self.sets = set()
        self.whole = self.alternatives()
        if self.at < len(self.text):
            raise Refused("a parenthesis that nothing opens")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self):
        if self.at == len(self.text):
            raise Refused("the pattern ends too soon")
        self.at += 1
        return self.text[self.at - 1]

    def alternatives(self):
        choices = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            choices.append(self.sequence())
        return either(*choices)

    def sequence(self):
        if self.depth == 0 and self.peek() == "^":
            self.at += 1
        parts = []
        while self.peek() not in ("", "|", ")"):
            if self.depth == 0 and re.match(r"\$(\||\Z)", self.text[self.at:]):
                self.at += 1
                break
            parts.append(self.repeated())
        whole = EMPTY
        for part in reversed(parts):
            whole = both(part, whole)
        return whole

    def repeated(self):
        operand = self.atom()
        count = re.compile(r"([*+?])|\{(\d+)(,?)(\d*)\}").match(self.text, self.at)
        if count is None:
            if self.peek() == "{":
                raise Refused("a count that is none")
            return operand
        self.at = count.end()
        sign, least, comma, most = count.groups()
        if self.peek() in ("*", "+", "?", "{"):
            raise Refused("two counts")
        if sign:
            return repeat(operand, int(sign == "+"), 1 if sign == "?" else None)
        if most and not comma:
            raise Refused("a count that is none")
        least = int(least)
        most = int(most) if most else None if comma else least
        if most is not None and most < least:
            raise Refused("a count from more to less")
        return repeat(operand, least, most)

    def atom(self):
        c = self.take()
        if c == "(":
            if self.text.startswith("?:", self.at):
                self.at += 2
            self.depth += 1
            inside = self.alternatives()
            self.depth -= 1
            if self.take() != ")":
                raise Refused("a group that does not end")
            return inside
        if c in "*+?{^$":
            raise Refused(f"{c} where it cannot stand")
        which = self.members() if c == "[" else DOT if c == "." else self.escape() if c == "\\" else 1 << ord(c)
        self.sets.add(which)
        return byte_of(which)

    def escape(self):
        c = self.take()
        if c in CLASSES:
            return CLASSES[c]
        if not re.match(r"[!-/:-@\[-`{-\x7f]", c):
            raise Refused(f"an escape that means nothing: {c}")
        return 1 << ord(c)

    def members(self):
        negated = self.peek() == "^"
        self.at += negated
        if self.peek() == "]":
            raise Refused("an empty set")
        which = 0
        while self.peek() != "]":
            first = self.member()
            if self.peek() == "-" and self.text[self.at + 1:self.at + 2] not in ("", "]"):
                self.at += 1
                last = self.member()
                if first.bit_count() != 1 or last.bit_count() != 1 or last < first:
                    raise Refused("a range that is none")
                first = 2 * last - first
            which |= first
        self.at += 1
        return ALL & ~which if negated else which

    def member(self):
        c = self.take()
        return self.escape() if c == "\\" else 1 << ord(c)


def first_alike(properties):
    """For each byte the first of those with the same properties."""
    firsts = {}
    return [firsts.setdefault(of, byte) for byte, of in enumerate(properties)]


class Derivatives:
    """The automaton made here; a state is an expression."""

    def __init__(self, pattern):
        parsed = Parser(pattern)
        self.start = parsed.whole
        # Bytes that are in the same sets of the pattern lead to the same derivatives.
        self.alike = first_alike(tuple(which >> byte & 1 for which in parsed.sets) for byte in range(256))
        self.known = {}

    def step(self, state, byte):
        return derive(state, self.alike[byte], self.known)

    def matches(self, string):
        state = self.start
        for byte in string:
            state = self.step(state, byte)
        return state.nullable

    def bytes_needed(self):
        """All bytes that a matching string can hold."""
        leads_to, seen, to_do = {}, {self.start}, [self.start]
        while to_do:
            state = to_do.pop()
            for byte in set(self.alike):
                then = self.step(state, byte)
                leads_to.setdefault(then, set()).add((state, byte))
                if then not in seen:
                    seen.add(then)
                    to_do.append(then)
        alive = {state for state in seen if state.nullable}
        to_do = list(alive)
        needed = 0
        while to_do:
            for state, byte in leads_to.get(to_do.pop(), ()):
                needed |= 1 << byte
                if state not in alive:
                    alive.add(state)
                    to_do.append(state)
        return sum(1 << byte for byte in range(256) if needed >> self.alike[byte] & 1)


class Table:
    """An automaton as the library has it. Its state 0 is never left, and accepts nothing: a match ends there."""

    def __init__(self, start, accepts, rows):
        self.start, self.accepts, self.rows = start, accepts, rows

    @classmethod
    def read(cls, written):
        rows = []
        for runs in written["next"]:
            row = []
            for last, state in runs:
                row += [state] * (last + 1 - len(row))
            rows.append(row)
        return cls(written["start"], written["accepts"], rows)

    @classmethod
    def of_set(cls, which):
        return cls(1, [False, True], [[0] * 256, [which >> byte & 1 for byte in range(256)]])

    def well_formed(self):
        return (not self.accepts[0] and self.rows[0] == [0] * 256 and self.start != 0
                and len(self.accepts) == len(self.rows)
                and all(len(row) == 256 and max(row) < len(self.rows) for row in self.rows))

    def matches(self, string):
        state = self.start
        for byte in string:
            state = self.rows[state][byte]
        return self.accepts[state]


def difference(table, derivatives):
    """The shortest string that one of two automata accepts and the other doesn't, or None; and the pairs of states."""
    # Bytes that lead to the same states from each state, on both sides, lead to the same pairs.
    alphabet = sorted(set(first_alike(zip(derivatives.alike, *table.rows))))
    start = table.start, derivatives.start
    reached = {start: None}  # from which pair, by which byte
    queue = deque([start])
    while queue:
        pair = queue.popleft()
        state, expression = pair
        if table.accepts[state] != expression.nullable:
            string = bytearray()
            while reached[pair] is not None:
                pair, byte = reached[pair]
                string.append(byte)
            return bytes(reversed(string)), reached
        for byte in alphabet:
            then = table.rows[state][byte], derivatives.step(expression, byte)
            if then not in reached:
                reached[then] = pair, byte
                queue.append(then)
    return None, reached


def planted(table, reached):
    """Changed copies of an automaton, none of which accepts the same strings."""
    states = sorted({state for state, _ in reached if state != 0})
    chosen = states[::len(states) // 16 + 1]
    for state in chosen:
        accepts = list(table.accepts)
        accepts[state] = not accepts[state]
        yield f"state {state} accepts or not", Table(table.start, accepts, table.rows)
    alive = {state for state, accepts in enumerate(table.accepts) if accepts}
    while more := {s for s in states if s not in alive and not alive.isdisjoint(table.rows[s])}:
        alive |= more
    for state in chosen:
        for byte in sorted({table.rows[state].index(then) for then in set(table.rows[state]) & alive}):
            rows = list(table.rows)
            rows[state] = rows[state][:byte] + [0] + rows[state][byte + 1:]
            yield f"state {state} refuses byte {byte}", Table(table.start, table.accepts, rows)


class Prover:
    def __init__(self, tool):
        self.tool = tool
        self.pairs = 0
        self.refused = 0
        self.planted = 0

    def prove(self, written, own=False):
        tool, pattern = self.tool, bytes.fromhex(written["pattern"])
        name = repr(pattern)
        try:
            derivatives = Derivatives(pattern)
        except Refused as e:
            self.refused += 1
            tool.expect("error" in written, f"{name} is taken, though it has {e}")
            return
        if not tool.expect("error" not in written, f"{name} is refused: {written.get('error')}"):
            return
        which = sum(bytes_from(*ends) for ends in written["bytes"])
        needed = derivatives.bytes_needed()
        # A byte more would do no harm; the library's own patterns have none.
        tool.expect(needed & ~which == 0 and (which == needed or not own),
                    f"{name}: a matching string can hold more bytes, or fewer, than the library takes it to")
        tables = [Table.read(written)]
        if written["set"]:
            tables.append(Table.of_set(which))
        for table in tables:
            tool.expect(table.well_formed(), f"{name}: no automaton")
            string, reached = difference(table, derivatives)
            self.pairs += len(reached)
            if tool.expect(string is None, f"{name}: the library's automaton differs from the pattern, "
                                           f"first for {string!r}") and own:
                self.find_planted(name, table, derivatives, reached)

    def find_planted(self, name, table, derivatives, reached):
        for what, changed in planted(table, reached):
            string, _ = difference(changed, derivatives)
            self.planted += 1
            # By another way: a run of each.
            self.tool.expect(string is not None and changed.matches(string) != derivatives.matches(string)
                             and table.matches(string) == derivatives.matches(string),
                             f"{name}: a planted change is not found: {what}")


LITERAL = r'(?:R"\(.*?\)"|"(?:\\.|[^"\\])*")'
NAMED = re.compile(rf"\b(?:pattern|bounded_string)<\s*({LITERAL}(?:\s*{LITERAL})*)", re.S)


def patterns_named_in(*folders):
    """The patterns that sources name in C++, without those in comments."""
    found = set()
    for folder in folders:
        for path in sorted((TOP / folder).rglob("*.[ch]pp")):
            code = re.sub(r"(?m)^\s*//.*$", "", path.read_text("utf-8", "surrogateescape"))
            for literals in NAMED.findall(code):
                pattern = b""
                for literal in re.findall(LITERAL, literals, re.S):
                    text = literal[3:-2].encode() if literal[0] == "R" else (
                        literal[1:-1].encode().decode("unicode_escape").encode("latin-1"))
                    pattern += text
                found.add(pattern)
    return found


class Writer:
    """Writes random patterns, most of them right."""

    ATOMS = ["a", "b", "c", "-", "}", "]", " ", ".", "[ab]", "[^a]", "[a-c]", "[-a]", "[b-]", "[^\\w]", "[\\s\\S]",
             "[^-b]", "[a^]", "[[.]", "[\\]\\\\-a]", "[\\d_]", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\.", "\\\\",
             "\\-", "\\_", "\\t", "\\n", "\\r", "\\f", "\\v", "\xc3\xa9", "[\x80-\xbf]", "[^\x00-\x7f]", "\x00", "\xff"]
    COUNTS = ["*", "+", "?", "{2}", "{0,2}", "{1,3}", "{2,}", "{0,}", "{0}", "{3}", "{1}", "{0,1}", "{02,3}"]
    FAULTS = ["*", "{", "{,2}", "{2", "{3,1}", "(", ")", "[", "[]", "[^]", "[b-a]", "[\\d-a]", "[a-\\w]", "\\a", "\\0",
              "\\", "(?=a)", "^", "$", "**", "?{2}", "|", "\\x41", "(?:", "\\\xe9"]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_in(self, n):
        return self.random.randrange(n) == 0

    def write(self):
        text = self.alternatives(3)
        if self.one_in(2):
            text = f"^{text}$"
        if self.one_in(5):
            at = self.random.randrange(len(text) + 1)
            text = text[:at] + self.random.choice(self.FAULTS) + text[at:]
        return text.encode("latin-1")

    def alternatives(self, depth):
        return "|".join(self.sequence(depth) for _ in range(1 + self.one_in(3) + self.one_in(6)))

    def sequence(self, depth):
        return "".join(self.repeated(depth) for _ in range(self.random.choice((0, 1, 1, 2, 2, 3, 4))))

    def repeated(self, depth):
        if depth > 0 and self.one_in(4):
            text = self.random.choice(("(", "(?:")) + self.alternatives(depth - 1) + ")"
        else:
            text = self.random.choice(self.ATOMS[:6] if self.one_in(2) else self.ATOMS)
        return text + self.random.choice(self.COUNTS) if self.one_in(3) else text


def lines_of(tool, *arguments, patterns=()):
    run = tool.run(*arguments, stdin=b"".join(p.hex().encode() + b"\n" for p in patterns))
    tool.equal((run.status, run.err), (0, b""), "the program ends well", run)
    return [json.loads(line) for line in run.out.splitlines()]


def main():
    tool = Tool("automata")
    prover = Prover(tool)
    own = lines_of(tool)
    for written in own:
        prover.prove(written, own=True)
    tool.equal({bytes.fromhex(written["pattern"]) for written in own}, patterns_named_in("include"),
               "the patterns that headers name are those of tests/support/string_types.hpp")
    writer = Writer(SEED)
    others = [*sorted(patterns_named_in("examples", "tests", "tools")), *(writer.write() for _ in range(PATTERNS))]
    more = lines_of(tool, "--made", patterns=others)
    tool.equal([bytes.fromhex(written["pattern"]) for written in more], others, "every pattern is answered")
    for written in more:
        prover.prove(written)
        prover.tool.expect(len(Expression.known) < 5_000_000, "too many expressions")
    tool.expect(PATTERNS / 20 < prover.refused < PATTERNS / 2, f"{prover.refused} patterns are wrong")
    print(f"automata: {len(own)} automata of the library, {len(more) - prover.refused} others, {prover.pairs} pairs of "
          f"states; {prover.refused} patterns are refused by both, {prover.planted} planted changes are found")
    tool.finish()


if __name__ == "__main__":
    main()
