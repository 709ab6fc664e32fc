// SPDX-License-Identifier: BSL-1.0
// The page without a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, paste, settled, shownText, withPage } from "./browser.mjs";
import { request } from "./requests.mjs";

const focused = (page) =>
  page.evaluate(() => {
    const { id, textContent, labels, className } = document.activeElement;
    return id || labels?.[0]?.textContent || (className.includes("cm-content") ? "editor" : textContent);
  });

/** Presses a key until something has the focus. */
async function pressUntil(page, key, wanted) {
  const been = [];
  for (let i = 0; i < 40; ++i) {
    been.push(await focused(page));
    if (been.at(-1) === wanted) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to ${wanted}, but to ${been}`);
}

test("Tab goes through all, in the order of the page, and out again", withPage(async ({ page }) => {
  const order = [];
  for (let i = 0; i < 12; ++i) {
    await page.keyboard.press("Tab");
    order.push(await focused(page));
  }
  assert.deepEqual(order.slice(0, 6), ["examples", "load-example", "clear", "fix-all", "share", "editor"]);
  assert.match(order[6], /^2:17 error/);
  assert.match(order[7], /source-name-documented-limit/);
  await pressUntil(page, "Shift+Tab", "examples");
  await pressUntil(page, "Tab", "region-us-east-1");
}));

test("an example, a Region, a fix, a link: by keys alone", withPage(async ({ page }) => {
  await pressUntil(page, "Tab", "examples");
  await page.keyboard.type("09-crowdstrike");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.match(await shownText(page), /KERNEL_EXTENSION_ACTIVITY"/);

  await pressUntil(page, "Tab", "editor");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  assert.equal(await page.evaluate(() => getSelection().toString()), '"KERNEL_EXTENSION_ACTIVITY"');
  assert.match(await page.locator(".cm-announced").textContent(), /KERNEL_EXTENSION_ACTIVITY.* is on neither of AWS's lists/);
  await page.keyboard.press("Control+.");
  await settled(page);
  assert.match(await shownText(page), /"KERNEL_EXTENSION"/);
  await page.keyboard.press("Shift+F8");
  assert.equal(await page.evaluate(() => getSelection().toString()), '"CrowdStrike_KERNEL_EXTENSION_ACTIVITY"');

  await pressUntil(page, "Tab", "region-eu-west-1");
  await page.keyboard.press("Space");
  await settled(page);
  assert.ok((await findings(page)).some(({ message }) => message.includes("in eu-west-1")));

  await pressUntil(page, "Shift+Tab", "share");
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor();
  assert.equal(await focused(page), "link");
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  assert.equal(await focused(page), "share");
}));

test("the focus stays with the findings until all are mended", withPage(async ({ page }) => {
  await paste(page, request({ eventClasses: ["PROCES_ACTIVITY"] }));
  await pressUntil(page, "Tab", 'Change to "PROCESS_ACTIVITY"');
  await page.keyboard.press("Enter");
  await settled(page);
  assert.deepEqual(await findings(page), []);
  assert.equal(await focused(page), "summary");
}));

test("a screen reader hears a summary after a pause, not one for each key", withPage(async ({ page }) => {
  await page.waitForTimeout(1200);
  await page.evaluate(() => {
    window.heard = [];
    const region = document.querySelector("[role=status]");
    new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true });
  });
  await paste(page, request());
  await page.locator(".cm-content").focus();
  for (let i = 0; i < 8; ++i) await page.keyboard.press("x", { delay: 20 });
  await settled(page);
  await page.waitForTimeout(1500);
  const heard = await page.evaluate(() => window.heard);
  assert.deepEqual(heard, [await page.locator("#summary").textContent()]);
  assert.match(heard[0], /^1 error for us-east-1\.$/);
}));
