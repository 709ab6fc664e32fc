#!/usr/bin/env node
// SPDX-License-Identifier: BSL-1.0
// The tool itself, as WebAssembly: its arguments, its files and its exit status are passed on.
import { openSync, readFileSync } from "node:fs";
import { isatty, WriteStream } from "node:tty";
import { setFlagsFromString } from "node:v8";

/** The terminal's width, if standard output is one. (To ask process.stdout would make it non-blocking.) */
function columns() {
  if (!isatty(1)) return "";
  try {
    const terminal = new WriteStream(openSync(process.platform === "linux" ? "/proc/self/fd/1" : "/dev/tty", "w"));
    const width = String(terminal.columns);
    terminal.destroy();
    return width;
  } catch {
    return "";
  }
}

/** The root, if it is gone. */
function workingDirectory() {
  try {
    return process.cwd();
  } catch {
    return "/";
  }
}

// Node.js 20 to 22 crash where memory that a fast call of WASI's reads has grown.
setFlagsFromString("--no-turbo-fast-api-calls");
// That WASI is an experiment of Node.js's is no news for whoever checks a request.
process.removeAllListeners("warning");
const { WASI } = await import("node:wasi");

const wasi = new WASI({
  version: "preview1",
  args: ["lakeproof", ...process.argv.slice(2)],
  env: { ...process.env, PWD: workingDirectory(), COLUMNS: columns() },
  preopens: { "/": "/" },
  returnOnExit: true,
});
const module = await WebAssembly.compile(readFileSync(new URL("../lakeproof-tool.wasm", import.meta.url)));
const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
try {
  process.exitCode = wasi.start(instance);
} catch (error) {
  // A trap, such as for want of memory: no word on the documents, and so no 0 and no 1.
  console.error(`lakeproof: ${error.message}: the module has been stopped; check less at once, or use the native tool`);
  process.exitCode = 2;
}
