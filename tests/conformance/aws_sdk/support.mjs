// SPDX-License-Identifier: BSL-1.0
// A mock service and clients of it, for the tests beside this.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import {
  CreateCustomLogSourceCommand, DeleteCustomLogSourceCommand, ListLogSourcesCommand, SecurityLakeClient,
  SecurityLakeServiceException, paginateListLogSources,
} from '@aws-sdk/client-securitylake';

export const input = (sourceName, more = {}) => ({
  configuration: {
    crawlerConfiguration: { roleArn: 'arn:aws:iam::123456789012:role/SecurityLakeCrawler' },
    providerIdentity: { externalId: 'acme-2026', principal: '123456789012' },
  },
  sourceName,
  ...more,
});

/** A client of the SDK, with the three operations by name. */
export function connect(port, region = 'us-east-1') {
  const client = new SecurityLakeClient({
    region,
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'no-secret' },
  });
  return {
    create: (...args) => client.send(new CreateCustomLogSourceCommand(input(...args))),
    remove: (sourceName, more = {}) => client.send(new DeleteCustomLogSourceCommand({ sourceName, ...more })),
    list: (filters = {}) => client.send(new ListLogSourcesCommand(filters)),
    pages: async (filters = {}) => {
      const pages = [];
      for await (const page of paginateListLogSources({ client }, filters)) pages.push(page);
      return pages;
    },
    close: () => client.destroy(),
  };
}

/** Gives `use` a client of a new mock service for each Region; returns the statuses that were answered. */
export async function withMock({ flags = [], regions = ['us-east-1'] }, use) {
  const folder = mkdtempSync(join(tmpdir(), 'mock-service-'));
  const mock = spawn(process.env.MOCK_SERVICE, [
    '--port', '0', '--store', join(folder, 'store.db'),
    ...regions.flatMap((region) => ['--region', region]), ...flags,
  ]);
  const ended = new Promise((resolve) => mock.on('close', resolve));
  const statuses = [];
  createInterface(mock.stderr).on('line', (line) => statuses.push(Number(line.split(' ')[0])));
  let clients = [];
  try {
    const line = await new Promise((resolve, reject) => {
      createInterface(mock.stdout).once('line', resolve);
      ended.then(() => reject(new Error('the mock service does not start')));
    });
    const port = Number(/^listening on 127\.0\.0\.1:(\d+)$/.exec(line)[1]);
    clients = regions.map((region) => connect(port, region));
    await use(...clients);
    clients.forEach((client) => client.close());
    mock.kill('SIGTERM');
    assert.equal(await ended, 0);
  } finally {
    clients.forEach((client) => client.close());
    mock.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  }
  return statuses;
}

/** The flags that inject faults. */
export const inject = (...faults) => faults.flatMap((fault) => ['--inject', fault]);

/** The exception that a call ends with; it must be the SDK's own class. */
export async function thrown(call, type, attempts = 1) {
  const error = await call.then(() => assert.fail('no exception'), (e) => e);
  assert.equal(error.constructor, type, String(error.stack));
  assert.ok(error instanceof SecurityLakeServiceException);
  assert.equal(error.name, type.name);
  assert.equal(error.$metadata.attempts, attempts);
  assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
  return error;
}
