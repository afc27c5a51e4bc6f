import { afterEach, describe, expect, test } from 'vitest';
import { type Bench, noAbort, openBench } from '../../connectors/kit/conformance/lab.ts';
import type { Checkpoint, Pull, Write } from '../../connectors/kit/connector.ts';
import { odoo } from '../../connectors/odoo/index.ts';
import { type OdooSimulatorOptions, startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import { OrderDocument, type PickingDocument, type StockDocument } from '../../core/documents/index.ts';
import { sampleOrder } from '../support/sampleOrder.ts';

type State = {
  readonly orders: readonly { name: string; client_order_ref: string; state: string; amount_total: number }[];
  readonly partners: readonly { id: number; name: string; email: string | false; parent_id: unknown }[];
  readonly products: readonly { default_code: string }[];
};
type AnyWrite = Write<unknown, unknown, { readonly externalId: string; readonly number: string }>;
const pushOrder = odoo.capabilities.pushOrder as unknown as AnyWrite;
const cancelOrder = odoo.capabilities.cancelOrder as unknown as AnyWrite;
const { pullStock, pullPickings } = odoo.capabilities;

let open: Bench[] = [];
afterEach(async () => {
  for (const bench of open) await bench.close();
  open = [];
});

async function start(options: OdooSimulatorOptions = {}, settings: object = {}) {
  const bench = await openBench({ connector: odoo, startSimulator: () => startOdooSimulator(options), messages: {} });
  open.push(bench);
  const client = bench.client({ settings: { ...bench.simulator.settings, ...settings } });
  const send = (write: AnyWrite, document: unknown, reference: string) => {
    const raw = write.encode(document);
    if (!raw.ok) throw new Error(raw.error.message);
    return write.send(client, raw.value, { reference, idempotencyKey: reference }, noAbort());
  };
  const control = async (path: string, body: object): Promise<void> => {
    await fetch(`${bench.simulator.url}/sim/${path}`, { method: 'POST', body: JSON.stringify(body) });
  };
  const state = async (): Promise<State> => (await bench.state()) as State;
  return { bench, client, send, control, state };
}

async function pulled<T>(pull: Pull<never> | undefined, client: unknown, from: Checkpoint) {
  let at = from;
  const documents: T[] = [];
  for (;;) {
    const page = await (pull as unknown as Pull<unknown>).fetch(client, at, noAbort());
    if (!page.ok) throw new Error(page.error.message);
    for (const item of page.value.items) {
      const decoded = odoo.topics[pull?.topic ?? '']?.decode(item);
      if (!decoded?.ok || decoded.value.kind !== 'documents') throw new Error(JSON.stringify(decoded));
      documents.push(...decoded.value.documents.map(({ document }) => document as T));
    }
    at = page.value.checkpoint;
    if (!page.value.more) return { documents, at };
  }
}
const BEGINNING: Checkpoint = { since: null, cursor: null };

const withTaxes = (n: number, rate: string, taxMinor: number): OrderDocument => {
  const order = sampleOrder(n);
  const lines = order.lines.map((line) => ({ ...line, taxes: [{ title: 'MwSt', rate, amountMinor: 0 }] }));
  const totals = { ...order.totals, taxMinor, grandMinor: order.totals.grandMinor + taxMinor };
  return OrderDocument.parse({ ...order, lines, totals });
};

describe('an order pushed', () => {
  test('names, number and total are as over there, and what was missing is made', async () => {
    const { send, state } = await start({ stock: { WH: { 'MUG-01': 10 } } });
    const sent = await send(pushOrder, sampleOrder(1), 'shop-1');
    const total = { grandMinor: 4988, levelledMinor: 0 };
    expect(sent).toEqual({ ok: true, value: { externalId: '1', number: 'S00001', total } });
    const { orders, partners, products } = await state();
    expect(orders).toMatchObject([{ name: 'S00001', client_order_ref: 'shop-1', state: 'sale', amount_total: 49.88 }]);
    expect(products.map(({ default_code }) => default_code)).toEqual(['MUG-01', 'TEA-02', 'SHIPPING']);
    expect(partners).toMatchObject([{ name: 'Zoë Müller', email: 'buyer1@example.com' }]);
  });

  test('eight orders of one new customer with one new product, at once, make one of each', async () => {
    const { send, state } = await start({ stock: { WH: {} } });
    const one = { ...sampleOrder(1), customer: { email: 'one@example.com', name: 'One' } };
    await Promise.all(Array.from({ length: 8 }, (_, i) => send(pushOrder, one, `shop-${i}`)));
    const { orders, partners, products } = await state();
    expect(orders).toHaveLength(8);
    expect(partners.filter(({ email }) => email === 'one@example.com')).toHaveLength(1);
    expect(products).toHaveLength(3);
  });

  test('another address of a known customer becomes a contact, once', async () => {
    const { send, state } = await start();
    const other = {
      ...sampleOrder(1),
      shippingAddress: { name: 'Zoë Müller', line1: 'Elsewhere 9', city: 'Bonn', country: 'DE' },
    };
    await send(pushOrder, sampleOrder(1), 'shop-1');
    await send(pushOrder, other, 'shop-2');
    await send(pushOrder, other, 'shop-3');
    const { partners } = await state();
    expect(partners.map(({ parent_id }) => parent_id)).toEqual([false, [1, 'Zoë Müller']]);
  });

  test.each(['16.0', '17.0', '18.0', '19.0'] as const)(
    'taxes by mapping come to the same cent in %s',
    async (version) => {
      const { send, state } = await start({ version });
      // 39.98 and 5.00 at 19 %: 7.60 and 0.95.
      const sent = await send(pushOrder, withTaxes(1, '0.190', 855), 'shop-1');
      expect(sent.ok).toBe(true);
      expect((await state()).orders[0]?.amount_total).toBe(58.43);
    },
  );

  test('a cent by which taxes were rounded elsewhere is levelled; more than that is refused before anything is confirmed', async () => {
    const { send, state } = await start();
    expect((await send(pushOrder, withTaxes(1, '0.19', 854), 'shop-1')).ok).toBe(true);
    expect(await send(pushOrder, withTaxes(2, '0.19', 900), 'shop-2')).toMatchObject({
      ok: false,
      error: { kind: 'permanent', code: 'total-differs' },
    });
    expect((await state()).orders.map(({ state: at, amount_total }) => [at, amount_total])).toEqual([
      ['sale', 58.42],
      ['draft', 58.43],
    ]);
  });

  test.each([
    ['a tax that is not mapped', withTaxes(1, '0.05', 225), {}, 'unmapped-tax'],
    ['a tax that Odoo does not have', withTaxes(1, '0.19', 855), { taxes: { '0.19': 'Nonsense' } }, 'unknown-tax'],
    [
      'a tax on top where the order has it inside',
      withTaxes(1, '0.19', 855),
      { taxes: { MwSt: '19% incl.' } },
      'tax-inclusion',
    ],
    ['a warehouse that is not there', sampleOrder(1), { warehouse: 'NOPE' }, 'unknown-warehouse'],
    ['a currency without price list', { ...sampleOrder(1), currency: 'CHF' }, {}, 'currency-differs'],
  ])('%s is refused by name', async (_about, document, settings, code) => {
    const { send } = await start({}, settings);
    expect(await send(pushOrder, document, 'shop-1')).toMatchObject({ ok: false, error: { kind: 'permanent', code } });
  });

  test('an order left as a quotation is taken up, not written again', async () => {
    const { send, control, state } = await start();
    await control('orders', { reference: 'shop-1', sku: 'MUG-01', confirm: false });
    const ten = OrderDocument.parse({
      ...sampleOrder(1),
      shipping: [],
      lines: [{ externalId: '1', sku: 'MUG-01', quantity: 1, unitPrice: '10', totalMinor: 1000 }],
      totals: { linesMinor: 1000, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 1000 },
    });
    expect(await send(pushOrder, ten, 'shop-1')).toMatchObject({ ok: true, value: { externalId: '1' } });
    expect((await state()).orders).toMatchObject([{ state: 'sale' }]);
  });

  test('a method that returns nothing over XML-RPC is a fault after the work, and is taken for what it is', async () => {
    const options = { version: '18.0', protocol: 'xml-rpc', returnNothing: ['action_confirm'] } as const;
    const { send, state } = await start(options);
    expect((await send(pushOrder, sampleOrder(1), 'shop-1')).ok).toBe(true);
    expect((await state()).orders).toMatchObject([{ state: 'sale' }]);
  });

  test('a create that fails burns a number, and the next order is written all the same', async () => {
    const { bench, client, send } = await start();
    const url = `${bench.simulator.url}/json/2/sale.order/create`;
    const { apiKey, database } = bench.simulator.settings as { apiKey: string; database: string };
    const headers = {
      authorization: `bearer ${apiKey}`,
      'x-odoo-database': database,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ vals_list: [{ partner_id: 404 }] });
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(404);
    expect(client).toBeDefined();
    expect(await send(pushOrder, sampleOrder(1), 'shop-1')).toMatchObject({ value: { number: 'S00002' } });
  });
});

