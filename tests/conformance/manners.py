#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What people type by mistake, or give in another form than the tool reads, and what it says about that.

    manners.py TOOL
"""

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

from support.documents import request
from support.oracle import REGIONS
from support.tool import Tool

GOOD = request()
LONG = "CrowdStrike_KERNEL_EXTENSION_ACTIVITY"

# In a folder that has request.json, what is said, and the exit status.
WORDS = [
    # No command, or another tool's.
    ("", "a subcommand is missing, one of check, role", 2),
    ("chek request.json", "did you mean check?", 2),
    ("Check request.json", "did you mean check?", 2),
    ("validate request.json", "did you mean check?", 2),
    ("lint", "did you mean check?", 2),
    ("request.json", "did you mean lakeproof check 'request.json'?", 2),
    ("help", "did you mean --help?", 2),
    ("xyzzy", "there is no command 'xyzzy' (lakeproof --help", 2),
    # Options.
    ("check --regions us-east-1 request.json", "no option '--regions'; did you mean --region?", 2),
    ("check --Region us-east-1 request.json", "did you mean --region?", 2),
    ("check --region-code=us-east-1 request.json", "no option '--region-code'", 2),
    ("check --sev member-unknown=off request.json", "did you mean --severity?", 2),
    ("check -v request.json", "did you mean --version?", 2),
    ("-v", "did you mean --version?", 2),
    ("-V", "did you mean --version?", 2),
    ("check -r us-east-1 request.json", "did you mean --region?", 2),
    ("check -f json request.json", "did you mean --format?", 2),
    ("check --json request.json", "did you mean --format json?", 2),
    ("check --strict request.json", "did you mean --fail-on warning?", 2),
    ("check --xyzzy request.json", "there is no option '--xyzzy' (lakeproof check --help", 2),
    ("check --version", "--version stands alone: lakeproof --version", 2),
    ("--region us-east-1 check request.json", "lakeproof check --region ...", 2),
    ("--suggest role acme", "lakeproof role --suggest ...", 2),
    ("--jsonl", "lakeproof check --jsonl ...", 2),
    ("check request.json --region", "--region needs a value behind it: --region CODE", 2),
    ("check --jsonl=maybe request.json", "takes no value: --jsonl", 2),
    ("check --format=yaml request.json", "'yaml' is none of text, json", 2),
    ("check --format=jsn request.json", "did you mean json?", 2),
    ("check --severity member-unknwon=off request.json", "did you mean member-unknown?", 2),
    # Regions.
    ("check --region us-east-1 us-west-2 request.json", "us-west-2: No such file or directory; a Region", 2),
    ("check --region us-east-1,us-west-2 request.json", "--region us-east-1 --region", 2),
    ("check --region US-EAST-1 request.json", "did you mean us-east-1?", 2),
    ("check --region us_east_1 request.json", "did you mean us-east-1?", 2),
    ("check --region us-east-1a request.json", "did you mean us-east-1?", 2),
    ("check --region us-west-2-lax-1a request.json", "did you mean us-west-2?", 2),
    ("check --region Ireland request.json", "did you mean eu-west-1?", 2),
    ("check --region virginia request.json", "did you mean us-east-1?", 2),
    ("role acme --region Frankfurt", "did you mean eu-central-1?", 2),
    ("check --region moon request.json", "'moon' is not the code of a Region (for example us-east-1)", 2),
    # Files.
    ("check", "FILE is required: the usage is lakeproof check [OPTIONS] FILE...", 2),
    ("check requst.json", "No such file or directory; did you mean 'request.json'?", 2),
    ("check ./Request.json", "did you mean './request.json'?", 2),
    ("check nowhere/request.json", "nowhere/request.json: No such file or directory\n", 2),
    ("check many/requst.json", "many/requst.json: No such file or directory\n", 2),  # a folder too large for a search
    ("check xyzzy.json", "xyzzy.json: No such file or directory\n", 2),
    # Names and rules.
    ("role", "NAME is required: the usage is lakeproof role", 2),
    ("role acme edr", "unexpected argument 'edr': the usage is lakeproof role [OPTIONS] NAME", 2),
    (["role", "acme edr"], "' ' (character 5) is not allowed", 1),
    (["role", "acme edr"], "; acme-edr would do", 1),
    ("role acme:edr", "; acme-edr would do", 1),
    (f"role {LONG} --region us-east-1", "too long [provider-role-length]; CrwdS_KRNL_EXTN_ACTV would do", 1),
    ("explain", "explain takes a RULE, or --all", 2),
    ("explain source-name-lenght", "did you mean source-name-length?", 2),
    ("explain member-type --all", "--all excludes RULE", 2),
    ("completion", "SHELL is required", 2),
    ("completion sh", "'sh' is none of bash, zsh, fish", 2),
    ("rules x", "unexpected argument 'x': the usage is lakeproof rules", 2),
]

# Documents that hold a request, or are written for another tool; None: no hint.
DOCUMENTS = [
    (json.dumps({"CreateCustomLogSource": json.loads(GOOD)}), "jq '.CreateCustomLogSource' d.json | lakeproof check -"),
    (json.dumps({"input": {"a-b": json.loads(GOOD)}}), "jq '.input.\"a-b\"' d.json"),
    (json.dumps({"body": GOOD}), "jq '.body | fromjson' d.json | lakeproof check -"),
    (json.dumps(GOOD), "jq '. | fromjson' d.json | lakeproof check -"),
    (json.dumps([json.loads(GOOD)]), "jq -c '.[]' d.json | lakeproof check --jsonl -"),
    (json.dumps({"Records": [{"body": GOOD}]}),
     "jq -c '.Records[].body | fromjson' d.json | lakeproof check --jsonl -"),
    (f"{GOOD}\n{GOOD}\n", "--jsonl checks them one by one"),
    ('resource "aws_securitylake_custom_log_source" "a" {\n}\n', "terraform show -json tfplan > plan.json"),
    ("{'sourceName': 'a'}", None), ("{}", None), ("[]", None), ("[[[[[[[[[[]]]]]]]]]]", None), ('"{"', None),
    (json.dumps({"configuration": {"root_module": {}}}), None),  # of a plan, not of a request
    (json.dumps({"$(reboot)'": json.loads(GOOD)}), None),  # nothing that a shell would run
    (f"{GOOD} {GOOD}", None), (request(source_name="a b"), None),
]


def slips(tool, folder):
    for words, said, status in WORDS:
        run = tool.run(*(words.split() if isinstance(words, str) else words), cwd=folder)
        tool.equal(run.status, status, f"{words}", run)
        tool.expect(said.encode() in run.err, f"{words}: {said!r} is not said", run)
        tool.expect(run.err.startswith(b"lakeproof: "), f"{words}: who says it", run)
        if status == 2:
            tool.equal(run.out, b"", f"{words}: standard output", run)


def documents(tool, folder):
    file = folder / "d.json"
    for text, said in DOCUMENTS:
        file.write_text(text)
        run = tool.run("check", "--region", "us-east-1", "d.json", cwd=folder)
        tool.equal(run.status, 1, text, run)
        hints = [line for line in run.err.decode().splitlines() if line.startswith("lakeproof: ")]
        if said is None:
            tool.equal(hints, [], f"{text}: no hint", run)
        else:
            tool.expect(len(hints) == 1 and hints[0].startswith("lakeproof: d.json: ") and said in hints[0],
                        f"{text}: {said!r} is not said", run)
        as_json = tool.run("check", "--region", "us-east-1", "--format", "json", "d.json", cwd=folder)
        tool.equal(as_json.err, b"", "no hint beside JSON", as_json)
    run = tool.run("check", "-", stdin=json.dumps([json.loads(GOOD)]).encode())
    tool.expect(b"FILE | lakeproof" in run.err, "standard input has no name", run)


def suggestions(tool):
    """A name that gives no finding, is the same every time, and itself where that is fine."""
    names = ["acme-edr", "a" * 20, "acme edr", LONG, "CrowdStrike_PROCESS_ACTIVITY", "a" * 64, "a" * 300, "x y " * 30,
             "b-" * 32, "x y " * 30000, "a" * 120000,
             "acme/edr:prod\\eu", "caf\u00e9", " edr ", "1", "AEIOU" * 9, "_" * 40, "-", "a\n\x1b[31mb",
             "\u65e5\u672c-edr", "strngthsndrhythms_rhythms"]
    for name in names:
        for words in [], ["--region", "ap-southeast-2"], ["--region", "abcd-efghijk-lmnopqrst-10"]:
            run = tool.run("role", "--suggest", *words, "--", name)
            suggested = run.out.decode().rstrip("\n")
            tool.equal(run.status, 0, f"{name!r}", run)
            limit = 10 if words[1:] == ["abcd-efghijk-lmnopqrst-10"] else 20
            tool.expect(re.fullmatch(f"[A-Za-z0-9._-]{{1,{limit}}}", suggested) is not None,
                        f"{name!r}: {suggested!r} is no legal name", run)
            tool.equal(tool.run("role", "--suggest", *words, "--", suggested).out, run.out,
                       f"{suggested}: once more", run)
            if re.fullmatch(f"[A-Za-z0-9._-]{{1,{limit}}}", name):
                tool.equal(suggested, name, "a name that fits stays", run)
            as_json = tool.run("role", "--suggest", "--format", "json", *words, "--", name)
            tool.equal(json.loads(as_json.out)["suggestion"], suggested, f"{name!r}, as JSON", as_json)
        checked, document = tool.check(*(w for code in REGIONS for w in ("--region", code)), "-",
                                       stdin=request(source_name=tool.run("role", "--suggest", "--", name).out
                                                     .decode().strip()).encode())
        tool.equal(document and [v["rule"] for v in document["results"][0]["violations"]
                                 if v["rule"] not in ("region-unsupported", "role-arn-partition")], [],
                   f"{name!r}: the suggestion has no finding", checked)
    for name in "", "\u65e5\u672c", "!?":
        run = tool.run("role", "--suggest", "--", name)
        tool.expect(run.status == 1 and run.out == b"" and b"nothing can be made of" in run.err, f"{name!r}", run)
        run = tool.run("role", "--suggest", "--format", "json", "--", name)
        tool.equal((run.status, json.loads(run.out)["suggestion"]), (1, None), f"{name!r}, as JSON", run)


def helps(tool):
    """Each command's help has its usage and examples that work, and fits 80 columns."""
    run = tool.run("--help")
    commands = re.findall(r"^  (\w+) ", run.out.decode().partition("Commands:")[2].partition("Options:")[0], re.M)
    tool.expect({"check", "role", "explain", "rules", "classes", "vectors", "completion"} <= set(commands),
                "the commands", run)
    for words in [[]] + [[c] for c in commands]:
        run = tool.run(*words, "--help")
        text = run.out.decode()
        tool.expect(f"\nUsage: lakeproof {''.join(words)}" in text, f"{words}: the usage", run)
        tool.equal(tool.run(*words, "-h").out, run.out, f"{words}: -h", run)
        tool.expect(all(len(line) <= 80 or line.startswith("  ") for line in text.splitlines()),
                    f"{words}: 80 columns", run)
    with tempfile.TemporaryDirectory() as folder:
        programs = Path(folder) / "bin"
        programs.mkdir()
        (programs / "lakeproof").symlink_to(tool.path)
        for name in "request.json", "requests/a.json":
            (Path(folder) / name).parent.mkdir(exist_ok=True)
            (Path(folder) / name).write_text(GOOD)
        (Path(folder) / "array.json").write_text(f"[{GOOD}]")
        for words in [[]] + [[c] for c in commands]:
            text = tool.run(*words, "--help").out.decode()
            examples = text.partition("Examples:\n")[2].partition("\n\n")[0]
            for line in re.findall(r"^  (lakeproof .*?)(?:  +#.*)?$", examples, re.M):
                done = subprocess.run(line.partition("|")[0], shell=True, cwd=folder, capture_output=True, timeout=60,
                                      env={**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"})
                tool.equal(done.returncode, 0, f"the example {line!r}: {done.stderr.decode()}")


def main():
    tool = Tool("manners")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "request.json").write_text(GOOD)
        (folder / "many").mkdir()
        for i in range(1001):
            (folder / f"many/request{i}.json").touch()
        slips(tool, folder)
        documents(tool, folder)
    suggestions(tool)
    helps(tool)
    tool.finish()


if __name__ == "__main__":
    main()
