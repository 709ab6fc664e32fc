// SPDX-License-Identifier: BSL-1.0
// The check as the page sees it. A short text is checked at once, so that its findings are there in the same picture as
// the key that was pressed: what a worker answers, a browser holds back until that is drawn. A long text would stop the
// page meanwhile, and goes to a worker.
import { createTasks } from "./check_tasks.js";

/** Bytes that are read, and a little more, so that a longer text is seen to be longer. */
export const MOST_TEXT = 1024 * 1024 + 1;

/** Characters of a text that is checked here. */
const SHORT = 8 * 1024;

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: HTTP status ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A worker whose script is a blob, since such a worker is under the Content-Security-Policy of the page; one with an
 * address of its own is not. Gives what runs a task there. */
function startWorker(script, module) {
  const blob = new Blob([`import ${JSON.stringify(script.href)};`], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(blob), { type: "module", name: "check" });
  const waiting = [];
  let failure = null;
  worker.addEventListener("message", ({ data: { answer, problem } }) => {
    const { resolve, reject } = waiting.shift();
    if (answer) resolve(answer);
    else reject(new Error(problem));
  });
  worker.addEventListener("error", (event) => {
    failure = new Error(event.message || "check_worker.js cannot be loaded");
    for (const { reject } of waiting.splice(0)) reject(failure);
  });
  worker.postMessage({ module });
  return (task, values) =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      waiting.push({ resolve, reject });
      worker.postMessage({ task, values });
    });
}

/** Starts the check: {version, regions, run(task, {text, regions})}. */
export async function startChecker() {
  const module = await compile(new URL("lakeproof.wasm", import.meta.url));
  const here = await createTasks(module);
  const there = startWorker(new URL("check_worker.js", import.meta.url), module);
  const run = (task, values) => (values.text.length <= SHORT ? here.run : there)(task, values);
  return { version: here.version, regions: here.regions, run };
}

/** Of the calls that come while one is under way, makes only the last. */
export function latestWins(run) {
  let busy = false;
  let next = null;
  return async (...values) => {
    next = values;
    if (busy) return;
    busy = true;
    while (next) {
      const now = next;
      next = null;
      await run(...now);
    }
    busy = false;
  };
}