describe('credentials', () => {
  test.each(['json2', 'json-rpc', 'xml-rpc'] as const)(
    'that are wrong are an auth fault over %s, and stay at home',
    async (protocol) => {
      const apiKey = 'a&key<that>is-wrong';
      const { bench, client } = await start({}, { apiKey, protocol });
      expect(await odoo.check(client, noAbort())).toMatchObject({ ok: false, error: { kind: 'auth' } });
      expect(bench.said.length).toBeGreaterThan(1);
      expect(bench.said.filter((text) => text.includes('key<that') || text.includes('key&lt;that'))).toEqual([]);
    },
  );

  test.each(['json2', 'json-rpc', 'xml-rpc'] as const)(
    'for a database that is not there are told as such over %s',
    async (protocol) => {
      const { client } = await start({}, { database: 'nowhere', protocol });
      expect(await odoo.check(client, noAbort())).toMatchObject({
        ok: false,
        error: { kind: 'auth', code: 'odoo-database' },
      });
    },
  );
});

describe('an order cancelled', () => {
  test.each(['16.0', '17.0', '19.0'] as const)('with its delivery, in %s', async (version) => {
    const { send, state, client } = await start({ version });
    await send(pushOrder, sampleOrder(1), 'shop-1');
    expect(await send(cancelOrder, sampleOrder(1), 'shop-1')).toMatchObject({ ok: true, value: { externalId: '1' } });
    expect((await state()).orders).toMatchObject([{ state: 'cancel' }]);
    const { documents } = await pulled<PickingDocument>(pullPickings as never, client, BEGINNING);
    expect(documents).toMatchObject([{ orderReference: 'shop-1', state: 'cancelled' }]);
  });

  test('one that is not there yet is looked for again', async () => {
    const { send } = await start();
    expect(await send(cancelOrder, sampleOrder(1), 'shop-1')).toMatchObject({
      ok: false,
      error: { kind: 'retryable' },
    });
  });
});

