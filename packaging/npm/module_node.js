// SPDX-License-Identifier: BSL-1.0
import { readFile } from "node:fs/promises";

export default await readFile(new URL("./lakeproof-house-rules.wasm", import.meta.url));
