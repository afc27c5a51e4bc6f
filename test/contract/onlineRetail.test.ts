import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mappingById, readRecords } from '../../connectors/file/index.ts';
import { sharedFile } from '../support/shared.ts';

const path = sharedFile('bench-data/orders/online-retail.csv.gz');

type Report = {
  lines: number;
  applied: number;
  readonly ignored: Record<string, number>;
  readonly parked: Record<string, number>;
  readonly documents: Record<string, number>;
  grandMinor: number;
  returnedMinor: number;
};

function add(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, n] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + n;
}

async function report(stream: Readable): Promise<Report> {
  const mapping = mappingById('uci-online-retail');
  if (!mapping.ok) throw new Error(mapping.error.message);
  const total: Report = {
    lines: 0,
    applied: 0,
    ignored: {},
    parked: {},
    documents: {},
    grandMinor: 0,
    returnedMinor: 0,
  };
  for await (const record of readRecords(stream, mapping.value)) {
    total.lines += record.lines;
    total.applied += record.applied;
    add(total.ignored, record.ignored);
    add(total.parked, record.parked);
    for (const { name, document } of record.documents) {
      add(total.documents, { [name]: 1 });
      if (name === 'order') total.grandMinor += document.totals.grandMinor;
      if (name === 'return') for (const line of document.lines) total.returnedMinor += line.amountMinor;
    }
  }
  return total;
}

/** The sums of what is kept, made a second time without any of the reader: line by line, in tenths of a penny. */
function sumsByHand(csv: string): { sold: number; returned: number; lines: number } {
  const sums = { sold: 0, returned: 0, lines: 0 };
  const seen = new Set<string>();
  for (const line of csv.split('\n').slice(1)) {
    if (line === '') continue;
    sums.lines++;
    const cells = /^"([^"]*)",.*,(-?\d+),"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d","(-?[\d.]+)",(\d*),"[^"]*"$/.exec(line);
    if (!cells || seen.has(line)) continue;
    seen.add(line);
    const [, invoice = '', quantity, price = '', customer] = cells;
    const pence = Math.round(Number(price) * Number(quantity) * 1000) / 10;
    const amount = Math.sign(pence) * Math.round(Math.abs(pence));
    if (invoice.startsWith('A') || (amount === 0 && Number(price) === 0 && customer === '')) continue;
    if (invoice.startsWith('C')) sums.returned -= amount;
    else sums.sold += amount;
  }
  return sums;
}

test.skipIf(path === undefined)(
  'every line of Online Retail is accounted for (skipped without ../shared/bench-data)',
  { timeout: 120_000 },
  async () => {
    const total = await report(createReadStream(path ?? ''));
    expect(total).toMatchObject({
      lines: 541_909,
      ignored: {
        'exact-duplicate-line': 5268,
        'stock-found': 1134,
        'stock-written-off': 1336,
        'bad-debt-adjustment': 3,
      },
      parked: {},
      documents: { product: 3937, order: 19_963, return: 3836 },
    });
    const ignored = Object.values(total.ignored).reduce((sum, n) => sum + n, 0);
    expect(total.applied + ignored).toBe(total.lines);
    const byHand = sumsByHand(gunzipSync(readFileSync(path ?? '')).toString());
    expect(byHand).toEqual({ sold: total.grandMinor, returned: total.returnedMinor, lines: total.lines });
  },
);

/** Reads so many made-up lines in a process of its own, whose heap may not exceed so many megabytes. */
const READER = `
import { Readable } from 'node:stream';
import { mappingById, readRecords } from './connectors/file/index.ts';
const LINES = 200_000;
function* chunks() {
  yield Buffer.from('InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\\n');
  for (let from = 0; from < LINES; from += 1000) {
    const rows = Array.from({ length: 1000 }, (_, i) => {
      const at = new Date(Date.UTC(2011, 0, 1) + ((from + i) >> 2) * 60_000).toISOString();
      return (from + i >> 2) + ',S' + (i % 50) + ',a thing and its long description,1,"' + at.slice(0, 10) + ' ' + at.slice(11, 19) + '",1.00,7,France\\n';
    });
    yield Buffer.from(rows.join(''));
  }
}
let applied = 0;
for await (const record of readRecords(Readable.from(chunks()), mappingById('uci-online-retail').value)) applied += record.applied;
console.log(applied);
`;

test('200,000 lines are read in a heap of 64 MB', { timeout: 120_000 }, () => {
  const out = execFileSync(process.execPath, ['--max-old-space-size=64', '--input-type=module', '-e', READER], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
  });
  expect(out.trim()).toBe('200000');
});
