// SPDX-License-Identifier: BSL-1.0
// What the official AWS SDK for JavaScript sends is what `encode` makes of the same input.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import { test } from 'node:test';

import { connect } from './support.mjs';

/** The bytes that the SDK sends for a call. */
async function sentFor(call) {
  let sent = Buffer.alloc(0);
  const server = net.createServer((socket) => socket.on('data', (part) => {
    sent = Buffer.concat([sent, part]);
    const head = sent.indexOf('\r\n\r\n');
    const length = /\r\ncontent-length: (\d+)/i.exec(sent.toString('latin1', 0, head));
    if (head >= 0 && sent.length === head + 4 + Number(length?.[1] ?? 0)) {
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}');
    }
  }));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = connect(server.address().port);
  await call(client);
  client.close();
  await new Promise((resolve) => server.close(resolve));
  return sent;
}

const sameRequest = (message) =>
  spawnSync(process.env.SAME_REQUEST, { input: message, encoding: 'utf8' });

const custom = (sourceName, sourceVersion) => ({ customLogSource: { sourceName, sourceVersion } });

for (const [name, calls] of Object.entries({
  CreateCustomLogSource: [
    (c) => c.create('acme-edr'),
    (c) => c.create('a', { sourceVersion: '1.0' }),
    (c) => c.create('Every.member_of-it', {
      sourceVersion: '2024-01-31_rc.1',
      eventClasses: ['FILE_ACTIVITY', 'CLOUD_API', 'DNS_ACTIVITY'],
    }),
  ],
  DeleteCustomLogSource: [
    (c) => c.remove('acme-edr'),
    (c) => c.remove('acme-edr', { sourceVersion: '1.0' }),
    (c) => c.remove('acme:edr/of\\old_times', { sourceVersion: '2024-01-31_rc.1' }),
    (c) => c.remove('...'),
  ],
  ListLogSources: [
    (c) => c.list(),
    (c) => c.list({ maxResults: 1 }),
    (c) => c.list({ maxResults: 100, nextToken: 'a/b+c== "\u00e9\u{1f4a7}\n' }),
    (c) => c.list({ accounts: [], regions: [], sources: [] }),
    (c) => c.list({
      accounts: ['123456789012', '210987654321'],
      regions: ['us-east-1', 'eu-west-1'],
      sources: [custom('acme-edr'), custom('acme-edr', '1.0'),
        { awsLogSource: { sourceName: 'VPC_FLOW', sourceVersion: '2.0' } }, { awsLogSource: {} }],
    }),
  ],
})) {
  test(`what the SDK sends for ${name} is decoded, and is what encode makes of it`, async () => {
    for (const call of calls) {
      const done = sameRequest(await sentFor(call));
      assert.equal(done.status, 0, done.stderr);
      assert.equal(done.stdout, `${name}\n`);
    }
  });
}

test('a request that differs would be noticed', async () => {
  for (const [call, from, to, why] of [
    [(c) => c.create('acme-edr'), '"externalId"', '"externalld"', /externalId/], // another member
    [(c) => c.create('acme-edr'), '"acme-edr"', '"acme edr"', /sourceName/], // another value
    [(c) => c.create('acme-edr'), '"sourceName"', '"x":1,"sourceName"', /not one HTTP request/], // another length
    [(c) => c.remove('acme:edr'), '%3A', ':', /ours: DELETE .*acme%3Aedr/], // another spelling
    [(c) => c.remove('acme-edr'), 'DELETE', 'PATCH', /no operation/], // another method
    [(c) => c.list({ maxResults: 1 }), '1}', '0}', /maxResults/],
  ]) {
    const text = (await sentFor(call)).toString('latin1');
    assert.ok(text.includes(from));
    const done = sameRequest(Buffer.from(text.replace(from, to), 'latin1'));
    assert.equal(done.status, 1);
    assert.match(done.stderr, why);
  }
});