describe('stock and pickings read', () => {
  test('a finished delivery is told with its units and our reference, and takes stock away', async () => {
    const { send, control, client } = await start({ stock: { WH: { 'MUG-01': 10, 'TEA-02': 1 } } });
    const before = await pulled<StockDocument>(pullStock as never, client, BEGINNING);
    expect(before.documents.map(({ sku, location, quantity }) => [sku, location, quantity])).toEqual([
      ['MUG-01', 'WH', 10],
      ['TEA-02', 'WH', 1],
    ]);
    await send(pushOrder, sampleOrder(1), 'shop-1');
    await control('pickings/done', { reference: 'shop-1' });
    const pickings = await pulled<PickingDocument>(pullPickings as never, client, BEGINNING);
    const lines = [
      { sku: 'MUG-01', quantity: 2 },
      { sku: 'TEA-02', quantity: 1 },
    ];
    expect(pickings.documents).toMatchObject([{ orderReference: 'shop-1', location: 'WH', state: 'done', lines }]);
    const after = await pulled<StockDocument>(pullStock as never, client, before.at);
    expect(after.documents.filter(({ sku }) => sku === 'MUG-01')).toMatchObject([{ quantity: 8 }]);
  });

  test('a level whose quant is gone is told as nothing, by the move that emptied it', async () => {
    let now = Date.UTC(2026, 0, 1);
    const { send, control, client } = await start({ stock: { WH: { 'MUG-01': 10, 'TEA-02': 1 } }, now: () => now });
    const before = await pulled<StockDocument>(pullStock as never, client, BEGINNING);
    now += 3_600_000;
    await send(pushOrder, sampleOrder(1), 'shop-1');
    await control('pickings/done', { reference: 'shop-1' });
    const after = await pulled<StockDocument>(pullStock as never, client, before.at);
    expect(after.documents.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['MUG-01', 8],
      ['TEA-02', 0],
    ]);
  });

  test('two changes within one second are two messages', async () => {
    const now = Date.UTC(2026, 0, 1);
    const { control, client } = await start({ stock: { WH: { 'MUG-01': 10 } }, now: () => now });
    const first = await pulled<StockDocument>(pullStock as never, client, BEGINNING);
    await control('stock', { sku: 'MUG-01', quantity: 4 });
    const second = await pulled<StockDocument>(pullStock as never, client, first.at);
    expect(second.documents).toMatchObject([{ sku: 'MUG-01', quantity: 4 }]);
  });

  test('the warehouses named in the settings are read, the others left alone', async () => {
    const stock = { WH: { 'MUG-01': 10 }, EAST: { 'MUG-01': 3 } };
    const { client } = await start({ stock }, { warehouses: ['EAST'] });
    const { documents } = await pulled<StockDocument>(pullStock as never, client, BEGINNING);
    expect(documents).toMatchObject([{ location: 'EAST', quantity: 3 }]);
  });

  test('after the time set, a delivery is done by itself', async () => {
    let now = Date.UTC(2026, 0, 1);
    const { send, client } = await start({ autoPickMs: 5000, now: () => now });
    await send(pushOrder, sampleOrder(1), 'shop-1');
    const ready = await pulled<PickingDocument>(pullPickings as never, client, BEGINNING);
    now += 5000;
    const done = await pulled<PickingDocument>(pullPickings as never, client, ready.at);
    expect([ready, done].map(({ documents }) => documents[0]?.state)).toEqual(['ready', 'done']);
  });
});
