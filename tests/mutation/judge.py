# SPDX-License-Identifier: BSL-1.0
"""What may kill a fault: the tests, each with the headers that it reads, tried one by one.

A check is built and run below a folder that holds the one changed header and comes first in the include
path. The tests are as they are: clang compiles each alone, on a precompiled header of all that is not
Lakeproof's. Most cases are static_asserts too, so the compiler kills what most faults break.
"""

import hashlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from faults import layer_of

TOP = Path(__file__).resolve().parent.parent.parent
TESTS = TOP / "tests"
INCLUDE = TOP / "include"

COMPILE_SECONDS = 180  # the slowest compiles in a tenth of it
RUN_SECONDS = 60
MEMORY = 4 << 30  # what a loop that never ends may take

FLAGS = ["-std=c++20", "-O0", "-w", "-ferror-limit=1", "-fno-caret-diagnostics", "-fno-color-diagnostics"]
PRECOMPILED = ["boost/test/unit_test.hpp", "boost/json.hpp", "boost/json/basic_parser_impl.hpp",
               "boost/regex.hpp", "algorithm", "map", "vector"]

# What a compiler says of a constant that breaks its test. Any other error is the operator's own.
BROKEN_CONSTANT = re.compile(r"static assertion|constant expression|non-'constexpr'|consteval|constexpr variable"
                             r"|constant initializer")


class Broken(Exception):
    """A check fails without any fault."""


@dataclass
class Outcome:
    status: str  # passed, killed or invalid
    by: str = ""


@dataclass
class Check:
    """A program and how it is run, or a command with the include path in it."""

    name: str
    layer: str
    stage: int  # checks are tried stage by stage
    sources: list
    flags: list = field(default_factory=list)
    libraries: list = field(default_factory=list)
    precompiled: bool = True
    commands: list = field(default_factory=list)  # PROGRAM and INCLUDES stand for what they say
    headers: set = field(default_factory=set)     # below include/lakeproof
    seconds: float = 0.0
    words: set = field(default_factory=set)

    def texts(self):
        return self.sources or [w for w in self.commands[0] if str(w).endswith(".cpp")]


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, seconds):
    """The exit status and what was printed; None where the time was not enough."""
    process = subprocess.Popen([str(c) for c in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, cwd=TOP, encoding="utf-8", errors="replace",
                               preexec_fn=limited, start_new_session=True,
                               env={**os.environ, "LC_ALL": "C", "BOOST_TEST_COLOR_OUTPUT": "no",
                                    "PYTHONDONTWRITEBYTECODE": "1"})
    try:
        said, _ = process.communicate(timeout=seconds)
        return process.returncode, said
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return None, ""


def all_checks():
    unit = [str(TESTS / "unit/main.cpp")]
    test = ["-lboost_unit_test_framework", "-lboost_json"]
    groups = {}
    for source in sorted((TESTS / "unit").glob("*/**/*.cpp")):
        name = str(source.relative_to(TESTS).with_suffix(""))  # unit/LAYER/HEADER or unit/LAYER/detail/HEADER
        # These are about several units in one program.
        name = re.sub("^unit/fwd/.*", "unit/fwd", re.sub("^unit/json/(light.*|instantiate)", "unit/json/light", name))
        groups.setdefault(name, []).append(source)
    checks = []
    for name, sources in groups.items():
        layer = name.split("/")[1]
        plain = layer == "core_freestanding"
        checks.append(Check(
            name, layer, 0, sources + ([] if plain else unit),
            flags=["-fno-exceptions", "-fno-rtti"] if plain else ["-DBOOST_TEST_DYN_LINK"],
            libraries=[] if plain else test, commands=[["PROGRAM"]],
            # Where the point is what a header does not include.
            precompiled=not plain and not re.search("/(fwd|light)", name)))
    for snippet in sorted((TESTS / "compile_fail").glob("*.cpp")):
        checks.append(Check(f"compile_fail/{snippet.stem}", "compile_fail", 0, [], commands=[
            [sys.executable, TESTS / "compile_fail/must_not_compile.py", snippet, "CLANG", "-std=c++20", "INCLUDES"]]))
    checks.append(Check("doc_examples", "doc_examples", 1, [], commands=[
        [sys.executable, TESTS / "doc_examples/compile_examples.py", "CLANG", "-std=c++20", "-w", "INCLUDES"]]))
    for target in sorted((TESTS / "fuzz").glob("*.cpp")):
        own = [TOP / "cmake/lakeproof-fuzz-main.cpp"]
        checks.append(Check(f"fuzz/{target.stem}", "fuzz", 2, [target, *own], libraries=test,
                            flags=["-DBOOST_TEST_DYN_LINK"],
                            commands=[["PROGRAM", "--mutate=50", TESTS / "fuzz/seeds" / target.stem]]))
    scripts = [s for s in sorted((TESTS / "conformance").glob("[!_]*.py"))
               if not re.match("mock_service|json_schema", s.stem)]  # these test a service and ajv
    checks.append(Check("tool", "tool", 3, sorted((TOP / "tools/lakeproof").rglob("*.cpp")),
                        flags=["-DBOOST_TEST_DYN_LINK", f"-I{TOP}/tools/lakeproof"],
                        libraries=test,
                        commands=[[sys.executable, s, "PROGRAM"] for s in scripts]))
    return checks


def digest(files):
    whole = hashlib.sha256()
    for name in files:
        path = TOP / name
        whole.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b"gone") + b"\0")
    return whole.hexdigest()


