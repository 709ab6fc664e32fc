# SPDX-License-Identifier: BSL-1.0
"""Packages for node, installed into a folder of the build."""

import shutil
import subprocess
import sys

SKIPPED = 77


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def install(source, folder):
    """What the lock file beside a test says, unless it was done before; skips the test without npm."""
    for program in "node", "npm":
        if not shutil.which(program):
            skip(f"there is no {program} (Debian: apt-get install nodejs npm)")
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / "installed"
    wanted = (source / "package-lock.json").read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    for name in "package.json", "package-lock.json", ".npmrc":
        shutil.copyfile(source / name, folder / name)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=folder, check=True)
    stamp.write_text(wanted)
