// SPDX-License-Identifier: BSL-1.0
// How the editor looks: in the colours of the page's style sheet, so that light and dark are decided there alone.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--member)" },
  { tag: tags.string, color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--literal)" },
]);

const underline = (colour) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "3px",
});
const edge = (colour) => ({ borderLeftColor: colour });
const point = (colour) => ({ "&:after": { borderBottomColor: colour } });

const theme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--field)", height: "100%" },
  ".cm-scroller": { fontFamily: "var(--fixed)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--text)", padding: ".5rem 0" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "var(--field)", borderRight: "1px solid var(--line)" },
  ".cm-placeholder": { color: "var(--quiet)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--match)" },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent" },
  ".cm-specialChar": { color: "var(--error)" },
  ".cm-lintRange-error": underline("var(--error)"),
  ".cm-lintRange-warning": underline("var(--warning)"),
  ".cm-lintRange-info": underline("var(--note)"),
  ".cm-lintRange-active": { backgroundColor: "var(--match)" },
  ".cm-lintPoint-error": point("var(--error)"),
  ".cm-lintPoint-warning": point("var(--warning)"),
  ".cm-lintPoint-info": point("var(--note)"),
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line)",
    maxWidth: "min(40rem, 90vw)",
  },
  ".cm-diagnostic": { fontFamily: "var(--proportional)", overflowWrap: "anywhere" },
  ".cm-diagnostic-error": edge("var(--error)"),
  ".cm-diagnostic-warning": edge("var(--warning)"),
  ".cm-diagnostic-info": edge("var(--note)"),
  ".cm-diagnosticAction": {
    color: "var(--link)",
    backgroundColor: "transparent",
    border: "1px solid currentColor",
    margin: ".25rem .25rem 0 0",
    padding: ".125rem .5rem",
  },
  ".cm-diagnosticSource": { fontSize: "inherit", color: "var(--quiet)", opacity: "1" },
});

export const appearance = [theme, syntaxHighlighting(colours)];
