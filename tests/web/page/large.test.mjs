// SPDX-License-Identifier: BSL-1.0
// Texts that nobody types: the page stays alive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, paste, settled, withPage } from "./browser.mjs";
import { longRequest, request } from "./requests.mjs";

const MIB = 1024 * 1024;

/** The longest time, in milliseconds, for which the page did nothing else while something was done. */
async function longestFreeze(page, action) {
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      window.ticking = setTimeout(tick);
    };
    tick();
  });
  await action();
  return page.evaluate(() => clearTimeout(window.ticking) ?? window.longest);
}

test("1 MiB of text is checked while one goes on typing", withPage(async ({ page }) => {
  await paste(page, longRequest(MIB - 100));
  assert.ok((await findings(page)).some(({ rule }) => rule === "event-classes-limit"));
  const freeze = await longestFreeze(page, async () => {
    for (let i = 0; i < 20; ++i) await page.keyboard.press("Space");
    await settled(page);
  });
  assert.ok(freeze < 1000, // on a busy machine; measure.mjs says how long on a quiet one
    `frozen for ${freeze} ms`);
}));

test("other hostile texts", withPage(async ({ page }) => {
  for (const [text, rule] of [
    [longRequest(2 * MIB), "json-limit"],
    ["[".repeat(100_000), "json-limit"],
    [`{"sourceName": "${"x".repeat(500_000)}"}`, "source-name-length"],
    [`{"sourceName": "\ud800"}`, "json-malformed"],
    ["\0", "json-malformed"],
    [request({ sourceName: "<img src=x onerror=alert(1)>" }), "source-name-pattern"],
  ]) {
    await paste(page, text);
    assert.ok((await findings(page)).some((found) => found.rule === rule), `${rule}: ${JSON.stringify(await findings(page))}`);
  }
  assert.equal(await page.locator("main img").count(), 0, "text is text");
  await paste(page, request());
  assert.deepEqual(await findings(page), [], "and then it works as before");
}));

test("certain fixes leave what is too long to be read as it is", withPage(async ({ page }) => {
  await paste(page, request({ eventClasses: ["PROCES_ACTIVITY"] }) + " ".repeat(2 * MIB) + "end");
  await page.locator("#fix-all").press("Enter");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  assert.ok((await page.locator(".cm-content").textContent()).endsWith("end"));
}));
