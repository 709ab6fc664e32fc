// SPDX-License-Identifier: BSL-1.0
import type { Lakeproof } from "./lakeproof.js";

export type * from "./lakeproof.js";

export const version: Lakeproof["version"];
export const hasHouseRules: Lakeproof["hasHouseRules"];
export const checkRequest: Lakeproof["checkRequest"];
export const checkResponse: Lakeproof["checkResponse"];
export const mend: Lakeproof["mend"];
export const roles: Lakeproof["roles"];
export const suggestName: Lakeproof["suggestName"];
export const regions: Lakeproof["regions"];
export const rules: Lakeproof["rules"];
export const eventClasses: Lakeproof["eventClasses"];
export const schema: Lakeproof["schema"];
