import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FileMapping, type FileRecord, file, mappingById, readRecords } from '../../../../connectors/file/index.ts';
import type { OrderDocument } from '../../../../core/documents/index.ts';

async function read(
  content: string | Buffer,
  mapping: FileMapping | string,
  options: { after?: number; chunk?: number } = {},
): Promise<FileRecord[]> {
  const found = typeof mapping === 'string' ? mappingById(mapping) : ({ ok: true, value: mapping } as const);
  if (!found.ok) throw new Error(found.error.message);
  const bytes = Buffer.from(content);
  const size = options.chunk ?? 65_536;
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const records: FileRecord[] = [];
  for await (const record of readRecords(Readable.from(chunks), found.value, options)) records.push(record);
  return records;
}

const UCI = '"InvoiceNo","StockCode","Description","Quantity","InvoiceDate","UnitPrice","CustomerID","Country"\n';
const uci = (lines: readonly string[]): string => UCI + lines.map((line) => `${line}\n`).join('');
const orderOf = (record: FileRecord | undefined): OrderDocument => {
  const found = record?.documents.find(({ name }) => name === 'order');
  if (found?.name !== 'order') throw new Error('no order');
  return found.document;
};

test('the lines of an invoice become one order of the past, in London time, with products for its codes', async () => {
  const [record] = await read(
    uci([
      '"536365","85123A","WHITE HANGING HEART",6,"2010-12-01 08:26:00","2.55",17850,"United Kingdom"',
      '"536365","POST","POSTAGE",1,"2010-12-01 08:26:00","18",17850,"United Kingdom"',
    ]),
    'uci-online-retail',
  );
  expect(record).toMatchObject({ position: 1, order: '536365', lineFrom: 2, lineTo: 3, lines: 2, applied: 2 });
  expect(record?.documents.map(({ name }) => name)).toEqual(['product', 'product', 'order']);
  expect(orderOf(record)).toMatchObject({
    externalId: '536365',
    placedAt: '2010-12-01T08:26:00.000Z',
    currency: 'GBP',
    history: true,
    customer: { externalId: '17850' },
    shippingAddress: { country: 'GB' },
    totals: { linesMinor: 3330, grandMinor: 3330 },
    lines: [
      { externalId: '1', sku: '85123A', quantity: 6, unitPrice: '2.55', totalMinor: 1530, requiresShipping: true },
      { externalId: '2', sku: 'POST', totalMinor: 1800, requiresShipping: false },
    ],
  });
});

test('summer in London is an hour ahead of UTC', async () => {
  const [record] = await read(uci(['"1","A1","x",1,"2011-07-01 08:00:00","1","","France"']), 'uci-online-retail');
  expect(orderOf(record).placedAt).toBe('2011-07-01T07:00:00.000Z');
});

const SALE = '"1","A1","x",2,"2011-01-05 09:00:00","1.10",7,"France"';
test.each([
  { about: 'a line that is there twice', line: SALE, reason: 'exact-duplicate-line' },
  {
    about: 'units that are gone',
    line: '"1","A1","lost",-3,"2011-01-05 09:00:00","0",,"France"',
    reason: 'stock-written-off',
  },
  {
    about: 'units that turned up',
    line: '"1","A1","found",3,"2011-01-05 09:00:00","0",,"France"',
    reason: 'stock-found',
  },
])('$about is ignored as $reason', async ({ line, reason }) => {
  const [record] = await read(uci([SALE, line]), 'uci-online-retail');
  expect(record).toMatchObject({ lines: 2, applied: 1, ignored: { [reason]: 1 }, parked: {} });
});

test('a gift to a known customer is a sale at price zero', async () => {
  const [record] = await read(uci(['"1","A1","x",2,"2011-01-05 09:00:00","0",7,"France"']), 'uci-online-retail');
  expect(orderOf(record)).toMatchObject({ totals: { grandMinor: 0 }, lines: [{ quantity: 2, unitPrice: '0' }] });
});

test('a price below a cent is exact in the line and rounded once in its total', async () => {
  const [record] = await read(uci(['"1","A1","x",1500,"2011-01-05 09:00:00","0.001",7,"France"']), 'uci-online-retail');
  expect(orderOf(record).lines[0]).toMatchObject({ unitPrice: '0.001', totalMinor: 150 });
});

test('a credit note is a return without an order, and moves no stock', async () => {
  const [record] = await read(uci(['"C1","A1","x",-2,"2011-01-05 09:00:00","1.10",7,"France"']), 'uci-online-retail');
  expect(record?.documents.at(-1)).toEqual({
    name: 'return',
    document: {
      externalId: 'C1',
      number: 'C1',
      lines: [{ sku: 'A1', quantity: 2, amountMinor: 220, restock: false }],
      currency: 'GBP',
      returnedAt: '2011-01-05T09:00:00.000Z',
      history: true,
    },
  });
});

