// SPDX-License-Identifier: BSL-1.0
// Every finding of the module is the tool's: node equality.mjs FOLDER CASES
import { readFileSync } from "node:fs";

import { load } from "../../../web/lakeproof.js";
import { differences } from "./differences.mjs";

const [folder, cases] = process.argv.slice(2);
const lakeproofs = await Promise.all(
  ["lakeproof.wasm", "lakeproof-house-rules.wasm"].map((file) => load(readFileSync(`${folder}/${file}`))),
);
const lines = readFileSync(cases, "utf8").split("\n").slice(0, -1);
const { checks, found } = differences(lakeproofs, lines);
for (const difference of found.slice(0, 8)) console.log(`FAILED: ${difference.slice(0, 3000)}`);
console.log(`equality: ${lines.length} documents, ${checks} checks, ${found.length} failures`);
process.exitCode = found.length === 0 && lines.length >= 10_000 ? 0 : 1;
