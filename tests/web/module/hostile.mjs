// SPDX-License-Identifier: BSL-1.0
// Hostile documents, one after the other in one module: no trap, and memory that does not grow.
//   node hostile.mjs MODULE CASES [DOCUMENTS]
import { readFileSync } from "node:fs";

import { load } from "../../../web/lakeproof.js";

const [file, cases, count = "100000"] = process.argv.slice(2);
const WARM_UP = 20_000; // documents

/** The same numbers every time. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const r = random(14);
const seeds = readFileSync(cases, "utf8")
  .split("\n", 3000)
  .map((line) => Buffer.from(JSON.parse(line).text, "base64"))
  .filter(({ length }) => length < 4000);

const pick = (list) => list[r(list.length)];
const PIECES = ["[", "{", '"', "\\", "\\u", "\\ud800", "}", "]", ",", ":", "null", "-", "1e999", "\0", "\xff", "0".repeat(40)];

/** A copy with bytes changed, cut, repeated or put in. */
function changed(seed) {
  const copy = Uint8Array.prototype.slice.call(seed, 0, r(10) === 0 ? r(seed.length) : seed.length);
  for (let n = r(4); n > 0 && copy.length > 0; --n) copy[r(copy.length)] = r(256);
  if (r(3) !== 0) return copy;
  const at = r(copy.length + 1);
  return Buffer.concat([copy.subarray(0, at), Buffer.from(pick(PIECES).repeat(1 + r(20)), "latin1"), copy.subarray(at)]);
}

const MOST = 1024 * 1024;
/** Kinds of large documents: nested, long strings, many members, many elements, blanks, numbers, names that repeat. */
const LARGE = [
  (n) => "[".repeat(n),
  (n) => '{"a":'.repeat(n / 5),
  (n) => `{"sourceName":"${"a".repeat(n)}"}`,
  (n) => `{"sourceName":"${"\\u0041".repeat(n / 6)}"}`,
  (n) => `{"sourceName":"${"\u{1f600}".repeat(n / 4)}"}`,
  (n) => `{"eventClasses":[${'"FILE_ACTIVTY",'.repeat(n / 15)}"X"]}`,
  (n) => `{${'"eventClases":["FILE_ACTIVTY"],'.repeat(n / 31)}"sourceName":"acme"}`,
  (n) => `{"sourceName":"acme"${" ".repeat(n)}}`,
  (n) => `{"sourceVersion":${"9".repeat(n)}}`,
  (n) => '"a",'.repeat(n / 4),
];
const large = () => pick(LARGE)(r(4) === 0 ? MOST : r(MOST / 8));

const lakeproof = await load(readFileSync(file));
const SETTINGS = [
  {},
  { regions: ["us-east-1", "ap-southeast-7"] },
  ...(lakeproof.hasHouseRules ? [{ houseRules: [{ pointer: "/sourceName", pattern: "(a+)+b|(?:[a-z]|a)*$" }] }] : []),
];

let violations = 0;
let accepted = 0;
function check(document, options) {
  const report = lakeproof.checkRequest(document, options);
  violations += report.violations.length;
  accepted += report.ok;
}

const started = performance.now();
/** One of the large ones, through all that reads it. */
function checkLarge(document, options) {
  check(document, options);
  lakeproof.mend(document, options);
}
// Memory may grow to what these need, and to what lies between them.
for (const kind of LARGE) for (const options of SETTINGS) checkLarge(kind(MOST), options);
for (let i = 0; i < 500; ++i) checkLarge(large(), pick(SETTINGS));
let settled = 0;
for (let i = 0; i < count; ++i) {
  if (i === WARM_UP) settled = lakeproof.bytes();
  const options = pick(SETTINGS);
  if (i % 10_000 === 0) checkLarge(large(), options);
  else check(changed(pick(seeds)), options);
}
const grown = lakeproof.bytes() - settled;
const seconds = (performance.now() - started) / 1000;
console.log(
  `hostile: ${count} documents, ${accepted} without an error, ${violations} violations, ${seconds.toFixed(0)} s; ` +
    `${(settled / 2 ** 20).toFixed(1)} MiB, ${grown} bytes more at the end`,
);
process.exitCode = grown === 0 && accepted > 0 && violations > count ? 0 : 1;