test('an invoice of two minutes is placed at the first and has the version of the last', async () => {
  const [record] = await read(uci([SALE, '"1","A2","y",1,"2011-01-05 09:01:00","5",7,"France"']), 'uci-online-retail');
  expect(orderOf(record)).toMatchObject({
    placedAt: '2011-01-05T09:00:00.000Z',
    updatedAt: '2011-01-05T09:01:00.000Z',
  });
});

test('a country that has no code is kept by its name', async () => {
  const [record] = await read(
    uci(['"1","A1","x",1,"2011-01-05 09:00:00","1",7,"Channel Islands"']),
    'uci-online-retail',
  );
  expect(orderOf(record)).toMatchObject({ tags: ['country: Channel Islands'] });
  expect(orderOf(record).shippingAddress).toBeUndefined();
});

const HEAD = 'order,sku,quantity,unit_price,placed_at\n';
const row = (order: string, sku: string, more = '1,2.50,2026-01-01T10:00:00Z'): string => `${order},${sku},${more}\n`;

test('an order whose lines are mixed with those of others is still one order', async () => {
  const records = await read(
    HEAD + row('A', 'S1') + row('B', 'S1') + row('A', 'S2') + row('C', 'S1'),
    'order-lines-csv',
  );
  expect(records.map(({ order, lines }) => [order, lines])).toEqual([
    ['B', 1],
    ['A', 2],
    ['C', 1],
  ]);
});

test('a line that comes after its order was complete is parked by name, never a second order', async () => {
  const mapping = mappingById('order-lines-csv');
  if (!mapping.ok) throw new Error('no mapping');
  const narrow = { ...mapping.value, openOrders: 1 };
  const records = await read(HEAD + row('A', 'S1') + row('B', 'S1') + row('C', 'S1') + row('A', 'S2'), narrow);
  expect(records.find(({ order, lineFrom }) => order === 'A' && lineFrom === 5)).toMatchObject({
    applied: 0,
    parked: { 'order-was-complete': 1 },
    documents: [],
  });
});

test.each([
  { about: 'a quantity in words', more: 'two,1,2026-01-01T10:00:00Z', reason: 'quantity-not-whole' },
  { about: 'no units', more: '0,1,2026-01-01T10:00:00Z', reason: 'quantity-not-positive' },
  { about: 'fewer than no units', more: '-1,1,2026-01-01T10:00:00Z', reason: 'quantity-not-positive' },
  { about: 'a price in words', more: '1,free,2026-01-01T10:00:00Z', reason: 'price-not-a-number' },
  { about: 'a price below zero', more: '1,-1,2026-01-01T10:00:00Z', reason: 'price-negative' },
  { about: 'no such day', more: '1,1,2026-02-30 10:00:00', reason: 'time-not-readable' },
  { about: 'a column too many', more: '1,1,2026-01-01T10:00:00Z,x', reason: 'wrong-number-of-columns' },
])('$about parks its order as $reason, with its line, and no other order', async ({ more, reason }) => {
  const records = await read(HEAD + row('A', 'S1') + row('A', 'S2', more) + row('B', 'S1'), 'order-lines-csv');
  expect(records.find(({ order }) => order === 'A')).toMatchObject({
    lines: 2,
    applied: 0,
    parked: { [reason]: 1, 'order-with-a-bad-line': 1 },
    documents: [],
    fault: { kind: 'permanent', code: reason, message: expect.stringContaining('line 3') },
  });
  expect(records.find(({ order }) => order === 'B')).toMatchObject({ applied: 1, parked: {} });
});

test('a column that the mapping needs and the file has not is said by name', async () => {
  await expect(read('order,sku\nA,S1\n', 'order-lines-csv')).rejects.toThrow(
    'needs a column quantity; there are order, sku',
  );
});

test('gzip is told by its first bytes, and chunks of any size give the same records', async () => {
  const text = HEAD + Array.from({ length: 50 }, (_, i) => row(`Ö${i}`, `S${i % 7}`)).join('');
  const plain = await read(text, 'order-lines-csv');
  expect(plain).toHaveLength(50);
  for (const chunk of [1, 7, 1000]) {
    expect(await read(text, 'order-lines-csv', { chunk })).toEqual(plain);
    expect(await read(gzipSync(text), 'order-lines-csv', { chunk })).toEqual(plain);
  }
});

