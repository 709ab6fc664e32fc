// SPDX-License-Identifier: BSL-1.0
// The editor of the page: CodeMirror, set up for one JSON text with findings.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { appearance } from "./appearance.js";
import { findingKeymap } from "./finding_keys.js";

/** An editor in an element. onChange is called after each change of the text; nonce is what the page's
 * Content-Security-Policy lets style elements have; describedBy names the element that says which keys there are. */
export function createEditor({ parent, label, describedBy, hint, nonce, onChange }) {
  const view = new EditorView({
    parent,
    extensions: [
      lineNumbers(),
      highlightSpecialChars(),
      history(),
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      json(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      placeholder(hint),
      appearance,
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedBy, tabindex: "0" }),
      EditorView.updateListener.of((update) => update.docChanged && onChange()),
      // The Tab key is nobody's here: it leaves the editor.
      keymap.of([...findingKeymap, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
    ],
  });

  return {
    /** Equal to an earlier one only if the text has not changed since. */
    version: () => view.state.doc,
    /** No more of the text than that. */
    text: (most) => view.state.sliceDoc(0, most),
    /** Replaces the whole text; the change can be undone. */
    replace(text) {
      view.dispatch({ ...onlyWhatDiffers(view.state, text), scrollIntoView: true, userEvent: "input.replace" });
    },
    apply: (edit) => view.dispatch({ changes: edit, userEvent: "input.fix" }),
    /** Underlines findings: as CodeMirror's diagnostics. */
    show(findings) {
      const end = view.state.doc.length;
      const within = (at) => Math.min(at, end);
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.map((f) => ({ ...f, from: within(f.from), to: within(f.to) })),
        ),
      );
    },
    select(from, to) {
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    /** Line and column, from 1, of a place. */
    position(at) {
      const line = view.state.doc.lineAt(Math.min(at, view.state.doc.length));
      return { line: line.number, column: at - line.from + 1 };
    },
    focus: () => view.focus(),
  };
}

/** The change that makes a text of what the editor has, without what both begin and end with: the cursor, and an undo,
 * stay where the difference is. */
function onlyWhatDiffers(state, text) {
  const old = state.sliceDoc();
  const wanted = text.replace(/\r\n?/g, "\n"); // as the editor has it
  const most = Math.min(old.length, wanted.length);
  let from = 0;
  while (from < most && old[from] === wanted[from]) ++from;
  let same = 0;
  while (same < most - from && old[old.length - 1 - same] === wanted[wanted.length - 1 - same]) ++same;
  const insert = wanted.slice(from, wanted.length - same);
  return { changes: { from, to: old.length - same, insert }, selection: { anchor: from } };
}
