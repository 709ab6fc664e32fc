#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Draws the results of rounds, and ajv's, as an SVG on standard output.

    plot.py RUN_TIME.json [AJV.json]
"""

import json
import sys
from html import escape
from pathlib import Path

WIDTH, LEFT, RIGHT = 860, 250, 130
BAR, GAP, HEAD = 16, 6, 40
COLOURS = {"floor": "#9aa5b1", "ours": "#1f6feb", "others": "#d0823a"}
OURS = ("check_request", "parse_request", "serialize")


def text(x, y, content, size=12, anchor="start", weight="normal", colour="#24292f"):
    return (f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" '
            f'font-weight="{weight}" fill="{colour}">{escape(content)}</text>')


def kind(name):
    if name in OURS:
        return "ours"
    return "floor" if name.startswith("basic_parser") else "others"


def panel(title, rows, base, y):
    """One payload's bars: lengths are times, and so comparable within a panel."""
    parts = [text(12, y + 22, title, 14, weight="bold")]
    y += HEAD - 6
    longest = max(r["ns"] for r in rows)
    unit = next(r["ns"] for r in rows if r["contender"] == base)
    for r in rows:
        length = max(r["ns"] / longest * (WIDTH - LEFT - RIGHT), 1)
        ratio = r.get("ratio", r["ns"] / unit)
        parts.append(text(LEFT - 8, y + 12, r["contender"], anchor="end"))
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}" '
                     f'fill="{COLOURS[kind(r["contender"])]}"/>')
        parts.append(text(LEFT + length + 6, y + 12, f"{r['ns']:,.0f} ns, {ratio:.2f}×",
                          colour="#57606a"))
        y += BAR + GAP
    return parts, y


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    results = json.loads(Path(sys.argv[1]).read_text())
    ajv = {}
    if len(sys.argv) == 3 and Path(sys.argv[2]).exists():
        ajv = json.loads(Path(sys.argv[2]).read_text())

    parts = [text(12, 26, "Parse, check every rule, extract the members", 17, weight="bold"),
             text(12, 46, f"{results['machine']}, {results['compiler']}; medians of "
                  f"{results['rounds']} interleaved rounds; × is to check_request"),
             text(12, 62, f"{results['libraries']}; simdjson: {results['simdjson']}")]
    y = 72
    for p in results["payloads"]:
        rows = [{**r, "ratio": r["over_check"]} for r in p["reading"]]
        if p["payload"] in ajv.get("ns", {}):
            rows.append({"contender": f"ajv {ajv['ajv']} (node, own process)",
                         "ns": ajv["ns"][p["payload"]]})
        drawn, y = panel(f"{p['payload']}, {p['bytes']:,} bytes", rows, "check_request", y)
        parts += drawn
    for p in results["payloads"]:
        if "writing" in p:
            rows = [{**r, "ratio": r["over_serialize"]} for r in p["writing"]]
            drawn, y = panel(f"writing: {p['payload']} (× is to serialize)", rows, "serialize", y)
            parts += drawn

    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y + 10}" '
          f'viewBox="0 0 {WIDTH} {y + 10}" font-family="system-ui, sans-serif">')
    print('<rect width="100%" height="100%" fill="#ffffff"/>')
    print("\n".join(parts))
    print("</svg>")


main()
