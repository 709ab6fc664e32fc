// SPDX-License-Identifier: BSL-1.0
// Bundlers look for this very form, and bring the file along.
const response = await fetch(new URL("./lakeproof-house-rules.wasm", import.meta.url));
if (!response.ok) throw new Error(`${response.url}: status ${response.status}`);

export default await response.arrayBuffer();
