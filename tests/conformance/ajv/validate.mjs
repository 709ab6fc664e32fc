// SPDX-License-Identifier: BSL-1.0
// Validates documents against request.schema.json. Each line of standard input is a document as a JSON string;
// each line of standard output what breaks its schema, as [JSON Pointer, class] pairs, or null where
// the document is no JSON. A class is type, required, length or pattern.
import {readFileSync, writeSync} from 'node:fs';
import Ajv from 'ajv';

const schema = JSON.parse(readFileSync(new URL('request.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({allErrors: true, verbose: true, allowUnionTypes: true});
const validate = ajv.compile(schema);
const classes = {type: 'type', minLength: 'length', maxLength: 'length', pattern: 'pattern'};

function broken(error) {
    if (error.keyword === 'required')
        return [`${error.instancePath}/${error.params.missingProperty}`, 'required'];
    // Members that may be null say so in their type: any other is missing where it is null.
    const member = !/^$|\/\d+$/.test(error.instancePath);
    if (error.keyword === 'type' && error.data === null && member)
        return [error.instancePath, 'required'];
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
    return validate(document) ? [] : validate.errors.map(broken);
}

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1);
let out = lines.map(line => JSON.stringify(errors(JSON.parse(line))) + '\n').join('');
for (let rest = Buffer.from(out); rest.length > 0;) rest = rest.subarray(writeSync(1, rest));
