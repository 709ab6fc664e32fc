# SPDX-License-Identifier: BSL-1.0
"""Tables of lines that a measurement passes over, each with the reason: exclusions, equivalent faults.

    [["check/report.hpp"]]                         # a header below include/lakeproof
    line = "if (std::is_constant_evaluated()) {"   # the line's text, without the space around it
    why = "evaluated by the compiler alone"

`line` may be a list of lines that share a reason. Any other keys belong to who reads the table. An entry
whose line is gone, or that nobody needed, is an error: reasons do not outlive what they explain.
"""

import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Entry:
    header: str
    line: str
    why: str
    more: dict = field(default_factory=dict)
    used: bool = False


class Explained:
    def __init__(self, path):
        self.path = Path(path)
        tables = tomllib.loads(self.path.read_text())
        self.entries = []
        for header, rows in tables.items():
            for row in rows:
                lines, why = row.pop("line"), row.pop("why")
                for line in [lines] if isinstance(lines, str) else lines:
                    self.entries.append(Entry(header, line.strip(), why, row))

    def find(self, header, line, **more):
        """The entry for a line of a header, which is then used; None where there is none."""
        for entry in self.entries:
            if entry.header == header and entry.line == line.strip() and entry.more == more:
                entry.used = True
                return entry
        return None

    def unused(self):
        return [e for e in self.entries if not e.used]

    def complain(self):
        """Names the entries that explain nothing; whether there is one."""
        for entry in self.unused():
            print(f"{self.path}: explains nothing: {entry.header}: {entry.line}", file=sys.stderr)
        return bool(self.unused())
