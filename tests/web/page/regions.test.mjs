// SPDX-License-Identifier: BSL-1.0
// Regions, and the role that is derived in each.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, paste, settled, withPage } from "./browser.mjs";
import { request } from "./requests.mjs";

const PREFIX = "AmazonSecurityLake-Provider-";
const roleLengths = async (page) => (await findings(page)).filter(({ rule }) => rule === "provider-role-length");

test("another Region, other findings", withPage(async ({ page }) => {
  const name = "acme-edr-of-26-characters-"; // fits in us-east-1, and in ap-southeast-2 not
  await paste(page, request({ sourceName: name }));
  assert.deepEqual(await roleLengths(page), []);
  await page.getByLabel("ap-southeast-2").check();
  await settled(page);
  const [finding] = await roleLengths(page);
  assert.match(finding.message, /69 characters long in ap-southeast-2/);
  await page.getByLabel("ap-southeast-2").uncheck();
  await settled(page);
  assert.deepEqual(await roleLengths(page), []);
  await page.getByLabel("us-east-1").uncheck();
  await settled(page);
  assert.match(await page.locator("#summary").textContent(), /No Region is picked/);
}));

test("each Region shows its role and what is left of 64", withPage(async ({ page }) => {
  const name = "acme";
  await paste(page, request({ sourceName: name }));
  const rows = await page.locator("#region-list li").evaluateAll((items) =>
    items.map((item) => ({
      code: item.querySelector("input").value,
      left: item.querySelector(".left").textContent,
      role: item.querySelector(".role").textContent,
    })),
  );
  assert.ok(rows.length > 30);
  for (const { code, left, role } of rows) {
    assert.equal(role, `${PREFIX}${name}-${code}`);
    assert.equal(left, `${64 - role.length} left`);
  }
}));

test("a name that fits nowhere has another suggested that does", withPage(async ({ page }) => {
  await paste(page, request({ sourceName: "acme-endpoint-detection-and-response" }));
  await page.getByRole("button", { name: "Change to" }).first().click();
  await settled(page);
  assert.deepEqual(await findings(page), []);
  assert.match(await page.locator("#left-us-east-1").textContent(), /^\d+ left$/);
}));

test("without a name there is no role", withPage(async ({ page }) => {
  for (const text of ["{", request({ sourceName: 5 }), request({ sourceName: "a b" }), '{"sourceName":"a","sourceName":"b"}']) {
    await paste(page, text);
    assert.equal(await page.locator("#role-us-east-1").textContent(), "", text);
  }
}));
