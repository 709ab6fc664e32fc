#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds the README to its word: its C++ is the examples' text, and its console shows what the tool says.

    readme.py TOOL
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def problems_of_code(code):
    sources = [path.read_text() for path in sorted((ROOT / "examples").glob("*.cpp"))]
    if not any(code.strip() in source for source in sources):
        yield f"no program in examples/ has this code:\n{code}"


def problems_of_console(console, tool):
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        if words[0] not in ("lakeproof", "tools/run"):
            continue  # what sets things up is tests/run's business
        done = subprocess.run([tool, *words[1:]], cwd=ROOT, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8")
        if done.stdout.strip() != expected.strip():
            yield f"$ {command}\nREADME:\n{expected}\ntool:\n{done.stdout}"


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
