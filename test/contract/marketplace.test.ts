import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjects } from '../../connectors/marketplace/conformance.ts';
import { marketplace } from '../../connectors/marketplace/index.ts';
import { sendEvent } from '../../connectors/marketplace/sender.ts';
import { jsonSchemaOf } from '../../core/documents/index.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { sampleOrder } from '../support/sampleOrder.ts';
import { connectorContract } from './connectorContract.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes.....').toString('base64')}`;
const order = sampleOrder(1);
const refund = {
  externalId: 'r-1',
  orderExternalId: order.externalId,
  currency: 'EUR',
  amountMinor: 1999,
  lines: [{ sku: 'MUG-01', quantity: 1, amountMinor: 1999, restock: true }],
  refundedAt: '2026-03-02T10:00:00Z',
};
const product = { externalId: 'MUG-01', sku: 'MUG-01', title: 'Mug', updatedAt: '2026-03-01T10:00:00Z' };

connectorContract(subjects);

test('a cancelled order that says nowhere when is refused with the place', () => {
  const decoded = marketplace.topics['order.cancelled']?.decode({ type: 'order.cancelled', data: order });
  expect(decoded).toMatchObject({ ok: false, error: { code: 'no-cancel-time', at: '/data/cancelledAt' } });
});

test('a fault names its place from the root of the message', () => {
  const data = { ...order, lines: [{ ...order.lines[0], quantity: 0 }] };
  const decoded = marketplace.topics['order.created']?.decode({ type: 'order.created', data });
  expect(decoded).toMatchObject({ ok: false, error: { at: '/data/lines/0/quantity' } });
});

test.each([
  { name: 'order' as const, sample: order },
  { name: 'refund' as const, sample: refund },
  { name: 'product' as const, sample: product },
])('the published JSON Schema of $name lets in what the connector lets in', ({ name, sample }) => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchemaOf(name));
  expect(validate(JSON.parse(JSON.stringify(sample)))).toBe(true);
  expect(validate({ ...sample, externalId: 7 })).toBe(false);
});

describe('senders', () => {
  const taken: { id: string; topic: string }[] = [];
  let refusals: number[] = [];
  let url = '';
  let close: () => void = () => undefined;

  beforeAll(async () => {
    const app = new Hono();
    app.post('/hooks/market', async (c) => {
      const refusal = refusals.shift();
      if (refusal !== undefined) return c.text('not now', refusal as 429);
      const request = {
        headers: new Map(Object.entries(c.req.header())),
        body: new Uint8Array(await c.req.arrayBuffer()),
        receivedAt: instantOf(Date.now()),
      };
      if (!marketplace.webhook?.verify(request, { secret: SECRET }).ok) return c.text('no', 401);
      const named = marketplace.webhook.identify(request);
      if (!named.ok) return c.text(named.error.message, 400);
      const { messageId, topic } = named.value;
      const decoded = marketplace.topics[topic]?.decode(JSON.parse(new TextDecoder().decode(request.body)));
      if (!decoded?.ok) return c.text(decoded?.error.message ?? 'no such topic', 400);
      taken.push({ id: messageId, topic });
      return c.text('', 202);
    });
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', resolve)));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/market`;
    close = () => void server.close();
  });
  afterAll(() => close());

  const options = () => ({ url, secret: SECRET, now: () => instantOf(Date.now()), sleep: async () => undefined });

  test('the simulated sender sends until the hub has taken the event, with one id', async () => {
    refusals = [503, 429, 500];
    expect(await sendEvent(options(), 'evt-1', { type: 'order.created', data: order })).toBe(4);
    expect(taken.filter(({ id }) => id === 'evt-1')).toEqual([{ id: 'evt-1', topic: 'order.created' }]);
  });

  test('it gives up on an event that the hub refuses for good', async () => {
    const wrong = {
      ...options(),
      secret: `whsec_${Buffer.from('another secret of 32 bytes......').toString('base64')}`,
    };
    await expect(sendEvent(wrong, 'evt-2', { type: 'order.created', data: order })).rejects.toThrow('HTTP 401');
  });

  const readme = readFileSync(new URL('../../connectors/marketplace/README.md', import.meta.url), 'utf8');
  const blockOf = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
  const run = async (command: string, args: readonly string[]): Promise<string> => {
    const env = { ...process.env, HUB_URL: url, SECRET };
    return (await promisify(execFile)(command, [...args], { env })).stdout.trim();
  };

  test("the README's sender in Node is taken", async () => {
    expect(await run(process.execPath, ['--input-type=module', '-e', blockOf('js')])).toBe('202');
    expect(taken.at(-1)).toEqual({ id: 'evt-A-1001-1', topic: 'order.created' });
  });

  test("the README's sender with curl and openssl is taken", async ({ skip }) => {
    const tools = await run('sh', ['-c', 'command -v curl && command -v openssl && command -v od || true']);
    if (tools.split('\n').length !== 3) skip('needs curl, openssl and od');
    expect(await run('sh', ['-c', blockOf('sh')])).toBe('202');
    expect(taken.at(-1)).toEqual({ id: 'evt-MUG-01-1', topic: 'product.updated' });
  });
});
