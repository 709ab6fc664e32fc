// SPDX-License-Identifier: BSL-1.0
// What a person does with text: type it, paste it, mend it, load examples.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findings, paste, settled, shownText, withPage } from "./browser.mjs";
import { request } from "./requests.mjs";

const rules = async (page) => (await findings(page)).map(({ rule }) => rule);

test("findings come as one types", withPage(async ({ page }) => {
  await page.getByRole("button", { name: "Clear" }).click();
  await settled(page);
  assert.deepEqual(await rules(page), ["json-malformed"]);
  await page.keyboard.type('{"sourceName": "acme edr');
  await settled(page);
  assert.ok((await rules(page)).includes("source-name-pattern"), "the editor closes string and object");
  await page.keyboard.press("Backspace");
  await settled(page);
  assert.ok((await rules(page)).includes("source-name-pattern"));
  for (let i = 0; i < 3; ++i) await page.keyboard.press("Backspace");
  await settled(page);
  assert.deepEqual((await findings(page)).map(({ rule, place }) => [rule, place]), [["member-missing", "1:1"]]);
  assert.equal(await shownText(page), '{"sourceName": "acme"}');
}));

test("what is pasted is underlined, listed and mended", withPage(async ({ page }) => {
  await paste(page, request({ eventClasses: ["PROCES_ACTIVITY", "FILE_ACTIVTY"], sourceNam: "x" }));
  const wrong = await page.locator(".cm-lintRange").allTextContents();
  assert.deepEqual(wrong, ['"PROCES_ACTIVITY"', '"FILE_ACTIVTY"', '"sourceNam"']);

  // One, from the list; its neighbour is in the place of what is gone, and has the focus.
  await page.getByRole("button", { name: 'Change to "PROCESS_ACTIVITY"' }).click();
  await settled(page);
  assert.match(await shownText(page), /"PROCESS_ACTIVITY",\s+"FILE_ACTIVTY"/);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /FILE_ACTIVTY/);

  // One, from the underline.
  await page.locator(".cm-lintRange-error", { hasText: "FILE_ACTIVTY" }).hover();
  await page.locator(".cm-diagnosticAction").click();
  await settled(page);
  assert.match(await shownText(page), /"PROCESS_ACTIVITY",\s+"FILE_ACTIVITY"/);
}));

test("all certain fixes at once, and back", withPage(async ({ page }) => {
  const text = request({ eventClasses: ["PROCES_ACTIVITY", "FILE_ACTIVTY"] });
  await paste(page, text);
  await page.getByRole("button", { name: "Make certain fixes (2)" }).click();
  await page.getByRole("button", { name: "Make certain fixes (0)" }).waitFor();
  assert.equal(await shownText(page), request({ eventClasses: ["PROCESS_ACTIVITY", "FILE_ACTIVITY"] }));
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+z");
  await settled(page);
  assert.equal(await shownText(page), text);
}));

test("a finding leads to its place, and its rule to a page", withPage(async ({ page, site }) => {
  await paste(page, request({ sourceName: "no blank please" }));
  await page.locator("button.finding", { hasText: "source-name" }).or(page.locator("button.finding")).first().click();
  assert.equal(await page.evaluate(() => getSelection().toString()), '"no blank please"');
  await page.locator("#findings a").first().click();
  await page.waitForURL(`${site.address}rules/source-name-pattern.html`);
  assert.equal(await page.locator("h1").textContent(), "source-name-pattern");
}));

test("each example has the findings that the tests hold the tool to", withPage(async ({ page }) => {
  const table = JSON.parse(readFileSync(`${process.env.REQUESTS}/expected.json`, "utf8"));
  for (const { name, region, violations } of table) {
    await page.locator("#examples").selectOption(name.replace(".json", ""));
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await settled(page);
    const shown = await findings(page);
    assert.deepEqual(
      shown.map(({ rule, severity }) => [rule, severity]),
      violations.map(({ rule, severity }) => [rule, severity]),
      name,
    );
    for (const [i, { line, column }] of violations.entries()) {
      if (line) assert.equal(shown[i].place, `${line}:${column}`, name);
    }
    assert.deepEqual(await page.locator("#region-list input:checked").evaluateAll((all) => all.map((b) => b.value)), [region]);
    assert.equal(await shownText(page), readFileSync(`${process.env.REQUESTS}/${name}`, "utf8"));
  }
}));
