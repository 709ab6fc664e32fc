#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Folders: which files in them are checked, in which order, and what is passed over.

    input_folders.py TOOL
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from support.documents import request
from support.forms import plan, resource, values
from support.tool import Tool

YAML = "sourceName: x\n"
OTHERS = {  # no request, and no alarm
    "package.json": '{"name": "x", "version": "1.0", "configuration": {"a": 1}}', "list.json": "[1, 2]",
    "tsconfig.json": '{\n // a comment\n "compilerOptions": {},\n}', "empty.json": "", "text.json": "hello",
    "chart.yaml": "{{ if x }}\na: b\n{{ end }}\n", "k8s.yaml": "kind: Pod\n---\nkind: Pod\n", "plan.json": json.dumps(plan()),
    "big.json": '{"a": "' + "x" * (2 << 20) + '"}', "latin.yaml": b"a: \xff\n", "number.yml": "7\n",
    ".lakeproof.json": "{}",
}
NOT_LOOKED_AT = ["a.txt", "a.JSON5", "a.jsonl", ".git/a.json", ".terraform/x/a.yaml", "node_modules/x/a.json", "x/.y/a.yml"]
CHECKED = {  # whatever is wrong with it
    "a.json": request(), "b.yaml": YAML, "c.yml": YAML, "d/e.json": request(source_name="e"), "d-e.json": request(source_name="a b"),
    "case.json": '{"SourceName": "x"}', "cut.json": request()[:-1], "cut.yaml": "sourceName: [\n",
    "only.json": '{"configuration": {"crawlerConfiguration": 1}}', "bom.json": "\ufeff" + request(),
    "utf16.json": request().encode("utf-16"), "stream.yaml": f"kind: Pod\n---\n{YAML}", "\u00e9.json": request(source_name="u"),
    "tf.json": json.dumps(plan([resource(values(source_name="tf"))])), "long.json": request(source_name="a" * (2 << 20)),
    "wrong.json": json.dumps(plan([resource(values(source_name="a b c"))])), "esc.json": '{"source\\u004eame": 1}',
}


def write(folder, files):
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def which(tool, folder):
    write(folder, {**OTHERS, **CHECKED, **{name: request() for name in NOT_LOOKED_AT}})
    (folder / "d" / "up").symlink_to("..")
    (folder / "self.json").symlink_to("self.json")
    (folder / "gone.json").symlink_to("nowhere")
    (folder / "f.json").mkdir()
    run, document = tool.check(str(folder))
    if document:
        tool.equal([r["file"] for r in document["results"]], sorted((str(folder / n) for n in CHECKED), key=os.fsencode),
                   "what is checked, in order", run)
        wrong = [Path(r["file"]).name for r in document["results"] if r["ok"]]
        tool.equal(sorted(wrong), sorted(["a.json", "e.json", "\u00e9.json", "tf.json"]), "what is right", run)
        tool.equal((run.status, run.err), (1, b""), "all was read", run)
    run = tool.run("check", str(folder))
    tool.expect(f"; {len([n for n in OTHERS if not Path(n).name.startswith('.')])} files without a request passed over".encode() in run.err, "they are counted", run)

    run, document = tool.check(str(folder / "list.json"), str(folder / ".git" / "a.json"), str(folder / "a.txt"))
    tool.equal(document and [r["ok"] for r in document["results"]], [False, True, False], "what is named by hand is checked",
               run)
    run, document = tool.check("--input", "json", str(folder))
    tool.expect(document and len(document["results"]) > len(CHECKED) + 5, "all are requests if that is said", run)


def odd(tool, folder):
    (folder / "none").mkdir()
    run, document = tool.check(str(folder / "none"))
    tool.equal((run.status, b"directory" in run.err), (2, True), "an empty folder", run)
    write(folder, {"some/x.json": "{}"})
    run, document = tool.check(str(folder / "some"))
    tool.equal((run.status, document and document["results"]), (0, []), "no request", run)
    run = tool.run("check", str(folder / "some"))
    tool.expect(b"nothing was checked; 1 file without" in run.err, "no request", run)
    run, document = tool.check("--jsonl", str(folder / "some"))
    tool.equal((run.status, b"directory" in run.err), (2, True), "lines of a folder", run)
    deep = folder / "deep"
    here = os.open(".", os.O_RDONLY)
    deep.mkdir()
    os.chdir(deep)
    for _ in range(3000):  # longer than a path may be
        os.mkdir("d")
        os.chdir("d")
    os.fchdir(here)
    os.close(here)
    write(folder, {"deep/a.json": request()})
    run, document = tool.check(str(deep))
    tool.equal((run.status, document and [r["ok"] for r in document["results"]]), (2, [True]), "deep folders", run)
    subprocess.run(["rm", "-r", str(deep)], check=True)
    locked = folder / "locked"
    write(folder, {"locked/in/a.json": request(), "locked/b.json": request(source_name="b")})
    os.chmod(locked / "in", 0)
    if not os.access(locked / "in", os.R_OK):  # root may read everything
        run, document = tool.check(str(locked))
        tool.equal((run.status, document and len(document["results"]), b"in" in run.err), (2, 1, True), "a locked folder", run)
    os.chmod(locked / "in", 0o700)


def many(tool, folder):
    write(folder, {f"{i % 100}/{i}.json": request(source_name=f"n{i}") for i in range(10000)})
    run, document = tool.check(str(folder))
    tool.equal((run.status, document and document["summary"]["documents"]), (0, 10000), "10,000 files", run)


def main():
    tool = Tool("folders")
    with tempfile.TemporaryDirectory() as name:
        for part in which, odd, many:
            folder = Path(name) / part.__name__
            folder.mkdir()
            part(tool, folder)
    tool.finish()


if __name__ == "__main__":
    main()
