// SPDX-License-Identifier: BSL-1.0
// The official AWS SDK for JavaScript against the mock service: a client that nobody here wrote.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  AccessDeniedException, BadRequestException, ConflictException, InternalServerException,
  ResourceNotFoundException, ThrottlingException,
} from '@aws-sdk/client-securitylake';

import { inject, thrown, withMock } from './support.mjs';

test('a create succeeds, and every member arrives typed', async () => {
  const statuses = await withMock({}, async ({ create }) => {
    const output = await create('acme-edr', { sourceVersion: '1.0', eventClasses: ['FILE_ACTIVITY'] });
    assert.equal(output.$metadata.httpStatusCode, 200);
    assert.equal(output.$metadata.attempts, 1);
    assert.match(output.$metadata.requestId, /^[0-9a-f-]{36}$/);
    const { provider, ...source } = output.source;
    const glue = 'arn:aws:glue:us-east-1:123456789012:';
    assert.deepEqual(source, {
      attributes: {
        crawlerArn: `${glue}crawler/acme-edr`,
        databaseArn: `${glue}database/amazon_security_lake_glue_db_us_east_1`,
        tableArn: `${glue}table/amazon_security_lake_table_us_east_1_ext_acme_edr`,
      },
      sourceName: 'acme-edr',
      sourceVersion: '1.0',
    });
    assert.equal(provider.roleArn,
      'arn:aws:iam::123456789012:role/AmazonSecurityLake-Provider-acme-edr-us-east-1');
    assert.match(provider.location,
      /^s3:\/\/aws-security-data-lake-us-east-1-[a-z0-9]{30}\/ext\/acme-edr\/1\.0\/$/);
  });
  assert.deepEqual(statuses, [200]);
});

test('an invalid request raises BadRequestException with our message', async () => {
  const statuses = await withMock({}, async ({ create }) => {
    const error = await thrown(create('no good', { eventClasses: ['FILE_ACTIVTY'] }),
      BadRequestException);
    assert.match(error.message, /^2 validation errors detected: /);
    assert.match(error.message, /'no good' at 'sourceName' failed to satisfy constraint/);
    assert.match(error.message, /FILE_ACTIVTY/);
    assert.equal(error.$fault, 'client');
    assert.equal(error.$metadata.httpStatusCode, 400);
  });
  assert.deepEqual(statuses, [400]);
});

test('a name that is taken raises ConflictException, which is not retried', async () => {
  const statuses = await withMock({}, async ({ create }) => {
    await create('acme-edr');
    const error = await thrown(create('acme-edr'), ConflictException);
    assert.match(error.message, /'acme-edr' already exists in us-east-1/);
    assert.equal(error.resourceName, 'acme-edr');
    assert.equal(error.resourceType, 'CustomLogSource');
    assert.equal(error.$fault, 'client');
  });
  assert.deepEqual(statuses, [200, 409]);
});

test('AccessDeniedException and ResourceNotFoundException arrive with their members', async () => {
  const statuses = await withMock({ flags: inject('AccessDenied=1', 'ResourceNotFound=1') }, async ({ create }) => {
    const denied = await thrown(create('a'), AccessDeniedException);
    assert.equal(denied.errorCode, 'AccessDenied');
    assert.match(denied.message, /not authorized/);
    const lost = await thrown(create('a'), ResourceNotFoundException);
    assert.equal(lost.resourceName, 'default');
    assert.equal(lost.resourceType, 'DataLake');
    await create('a');
  });
  assert.deepEqual(statuses, [403, 404, 200]);
});

test('ThrottlingException is retried after Retry-After, and arrives at last', async () => {
  const statuses = await withMock({ flags: inject('ThrottlingException') }, async ({ create }) => {
    const start = performance.now();
    const error = await thrown(create('a'), ThrottlingException, 3);
    assert.ok(performance.now() - start > 1900, 'two waits of a second');
    assert.equal(error.retryAfterSeconds, 1);
    assert.equal(error.serviceCode, 'securitylake');
    assert.equal(error.quotaCode, 'L-00000000');
    assert.equal(error.$metadata.httpStatusCode, 429);
  });
  assert.deepEqual(statuses, [429, 429, 429]);
});

test('InternalServerException is retried, and arrives at last', async () => {
  const statuses = await withMock({ flags: inject('InternalServerException') }, async ({ create }) => {
    const error = await thrown(create('a'), InternalServerException, 3);
    assert.equal(error.$fault, 'server');
  });
  assert.deepEqual(statuses, [500, 500, 500]);
});

test('what passes is got over by retries; a conflict is not', async () => {
  const flags = inject('Conflict=1', 'Throttling=1', 'InternalServer=1');
  const statuses = await withMock({ flags }, async ({ create }) => {
    await thrown(create('a'), ConflictException);
    assert.equal((await create('a')).$metadata.attempts, 3);
  });
  assert.deepEqual(statuses, [409, 429, 500, 200]);
});
