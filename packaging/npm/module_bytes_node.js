// SPDX-License-Identifier: BSL-1.0
import { readFile } from "node:fs/promises";

/** What a file of this package holds. */
export default (file) => readFile(new URL(file, import.meta.url));
