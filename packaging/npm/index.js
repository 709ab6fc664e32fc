// SPDX-License-Identifier: BSL-1.0
// packaging/npm/pack makes index_node.js of it.
import { load } from "./lakeproof.js";
import module from "./module_browser.js";

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
} = await load(module);