test('a gzip file that was cut off is told as one', async () => {
  const zipped = gzipSync(HEAD + row('A', 'S1').repeat(1000));
  await expect(read(zipped.subarray(0, zipped.length - 9), 'order-lines-csv')).rejects.toThrow('damaged or cut off');
});

test('reading on after any record gives the same records, products included', async () => {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `"${i >> 1}","A${i % 5}","t${i}",1,"2011-01-05 09:00:00","1",7,"France"`,
  );
  const whole = await read(uci(lines), 'uci-online-retail');
  for (let after = 0; after <= whole.length; after++) {
    expect(await read(uci(lines), 'uci-online-retail', { after })).toEqual(whole.slice(after));
  }
});

test('what a record keeps as raw decodes to the same order by the connector', async () => {
  const [record] = await read(uci([SALE]), 'uci-online-retail');
  const decoded = file.topics['order-lines']?.decode(JSON.parse(JSON.stringify(record?.raw)));
  expect(decoded).toEqual({ ok: true, value: { kind: 'documents', documents: record?.documents } });
});

test('JSON Lines: one order per line; a line that is not JSON is parked alone', async () => {
  const order = {
    order: 'J1',
    placed_at: '2026-01-01T10:00:00+02:00',
    currency: 'JPY',
    customer: 42,
    name: 'Žofie',
    country: 'CZ',
    lines: [
      { line: 'a', sku: 'S1', quantity: 2, unit_price: '1500' },
      { line: 'b', sku: 'S2', quantity: 1, unit_price: 80 },
    ],
  };
  const records = await read(`${JSON.stringify(order)}\n{"order":\n\n`, 'orders-json-lines');
  expect(orderOf(records.find((record) => record.order === 'J1'))).toMatchObject({
    currency: 'JPY',
    placedAt: '2026-01-01T08:00:00.000Z',
    customer: { externalId: '42', name: 'Žofie' },
    totals: { grandMinor: 3080 },
    lines: [{ externalId: 'a' }, { externalId: 'b' }],
  });
  expect(records.find(({ lineFrom }) => lineFrom === 2)).toMatchObject({ parked: { 'not-json': 1 } });
});

test('XML: one element per order, whatever the chunks; a broken element is parked alone', async () => {
  const xml = `<?xml version="1.0"?>
<orders>
  <order order="X1" placed_at="2026-01-01T10:00:00Z" currency="EUR"><line sku="S1" quantity="2" unit_price="9.99"><title>Tea &amp; milk</title></line></order>
  <order order="X2" placed_at="2026-01-01T10:00:00Z"><line sku="S1"></order>
  <order order="X3" placed_at="2026-01-01T10:00:00Z"><line sku="S2" quantity="1" unit_price="1"/></order>
</orders>`;
  for (const chunk of [3, 65_536]) {
    const records = await read(xml, 'orders-xml', { chunk });
    expect(orderOf(records.find(({ order }) => order === 'X1'))).toMatchObject({
      totals: { grandMinor: 1998 },
      lines: [{ title: 'Tea & milk', quantity: 2 }],
    });
    expect(records.find(({ lineFrom }) => lineFrom === 4)).toMatchObject({ parked: { 'xml-broken': 1 } });
    expect(orderOf(records.find(({ order }) => order === 'X3')).lines).toHaveLength(1);
  }
});

test('a decimal comma is read as one', async () => {
  const mapping = FileMapping.parse({
    ...JSON.parse(
      JSON.stringify(
        mappingById('order-lines-csv').ok ? (mappingById('order-lines-csv') as { value: object }).value : {},
      ),
    ),
    decimal: ',',
    delimiter: ';',
  });
  const [record] = await read('order;sku;quantity;unit_price;placed_at\nA;S;2;1.234,50;2026-01-01 10:00:00\n', mapping);
  expect(orderOf(record).totals.grandMinor).toBe(246_900);
});

test.each([
  { about: 'no column for the order', change: { columns: { sku: 'a' } } },
  { about: 'a zone that is none', change: { zone: 'Middle/Earth' } },
  { about: 'a pattern that is none', change: { rules: [{ name: 'odd', when: { sku: '(' }, as: 'ignore' }] } },
  { about: 'a rule without a condition', change: { rules: [{ name: 'all', when: {}, as: 'ignore' }] } },
])('a mapping with $about is refused', ({ change }) => {
  const mapping = mappingById('order-lines-csv');
  if (!mapping.ok) throw new Error('no mapping');
  expect(FileMapping.safeParse({ ...mapping.value, ...change }).success).toBe(false);
});
