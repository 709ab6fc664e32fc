// SPDX-License-Identifier: BSL-1.0
/** Proves requests to Amazon Security Lake's CreateCustomLogSource, in a browser or in Node.js. */

export type Severity = "off" | "note" | "warning" | "error";

/** A pattern of your own that a member's value must match as a whole (Boost.Regex, Perl's syntax). */
export interface HouseRule {
  /** A JSON Pointer, such as `/sourceName`. */
  pointer: string;
  pattern: string;
  message?: string;
  severity?: Exclude<Severity, "off">;
}

/** What is wrong in them throws a `TypeError` that says where. */
export interface Options {
  /** The Regions that the request is meant for: `us-east-1`. Without one the derived role is not checked. */
  regions?: readonly string[];
  /** What rules report, by their names; a rule that is fixed cannot be changed. */
  severities?: Readonly<Record<string, Severity>>;
  /** In a module with house rules alone. */
  houseRules?: readonly HouseRule[];
}

/** A change of the text: what is from `from` to `to` (UTF-16 code units) becomes `insert`. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
}

export interface Violation {
  rule: string;
  severity: Exclude<Severity, "off">;
  /** The JSON Pointer of the value. */
  pointer: string;
  region: string | null;
  message: string;
  /** From 1, as the tool counts: the column in bytes. Null where the text has no such place. */
  line: number | null;
  column: number | null;
  suggestion: string | null;
  /** What to underline, in UTF-16 code units: the value, the name of an unknown member, the object in which something
   * is missing, the whole text if nothing else. */
  from: number;
  to: number;
  /** What certainly mends it, and changes nothing else. */
  fix: Edit | null;
}

export interface Report {
  /** No violation is an error. */
  ok: boolean;
  violations: Violation[];
  /** Violations that the report had no room for. */
  omitted: number;
}

/** The IAM role that Security Lake derives in one Region. */
export interface Role {
  region: string;
  role: string;
  length: number;
  /** What is left of 64; less than 0 if the name is too long. */
  left: number;
  fits: boolean;
}

export interface Region {
  code: string;
  description: string;
  /** AWS lists an endpoint of Security Lake there. */
  securityLake: boolean;
}

export interface Rule {
  id: string;
  severity: Exclude<Severity, "off">;
  /** It always reports that. */
  fixed: boolean;
  title: string;
  why: string;
}

export interface EventClass {
  name: string;
  caption: string;
  category: string;
  /** On which of AWS's lists it is. */
  apiReference: boolean;
  userGuide: boolean;
  retired: boolean;
}

export interface Lakeproof {
  readonly version: string;
  /** Whether `Options.houseRules` can be used. */
  readonly hasHouseRules: boolean;
  /** A request's text, or its bytes. Never throws because of the text. */
  checkRequest(text: string | Uint8Array, options?: Options): Report;
  /** A response to a request that is right itself, in a Region. */
  checkResponse(text: string | Uint8Array, request: string | Uint8Array, region: string, options?: Options): Report;
  /** The text with all that is certain mended. */
  mend(text: string, options?: Options): string;
  /** The role of each Region, of all Regions if none is given. */
  roles(sourceName: string, regions?: readonly string[]): Role[];
  /** A name that is like this one, is legal and fits, the same every time; null if there is none. */
  suggestName(sourceName: string, regions?: readonly string[]): string | null;
  /** All known Regions. */
  regions(): Region[];
  rules(): Rule[];
  eventClasses(): EventClass[];
  /** A JSON Schema (2020-12), as an object. */
  schema(of?: "request" | "response"): object;
  /** How much memory the module has: it grows to what the largest document needs, and no further. */
  bytes(): number;
}

/** Takes the module: its bytes, or what was compiled of them. */
export function load(module: BufferSource | WebAssembly.Module): Promise<Lakeproof>;
