// SPDX-License-Identifier: BSL-1.0
// What a person may choose to mend a violation with: {name, edit}.

const change = (insert, { from, to }) => ({ name: `Change to ${insert}`, edit: { from, to, insert } });

/** Its certain fix, else what is suggested for a string, else a name that fits where the name is wrong; or null. */
export function remedyOf(violation, text, properName) {
  const { fix, suggestion, region, pointer, severity, from } = violation;
  if (fix) return fix.insert ? change(fix.insert, fix) : { name: "Remove", edit: fix };
  if (text[from] !== '"') return null;
  if (suggestion && region === null) return change(JSON.stringify(suggestion), violation);
  if (pointer !== "/sourceName" || severity === "note" || properName === null) return null;
  return change(JSON.stringify(properName), violation);
}
