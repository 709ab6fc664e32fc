// SPDX-License-Identifier: BSL-1.0
// The official AWS SDK for JavaScript against the mock service: a client that nobody here wrote.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import {
  AccessDeniedException, BadRequestException, ConflictException, CreateCustomLogSourceCommand,
  InternalServerException, ResourceNotFoundException, SecurityLakeClient,
  SecurityLakeServiceException, ThrottlingException,
} from '@aws-sdk/client-securitylake';

const input = (sourceName, more = {}) => ({
  configuration: {
    crawlerConfiguration: { roleArn: 'arn:aws:iam::123456789012:role/SecurityLakeCrawler' },
    providerIdentity: { externalId: 'acme-2026', principal: '123456789012' },
  },
  sourceName,
  ...more,
});

const connect = (port, options = {}) => new SecurityLakeClient({
  region: 'us-east-1',
  endpoint: `http://127.0.0.1:${port}`,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'no-secret' },
  ...options,
});

/** Gives `use` a client of a new mock service, and the statuses that it has answered. */
async function withMock(flags, use) {
  const folder = mkdtempSync(join(tmpdir(), 'mock-service-'));
  const mock = spawn(process.env.MOCK_SERVICE, [
    '--port', '0', '--region', 'us-east-1', '--store', join(folder, 'store.db'),
    ...flags.flatMap((fault) => ['--inject', fault]),
  ]);
  const ended = new Promise((resolve) => mock.on('close', resolve));
  const statuses = [];
  createInterface(mock.stderr).on('line', (line) => statuses.push(Number(line.split(' ')[0])));
  let client;
  try {
    const line = await new Promise((resolve, reject) => {
      createInterface(mock.stdout).once('line', resolve);
      ended.then(() => reject(new Error('the mock service does not start')));
    });
    client = connect(Number(/^listening on 127\.0\.0\.1:(\d+)$/.exec(line)[1]));
    await use({ create: (...args) => client.send(new CreateCustomLogSourceCommand(input(...args))) });
    client.destroy();
    mock.kill('SIGTERM');
    assert.equal(await ended, 0);
  } finally {
    client?.destroy();
    mock.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  }
  return statuses;
}

/** The exception that a call ends with; it must be the SDK's own class. */
async function thrown(call, type, attempts) {
  const error = await call.then(() => assert.fail('no exception'), (e) => e);
  assert.equal(error.constructor, type, String(error.stack));
  assert.ok(error instanceof SecurityLakeServiceException);
  assert.equal(error.name, type.name);
  assert.equal(error.$metadata.attempts, attempts);
  assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
  return error;
}

test('a create succeeds, and every member arrives typed', async () => {
  const statuses = await withMock([], async ({ create }) => {
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
  const statuses = await withMock([], async ({ create }) => {
    const error = await thrown(create('no good', { eventClasses: ['FILE_ACTIVTY'] }),
      BadRequestException, 1);
    assert.match(error.message, /^2 validation errors detected: /);
    assert.match(error.message, /'no good' at 'sourceName' failed to satisfy constraint/);
    assert.match(error.message, /FILE_ACTIVTY/);
    assert.equal(error.$fault, 'client');
    assert.equal(error.$metadata.httpStatusCode, 400);
  });
  assert.deepEqual(statuses, [400]);
});

test('a name that is taken raises ConflictException, which is not retried', async () => {
  const statuses = await withMock([], async ({ create }) => {
    await create('acme-edr');
    const error = await thrown(create('acme-edr'), ConflictException, 1);
    assert.match(error.message, /'acme-edr' already exists in us-east-1/);
    assert.equal(error.resourceName, 'acme-edr');
    assert.equal(error.resourceType, 'CustomLogSource');
    assert.equal(error.$fault, 'client');
  });
  assert.deepEqual(statuses, [200, 409]);
});

test('AccessDeniedException and ResourceNotFoundException arrive with their members', async () => {
  const statuses = await withMock(['AccessDenied=1', 'ResourceNotFound=1'], async ({ create }) => {
    const denied = await thrown(create('a'), AccessDeniedException, 1);
    assert.equal(denied.errorCode, 'AccessDenied');
    assert.match(denied.message, /not authorized/);
    const lost = await thrown(create('a'), ResourceNotFoundException, 1);
    assert.equal(lost.resourceName, 'default');
    assert.equal(lost.resourceType, 'DataLake');
    await create('a');
  });
  assert.deepEqual(statuses, [403, 404, 200]);
});

test('ThrottlingException is retried after Retry-After, and arrives at last', async () => {
  const statuses = await withMock(['ThrottlingException'], async ({ create }) => {
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
  const statuses = await withMock(['InternalServerException'], async ({ create }) => {
    const error = await thrown(create('a'), InternalServerException, 3);
    assert.equal(error.$fault, 'server');
  });
  assert.deepEqual(statuses, [500, 500, 500]);
});

test('what passes is got over by retries; a conflict is not', async () => {
  const faults = ['Conflict=1', 'Throttling=1', 'InternalServer=1'];
  const statuses = await withMock(faults, async ({ create }) => {
    await thrown(create('a'), ConflictException, 1);
    assert.equal((await create('a')).$metadata.attempts, 3);
  });
  assert.deepEqual(statuses, [409, 429, 500, 200]);
});

/** The bytes that the SDK sends for an input. */
async function sentFor(body) {
  let sent = Buffer.alloc(0);
  const server = net.createServer((socket) => socket.on('data', (part) => {
    sent = Buffer.concat([sent, part]);
    const head = sent.indexOf('\r\n\r\n');
    const length = /\r\ncontent-length: (\d+)/i.exec(sent.toString('latin1', 0, head));
    if (head >= 0 && sent.length === head + 4 + Number(length[1])) {
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}');
    }
  }));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = connect(server.address().port);
  await client.send(new CreateCustomLogSourceCommand(body));
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
  return sent;
}

const sameBody = (message) => spawnSync(process.env.SAME_BODY, { input: message, encoding: 'utf8' });

test('what the SDK sends is decoded, and its body is equal to that of encode', async () => {
  for (const body of [
    input('acme-edr'),
    input('a', { sourceVersion: '1.0' }),
    input('Every.member_of-it', {
      sourceVersion: '2024-01-31_rc.1',
      eventClasses: ['FILE_ACTIVITY', 'CLOUD_API', 'DNS_ACTIVITY'],
    }),
  ]) {
    const done = sameBody(await sentFor(body));
    assert.equal(done.status, 0, done.stderr);
  }
});

test('a body that differs would be noticed', async () => {
  const sent = await sentFor(input('acme-edr'));
  for (const [from, to, why] of [
    ['"externalId"', '"externalld"', /externalId/], // another member
    ['"acme-edr"', '"acme edr"', /sourceName/], // another value
    ['"sourceName"', '"x":1,"sourceName"', /not one HTTP request/], // another length
  ]) {
    const text = sent.toString('latin1');
    assert.ok(text.includes(from));
    const done = sameBody(Buffer.from(text.replace(from, to), 'latin1'));
    assert.equal(done.status, 1);
    assert.match(done.stderr, why);
  }
});
