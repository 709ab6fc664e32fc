// SPDX-License-Identifier: BSL-1.0
// The findings of a check, as a sentence and as a list.
import { byId, element } from "./elements.js";

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** What a check found, in a sentence. */
export function summaryOf({ violations, omitted }, regions) {
  const parts = ["error", "warning", "note"]
    .map((severity) => [violations.filter((v) => v.severity === severity).length, severity])
    .filter(([count]) => count > 0)
    .map(([count, severity]) => plural(count, severity));
  if (omitted) parts.push(`${omitted} more that a report has no room for`);
  const where = regions.length ? ` for ${regions.join(", ")}.` : ". No Region is picked: the derived role is not checked.";
  return (parts.join(", ") || "No findings") + where;
}

let current = []; // what the list shows
const shownIn = ({ severity, rule, message, place, remedy }) =>
  JSON.stringify([severity, rule, message, place, remedy?.name]);

/** Shows the findings: {severity, rule, message, place: {line, column}, remedy, goTo, mend}. Items that look the same stay
 * the same elements: a screen reader keeps its place in them. */
export function listFindings(findings) {
  const list = byId("findings");
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  findings.forEach((finding, i) => {
    const item = list.children[i];
    if (!item) list.append(itemOf(finding));
    else if (shownIn(finding) !== shownIn(current[i])) item.replaceWith(itemOf(finding));
  });
  while (list.children.length > findings.length) list.lastChild.remove();
  current = findings;
  if (focused >= 0 && !list.contains(document.activeElement)) focusNear(list, focused);
}

/** Who has just mended something from the list finds the next finding there, or the sentence that there is none. */
function focusNear(list, index) {
  const item = list.children[Math.min(index, list.children.length - 1)];
  (item?.querySelector("button") ?? byId("summary")).focus();
}

byId("findings").addEventListener("click", ({ target }) => {
  const action = target.closest("button")?.dataset.action;
  if (action) current[[...byId("findings").children].indexOf(target.closest("li"))][action]();
});

function itemOf({ severity, rule, message, place, remedy }) {
  const at = `${place.line}:${place.column}`;
  const go = element("button", { type: "button", className: "finding" },
    element("span", { className: "place", textContent: at, title: `Line ${place.line}, column ${place.column}` }), " ",
    element("span", { className: "severity", textContent: severity }), " ",
    element("span", { className: "message", textContent: message }));
  go.dataset.action = "goTo";
  const more = element("p", { className: "more" }, element("a", { href: `rules/${rule}.html`, textContent: rule }));
  if (remedy) {
    const mend = element("button", { type: "button", textContent: remedy.name });
    mend.dataset.action = "mend";
    more.append(mend);
  }
  return element("li", { className: severity }, go, more);
}
