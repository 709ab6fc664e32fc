// SPDX-License-Identifier: BSL-1.0
// The module of WebAssembly as functions; lakeproof.d.ts says what they take and return.

/** Bytes of a document that the checker reads before it says that the text is too long. */
const MOST_BYTES = 1024 * 1024 + 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A string as UTF-8. A surrogate without its other half stays one, so that it is found, where the platform's encoder
 * would put U+FFFD in its place. */
function encode(text) {
  const bytes = encoder.encode(text);
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  let from = 0; // in text
  let at = 0; // in bytes
  for (const { index } of text.matchAll(lone)) {
    at += encoder.encode(text.slice(from, index)).length;
    const unit = text.charCodeAt(index);
    bytes.set([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)], at);
    from = index + 1;
    at += 3;
  }
  return bytes;
}

/** What was given as a document: no more of it than is read. */
function bytesOf(document) {
  if (typeof document === "string") {
    const bytes = encode(document.length > MOST_BYTES ? document.slice(0, MOST_BYTES) : document);
    return bytes.subarray(0, MOST_BYTES);
  }
  if (document instanceof Uint8Array) return document.subarray(0, MOST_BYTES);
  throw new TypeError("a document is a string or a Uint8Array");
}

/** The options as the module reads them. */
function optionsText(options) {
  if (options === null || typeof options !== "object") throw new TypeError("options: an object is wanted");
  const { severities, ...others } = options;
  if (severities === undefined) return JSON.stringify(others);
  const list = Object.entries(severities).map(([rule, severity]) => ({ rule, severity }));
  return JSON.stringify({ ...others, severities: list });
}

/** Calls a function of the module with texts (or their bytes); its answer. Throws a TypeError where it refuses one. */
function caller({ memory, argument, result, result_size, release, ...functions }) {
  return (name, ...texts) => {
    texts.forEach((text, i) => {
      const bytes = typeof text === "string" ? encode(text) : text;
      const place = argument(i, bytes.length);
      new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
    });
    functions[name]();
    const answer = JSON.parse(decoder.decode(new Uint8Array(memory.buffer, result(), result_size())));
    release();
    if (answer.problem !== undefined) throw new TypeError(answer.problem);
    return answer;
  };
}

const NO_VIOLATION = { region: null, line: null, column: null, suggestion: null, fix: null };

/** A report with the members that the module leaves out. */
function whole({ ok, violations = [], omitted }) {
  return { ok, violations: violations.map((v) => ({ ...NO_VIOLATION, ...v })), omitted };
}

/** Boost.Regex brings the C library's streams along, which nothing writes to: EBADF. */
const NO_FILES = { fd_write: () => 8, fd_seek: () => 8, fd_close: () => 8 };

export async function load(module) {
  const compiled = module instanceof WebAssembly.Module ? module : await WebAssembly.compile(module);
  const { exports } = await WebAssembly.instantiate(compiled, { wasi_snapshot_preview1: NO_FILES });
  exports._initialize();
  const call = caller(exports);
  const about = call("about");
  return Object.freeze({
    version: about.version,
    hasHouseRules: about.hasHouseRules,
    checkRequest: (text, options = {}) => whole(call("check_request", bytesOf(text), optionsText(options))),
    checkResponse: (text, request, region, options = {}) =>
      whole(
        call("check_response", bytesOf(text), optionsText({ ...options, regions: [region] }), bytesOf(request)),
      ),
    mend: (text, options = {}) => call("mend", encode(text), optionsText(options)).text,
    roles: (sourceName, regions = []) => call("roles", sourceName, optionsText({ regions })).all ?? [],
    suggestName: (sourceName, regions = []) => call("suggest_name", sourceName, optionsText({ regions })).text ?? null,
    regions: () => call("regions").all,
    rules: () => call("rules").all,
    eventClasses: () => call("event_classes").all,
    bytes: () => exports.memory.buffer.byteLength,
    schema: (of = "request") => call("schema", of),
  });
}
