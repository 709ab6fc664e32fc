// SPDX-License-Identifier: BSL-1.0
// The examples to load. example_requests.js, which has them, is made of the requests that the tests hold.
import { byId, element } from "./elements.js";
import { exampleRequests } from "./example_requests.js";

/** The one that the page begins with: the README's. */
const FIRST = "04-crowdstrike-process-activity";

/** Fills the list; load is called with {name, source, region, text}. Returns the one to begin with. */
export function createExamples(load) {
  const list = byId("examples");
  list.append(...exampleRequests.map(({ name }) => element("option", { value: name, textContent: name })));
  list.value = FIRST;
  byId("load-example").addEventListener("click", () => load(exampleRequests[list.selectedIndex]));
  return exampleRequests[list.selectedIndex];
}
