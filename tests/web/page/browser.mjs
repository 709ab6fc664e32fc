// SPDX-License-Identifier: BSL-1.0
// Chromium with the page in it.
import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { serveSite } from "./site.mjs";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

// With a user's folder of its own, which goes with it.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ARGUMENTS,
});
export const stop = () => browser.close();
if (process.env.NODE_TEST_CONTEXT) after(stop);

/** A window that knows nothing of any other, with the page from a server of its own. */
export async function openPage({ fragment = "", changed = {}, prepare = () => {}, ...settings } = {}) {
  const site = await serveSite(changed);
  const context = await browser.newContext({
    proxy: { server: site.proxy, bypass: "<-loopback>" },
    viewport: { width: 1280, height: 900 },
    ...settings,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    // A text, such as the licences, names no icon: the browser looks for one by itself.
    if (message.location().url.endsWith("/favicon.ico")) return;
    if (["error", "warning"].includes(message.type())) problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await prepare(page);
  await page.goto(site.address + fragment);
  return {
    site,
    changed,
    context,
    page,
    /** What the browser complained of. */
    problems,
    async close() {
      await context.close();
      await site.stop();
    },
  };
}

/** Waits until the findings are those of the text as it is. */
export async function settled(page) {
  await page.locator('#findings[aria-busy="false"]').waitFor({ state: "attached" });
}

/** Waits until the service worker keeps the site. */
export async function kept(page) {
  await page.evaluate(async () => {
    const { active, installing, waiting } = await navigator.serviceWorker.ready;
    await new Promise((done) => {
      const worker = active ?? waiting ?? installing;
      if (worker.state === "activated") done();
      else worker.addEventListener("statechange", () => worker.state === "activated" && done());
    });
  });
}

/** Runs a test with the page, which must not have complained of anything. */
export const withPage = (test, settings) => async () => {
  const opened = await openPage(settings);
  try {
    await settled(opened.page);
    await test(opened);
    assert.deepEqual(opened.problems, []);
  } finally {
    await opened.close();
  }
};

/** The text in the editor, as far as it is shown. */
export const shownText = async (page) => (await page.locator(".cm-line").allTextContents()).join("\n");

/** Puts a text in the place of the editor's, by the clipboard, as a person does. */
export async function paste(page, text) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
  await settled(page);
}

/** The findings in the list: {severity, rule, place, message}. */
export const findings = (page) =>
  page.locator("#findings > li").evaluateAll((items) =>
    items.map((item) => ({
      severity: item.querySelector(".severity").textContent,
      rule: item.querySelector("a").textContent,
      place: item.querySelector(".place").textContent,
      message: item.querySelector(".message").textContent,
    })),
  );
