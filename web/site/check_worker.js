// SPDX-License-Identifier: BSL-1.0
// Checks texts, off the page's own thread. It gets {task, ...}, and answers each with a message, in order.
import { load } from "./lakeproof.js";
import { remedyOf } from "./remedies.js";

let module;
let checker;

const tasks = {
  /** Takes the module, compiled. */
  async start(given) {
    module = given.module;
    checker = await load(module);
    return { version: checker.version, regions: checker.regions() };
  },

  /** The report, a remedy (or null) for each violation, and the roles in all Regions. */
  check({ text, regions }) {
    const report = checker.checkRequest(text, { regions });
    const name = nameIn(text, report);
    const suggested = name === null ? null : checker.suggestName(name, regions);
    const properName = suggested === name ? null : suggested;
    return {
      report,
      remedies: report.violations.map((v) => remedyOf(v, text, properName)),
      roles: name === null ? [] : checker.roles(name),
    };
  },

  mend: ({ text, regions }) => ({ text: checker.mend(text, { regions }) }),
};

/** The source's name in a request; null where there is none, or two. */
function nameIn(text, { violations }) {
  if (violations.some((v) => v.rule === "member-duplicate" && v.pointer === "/sourceName")) return null;
  try {
    const { sourceName } = JSON.parse(text);
    return typeof sourceName === "string" ? sourceName : null;
  } catch {
    return null; // a report says so
  }
}

addEventListener("message", async ({ data: { task, ...given } }) => {
  try {
    postMessage(await tasks[task](given));
  } catch (error) {
    postMessage({ problem: String(error) });
    if (module) checker = await load(module); // a module that has trapped is not used again
  }
});
