import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventDocument } from '../../core/documents/index.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { freePort } from '../support/servers.ts';
import { until } from '../support/world.ts';

const SECRET = `whsec_${Buffer.from('thirty-two bytes of a test secret').toString('base64')}`;
const database = ownDatabase();
const closing: (() => void)[] = [];
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis() });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  await hub.post('/api/v1/products', product('MUG'));
  await hub.settled();
  await hub.post('/api/v1/stock/adjustments', { sku: 'MUG', location: 'main', difference: 500, reason: 'start' });
});
afterAll(async () => {
  await hub.close();
  for (const close of closing) close();
});

type Receiver = {
  readonly port: number;
  readonly got: EventDocument[];
  answer: () => Promise<number> | number;
};

/** A receiver that checks each message with the public library of Standard Webhooks. */
async function receiver(name: string, events: readonly string[], port?: number): Promise<Receiver> {
  const got: EventDocument[] = [];
  const self: Receiver = { port: port ?? (await freePort()), got, answer: () => 204 };
  const app = new Hono();
  app.post('/in', async (c) => {
    const status = await self.answer();
    if (status >= 300) return c.body(null, status as 503);
    const body = await c.req.text();
    const event = new Webhook(SECRET).verify(body, Object.fromEntries(c.req.raw.headers)) as EventDocument;
    if (c.req.header('webhook-id') !== event.id) return c.body(null, 400);
    got.push(event);
    return c.body(null, 204);
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: self.port });
  closing.push(() => server.close());
  const settings = { baseUrl: `http://127.0.0.1:${self.port}/in`, secret: SECRET, events };
  const added = await hub.post('/api/v1/connections', { name, connector: 'webhook', settings });
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  return self;
}

const idOf = async (name: string) => String((await hub.show('connections', { name }))['id']);
const about = async (externalId: string): Promise<string> =>
  `order/${String((await hub.show('orders', { externalId }))['id'])}`;
const typesOf = (events: readonly EventDocument[], subject: string): readonly string[] =>
  events.filter((event) => event.subject === subject).map(({ type }) => type);
const listed = async (query: string): Promise<readonly EventDocument[]> =>
  ((await hub.get(`/api/v1/events?limit=1000&${query}`)).body as { items: EventDocument[] }).items;

