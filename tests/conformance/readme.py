#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds the README to its word: its C++ is the examples' text, and its console shows what the tool says.

    readme.py TOOL
"""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def problems_of_code(code):
    sources = [path.read_text() for path in sorted((ROOT / "examples").glob("*.cpp"))]
    if not any(code.strip() in source for source in sources):
        yield f"no program in examples/ has this code:\n{code}"


class Mock:
    """The mock service of a session, on a port and with a store that disturb nobody."""

    def __init__(self, program):
        self.program = program
        self.process = None
        self.folder = tempfile.TemporaryDirectory()

    def start(self, words):
        words = [word for word in words[1:words.index("&")] if not word.startswith("2>")]
        port, store = words.index("--port") + 1, words.index("--store") + 1
        self.shown = words[port]
        words[port], words[store] = "0", str(Path(self.folder.name) / words[store])
        self.process = subprocess.Popen(
            [self.program, *words],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
        line = self.process.stdout.readline()
        self.port = line.strip().rpartition(":")[2]
        return line.replace(f":{self.port}\n", f":{self.shown}\n")

    def curl(self, command):
        command = command.replace(f":{self.shown}/", f":{self.port}/")
        return subprocess.run(command, shell=True, cwd=ROOT, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8").stdout

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            self.process.communicate()
        self.folder.cleanup()


def run(command, tool, mock):
    words = shlex.split(command)
    if words[0].endswith("/mock_service"):
        return mock.start(words)
    if words[0] == "curl":
        return mock.curl(command)
    return subprocess.run([tool, *words[1:]], cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8").stdout


def problems_of_console(console, tool):
    program = Path(tool).with_name("mock_service")
    if "mock_service" in console and not (program.exists() and shutil.which("curl")):
        print("not run: a session with the mock service, which was not built, or there is no curl")
        return
    with Mock(program) as mock:
        yield from problems_of_commands(console, tool, mock)


def problems_of_commands(console, tool, mock):
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        if words[0] not in ("lakeproof", "tools/run", "build/mock_service", "curl"):
            continue  # what sets things up is tests/run's business
        said = run(command, tool, mock)
        if said.strip() != expected.strip():
            yield f"$ {command}\nREADME:\n{expected}\nit said:\n{said}"


def main(tool):
    tool = str(Path(tool).resolve())
    found = []
    seen = {"cpp": 0, "console": 0}
    for language, text in BLOCK.findall((ROOT / "README.md").read_text()):
        if language in seen:
            seen[language] += 1
        if language == "cpp":
            found += problems_of_code(text)
        if language == "console":
            found += problems_of_console(text, tool)
    found += [f"the README has no {language} block" for language, n in seen.items() if n == 0]
    print("\n\n".join(found) or f"{seen['cpp']} programs and {seen['console']} sessions are as shown")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1])
