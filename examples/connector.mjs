// SPDX-License-Identifier: BSL-1.0
// A connector's life with Security Lake, with AWS's SDK for JavaScript: makes sure of its source, and removes it again.
//
//     node connector.mjs ADDRESS PORT

import { setTimeout as sleep } from 'node:timers/promises';

import {
  CreateCustomLogSourceCommand, DeleteCustomLogSourceCommand, SecurityLakeClient, paginateListLogSources,
} from '@aws-sdk/client-securitylake';

const [address, port] = process.argv.slice(2);
const client = new SecurityLakeClient({
  region: 'us-east-1',
  endpoint: `http://${address}:${port}`,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'no-secret' },
});

const request = {
  configuration: {
    crawlerConfiguration: { roleArn: 'arn:aws:iam::123456789012:role/SecurityLakeCrawler' },
    providerIdentity: { externalId: 'acme-2026', principal: '123456789012' },
  },
  eventClasses: ['NETWORK_ACTIVITY'],
  sourceName: 'acme-edr',
  sourceVersion: '1.0',
};

/** In how many milliseconds an error passes that the SDK itself does not retry. */
const passesIn = ({ name, message }) =>
  name === 'ConflictException' ? 120_000 : // as Terraform waits for a lake that is being changed
  name === 'BadRequestException' && /\brole\b/.test(message) ? 60_000 : 0; // a role that is not seen everywhere yet

/** Asks until it is answered, or nothing else can come of it. `done` may find that no other try is needed. */
async function insist(command, done) {
  const start = performance.now();
  for (let backoff = 100; ; backoff *= 2) {
    try {
      return await client.send(command);
    } catch (error) {
      console.error(`${error.name}: ${error.message}`);
      if (await done(error)) return undefined;
      if (performance.now() - start >= passesIn(error)) throw error;
      await sleep(backoff);
    }
  }
}

async function isListed() {
  for await (const page of paginateListLogSources({ client, pageSize: 100 }, {})) {
    for (const { sources } of page.sources) {
      if (sources.some(({ customLogSource }) => customLogSource?.sourceName === request.sourceName)) return true;
    }
  }
  return false;
}

async function create() {
  const there = async ({ name }) => name === 'ConflictException' && isListed(); // perhaps by an earlier try of ours
  const made = await insist(new CreateCustomLogSourceCommand(request), there);
  console.log(made ? 'created' : 'it is there already');
}

async function remove() {
  const gone = ({ name }) => name === 'ResourceNotFoundException';
  const removed = await insist(new DeleteCustomLogSourceCommand({ sourceName: request.sourceName }), gone);
  console.log(removed ? 'deleted' : 'it is gone already');
}

const show = async () => console.log(await isListed() ? 'listed' : 'not listed');

await create();
await show();
await create();
await remove();
await show();
await remove();
