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

/** Shows the findings: {severity, rule, message, place: {line, column}, remedy, goTo, mend}. */
export function listFindings(findings) {
  const list = byId("findings");
  // Who has just mended something from the list finds the next finding there, or the sentence that there is none.
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  list.replaceChildren(...findings.map(itemOf));
  if (focused < 0) return;
  const item = list.children[Math.min(focused, findings.length - 1)];
  (item?.querySelector("button") ?? byId("summary")).focus();
}

function itemOf({ severity, rule, message, place, remedy, goTo, mend }) {
  const at = `${place.line}:${place.column}`;
  const go = element("button", { type: "button", className: "finding", onclick: goTo },
    element("span", { className: "place", textContent: at, title: `Line ${place.line}, column ${place.column}` }), " ",
    element("span", { className: "severity", textContent: severity }), " ",
    element("span", { className: "message", textContent: message }));
  const item = element("li", { className: severity }, go);
  const more = element("p", { className: "more" }, element("a", { href: `rules/${rule}.html`, textContent: rule }));
  if (remedy) more.append(element("button", { type: "button", textContent: remedy.name, onclick: mend }));
  item.append(more);
  return item;
}
