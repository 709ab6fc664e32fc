// SPDX-License-Identifier: BSL-1.0
// Holds the module against what the tool found, in Node.js and in a browser.

const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

const AS_TOOL = ["rule", "severity", "pointer", "region", "message", "line", "column", "suggestion"];
const asTool = ({ ok, violations, omitted }) => ({
  ok,
  violations: violations.map((v) => Object.fromEntries(AS_TOOL.map((name) => [name, v[name]]))),
  omitted,
});

/** Key by key, whatever their order. */
function equal(a, b) {
  if (typeof a !== "object" || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => equal(a[key], b[key]));
}

/** Whether what an editor underlines begins where the tool's line and column are. */
function placesAgree(text, report) {
  const bytes = new TextEncoder().encode(text);
  return report.violations.every((v) => {
    if (!(0 <= v.from && v.from <= v.to && v.to <= text.length)) return false;
    if (v.line === null) return true;
    let begin = 0;
    for (let line = 1; line < v.line; ++line) begin = bytes.indexOf(10, begin) + 1;
    return new TextDecoder().decode(bytes.subarray(0, begin + v.column - 1)).length === v.from;
  });
}

/** The differences, as texts; `lakeproofs` are the modules, one with and one without house rules. */
export function differences(lakeproofs, lines) {
  const found = [];
  let checks = 0;
  for (const line of lines) {
    const { text, options, request, region, expected } = JSON.parse(line);
    const bytes = bytesOf(text);
    const string = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    for (const lakeproof of lakeproofs) {
      if (options.houseRules && !lakeproof.hasHouseRules) continue;
      const { regions, ...forResponses } = options;
      const check = (document) =>
        request === undefined
          ? lakeproof.checkRequest(document, options)
          : lakeproof.checkResponse(document, bytesOf(request), region, forResponses);
      const report = check(bytes);
      ++checks;
      if (!equal(asTool(report), expected))
        found.push(`${line}\n  module: ${JSON.stringify(asTool(report))}`);
      if (equal(new TextEncoder().encode(string), bytes)) {
        if (!equal(check(string), report)) found.push(`as a string: ${line}`);
        if (!placesAgree(string, report)) found.push(`places: ${line}\n  module: ${JSON.stringify(report)}`);
      }
    }
  }
  return { checks, found };
}
