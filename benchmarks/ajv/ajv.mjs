// SPDX-License-Identifier: BSL-1.0
// ajv on the payloads that `rounds --payloads FOLDER` writes: JSON.parse, the compiled schema, and by
// hand the rules that a schema cannot express.
//
//     node ajv.mjs FOLDER [RESULTS.json]
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import Ajv from 'ajv';

// The classes that no rule has anything against; what Lakeproof notes of the others is left out here.
const listed = JSON.parse(readFileSync(join(process.argv[2], 'largest.json'))).eventClasses;

const text = (pattern, minLength, maxLength) => ({type: 'string', pattern, minLength, maxLength});
const object = (properties, required) =>
    ({type: 'object', properties, required: required ?? Object.keys(properties)});
const schema = object({
    configuration: object({
        crawlerConfiguration: object({
            roleArn: text('^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$', 0, 2048),
        }),
        providerIdentity: object({
            externalId: text('^[\\w+=,.@:\\/-]*$', 2, 1224),
            principal: text('^([0-9]{12}|[a-z0-9\\.\\-]*\\.(amazonaws|amazon)\\.com)$', 0, 255),
        }),
    }),
    eventClasses: {type: 'array', maxItems: 128, items: {enum: listed}},
    sourceName: text('^[\\\\\\w\\-_:/.]*$', 1, 20),
    sourceVersion: text('^[A-Za-z0-9\\-._]*$', 1, 32),
}, ['configuration', 'sourceName']);

// Without code.regExp ajv uses new RegExp(…, "u"), which refuses escapes that need none.
const regExp = pattern => new RegExp(pattern);
regExp.code = 'pattern => new RegExp(pattern)';
const ajv = new Ajv({allErrors: true, code: {optimize: true, regExp}});
const validate = ajv.compile(schema);
const members = {
    '': ['configuration', 'eventClasses', 'sourceName', 'sourceVersion'],
    configuration: ['crawlerConfiguration', 'providerIdentity'],
};

function resolvable(arn) {
    const resource = arn.slice(arn.lastIndexOf(':') + 5);
    const last = resource.lastIndexOf('/');
    const name = resource.length - last - 1;
    return arn[4] !== ':' && resource[0] === '/' && name >= 1 && name <= 64 && last + 1 <= 512 &&
        !resource.includes('//');
}

function check(document) {
    const request = JSON.parse(document);
    const found = validate(request) ? [] : [...validate.errors];
    const {crawlerConfiguration: crawler, providerIdentity: identity} = request.configuration ?? {};
    for (const name in request) if (!members[''].includes(name)) found.push({name});
    for (const name in request.configuration)
        if (!members.configuration.includes(name)) found.push({name});
    for (const name in crawler) if (name !== 'roleArn') found.push({name});
    for (const name in identity)
        if (name !== 'externalId' && name !== 'principal') found.push({name});
    if (!resolvable(crawler.roleArn)) found.push({arn: crawler.roleArn});
    if (identity.principal.startsWith('.') || identity.principal.includes('..'))
        found.push({principal: identity.principal});
    if (/[\\:/]/.test(request.sourceName)) found.push({refused: request.sourceName});
    const seen = new Set();
    for (const name of request.eventClasses ?? []) {
        if (seen.has(name)) found.push({repeated: name});
        seen.add(name);
    }
    return {errors: found.length, notes: seen.size > 1 ? 1 : 0};
}

const right = {typical: 0, largest: 0, invalid: 3};
const results = {};
let version = '';
try {
    version = JSON.parse(readFileSync(new URL('node_modules/ajv/package.json', import.meta.url))).version;
} catch {}
console.log(`\najv ${version}, node ${process.version}, in its own process\n`);
console.log('| payload | ns |\n|---|---:|');
for (const name of readdirSync(process.argv[2]).map(f => f.replace('.json', '')).sort()) {
    const document = readFileSync(join(process.argv[2], `${name}.json`), 'utf8');
    if (check(document).errors !== right[name]) throw new Error(`ajv does not agree on ${name}`);
    for (let i = 0; i < 20_000; ++i) check(document); // until it is compiled
    const rounds = [];
    for (let round = 0; round < 100; ++round) {
        const start = process.hrtime.bigint();
        for (let i = 0; i < 200; ++i) check(document);
        rounds.push(Number(process.hrtime.bigint() - start) / 200);
    }
    results[name] = Math.round(rounds.sort((a, b) => a - b)[50]);
    console.log(`| ${name} | ${results[name]} |`);
}
if (process.argv[3])
    writeFileSync(process.argv[3], JSON.stringify({ajv: version, node: process.version, ns: results}) + '\n');
