import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPostgres } from '../../boot/postgres.ts';

/** What PostgreSQL answers while it starts: ErrorResponse with SQLSTATE 57P03. */
function starting(): Buffer {
  const fields = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

let server: Server;
let refusals = 0;
beforeAll(async () => {
  const behind = new URL(inject('databaseUrl'));
  server = createServer((client) => {
    client.on('error', () => undefined);
    if (refusals > 0) {
      refusals -= 1;
      client.once('data', () => client.end(starting()));
      return;
    }
    const upstream = connect(Number(behind.port), behind.hostname);
    upstream.on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

test('a hub that starts while its database recovers from a crash waits for it', async () => {
  refusals = 2;
  const url = new URL(inject('databaseUrl'));
  url.port = String((server.address() as AddressInfo).port);
  const opened = await openPostgres({ databaseUrl: url.toString(), dataDir: '/nowhere' }, 'hub');
  expect(opened.ok).toBe(true);
  expect(refusals).toBe(0);
});
