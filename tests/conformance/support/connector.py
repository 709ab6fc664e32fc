# SPDX-License-Identifier: BSL-1.0
"""Runs an example of a connector against a mock service whose lake and roles take their time."""

import subprocess

from .mock_service import mock_service

SAYS = ["created", "listed", "it is there already", "deleted", "not listed", "it is gone already"]
MEETS = {"BadRequestException", "ConflictException", "ResourceNotFoundException"}


def run_connector(mock, *command, **options):
    """It must come through, and have met all that it is made for."""
    with mock_service(mock, "--change-time", "800", "--role-delay", "250") as service:
        done = subprocess.run([*command, "127.0.0.1", str(service.port)], capture_output=True, text=True,
                              timeout=60, **options)
        met = {line.split(":")[0] for line in done.stderr.splitlines()}
        assert (done.returncode, done.stdout.splitlines(), met) == (0, SAYS, MEETS), \
            f"{command[0]} exits with {done.returncode}\n{done.stdout}{done.stderr}"
        return f"{len(done.stderr.splitlines())} tries failed"
