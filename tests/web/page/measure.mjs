// SPDX-License-Identifier: BSL-1.0
// Prints how long the page takes, and how large it is. It ends with 1 where a key press takes longer than promised.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { kept, openPage, paste, settled, stop } from "./browser.mjs";
import { longRequest, request } from "./requests.mjs";

const PROMISED = 5; // milliseconds, the median for 2.5 KB
const KEYS = 101;

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];
const shown = (numbers) => {
  const all = sorted(numbers);
  return `median ${median(all).toFixed(1)} ms, 90 % ${all[Math.floor(all.length * 0.9)].toFixed(1)} ms, longest ${all.at(-1).toFixed(1)} ms`;
};

const classes = JSON.parse(readFileSync(join(process.env.REQUESTS, "../../data/event_classes.json"), "utf8")).classes;

/** 2.5 KB that break no rule: the event classes that both of AWS's lists have, and an external ID that fills the rest. */
function largestUsual() {
  const eventClasses = classes.filter(({ lists }) => lists.length === 2).map(({ name }) => name);
  const roleArn = `arn:aws:iam::123456789012:role/${"path/".repeat(90)}SecurityLakeCrawler`;
  const providerIdentity = { externalId: "x".repeat(1224), principal: "123456789012" };
  return request({ eventClasses, configuration: { crawlerConfiguration: { roleArn }, providerIdentity } });
}

/** As many findings as a report keeps. */
const fullReport = () => request({ eventClasses: classes.map(({ name }) => name) });

/** Milliseconds from a key press to findings that are those of the new text, for each of some key presses; and the
 * longest time in which the page did nothing else. */
async function keyPresses(page, count, pause) {
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("End");
  await page.evaluate(() => {
    window.times = [];
    window.tasks = [];
    let pressed;
    addEventListener("keydown", () => (pressed = performance.now()), true);
    const list = document.getElementById("findings");
    new MutationObserver(() => {
      if (list.getAttribute("aria-busy") === "false") window.times.push(performance.now() - pressed);
    }).observe(list, { attributes: true });
    new PerformanceObserver((all) => window.tasks.push(...all.getEntries().map((task) => task.duration))).observe({ type: "longtask" });
  });
  for (let i = 0; i < count; ++i) {
    await page.keyboard.press(i % 2 ? "Backspace" : "x");
    await settled(page);
    await page.waitForTimeout(pause);
  }
  return page.evaluate(() => ({ times: window.times, longest: Math.max(0, ...window.tasks) }));
}

async function keyPressesIn(what, text, count, pause) {
  const opened = await openPage();
  await settled(opened.page);
  await paste(opened.page, text);
  await opened.page.waitForTimeout(1000); // the editor reads a long text in the background
  const { times, longest } = await keyPresses(opened.page, count, pause);
  await opened.close();
  console.log(`key press to findings, ${what}, ${text.length} bytes: ${shown(times)}; longest task of the page ${longest.toFixed(0)} ms`);
  return median(times);
}

/** Milliseconds from the start of navigation to the findings of the first example. */
async function load() {
  const opened = await openPage({
    prepare: (page) =>
      page.addInitScript(() => {
        const see = ([{ target }]) => {
          if (target.getAttribute("aria-busy") === "false") window.settledAt ??= performance.now();
        };
        new MutationObserver(see).observe(document, { subtree: true, attributeFilter: ["aria-busy"] });
      }),
  });
  const ready = async () => {
    await settled(opened.page);
    return opened.page.evaluate(() => window.settledAt);
  };
  const first = await ready();
  await kept(opened.page);
  await opened.page.reload();
  const again = await ready();
  await opened.close();
  return { first, again };
}

function sizes(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
  const size = (names) => {
    const all = names.map((name) => readFileSync(join(folder, name)));
    const total = (count) => all.reduce((sum, contents) => sum + count(contents), 0);
    return `${total((contents) => contents.length)} bytes, ${total((contents) => gzipSync(contents, { level: 9 }).length)} with gzip`;
  };
  const rules = (name) => name.startsWith("rules") || name === "licences.txt";
  console.log(`the site, ${files.length} files: ${size(files)}`);
  console.log(`what the page loads: ${size(files.filter((name) => !rules(name)))}`);
  for (const name of ["editor.js", "lakeproof.wasm"]) console.log(`${name}: ${size([name])}`);
}

sizes(process.env.SITE);
const loads = [];
for (let i = 0; i < 11; ++i) loads.push(await load());
console.log(`load to findings, from a server on this machine: ${shown(loads.map(({ first }) => first))}`);
console.log(`and from what the service worker keeps: ${shown(loads.map(({ again }) => again))}`);
const usual = await keyPressesIn("a right request", largestUsual(), KEYS, 30);
await keyPressesIn("64 findings", fullReport(), KEYS, 30);
await keyPressesIn("far too long a list", longRequest(1024 * 1024 - 100), 21, 200);
await stop();
process.exitCode = usual < PROMISED ? 0 : 1;
