# SPDX-License-Identifier: BSL-1.0
"""Packages for node, installed into a folder of the build."""

import shutil
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
INSTALLER = Path(__file__).resolve().parents[3] / "tools/install_npm_packages"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def install(source, folder):
    """What the lock file beside a test says, unless it was done before; skips the test without npm."""
    for program in "node", "npm":
        if not shutil.which(program):
            skip(f"there is no {program} (Debian: apt-get install nodejs npm)")
    subprocess.run([INSTALLER, source, folder], check=True)
