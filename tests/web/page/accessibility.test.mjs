// SPDX-License-Identifier: BSL-1.0
// axe-core finds no barrier, in any state, light or dark; no width makes the page scroll sideways.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { paste, settled, withPage } from "./browser.mjs";
import { request } from "./requests.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function noBarriers(page, state) {
  await page.evaluate(axe); // not by a script element, which the policy forbids
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  assert.ok(passes.some(({ id }) => id === "color-contrast"));
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })));
  assert.deepEqual(found, [], state);
}

const WRONG = request({ eventClasses: ["PROCES_ACTIVITY", "FILE_ACTIVITY"], sourceName: "a b", sourceNam: 5, other: true });

for (const colorScheme of ["light", "dark"]) {
  test(`every state of the page, ${colorScheme}`, withPage(async ({ page, site }) => {
    await noBarriers(page, "an example with errors");
    await paste(page, WRONG);
    await page.getByText("Where AWS lists no endpoint").click();
    await page.locator(".cm-lintRange").first().hover();
    await page.locator(".cm-tooltip-lint").waitFor();
    await noBarriers(page, "errors, warnings and notes, with a tooltip");
    await page.getByRole("button", { name: "Share a link" }).click();
    await noBarriers(page, "the dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Clear" }).click();
    await settled(page);
    await noBarriers(page, "an empty editor");
    for (const name of ["rules.html", "rules/provider-role-length.html"]) {
      await page.goto(site.address + name);
      await noBarriers(page, name);
    }
  }, { colorScheme }));
}

test("no width from 320 up scrolls sideways, and what is touched is large enough", withPage(async ({ page, site }) => {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await paste(page, request({ sourceName: "a-name-without-any-place-to-break-it-at-all".repeat(3), other: "x".repeat(300) }));
  await page.getByLabel("ap-southeast-2").check();
  await page.getByText("Where AWS lists no endpoint").click();
  for (const width of [320, 375, 600, 768, 991, 992, 1280, 2560]) {
    await page.setViewportSize({ width, height: 700 });
    assert.equal(await wide(), 0, `${width} wide`);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const small = await page.locator("button:visible, select:visible, #region-list label:visible").evaluateAll((all) =>
    all.map((it) => [it.textContent, it.getBoundingClientRect().height]).filter(([, height]) => height < 24),
  );
  assert.deepEqual(small, []);
  await page.getByRole("button", { name: "Share a link" }).click();
  assert.equal(await wide(), 0, "the dialog");
  for (const name of ["rules.html", "rules/json-limit.html"]) {
    await page.goto(site.address + name);
    assert.equal(await wide(), 0, name);
  }
}));

test("nothing moves where people want no motion", withPage(async ({ page }) => {
  await page.locator(".cm-content").focus();
  await page.getByLabel("eu-west-1").check();
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
}, { reducedMotion: "reduce" }));
