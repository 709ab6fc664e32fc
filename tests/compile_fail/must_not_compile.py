#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Proves that a snippet does not compile, and that the compiler says why, where the user looks.

    must_not_compile.py SNIPPET COMPILER [FLAG]...

A snippet holds
    // EXPECT: words          these words, as they stand, in one line of the messages
    // EXPECT(gcc): words     the same for one compiler; the other is clang
    // HERE                   the user's line: this one, or the next
    // FLAGS: -x -y           further flags of the compiler, if any
The first error must stand on the user's line; or, if it stands in a header, a message right next to
it (see NEAR), or at the head of the trace that g++ prints before it, must name the user's line. A snippet called pass_* must compile instead, optimized and
without a warning.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WARNED = ["-O2", "-Wall", "-Wextra", "-Werror"]  # some warnings need the optimizer
NEAR = 6  # lines before or after the first error that may name the user's line
ERROR = re.compile(r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?:\d+:)? (?:fatal )?error: ")
TRACE = re.compile(r":\d+:\s+(in 'constexpr' expansion of|required (from|by))")

# Messages without the quoted source, which would hold the expected words by chance.
QUIET = {"gcc": ["-fno-diagnostics-show-caret", "-fdiagnostics-color=never"],
         "clang": ["-fno-caret-diagnostics", "-fno-color-diagnostics"]}


def compile_snippet(snippet, command, compiler):
    command = [*command, *QUIET[compiler]]
    with tempfile.TemporaryDirectory() as folder:
        command += ["-c", str(snippet), "-o", os.path.join(folder, "snippet.o")]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
                              encoding="utf-8", errors="replace", env={**os.environ, "LC_ALL": "C"})
    return done.returncode == 0, done.stdout


def family(command):
    version = subprocess.run([*command, "--version"], stdout=subprocess.PIPE, encoding="utf-8").stdout
    return "clang" if "clang" in version else "gcc"


def problems_of_words(text, output, compiler):
    expected = re.findall(r"//\s*EXPECT(?:\((\w+)\))?:\s*(.*\S)", text)
    wrong = {name for name, _ in expected} - {"", "gcc", "clang"}
    if wrong:
        yield f"EXPECT({sorted(wrong)[0]}) names no compiler: gcc or clang"
    words = [words for name, words in expected if name in ("", compiler)]
    if not words:
        yield f"no EXPECT line is for {compiler}"
    lines = [" ".join(line.split()) for line in output.splitlines()]
    for phrase in words:
        if not any(" ".join(phrase.split()) in line for line in lines):
            yield f"the compiler does not say: {phrase}"


def problems_of_place(text, output, snippet):
    here = [number for number, line in enumerate(text.splitlines(), 1) if re.search(r"//\s*HERE\b", line)]
    if len(here) != 1:
        yield f"{len(here)} lines are marked HERE, not one"
        return
    users = f"{here[0]} or {here[0] + 1}"
    lines = output.splitlines()
    first = next((number for number, line in enumerate(lines) if ERROR.match(line)), None)
    if first is None:
        yield "no message has the form of an error"
        return
    error = ERROR.match(lines[first])
    if error["file"] == str(snippet):
        if int(error["line"]) not in (here[0], here[0] + 1):
            yield f"the first error stands on line {error['line']}, not {users}"
        return
    named = re.compile(rf"{re.escape(str(snippet))}:({here[0]}|{here[0] + 1})\b")
    start = first
    while start > 0 and TRACE.search(lines[start - 1]):
        start -= 1
    start = max(min(start, first - NEAR), 0)
    if not any(named.search(line) for line in lines[start:first + NEAR + 1]):
        yield f"the first error stands in {error['file']}, and nothing next to it names line {users}"


def main(snippet, *command):
    snippet = Path(snippet).resolve()
    text = snippet.read_text(encoding="utf-8")
    compiler = family(command)
    for flags in re.findall(r"//\s*FLAGS:\s*(.*\S)", text):
        command = [*command, *flags.split()]
    passes = snippet.name.startswith("pass_")
    compiled, output = compile_snippet(snippet, [*command, *(WARNED if passes else [])], compiler)
    if passes:
        problems = [] if compiled else ["it does not compile"]
    elif compiled:
        problems = ["it compiles"]
    else:
        # A file's name is not the compiler's word.
        said = re.sub(rf"\S*{re.escape(snippet.name)}", "", output)
        problems = [*problems_of_words(text, said, compiler),
                    *problems_of_place(text, output, snippet)]
    for problem in problems:
        print(f"{snippet.name}: {problem}")
    if problems:
        print(f"---- {' '.join(command)} printed:\n{output}", end="")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
