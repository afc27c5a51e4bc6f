import { afterEach, expect, test } from 'vitest';
import type { Page } from '../../../connectors/kit/connector.ts';
import { createIo } from '../../../connectors/kit/http.ts';
import { documentOf, ORDERS } from '../../../connectors/salesforce-commerce/conformance/samples.ts';
import { salesforceCommerce } from '../../../connectors/salesforce-commerce/index.ts';
import { ordersXml } from '../../../connectors/salesforce-commerce/simulator/orderExport.ts';
import { type CommerceSimulator, startCommerceSimulator } from '../../../connectors/salesforce-commerce/simulator.ts';
import type { OrderDocument } from '../../../core/documents/index.ts';
import type { Fault } from '../../../core/shared/fault.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok, type Result } from '../../../core/shared/result.ts';

const signal = AbortSignal.timeout(60_000);
let simulator: CommerceSimulator | undefined;
afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
});

/** The items of the order feed, and what becomes of each. */
async function readFolder(fill: (site: CommerceSimulator['site']) => void) {
  simulator = await startCommerceSimulator({ more: { ordersBy: 'feed' } });
  fill(simulator.site);
  const settings = salesforceCommerce.settings.parse(simulator.settings);
  const now = () => instantOf(Date.now());
  const io = createIo({ connector: salesforceCommerce, settings, acquire: async () => ok(undefined), now });
  const client = salesforceCommerce.client(settings, io);
  const found: unknown[] = [];
  let at: { since: null; cursor: string | null } | null = { since: null, cursor: null };
  while (at !== null) {
    const page: Result<Page, Fault> | undefined = await salesforceCommerce.capabilities.pullOrders?.fetch(
      client,
      at,
      signal,
    );
    if (!page?.ok) throw new Error(page?.error.message);
    found.push(...page.value.items);
    at = page.value.more ? (page.value.checkpoint as typeof at) : null;
  }
  return found.map((item) => salesforceCommerce.topics['order']?.decode(item));
}

const order = (text: string): string =>
  `<?xml version="1.0"?><orders xmlns="http://www.demandware.com/xml/impex/order/2006-10-31">${text}</orders>`;
const good = (): string => ordersXml(ORDERS.slice(0, 1));

const LAUGHS = `<!DOCTYPE orders [<!ENTITY a "lol">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "${`&${i === 0 ? 'a' : 'b'.repeat(i)};`.repeat(10)}">`,
).join('')}]>`;

test.each([
  {
    about: 'an external entity',
    text: `<!DOCTYPE orders [<!ENTITY x SYSTEM "file:///etc/passwd">]>${order('<order order-no="1">&x;</order>')}`,
    code: 'xml-doctype',
  },
  {
    about: 'a parameter entity from elsewhere',
    text: `<!DOCTYPE o SYSTEM "http://127.0.0.1:1/evil.dtd">${order('<order order-no="1"/>')}`,
    code: 'xml-doctype',
  },
  {
    about: 'entities that grow tenfold nine times',
    text: LAUGHS + order('<order order-no="1"/>'),
    code: 'xml-doctype',
  },
  {
    about: 'an entity nobody declared',
    text: order('<order order-no="1"><currency>&xxe;</currency></order>'),
    code: 'xml-broken',
  },
  {
    about: 'a hundred thousand elements inside each other',
    text: order(`<order order-no="1">${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</order>`),
    code: 'xml-too-deep',
  },
  {
    about: 'an order that never ends',
    text: order('<order order-no="1"><currency>EUR').replace('</orders>', ''),
    code: 'xml-broken',
  },
  {
    about: 'an order of 17 MB',
    text: order(`<order order-no="1"><note>${'x'.repeat(17 * 2 ** 20)}</note></order>`),
    code: 'xml-too-large',
  },
])('$about is refused by name, and the file behind it is read', async ({ text, code }) => {
  const decoded = await readFolder((site) => {
    site.write('/crossdock/orders/a.xml', text);
    site.write('/crossdock/orders/b.xml', good());
  });
  expect(decoded).toMatchObject([
    { ok: false, error: { kind: 'permanent', code, at: expect.stringMatching(/^\//) } },
    { ok: true, value: { kind: 'documents' } },
  ]);
});

/** So much of nothing, made while it is read. */
function endless(bytes: number): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode('<order order-no="1">'.padEnd(2 ** 16, 'x'));
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      left -= chunk.length;
      controller.enqueue(chunk);
      if (left <= 0) controller.close();
    },
  });
}

test.each([
  { about: 'says so', said: 100 * 2 ** 20 },
  { about: 'calls itself small', said: 1000 },
])('a file of 100 MB that $about is refused in bounded memory, and the file behind it is read', async ({ said }) => {
  const before = process.memoryUsage.rss();
  const decoded = await readFolder((site) => {
    site.write('/crossdock/orders/a.xml', () => endless(100 * 2 ** 20), said);
    site.write('/crossdock/orders/b.xml', good());
  });
  expect(decoded).toMatchObject([
    { ok: false, error: { kind: 'permanent', code: 'feed-too-large' } },
    { ok: true, value: { kind: 'documents' } },
  ]);
  const grown = process.memoryUsage.rss() - before;
  expect(grown).toBeLessThan(120 * 2 ** 20);
});

/** An order without what only one of the two ways knows: keys of its parts, and each line's share of the order's discounts. */
function shared({ lines, payments, ...order }: OrderDocument, hasShares: boolean) {
  return {
    ...order,
    updatedAt: '',
    lines: lines.map(({ externalId: _, discountMinor, totalMinor, taxes, ...line }) =>
      hasShares ? line : { ...line, discountMinor, totalMinor, taxes },
    ),
    payments: payments.map(({ method, status, amountMinor }) => ({ method, status, amountMinor })),
  };
}

test('an order says the same to the cent by the feed as by the API', () => {
  const placed = ORDERS.filter(({ status }) => status !== 'created');
  for (const each of placed) {
    const [xml = ''] = /<order .*<\/order>/s.exec(ordersXml([each])) ?? [];
    const record = { file: '/orders.xml', modifiedAt: each.lastModified, xml };
    const decoded = salesforceCommerce.topics['order']?.decode(record);
    if (!decoded?.ok || decoded.value.kind !== 'documents') throw new Error(`order ${each.orderNo} is no order`);
    const document = decoded.value.documents[0]?.document as OrderDocument;
    const hasShares = document.discounts.some(({ scope }) => scope === 'order');
    expect(shared(document, hasShares), each.orderNo).toEqual(shared(documentOf(each), hasShares));
  }
  expect(placed.length).toBeGreaterThan(6);
});
