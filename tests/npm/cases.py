#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The tool of the npm package is the tool: its output, its words on standard error and its exit status, byte by byte.

    cases.py NATIVE NPM

A case is a command line, as a shell splits it, run in a folder with the files below.
"""

import json
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

GOOD = {"sourceName": "acme-edr",
        "configuration": {"crawlerConfiguration": {"roleArn": "arn:aws:iam::123456789012:role/Crawler"},
                          "providerIdentity": {"externalId": "acme-2026", "principal": "123456789012"}},
        "eventClasses": ["FILE_ACTIVITY"]}
BAD = {**GOOD, "sourceName": "acm\u00e9 edr", "eventClases": ["FILE_ACTIVTY"], "eventClasses": ["FILE_ACTIVTY"]}
PLAN = {"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [
    {"address": "aws_securitylake_custom_log_source.edr", "mode": "managed",
     "type": "aws_securitylake_custom_log_source", "name": "edr",
     "change": {"actions": ["create"], "before": None, "after_unknown": {},
                "after": {"source_name": "acme:edr", "event_classes": ["FILE_ACTIVTY"],
                          "configuration": [{"crawler_configuration": [{"role_arn": "arn:aws:iam::1:role/x"}],
                                             "provider_identity": [{"external_id": "a", "principal": "x"}]}]}}}]}
ANSWER = {"source": {"sourceName": "other", "attributes": {}, "provider": {"roleArn": "arn:aws:iam::1:role/x"}}}
FILES = {
    "good.json": json.dumps(GOOD),
    "bad.json": json.dumps(BAD, indent=2),
    "bad.yaml": "sourceName: 12\neventClasses:\n- FILE_ACTIVTY\n- &x FILE_ACTIVTY\n- *x\n",
    "plan.json": json.dumps(PLAN),
    "lines.jsonl": "\n".join(map(json.dumps, [GOOD, BAD, {**GOOD, "sourceName": "ACME-edr"}])) + "\n",
    "answer.json": json.dumps(ANSWER),
    "malformed.json": '{"sourceName": "acme" "x": 1}',
    "latin1.json": b'{"sourceName": "acm\xe9"}',
    "folder/one.json": json.dumps(GOOD),
    "folder/deep/er/two.yml": "sourceName: two\n",
    "folder/node_modules/three.json": json.dumps(BAD),
    "folder/other.json": '{"a": 1}',
    "team/.lakeproof.json": json.dumps({
        "regions": ["us-east-1"], "severities": {"event-classes-several": "error"}, "failOn": "warning",
        "houseRules": [{"pointer": "/sourceName", "pattern": "team-[a-z]+", "message": "ours are named team-"}],
        "ignore": [{"rule": "event-class-undocumented", "reason": "new"}]}),
    "team/request.json": json.dumps(BAD),
    "wrong/.lakeproof.json": '{"regions": ["us-east-one"], "houseRules": [{"pointer": "/sourceName", "pattern": "("}]}',
    "wrong/request.json": json.dumps(GOOD),
}

CASES = """
--version
--help
check --help
role --help
explain --help
rules
classes
schema
schema response
schema configuration
schema nonsense
vectors
man
completion bash
completion zsh
completion fish
completion tcsh
explain --all
explain provider-role-length member-unknown
explain --all --format markdown
explain --all --format json
explain provider-role-lenght
explain
role acme-edr
role acme-edr --region us-east-1
role acme-edr --region us-east-1 --format json
role 'acme edr'
role acme:edr
role --suggest CrowdStrike_PROCESS_ACTIVITY
role --suggest CrowdStrike_PROCESS_ACTIVITY --format json
role --suggest '::'
check good.json
check --region us-east-1 good.json
check --region us-east-1 --region eu-west-1 bad.json
check bad.json good.json missing.json
check --format json --region us-east-1 bad.json
check --format sarif --region us-east-1 bad.json bad.yaml plan.json
check --format github --region us-east-1 bad.json bad.yaml
check --format xml bad.json
check --quiet bad.json
check --fail-on warning --region us-east-1 good.json
check --severity event-classes-several=error --severity member-unknown=off bad.json
check --severity json-malformed=off bad.json
check --severity nonsense=off bad.json
check --require '/sourceName=acme-[a-z]+' good.json bad.json
check --require '/sourceName=(' good.json
check --require '/nonsense=a' good.json
check --require '/sourceName=(a+)+b|(?:[a-z]|a)*$' good.json
check malformed.json latin1.json
check --input yaml bad.yaml
check --input json bad.yaml
check bad.yaml plan.json
check --region eu-west-1 --format json plan.json
check --jsonl lines.jsonl
check --jsonl --format json lines.jsonl
check folder
check --format json folder folder/deep
check team
check --no-config team/request.json
check --config team/.lakeproof.json good.json
check wrong
check --kind response --request good.json --region us-east-1 answer.json
check --kind response answer.json
check --diff bad.json folder
check --diff --jsonl lines.jsonl
check --fix bad.json team
check --fix --diff bad.json
check --fix bad.yaml
check ./bad.json ../{name}/good.json {folder}/good.json
check - <bad.json
check --format json - <bad.yaml
check --jsonl - <lines.jsonl
check good.jsn
check us-east-1
check --region us-east-one good.json
check --region US-EAST-1 good.json
check --region us-east-1,eu-west-1 good.json
check --regions us-east-1 good.json
check
chek good.json
validate good.json
-v
""".strip().split("\n")


def write_files(folder):
    for name, content in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def run(tool, case):
    """What a tool does with a case: status, output, words, and the files that are there afterwards."""
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top) / "work"
        write_files(folder)
        line, _, given = case.replace("{name}", folder.name).replace("{folder}", str(folder)).partition(" <")
        done = subprocess.run([tool, *shlex.split(line)], cwd=folder, capture_output=True, timeout=60,
                              input=(folder / given).read_bytes() if given else b"")
        files = {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}

        def harmless(text):
            return text.replace(str(folder).encode(), b"FOLDER")
        return {"status": done.returncode, "output": harmless(done.stdout), "words": harmless(done.stderr),
                "files": files}


def main(native, npm):
    tools = [Path(tool).absolute() for tool in (native, npm)]
    failures = 0
    statuses = set()
    with ThreadPoolExecutor(2) as pool:
        found = [pool.map(lambda case, tool=tool: run(tool, case), CASES) for tool in tools]
        for case, wanted, got in zip(CASES, *found):
            statuses.add(wanted["status"])
            for what, value in wanted.items():
                if got[what] != value:
                    failures += 1
                    print(f"FAILED: lakeproof {case}: {what}\n  native: {value!r:.600}\n  npm:    {got[what]!r:.600}")
    print(f"cases: {len(CASES)} command lines, {failures} failures")
    sys.exit(1 if failures or statuses != {0, 1, 2} else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
