#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Installs the AWS SDK for JavaScript into a folder of the build, and has it talk to the mock service.

    run.py TOOL SAME_BODY FOLDER
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SKIPPED = 77


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def install(folder):
    """As the lock file says, unless it was done before."""
    stamp = folder / "installed"
    wanted = (HERE / "package-lock.json").read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    for name in "package.json", "package-lock.json", ".npmrc":
        shutil.copyfile(HERE / name, folder / name)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=folder, check=True)
    stamp.write_text(wanted)


def main(tool, same_body, folder):
    mock = Path(tool).resolve().with_name("mock_service")
    if not mock.exists():
        skip("the mock service was not built: it needs LAKEPROOF_BUILD_EXAMPLES, SQLite, CLI11")
    for program in "node", "npm":
        if not shutil.which(program):
            skip(f"there is no {program} (Debian: apt-get install nodejs npm)")
    folder = Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    install(folder)
    test = "client.test.mjs"  # beside the packages that it imports
    shutil.copyfile(HERE / test, folder / test)
    environment = {**os.environ, "MOCK_SERVICE": str(mock), "SAME_BODY": str(Path(same_body).resolve()),
                   "NODE_NO_WARNINGS": "1"}
    sys.exit(subprocess.run(["node", "--test", test], cwd=folder, env=environment).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
