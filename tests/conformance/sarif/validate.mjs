// SPDX-License-Identifier: BSL-1.0
// Validates each line of standard input against the schema of SARIF 2.1.0; each line of standard output holds what
// breaks it, as a list.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import Ajv from 'ajv';

const main = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const schema = JSON.parse(readFileSync(new URL(`file://${main}/../schemas/sarif-2.1.0-rtm.5.json`), 'utf8'));
// Of draft 4, but says nothing that later drafts read otherwise.
delete schema.$schema;
delete schema.id;
// Formats are checked by hand: each URI of the tool is percent-encoded.
const validate = new Ajv({allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false}).compile(schema);
for (const line of readFileSync(0, 'utf8').split('\n').slice(0, -1))
    console.log(JSON.stringify(validate(JSON.parse(line)) ? [] : validate.errors));
