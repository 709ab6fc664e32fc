// SPDX-License-Identifier: BSL-1.0
// Keys that lead through the findings, and mend them.
import { forEachDiagnostic, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";

/** The findings that the selection touches. */
function findingsHere({ state }) {
  const { from, to } = state.selection.main;
  const here = [];
  forEachDiagnostic(state, (finding, begin, end) => {
    if (begin <= to && from <= end) here.push({ finding, begin, end });
  });
  return here;
}

/** A screen reader says the message of what a command has moved to. */
const announced = (command) => (view) => {
  if (!command(view)) return false;
  const { from, to } = view.state.selection.main;
  const there = findingsHere(view).find(({ begin, end }) => begin === from && end === to);
  if (there) view.dispatch({ effects: EditorView.announce.of(there.finding.message) });
  return true;
};

function mendHere(view) {
  for (const { finding, begin, end } of findingsHere(view)) {
    const [action] = finding.actions;
    if (!action) continue;
    action.apply(view, begin, end);
    return true;
  }
  view.dispatch({ effects: EditorView.announce.of("Nothing to fix here.") });
  return true;
}

export const findingKeymap = [
  { key: "F8", run: announced(nextDiagnostic), shift: announced(previousDiagnostic) },
  { key: "Mod-.", run: mendHere },
];
