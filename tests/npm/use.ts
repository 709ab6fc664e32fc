// SPDX-License-Identifier: BSL-1.0
// The installed package, from TypeScript: it is compiled, and run as JavaScript.
import { checkRequest, roles, type Options, type Report, type Role, type Violation } from "lakeproof";
import { load, type Lakeproof } from "lakeproof/load";

const options: Options = { regions: ["us-east-1"], severities: { "event-classes-several": "off" } };
const report: Report = checkRequest("{}", options);
const first: Violation | undefined = report.violations[0];
const fitting: Role[] = roles("acme").filter((role) => role.fits);
const own: (bytes: Uint8Array<ArrayBuffer>) => Promise<Lakeproof> = load;

// @ts-expect-error: no severity
const wrong: Options = { severities: { "house-rule": "loud" } };
// @ts-expect-error: no document
const no: () => Report = () => checkRequest(42);

if (first?.rule !== "member-missing" || fitting.length === 0 || typeof own !== "function") throw new Error("differs");
console.log("used from TypeScript");
export { no, wrong };
