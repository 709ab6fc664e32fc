// SPDX-License-Identifier: BSL-1.0
// The installed package, from JavaScript.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import {
  checkRequest, checkResponse, eventClasses, hasHouseRules, mend, regions, roles, rules, schema, suggestName, version,
} from "lakeproof";
import { load } from "lakeproof/load";

const MISSPELT = '{"sourceName":"acme","eventClasses":["FILE_SYSTEM_ACTIVTY"]}';
const report = checkRequest(MISSPELT, { regions: ["us-east-1"] });
assert.deepEqual(report.violations.map((v) => v.rule), ["member-missing", "event-class-undocumented"]);
assert.equal(report.ok, false);
const { fix } = report.violations[1];
const mended = MISSPELT.slice(0, fix.from) + fix.insert + MISSPELT.slice(fix.to);
assert.equal(mended, MISSPELT.replace("ACTIVTY", "ACTIVITY"));
assert.equal(mend(MISSPELT), mended);
assert.deepEqual(checkRequest(new TextEncoder().encode(MISSPELT), { regions: ["us-east-1"] }), report);
assert.equal(checkRequest(MISSPELT, { severities: { "event-class-undocumented": "off" } }).violations.length, 1);

const house = { houseRules: [{ pointer: "/sourceName", pattern: "team-.*", message: "ours are named team-" }] };
assert.ok(hasHouseRules);
assert.match(checkRequest(MISSPELT, house).violations.at(-1).message, /ours are named team-/);

// What a programmer gets wrong throws, and says where.
for (const [options, words] of [
  [{ regions: ["us-east-one"] }, /options\/regions\/0/],
  [{ severities: { "member-missing": "off" } }, /options\/severities\/0\/rule/],
  [{ severities: { "house-rule": "loud" } }, /options\/severities\/0\/severity/],
  [{ region: "us-east-1" }, /options\/region: Member 'region' is unknown/],
  [{ houseRules: [{ pointer: "/sourceName", pattern: "(" }] }, /options\/houseRules\/0\/pattern/],
  [null, /an object is wanted/],
])
  assert.throws(() => checkRequest("{}", options), (e) => e instanceof TypeError && words.test(e.message));
assert.throws(() => checkRequest(42), /a string or a Uint8Array/);
assert.throws(() => checkResponse("{}", "{", "us-east-1"), /the request that the response answers/);
// What a document has is found, and never thrown: half a surrogate pair, too.
assert.equal(checkRequest('"\ud800"').violations[0].rule, "json-malformed");
assert.equal(checkRequest("[".repeat(3_000_000)).violations[0].rule, "json-limit");

assert.deepEqual(roles("acme", ["us-east-1"]), [
  { region: "us-east-1", role: "AmazonSecurityLake-Provider-acme-us-east-1", length: 42, left: 22, fits: true },
]);
assert.deepEqual(roles("acme edr"), []);
assert.equal(roles("acme").length, regions().length);
assert.ok(roles(suggestName("CrowdStrike_PROCESS_ACTIVITY")).every(({ fits }) => fits));
assert.equal(suggestName("::"), null);
assert.ok(rules().some(({ id, fixed }) => id === "member-missing" && fixed));
assert.ok(eventClasses().some(({ name, apiReference }) => name === "FILE_ACTIVITY" && apiReference));
assert.deepEqual(schema().required, ["configuration", "sourceName"]);
assert.deepEqual(Object.keys(schema("response").properties), ["source"]);
assert.throws(() => schema("nonsense"), TypeError);

const small = await load(await readFile(fileURLToPath(import.meta.resolve?.("lakeproof/lakeproof.wasm")
  ?? new URL("node_modules/lakeproof/lakeproof.wasm", import.meta.url))));
assert.deepEqual(small.checkRequest(MISSPELT, { regions: ["us-east-1"] }), report);
assert.equal(small.hasHouseRules, false);
assert.throws(() => small.checkRequest("{}", house), /lakeproof-house-rules\.wasm/);
assert.equal(small.version, version);
console.log("used from JavaScript");
