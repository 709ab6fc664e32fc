// SPDX-License-Identifier: BSL-1.0
// What a check found, in all the places where the page shows it.
import { announce } from "./announcer.js";
import { byId } from "./elements.js";
import { listFindings, summaryOf } from "./findings.js";

const SEVERITY_IN_EDITOR = { error: "error", warning: "warning", note: "info" };

/** Shows what was found in the editor's text as it is now, for the Regions that were picked. */
export function present({ report, remedies, roles }, picked, editor, regions) {
  const version = editor.version();
  const findings = report.violations.map((violation, index) => {
    const { from, to, line, column } = violation;
    const remedy = remedies[index];
    return {
      ...violation,
      remedy,
      place: line === null ? editor.position(from) : { line, column },
      goTo: () => editor.select(from, to),
      // A fix belongs to the text for which it was found.
      mend: () => editor.version() === version && editor.apply(remedy.edit),
    };
  });
  editor.show(findings.map(diagnosticOf));
  listFindings(findings);
  regions.show(roles);
  byId("findings").setAttribute("aria-busy", "false");

  const sentence = summaryOf(report, picked);
  byId("summary").textContent = sentence;
  byId("summary").className = report.ok ? "ok" : "wrong";
  announce(sentence);

  const certain = report.violations.filter(({ fix }) => fix).length;
  byId("fix-all").textContent = `Make certain fixes (${certain})`;
  byId("fix-all").setAttribute("aria-disabled", certain === 0);
}

const diagnosticOf = ({ from, to, message, severity, rule, remedy, mend }) => ({
  from,
  to,
  message,
  severity: SEVERITY_IN_EDITOR[severity],
  source: rule,
  actions: remedy ? [{ name: remedy.name, apply: mend }] : [],
});
