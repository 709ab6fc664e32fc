// SPDX-License-Identifier: BSL-1.0
// After the first load the site needs no network.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findings, kept, openPage, paste, settled, withPage } from "./browser.mjs";
import { request } from "./requests.mjs";

test("the server is gone, the site is there", withPage(async ({ page, site }) => {
  await kept(page);
  await site.stop();
  await page.reload();
  await settled(page);
  await paste(page, request({ sourceName: "a b" }));
  assert.deepEqual((await findings(page)).map(({ rule }) => rule), ["source-name-pattern"]);
  await page.locator("#findings a").click();
  assert.equal(await page.locator("h1").textContent(), "source-name-pattern");
  await page.getByRole("link", { name: "The rules" }).click();
  assert.ok((await page.locator("tbody tr").count()) > 40);
  await page.goto(`${site.address}licences.txt`);
  assert.match(await page.textContent("body"), /Boost Software License[^]*@codemirror\/view [^]*MIT License/);
  await page.goto(`${site.address}index.html?from=elsewhere#findings`);
  await settled(page);
}));

test("another site takes the place of what was kept, and of nothing else", withPage(async ({ page, changed }) => {
  await kept(page);
  await page.evaluate(() => caches.open("of another page"));
  const before = await page.evaluate(() => caches.keys());
  const files = readFileSync(`${process.env.SITE}/site_files.js`, "utf8");
  changed["site_files.js"] = files.replace(/"digest": "\w+"/, '"digest": "another"');
  changed["index.html"] = readFileSync(`${process.env.SITE}/index.html`, "utf8").replace("<h1>Lakeproof", "<h1>Newer");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const { active } = await registration.update();
    while (registration.active === active || registration.active.state !== "activated") {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const after = await page.evaluate(() => caches.keys());
  assert.deepEqual(after.map((name) => name.split(" ").at(-1)).sort(), ["another", "page"], `before: ${before}`);
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("h1").textContent(), "Newer");
}));

/** Opens the page where the server has no file of a name, and waits for what it says of that. */
async function says(name, words, act = () => {}) {
  const { page, close } = await openPage({ changed: { [name]: null }, serviceWorkers: "block" });
  try {
    await act(page);
    await page.getByText(words).waitFor();
  } finally {
    await close();
  }
}

test("a file that cannot be had says so, where the page cannot do without", () =>
  says("lakeproof.wasm", /The check could not be started: .* Reload the page to try again\./));

test("a long text says so where the worker cannot be had", () =>
  says("check_worker.js", /The check failed: .* Change the text, or reload the page\./, async (page) => {
    await settled(page);
    await page.locator(".cm-content").focus();
    await page.keyboard.insertText(" ".repeat(20_000));
  }));
