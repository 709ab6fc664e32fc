// SPDX-License-Identifier: BSL-1.0
// Nothing leaves the page. The browser's proxy has seen whatever the browser sent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kept, paste, settled, withPage } from "./browser.mjs";
import { SECRET, request } from "./requests.mjs";

// What Chromium itself asks for, whatever page it shows.
const OF_THE_BROWSER = /^(https?:\/\/)?(update|content-autofill|optimizationguide-pa)\.googleapis\.com[:\/]|^accounts\.google\.com:443$/;

test("no request after the page is loaded, whatever one does", withPage(async ({ page, context, site }) => {
  await kept(page);
  const before = site.requests.length;
  const seen = [];
  context.on("request", (asked) => seen.push(asked.url()));

  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`{"configuration": {"providerIdentity": {"externalId": "${SECRET}`);
  await settled(page);
  await paste(page, request({ eventClasses: ["PROCES_ACTIVITY"] }));
  await page.getByRole("button", { name: "Make certain fixes (1)" }).click();
  await page.getByRole("button", { name: "Make certain fixes (0)" }).waitFor();
  await page.getByLabel("eu-west-1").check();
  await settled(page);
  await page.getByRole("button", { name: "Share a link" }).click();
  await page.locator("#link").waitFor(); // the link is made before the dialog opens
  const link = await page.locator("#link").inputValue();
  await page.getByRole("button", { name: "Close" }).click();
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await settled(page);
  await page.waitForTimeout(1500);

  assert.deepEqual(seen, []);
  assert.deepEqual(site.requests.slice(before).map(({ url }) => url).filter((url) => !OF_THE_BROWSER.test(url)), []);
  const all = JSON.stringify(site.requests);
  assert.ok(all.includes("page.js"), "the proxy sees requests");
  assert.ok(!all.includes(SECRET) && !all.includes(new URL(link).hash.slice(-40)), "no request holds the external ID");
}));

test("nothing is stored but the site itself", withPage(async ({ page, context }) => {
  await paste(page, request());
  await kept(page);
  const stored = await page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) texts.push(await (await cache.match(key)).text());
    }
    return { local: localStorage.length, session: sessionStorage.length, bases: await indexedDB.databases(), texts, cookie: document.cookie };
  });
  assert.ok(stored.texts.length > 60);
  assert.ok(!stored.texts.some((text) => text.includes(SECRET)));
  assert.deepEqual({ ...stored, texts: [] }, { local: 0, session: 0, bases: [], texts: [], cookie: "" });
  assert.deepEqual(await context.cookies(), []);
}));

/** Tries to reach an address, in all the ways that a script has. */
async function reachOut(address) {
  const settle = (target, good, bad) =>
    new Promise((resolve) => {
      target.addEventListener(good, resolve);
      target.addEventListener(bad, resolve);
    });
  const post = (asked) => {
    asked.open("POST", `${address}request`);
    asked.send("x");
    return settle(asked, "load", "error");
  };
  await fetch(`${address}fetch`, { mode: "no-cors" }).catch(() => {});
  await post(new XMLHttpRequest());
  await settle(new WebSocket(`${address.replace("http", "ws")}socket`), "open", "error");
  await settle(new EventSource(`${address}events`), "open", "error");
}

/** What of this came through to the browser's proxy, from the page and from its worker. */
async function reached({ page, site }) {
  await kept(page);
  const address = "http://elsewhere.example/";
  await page.evaluate(reachOut, `${address}page/`);
  await page.workers()[0].evaluate(reachOut, `${address}worker/`);
  return site.requests.map(({ url }) => url).filter((url) => url.includes("elsewhere.example")).sort();
}

test("page and worker reach no other server, since the policy forbids it", async () => {
  await withPage(async (opened) => {
    assert.deepEqual(await reached(opened), []);
    assert.ok(opened.problems.length > 0 && opened.problems.every((text) => /Content Security Policy/.test(text)));
    opened.problems.length = 0;
  })();

  // The same without the policy: the attempts are real.
  const html = readFileSync(`${process.env.SITE}/index.html`, "utf8");
  const bare = html.replace(/<meta http-equiv="Content-Security-Policy".*/, "");
  assert.notEqual(bare, html);
  await withPage(async (opened) => {
    const urls = await reached(opened);
    for (const from of ["page", "worker"]) {
      for (const way of ["fetch", "request", "events"]) assert.ok(urls.includes(`http://elsewhere.example/${from}/${way}`));
    }
    assert.ok(urls.includes("elsewhere.example:80"), "a socket");
    opened.problems.length = 0;
  }, { changed: { "index.html": bare } })();
});
