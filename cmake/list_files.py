"""Prints the files that match patterns, relative to the project: Meson has no glob of its own."""

import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
for pattern in sys.argv[1:]:
    for path in sorted(root.glob(pattern)):
        print(path.relative_to(root).as_posix())
