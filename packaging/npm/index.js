// SPDX-License-Identifier: BSL-1.0
import bytes from "#module_bytes";

import { load } from "./lakeproof.js";

export const {
  version,
  hasHouseRules,
  checkRequest,
  checkResponse,
  mend,
  roles,
  suggestName,
  regions,
  rules,
  eventClasses,
  schema,
} = await load(await bytes("lakeproof-house-rules.wasm"));
