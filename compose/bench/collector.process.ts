import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { verifyStandard } from '../../connectors/kit/webhook.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { bytesColumn, column, openDatabase } from '../../store/database.ts';

/**
 * The machine's own limit for durable webhooks: a process that does nothing but check a signature and store the bytes,
 * many requests to a commit, on two connections, answering after the commit. Started with the database's URL and the
 * secret; says its port on stdout.
 */
const [url = '', secret = ''] = process.argv.slice(2);
const pool = openDatabase({ url, max: 2, onError: () => undefined });

type Waiting = { readonly id: string; readonly body: Uint8Array; resolve(): void; reject(reason: unknown): void };
let queue: Waiting[] = [];
let writing = 0;

async function write(): Promise<void> {
  writing += 1;
  await new Promise((resolve) => setImmediate(resolve));
  while (queue.length > 0) {
    const batch = queue;
    queue = [];
    try {
      await pool.query({
        name: 'collect',
        text: `insert into bench_collected (message_id, body)
               select id, substring($2::bytea from start for length)
               from unnest($1::text[], $3::integer[], $4::integer[]) as row (id, start, length)`,
        values: [column(batch, ({ id }) => id), ...bytesColumn(batch, ({ body }) => body)],
      });
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
  writing -= 1;
}

const app = new Hono<{ Bindings: HttpBindings }>();
app.post('/collect', async (c) => {
  const body = new Uint8Array(await c.req.arrayBuffer());
  const headers = new Map(Object.entries(c.env.incoming.headers).map(([name, value]) => [name, String(value)]));
  const request = { headers, body, receivedAt: instantOf(Date.now()) };
  if (!verifyStandard(request, secret).ok) return c.json({ error: 'signature' }, 401);
  const id = headers.get('webhook-id') ?? '';
  await new Promise<void>((resolve, reject) => {
    queue.push({ id, body, resolve, reject });
    if (writing < 2) void write();
  });
  return c.json({ id }, 202);
});

const server = createAdaptorServer({ fetch: app.fetch }) as Server;
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void pool.end();
});
