// SPDX-License-Identifier: BSL-1.0
// Validates documents against the JSON Schema in the file that is named. Each line of standard input is a document as
// a JSON string; each line of standard output what breaks the schema, as [JSON Pointer, class] pairs, or null where
// the document is no JSON. A class is type, required, unknown, length, pattern, value or size.
import {readFileSync, writeSync} from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const ajv = new Ajv({allErrors: true, verbose: true, allowUnionTypes: true});
if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText());
const validate = ajv.compile(schema);
const classes = {
    type: 'type', minLength: 'length', maxLength: 'length', pattern: 'pattern', anyOf: 'value', maxItems: 'size',
};

function broken(error) {
    const member = name => `${error.instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (error.keyword === 'required') return [member(error.params.missingProperty), 'required'];
    if (error.keyword === 'additionalProperties') return [member(error.params.additionalProperty), 'unknown'];
    // Members that may be null say so in their type: any other is missing where it is null.
    const element = /^$|\/\d+$/.test(error.instancePath);
    if (error.keyword === 'type' && error.data === null && !element) return [error.instancePath, 'required'];
    if (!(error.keyword in classes)) throw new Error(`an error of an unknown class: ${error.keyword}`);
    return [error.instancePath, classes[error.keyword]];
}

function errors(text) {
    let document;
    try {
        document = JSON.parse(text);
    } catch {
        return null;
    }
    if (validate(document)) return [];
    // What no string is but its own choice is said once, by anyOf.
    return validate.errors.filter(error => error.keyword !== 'const').map(broken);
}

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1);
let out = lines.map(line => JSON.stringify(errors(JSON.parse(line))) + '\n').join('');
for (let rest = Buffer.from(out); rest.length > 0;) rest = rest.subarray(writeSync(1, rest));
