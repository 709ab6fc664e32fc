// SPDX-License-Identifier: BSL-1.0
// The check as the page sees it: asked here, answered from the worker.

/** Bytes that are read, and a little more, so that a longer text is seen to be longer. */
export const MOST_TEXT = 1024 * 1024 + 1;

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: HTTP status ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A worker whose script is a blob, since such a worker is under the Content-Security-Policy of the page; one with an
 * address of its own is not. */
function startWorker(script) {
  const blob = new Blob([`import ${JSON.stringify(script.href)};`], { type: "text/javascript" });
  const address = URL.createObjectURL(blob);
  return new Worker(address, { type: "module", name: "check" });
}

/** Starts the check: {version, regions, ask(task, values)}. ask answers in the order in which it was asked. */
export async function startChecker() {
  const worker = startWorker(new URL("check_worker.js", import.meta.url));
  const waiting = [];
  worker.addEventListener("message", ({ data }) => {
    const { resolve, reject } = waiting.shift();
    if (data.problem === undefined) resolve(data);
    else reject(new Error(data.problem));
  });
  let failure = null;
  worker.addEventListener("error", (event) => {
    failure = new Error(event.message || "check_worker.js cannot be loaded");
    for (const { reject } of waiting.splice(0)) reject(failure);
  });
  const ask = (task, values) =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      waiting.push({ resolve, reject });
      worker.postMessage({ task, ...values });
    });
  const about = await ask("start", { module: await compile(new URL("lakeproof.wasm", import.meta.url)) });
  return { ...about, ask };
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
