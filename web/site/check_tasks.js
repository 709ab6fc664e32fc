// SPDX-License-Identifier: BSL-1.0
// What the page asks of the module of WebAssembly.
import { load } from "./lakeproof.js";
import { remedyOf } from "./remedies.js";

/** {version, regions, run(task, values)} of a compiled module. */
export async function createTasks(module) {
  let lakeproof = await load(module);
  const tasks = {
    /** The report, a remedy (or null) for each violation, and the roles in all Regions. */
    check({ text, regions }) {
      const report = lakeproof.checkRequest(text, { regions });
      const name = nameIn(text, report);
      const suggested = name === null ? null : lakeproof.suggestName(name, regions);
      const properName = suggested === name ? null : suggested;
      return {
        report,
        remedies: report.violations.map((v) => remedyOf(v, text, properName)),
        roles: name === null ? [] : lakeproof.roles(name),
      };
    },

    mend: ({ text, regions }) => ({ text: lakeproof.mend(text, { regions }) }),
  };

  return {
    version: lakeproof.version,
    regions: lakeproof.regions(),
    async run(task, values) {
      try {
        return tasks[task](values);
      } catch (error) {
        lakeproof = await load(module); // a module that has trapped is not used again
        throw error;
      }
    },
  };
}

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
