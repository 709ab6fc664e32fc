#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the steps of a composite GitHub Action as GitHub does, without GitHub.

    run_action.py FOLDER CONTEXT=VALUE...    such as inputs.files=lake github.action_repository=acme/lakeproof

What an input's default says is taken; a context that is not given, and an input that the action does not have, fail.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml


def main():
    folder = Path(sys.argv[1])
    action = yaml.safe_load((folder / "action.yml").read_text(encoding="utf-8"))
    contexts = dict(argument.split("=", 1) for argument in sys.argv[2:])
    for name, about in action["inputs"].items():
        if "default" in about:
            contexts.setdefault(f"inputs.{name}", about["default"])
        elif about.get("required") and f"inputs.{name}" not in contexts:
            sys.exit(f"input {name} is required")
    unknown = {name for name in contexts if name.startswith("inputs.")} - {f"inputs.{name}" for name in action["inputs"]}
    if unknown:
        sys.exit(f"action.yml has no {unknown}")

    def resolved(text):
        return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: contexts[match[1]], text)

    for step in action["runs"]["steps"]:
        if step["shell"] != "bash":
            sys.exit("run_action.py knows bash alone")
        environment = {**os.environ, "GITHUB_ACTION_PATH": str(folder),
                       **{name: resolved(value) for name, value in step["env"].items()}}
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", resolved(step["run"])]
        done = subprocess.run(command, env=environment)
        if done.returncode:
            sys.exit(done.returncode)


main()
