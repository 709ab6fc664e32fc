# SPDX-License-Identifier: BSL-1.0
"""Runs programs whose standard output is a terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import termios


def run_on_terminal(command, columns=0, **options):
    """The exit status of a command, and what it prints on a terminal of that width (0: one that does not know)."""
    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(command, stdout=its, **options) as process:
        os.close(its)
        out = b""
        try:
            while part := os.read(mine, 65536):
                out += part
        except OSError:
            pass  # the other end is closed
    os.close(mine)
    return process.returncode, out
