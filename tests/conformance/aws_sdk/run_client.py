#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Installs the AWS SDK for JavaScript into a folder of the build, and has it talk to the mock service.

    run_client.py TOOL SAME_BODY FOLDER
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from support.npm import install, skip


def main(tool, same_body, folder):
    mock = Path(tool).resolve().with_name("mock_service")
    if not mock.exists():
        skip("the mock service was not built: it needs LAKEPROOF_BUILD_EXAMPLES, SQLite, CLI11")
    folder = Path(folder).resolve()
    install(HERE, folder)
    test = "client.test.mjs"  # beside the packages that it imports
    shutil.copyfile(HERE / test, folder / test)
    environment = {**os.environ, "MOCK_SERVICE": str(mock), "SAME_BODY": str(Path(same_body).resolve()),
                   "NODE_NO_WARNINGS": "1"}
    sys.exit(subprocess.run(["node", "--test", test], cwd=folder, env=environment).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
