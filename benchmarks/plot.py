#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Draws results as an SVG on standard output: those of rounds, and ajv's; or those of growth.py.

    plot.py RUN_TIME.json [AJV.json]
    plot.py --growth GROWTH.json
"""

import json
import math
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


def svg(parts, height):
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
          f'viewBox="0 0 {WIDTH} {height}" font-family="system-ui, sans-serif">')
    print('<rect width="100%" height="100%" fill="#ffffff"/>')
    print("\n".join(parts))
    print("</svg>")


def chart(title, points, unit, x, size):
    """Points of (count, value) on two logarithmic axes, each with its value."""
    left, top, width, height = x + 48, 90, size - 76, 210
    low, high = (round_power(edge(v for _, v in points), up) for edge, up in ((min, False), (max, True)))
    first, last = points[0][0], points[-1][0]

    def at(count, value):
        return (left + math.log(count / first) / math.log(last / first) * width,
                top + height - math.log(value / low) / math.log(high / low) * height)

    places = [at(*p) for p in points]
    path = " ".join(f"{px:.1f},{py:.1f}" for px, py in places)
    parts = [text(x + 12, 70, title, 14, weight="bold"),
             f'<path d="M{left} {top}V{top + height}H{left + width}" fill="none" stroke="#d0d7de"/>',
             f'<polyline points="{path}" fill="none" stroke="{COLOURS["ours"]}" stroke-width="2"/>']
    for (count, value), (px, py) in zip(points, places):
        parts.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3.5" fill="{COLOURS["ours"]}"/>')
        parts.append(text(px - 3, py - 8, unit(value), 11, "end", colour="#57606a"))
        parts.append(text(px, top + height + 16, in_short(count), 11, "middle"))
    return parts


def in_short(count):
    return f"{count // 1_000_000}M" if count >= 1_000_000 else f"{count // 1000}k" if count >= 1000 else str(count)


def round_power(value, up):
    power = math.log10(value)
    return 10.0 ** (math.ceil(power) if up else math.floor(power))


def draw_growth(results):
    def points(rows, key):
        return [(int(r["what"].replace(",", "")), r[key]) for r in rows]

    def time(s):
        return f"{s * 1e3:.1f} ms" if s < 1 else f"{s:.2f} s"

    def memory(kb):
        return f"{kb / 1024:.1f} MiB"

    third = WIDTH / 3
    parts = [text(12, 26, "lakeproof check: time of the processor, and peak memory", 17, weight="bold"),
             text(12, 46, "Both axes are logarithmic. Of a line, the name alone is kept, for conflicts within the run.")]
    parts += chart("time, lines of --jsonl", points(results["requests"], "seconds"), time, 0, third)
    parts += chart("memory, lines of --jsonl", points(results["requests"], "peak_kilobytes"), memory, third, third)
    parts += chart("time, files of a folder", points(results["files"], "seconds"), time, 2 * third, third)
    svg(parts, 330)


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--growth":
        return draw_growth(json.loads(Path(sys.argv[2]).read_text()))
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

    svg(parts, y + 10)


main()