def words_of(text):
    """The names in a text, however they are joined: `member-unknown`, `member_unknown`."""
    return set(re.findall(r"[a-z_]{5,}", text.replace("-", "_")))


def headers_among(files):
    return {name.removeprefix("include/lakeproof/") for name in files if name.startswith("include/lakeproof/")}


class Suite:
    def __init__(self, work, clang):
        self.work = Path(work)
        self.clang = clang
        self.checks = all_checks()
        self.kills = {}  # of a header, or of a layer: how many each check has killed
        self.work.mkdir(exist_ok=True)

    # --- without a fault

    def prepare(self, pool):
        """Builds and runs every check without a fault, and learns what each reads and costs."""
        text = "".join(f"#include <{name}>\n" for name in PRECOMPILED)
        self.header = self.work / "precompiled.hpp"
        if not self.header.exists() or self.header.read_text() != text:
            self.header.write_text(text)
        self.pch = self.work / "precompiled.pch"
        status, said = run([self.clang, "-std=c++20", "-O0", "-w", "-DBOOST_TEST_DYN_LINK", "-x", "c++-header",
                            self.header, "-o", self.pch, "-fpch-instantiate-templates"], COMPILE_SECONDS)
        if status != 0:
            raise Broken(f"the precompiled header:\n{said}")
        self.main = self.work / "main.o"
        status, said = run([*self.compile_command(["-DBOOST_TEST_DYN_LINK"], False), "-c",
                            TESTS / "unit/main.cpp", "-o", self.main], COMPILE_SECONDS)
        if status != 0:
            raise Broken(f"the main program of the unit tests:\n{said}")
        for problem in pool.map(self.prepare_check, self.checks):
            if problem:
                raise Broken(problem)
        for check in self.checks:
            check.words = words_of("".join(Path(s).read_text() for s in check.texts()))
        # In how many checks a word is: one that few have says more.
        self.speaking = Counter(word for check in self.checks for word in check.words)

    def prepare_check(self, check):
        folder = self.work / "whole" / check.name
        folder.mkdir(parents=True, exist_ok=True)
        known = folder / "passed.json"
        if known.exists():
            was = json.loads(known.read_text())
            if was["of"] == digest(was["files"]):
                check.headers, check.seconds = headers_among(was["files"]), was["seconds"]
                return ""
        files = self.files_of(check)
        check.headers = headers_among(files)
        start = time.monotonic()
        outcome = self.judge_check(check, folder)
        check.seconds = time.monotonic() - start
        if outcome.status != "passed":
            return f"{check.name} fails without a fault: {outcome.by}"
        known.write_text(json.dumps({"of": digest(files), "seconds": check.seconds, "files": files}))
        return ""

    def files_of(self, check):
        """The files of the repository that decide what a check says, from its top."""
        sources = check.texts()
        found = {INCLUDE / p for p in INCLUDE.rglob("*.hpp")} if not sources else set()
        if sources:
            _, said = run([self.clang, "-std=c++20", "-MM", *check.flags, f"-I{INCLUDE}", *sources],
                          COMPILE_SECONDS)
            words = {Path(os.path.normpath(w)) for w in re.findall(r"[^\s\\]+\.[hc]pp", said)}
            found = {w for w in words if w.is_relative_to(TOP)}
        if check.stage >= 2:
            of_folder = TESTS / ("conformance" if check.name == "tool" else f"fuzz/seeds/{check.name[5:]}")
            found |= {p for p in of_folder.rglob("*") if p.is_file() and "node_modules" not in p.parts}
        return sorted(str(p.relative_to(TOP)) for p in found)

    # --- a fault

    def learn(self, header, name):
        """A check has killed a fault of a header."""
        for of in (header, layer_of(header)):
            kills = self.kills.setdefault(of, {})
            kills[name] = kills.get(name, 0) + 1

    def order(self, fault):
        """The checks that read a fault's header, the likeliest killers first: its own test, what killed
        other faults of it or of its layer, and what speaks of the line in the same rare words."""
        header = fault.header
        layer = layer_of(header)
        own, layers = self.kills.get(header, {}), self.kills.get(layer, {})
        words = words_of(fault.near)

        def likely(check):
            said = sum(1 / self.speaking[w] for w in words & check.words)
            share = own.get(check.name, 0) / (sum(own.values()) or 1) + \
                layers.get(check.name, 0) / (sum(layers.values()) or 1) / 2
            mirror = check.name in (f"unit/{header[:-4]}", f"unit/{layer}/{header[:-4]}")
            return 3 * mirror + share + said + 0.2 * (check.layer == layer) - 0.02 * check.seconds

        return sorted((c for c in self.checks if header in c.headers), key=lambda c: (c.stage, -likely(c)))

    def judge(self, fault, folder, patience=None):
        """Whether a check kills a fault, and which; after `patience` seconds none does."""
        start = time.monotonic()
        folder = Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        changed = folder / "include/lakeproof" / fault.header
        changed.parent.mkdir(parents=True)
        changed.write_text(fault.applied((INCLUDE / "lakeproof" / fault.header).read_text()))
        for check in self.order(fault):
            if patience and time.monotonic() - start > patience:
                break
            outcome = self.judge_check(check, folder)
            if outcome.status == "killed":
                self.learn(fault.header, check.name)
            if outcome.status != "passed":
                return outcome
        return Outcome("survived")

    def compile_command(self, flags, precompiled):
        command = [self.clang, *FLAGS, *flags]
        return command + (["-include-pch", self.pch] if precompiled else [])

    def judge_check(self, check, folder):
        objects = []
        for i, source in enumerate(check.sources):
            if Path(source) == TESTS / "unit/main.cpp":
                objects.append(self.main)
                continue
            objects.append(folder / f"{i}.o")
            command = self.compile_command(check.flags, check.precompiled)
            status, said = run([*command, f"-I{folder / 'include'}", f"-I{INCLUDE}", "-c", source, "-o",
                                objects[-1]], COMPILE_SECONDS)
            if status is None:
                return Outcome("killed", f"compiler, time: {check.name}")
            if status != 0:
                return self.refused(check, said)
        program = folder / "program"
        if objects:
            status, said = run([self.clang, "-fuse-ld=lld", *objects, *check.libraries, "-o", program],
                               COMPILE_SECONDS)
            if status != 0:
                return Outcome("invalid", said.splitlines()[0] if said else "the linker")
        for command in check.commands:
            words = []
            for word in command:
                includes = [f"-I{folder / 'include'}", f"-I{INCLUDE}"]
                words += {"PROGRAM": [program], "CLANG": [self.clang], "INCLUDES": includes}.get(word, [word])
            status, said = run(words, COMPILE_SECONDS if not objects else RUN_SECONDS * (5 if check.stage == 3 else 1))
            if status in (0, 77):
                continue
            if not objects and check.name == "doc_examples":
                return self.refused(check, said)
            name = check.name if len(check.commands) == 1 else f"conformance/{Path(command[1]).stem}"
            if status is None:
                return Outcome("killed", f"test, time: {name}")
            case = re.search(r'error: in "([^"]+)"', said)
            return Outcome("killed", f"test: {name}{' ' + case[1] if case else ''}")
        return Outcome("passed")

    @staticmethod
    def refused(check, said):
        first = next((line for line in said.splitlines() if "error:" in line), said.strip()[:200])
        if BROKEN_CONSTANT.search(first):
            return Outcome("killed", f"compiler: {check.name}")
        return Outcome("invalid", first.split("error:")[-1].strip() + f" ({check.name})")
