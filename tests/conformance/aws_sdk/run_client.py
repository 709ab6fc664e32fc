#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Installs the AWS SDK for JavaScript into a folder of the build, and has it talk to the mock service; so does the
connector of examples/.

    run_client.py TOOL SAME_REQUEST FOLDER
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from support.connector import run_connector
from support.npm import install, skip


def main(tool, same_request, folder):
    mock = Path(tool).resolve().with_name("mock_service")
    if not mock.exists():
        skip("the mock service was not built: it needs LAKEPROOF_BUILD_EXAMPLES, SQLite, CLI11")
    folder = Path(folder).resolve()
    install(HERE, folder)
    scripts = sorted(HERE.glob("*.mjs"))
    for script in scripts:  # beside the packages that they import
        shutil.copyfile(script, folder / script.name)
    environment = {**os.environ, "MOCK_SERVICE": str(mock), "SAME_REQUEST": str(Path(same_request).resolve()),
                   "NODE_NO_WARNINGS": "1"}
    tests = [script.name for script in scripts if script.name.endswith(".test.mjs")]
    status = subprocess.run(["node", "--test", *tests], cwd=folder, env=environment).returncode
    example = shutil.copy(HERE.parent.parent.parent / "examples" / "connector.mjs", folder)
    print("the connector in JavaScript:", run_connector(mock, "node", example, env=environment))
    sys.exit(status)


if __name__ == "__main__":
    main(*sys.argv[1:])
