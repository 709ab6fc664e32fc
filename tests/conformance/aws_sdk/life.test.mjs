// SPDX-License-Identifier: BSL-1.0
// The life of a source, from the official AWS SDK for JavaScript.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  AccessDeniedException, BadRequestException, ConflictException, InternalServerException,
  ResourceNotFoundException, ThrottlingException,
} from '@aws-sdk/client-securitylake';

import { inject, thrown, withMock } from './support.mjs';

const account = '123456789012';

/** The sources of all pages: `[account, Region, source]` each. */
const listed = (pages) => pages.flatMap((page) =>
  page.sources.flatMap(({ account, region, sources }) => sources.map((source) => [account, region, source])));

const names = (pages) => listed(pages).map(([, region, { customLogSource }]) => `${region}/${customLogSource.sourceName}`);

test('create, list, conflict, delete, list, in three Regions', async () => {
  const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
  const statuses = await withMock({ regions }, async (...clients) => {
    for (const [i, client] of clients.entries()) {
      for (const name of ['acme-dns', 'acme-edr', 'acme-idp']) {
        const { source } = await client.create(name, { sourceVersion: '1.0' });
        assert.match(source.attributes.crawlerArn, new RegExp(`^arn:aws:glue:${regions[i]}:${account}:crawler/${name}$`));
      }
    }
    for (const client of clients) {
      const pages = await client.pages({ maxResults: 2 });
      assert.equal(pages.length, 5); // of 9 sources
      assert.deepEqual(pages.map((page) => listed([page]).length), [2, 2, 2, 2, 1]);
      assert.deepEqual(pages.map((page) => typeof page.nextToken), [...Array(4).fill('string'), 'undefined']);
      assert.deepEqual(names(pages).sort(),
        regions.flatMap((region) => ['dns', 'edr', 'idp'].map((name) => `${region}/acme-${name}`)).sort());
    }
    for (const [i, client] of clients.entries()) {
      const region = regions[i];
      const error = await thrown(client.create('acme-edr', { sourceVersion: '2.0' }), ConflictException);
      assert.equal(error.resourceName, 'acme-edr');
      await thrown(client.remove('acme-edr', { sourceVersion: '2.0' }), ResourceNotFoundException);
      const gone = await client.remove('acme-edr', { sourceVersion: '1.0' });
      assert.deepEqual(Object.keys(gone), ['$metadata']);
      assert.equal(gone.$metadata.httpStatusCode, 200);
      assert.deepEqual(names(await client.pages({ regions: [region] })), [`${region}/acme-dns`, `${region}/acme-idp`]);
      await thrown(client.remove('acme-edr'), ResourceNotFoundException);
    }
    assert.equal(names(await clients[0].pages()).length, 6);
  });
  const each = [409, 404, 200, 200, 404];
  assert.deepEqual(statuses, [...Array(9 + 15).fill(200), ...each, ...each, ...each, 200]);
});

test('every member of a listed source arrives typed', async () => {
  await withMock({}, async (client) => {
    const made = await client.create('acme.edr', { sourceVersion: '1.0', eventClasses: ['DNS_ACTIVITY'] });
    const page = await client.list({ accounts: [account], sources: [{ customLogSource: { sourceName: 'acme.edr' } }] });
    assert.equal(page.nextToken, undefined);
    assert.deepEqual(page.sources, [{ account, region: 'us-east-1', sources: [{ customLogSource: made.source }] }]);
    assert.deepEqual((await client.list({ accounts: ['210987654321'] })).sources, []);
    await client.remove('acme.edr');
    assert.deepEqual((await client.list()).sources, []);
    // The same operation, though there are escapes in the path.
    const lost = await thrown(client.remove('acme:e/r', { sourceVersion: '1.0' }), ResourceNotFoundException);
    assert.equal(lost.resourceName, 'acme:e/r');
  });
});

const members = {
  AccessDenied: [AccessDeniedException, { errorCode: 'AccessDenied' }, 403],
  BadRequest: [BadRequestException, {}, 400],
  Conflict: [ConflictException, { resourceType: 'CustomLogSource' }, 409],
  ResourceNotFound: [ResourceNotFoundException, { resourceName: 'default', resourceType: 'DataLake' }, 404],
};
for (const operation of ['create', 'remove', 'list']) {
  const call = (client) => client[operation](...(operation === 'list' ? [] : ['acme-edr']));

  test(`${operation}: the exceptions that no SDK retries`, async () => {
    const flags = inject(...Object.keys(members).map((name) => `${name}=1`));
    const statuses = await withMock({ flags }, async (client) => {
      for (const [type, wanted, status] of Object.values(members)) {
        const error = await thrown(call(client), type);
        assert.equal(error.$metadata.httpStatusCode, status);
        assert.equal(error.$fault, 'client');
        assert.match(error.message, /\(injected\)$/);
        for (const [name, value] of Object.entries(wanted)) assert.equal(error[name], value);
      }
    });
    assert.deepEqual(statuses, Object.values(members).map(([, , status]) => status));
  });

  test(`${operation}: throttling and server faults are retried, and got over`, async () => {
    const flags = inject('Throttling=3', 'InternalServer=4');
    const statuses = await withMock({ flags }, async (client) => {
      const throttled = await thrown(call(client), ThrottlingException, 3);
      assert.deepEqual([throttled.retryAfterSeconds, throttled.serviceCode, throttled.quotaCode],
        [1, 'securitylake', 'L-00000000']);
      assert.equal((await thrown(call(client), InternalServerException, 3)).$fault, 'server');
      await client.create('acme-edr'); // the fourth, then another
    });
    assert.deepEqual(statuses, [429, 429, 429, 500, 500, 500, 500, 200]);
  });
}