describe('events out', () => {
  test('a receiver is told what happens, signed, in order for each order, and only what it asked for', async () => {
    const all = await receiver('all', ['*']);
    const some = await receiver('some', ['order.placed', 'stock.*']);
    await hub.post('/api/v1/orders', order('e-1', [{ sku: 'MUG', quantity: 2 }]));
    await hub.settled();
    const subject = await about('e-1');
    await until('all to be told', async () => typesOf(all.got, subject).includes('order.lines-released'));
    const told = typesOf(all.got, subject);
    expect(told[0]).toBe('order.placed');
    expect(told).toEqual(typesOf(await listed(`subject=${subject}`), subject));
    await until('some to be told', async () => some.got.some(({ type }) => type === 'stock.changed'));
    expect(new Set(some.got.map(({ type }) => type))).toEqual(new Set(['order.placed', 'stock.changed']));
    const stock = some.got.findLast(({ type }) => type === 'stock.changed');
    expect(stock?.data).toMatchObject({
      sku: 'MUG',
      levels: [{ location: 'main', onHand: 500, allocated: 2, available: 498 }],
    });
    expect(all.got[0]).toMatchObject({ specversion: '1.0', source: 'urn:crossdock:hub', time: expect.any(String) });
  });

  test('a receiver that was down gets everything afterwards, once and in order for each entity', async () => {
    const down = await receiver('down', ['order.*']);
    down.answer = () => 503;
    const ids = ['d-1', 'd-2', 'd-3'];
    for (const id of ids) await hub.post('/api/v1/orders', order(id, [{ sku: 'MUG', quantity: 1 }]));
    for (const externalId of ids) {
      await until(externalId, async () => (await hub.list('orders', { externalId })).items.length === 1);
    }
    for (const id of ids) {
      const { id: own } = await hub.show('orders', { externalId: id });
      await hub.post(`/api/v1/orders/${own}/notes`, { text: 'while it was down' });
      await hub.post(`/api/v1/orders/${own}/cancel`, { reason: 'buyer' });
    }
    await until('a try to fail', async () => {
      const { items } = await hub.list('deliveries', { connectionId: await idOf('down'), operation: 'pushEvent' });
      return items.some(({ attempts }) => Number(attempts) > 1);
    });
    expect(down.got).toEqual([]);
    down.answer = () => 204;
    for (const id of ids) {
      const subject = await about(id);
      const expected = typesOf(await listed(`subject=${subject}&types=order.*`), subject);
      expect(expected).toContain('order.cancelled');
      await until(`all of ${id}`, async () => typesOf(down.got, subject).length === expected.length, 40_000);
      expect(typesOf(down.got, subject)).toEqual(expected);
    }
  });

  test('one that answers 410 is stopped until a person resumes it; its events wait', async () => {
    const gone = await receiver('gone', ['order.placed']);
    gone.answer = () => 410;
    await hub.post('/api/v1/orders', order('g-1', [{ sku: 'MUG', quantity: 1 }]));
    await until('it to stop', async () => (await hub.show('connections', { name: 'gone' }))['state'] === 'needs-auth');
    gone.answer = () => 204;
    await hub.post('/api/v1/orders', order('g-2', [{ sku: 'MUG', quantity: 1 }]));
    await hub.post(`/api/v1/connections/${await idOf('gone')}/resume`, {});
    // What was refused waits a minute; the order behind it does not.
    await until('the next event', async () => gone.got.length > 0);
    expect(typesOf(gone.got, await about('g-2'))).toEqual(['order.placed']);
  });

  test('a slow receiver slows nobody else', async () => {
    const slow = await receiver('slow', ['order.placed']);
    const quick = await receiver('quick', ['order.placed']);
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    slow.answer = () => opened.then(() => 204);
    for (let i = 0; i < 30; i++) await hub.post('/api/v1/orders', order(`s-${i}`, [{ sku: 'MUG', quantity: 1 }]));
    await until('the quick one to have all', async () => quick.got.length === 30);
    expect(slow.got).toEqual([]);
    open();
    await until('the slow one to have all', async () => slow.got.length === 30);
  });

  test('what happened since a time is told again under the same ids, and never to others', async () => {
    const again = await receiver('again', ['order.placed']);
    expect(again.got).toEqual([]);
    const { body } = await hub.post(`/api/v1/connections/${await idOf('again')}/replay-events`, {
      since: '2020-01-01T00:00:00Z',
      types: ['order.placed'],
    });
    const placed = await listed('types=order.placed');
    expect(body).toEqual({ events: placed.length });
    await until('all placed orders', async () => again.got.length === placed.length);
    expect(new Set(again.got.map(({ id }) => id))).toEqual(new Set(placed.map(({ id }) => id)));
    await hub.post(`/api/v1/connections/${await idOf('again')}/replay-events`, {
      since: '2020-01-01T00:00:00Z',
      types: ['order.placed'],
    });
    await until('all placed orders once more', async () => again.got.length === 2 * placed.length);
  });
});

describe('the stream of events', () => {
  /** Reads a stream until `enough` says so, and answers the events. */
  async function read(
    init: RequestInit,
    enough: (events: readonly EventDocument[]) => boolean,
  ): Promise<EventDocument[]> {
    const ending = new AbortController();
    const response = await hub.request('/api/v1/events/stream?types=order.placed', { ...init, signal: ending.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events: EventDocument[] = [];
    let text = '';
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    while (!enough(events)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) events.push(JSON.parse(data) as EventDocument);
      }
    }
    await reader.cancel();
    return events;
  }

  test('shows what happens now, and goes on behind the last event that a client had, without a gap', async () => {
    const first = read({}, (events) => events.length === 1);
    await until('the stream to be open', async () => true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await hub.post('/api/v1/orders', order('l-0', [{ sku: 'MUG', quantity: 1 }]));
    const [seen] = await first;
    for (let i = 1; i <= 5; i++) await hub.post('/api/v1/orders', order(`l-${i}`, [{ sku: 'MUG', quantity: 1 }]));
    const missed = await read({ headers: { 'Last-Event-ID': String(seen?.id) } }, (events) => events.length === 5);
    const behind = (await listed(`types=order.placed&after=${seen?.id}`)).map(({ id }) => id);
    expect(missed.map(({ id }) => id)).toEqual(behind);
    expect(behind).toHaveLength(5);
  });
});
