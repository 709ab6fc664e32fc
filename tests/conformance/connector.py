#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The connectors of examples/ in C++ and in Python come through a life of a source. The one in JavaScript is run with
the packages of aws_sdk/.

    connector.py TOOL
"""

import sys
from pathlib import Path

from support.connector import run_connector
from support.mock_service import arguments, run_tests

options = arguments(__doc__)
EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def the_connector_in_cpp():
    return run_connector(options.mock, options.tool.with_name("example_connector"))


def the_connector_in_python():
    return run_connector(options.mock, sys.executable, EXAMPLES / "connector.py")


run_tests([the_connector_in_cpp, the_connector_in_python])
