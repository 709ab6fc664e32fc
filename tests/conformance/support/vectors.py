# SPDX-License-Identifier: BSL-1.0
"""Reads what `lakeproof vectors` prints."""

import json

VECTOR = {"name", "rule", "document", "regions", "ok", "violations"}
VIOLATION = {"rule", "severity", "pointer", "region"}


def read_vectors(tool):
    run = tool.run("vectors")
    tool.equal((run.status, run.err), (0, b""), "vectors", run)
    vectors = [json.loads(line) for line in run.out.decode().split("\n")[:-1]]
    tool.expect(len(vectors) > 1000, "there are too few vectors")
    for v in vectors:
        tool.expect(set(v) == VECTOR and all(set(w) == VIOLATION for w in v["violations"]),
                    f"a vector of another shape: {v['name']}")
        tool.equal(v["ok"], all(w["severity"] != "error" for w in v["violations"]), v["name"])
    return vectors
