// SPDX-License-Identifier: BSL-1.0
// Runs tasks off the page's own thread: gets {module} first, then {task, values}, and answers each of these in order.
import { createTasks } from "./check_tasks.js";

let tasks;

addEventListener("message", async ({ data: { module, task, values } }) => {
  if (module) {
    tasks = createTasks(module);
    return;
  }
  try {
    postMessage({ answer: await (await tasks).run(task, values) });
  } catch (error) {
    postMessage({ problem: String(error) });
  }
});
