// SPDX-License-Identifier: BSL-1.0
// Every finding of the module is the tool's, in Chromium as in Node.js.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";

const cases = existsSync(`${process.env.MODULES}/cases.jsonl`); // tests/web/run makes them
test("each finding is the tool's", { skip: !cases && "no cases" }, async () => {
  const { page, close } = await openPage({
    changed: {
      "cases.txt": await readFile(`${process.env.MODULES}/cases.jsonl`),
      "differences.js": await readFile(`${process.env.MODULE_TESTS}/differences.mjs`),
      "lakeproof-house-rules.wasm": await readFile(`${process.env.MODULES}/lakeproof-house-rules.wasm`),
    },
  });
  try {
    const { checks, found } = await page.evaluate(async () => {
      const [{ load }, { differences }] = await Promise.all([import("./lakeproof.js"), import("./differences.js")]);
      const bytes = async (file) => (await fetch(file)).arrayBuffer();
      const modules = ["lakeproof.wasm", "lakeproof-house-rules.wasm"];
      const lakeproofs = await Promise.all(modules.map(async (file) => load(await bytes(file))));
      const lines = (await (await fetch("cases.txt")).text()).split("\n").slice(0, -1);
      return differences(lakeproofs, lines);
    });
    assert.deepEqual(found.slice(0, 3), []);
    assert.ok(checks > 20_000);
  } finally {
    await close();
  }
});
