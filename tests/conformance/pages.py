#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds the README and the pages of docs/ to their word.

    pages.py TOOL

Their C++ is the text of programs in examples/, which the build compiles; their console shows what is said; their
links lead somewhere.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SET_UP = ("cmake",)  # the business of tests/run


class Mock:
    """The mock service of a session, on a port and with a store that disturb nobody."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.process = None
        self.shown = self.port = ""

    def start(self, words):
        words = [word for word in words[1:words.index("&")] if not word.startswith("2>")]
        port, store = words.index("--port") + 1, words.index("--store") + 1
        self.shown = words[port]
        words[port], words[store] = "0", str(Path(self.folder) / words[store])
        self.process = subprocess.Popen(
            [self.program, *words],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
        line = self.process.stdout.readline()
        self.port = line.strip().rpartition(":")[2]
        return line.replace(f":{self.port}\n", f":{self.shown}\n")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.communicate()


def session_folder(folder, tool):
    """A folder to run commands in, which looks like the repository, and whose files may be written."""
    for entry in ROOT.iterdir():
        if entry.name != ".git":
            (folder / entry.name).symlink_to(entry)
    (folder / "examples").unlink()
    shutil.copytree(ROOT / "examples", folder / "examples")
    programs = folder / ".programs"
    programs.mkdir()
    (programs / "lakeproof").symlink_to(tool)
    return {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "COLUMNS": "80"}


def problems_of_session(console, tool, scratch):
    program = Path(tool).with_name("mock_service")
    if "mock_service" in console and not (program.exists() and shutil.which("curl")):
        print("not run: a session with the mock service, which was not built, or there is no curl")
        return
    environment = session_folder(scratch, tool)
    mock = Mock(program, scratch)
    try:
        for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            words = command.split()
            if words[0] in SET_UP:
                continue
            if words[0].endswith("/mock_service"):
                said = mock.start(words)
            else:
                line = re.sub(r"^tools/run\b", "lakeproof", command).replace(f":{mock.shown}/", f":{mock.port}/")
                said = subprocess.run(["bash", "-c", line], cwd=scratch, env=environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8").stdout
            if said.strip() != expected.strip():
                yield f"$ {command}\nthe page:\n{expected}\nit said:\n{said}"
    finally:
        mock.stop()


def problems_of_code(code, sources):
    if not any(code.strip() in source for source in sources):
        yield f"no program in examples/ has this code:\n{code}"


def anchors(page):
    """The names that GitHub and the site give a page's headings."""
    headings = re.findall(r"^#+ (.*)$", BLOCK.sub("", page.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def problems_of_links(page, text):
    for link in LINK.findall(text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            yield f"a link leads nowhere: {link}"
        elif anchor and anchor not in anchors(target):
            yield f"a link's heading is not there: {link}"


def problems_of(page, tool, sources, seen):
    text = page.read_text()
    for language, block in BLOCK.findall(text):
        seen[language] = seen.get(language, 0) + 1
        if language == "cpp":
            yield from problems_of_code(block, sources)
        if language == "console":
            with tempfile.TemporaryDirectory() as scratch:
                yield from problems_of_session(block, tool, Path(scratch))
    yield from problems_of_links(page, BLOCK.sub("", text))


def main(tool):
    tool = str(Path(tool).resolve())
    sources = [path.read_text() for path in sorted((ROOT / "examples").rglob("*.cpp"))]
    seen = {"cpp": 0, "console": 0}
    found = [f"{page.relative_to(ROOT)}: {problem}"
             for page in PAGES for problem in problems_of(page, tool, sources, seen)]
    found += [f"no page has a {language} block" for language, n in seen.items() if n == 0]
    index = (ROOT / "docs/README.md").read_text()
    found += [f"docs/README.md does not name {page.name}" for page in (ROOT / "docs").glob("*.md")
              if page.name != "README.md" and f"({page.name})" not in index]
    print("\n\n".join(found) or f"{len(PAGES)} pages: {seen['cpp']} programs and {seen['console']} sessions are as shown")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1])
