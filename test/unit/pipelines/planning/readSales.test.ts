import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { findCancelled, gridOf, historyOf, totalsOf } from '../../../../core/planning/salesTable.ts';
import { eachCsvRow } from '../../../../pipelines/planning/csvRows.ts';
import { readSales, SALES_MAPPINGS } from '../../../../pipelines/planning/readSales.ts';
import { UnreadableInput } from '../../../../pipelines/planning/unreadableInput.ts';

const folder = mkdtempSync(join(tmpdir(), 'planning-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
  return file;
};

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const RETAIL = [
  HEADER,
  '536365,MUG,"Mug, ""large""",6,2010-12-01 08:26:00,2.55,17850,United Kingdom',
  '536365,MUG,"Mug, ""large""",6,2010-12-01 08:26:00,2.55,17850,United Kingdom',
  '536366,POST,POSTAGE,1,2010-12-01 08:28:00,18,17850,France',
  '536367,MUG,Mug,4,2010-12-09 23:59:00,2.55,,United Kingdom',
  '536368,CUP,Cup,80000,2010-12-10 10:00:00,0.001,12346,United Kingdom',
  'C536369,CUP,Cup,-80000,2010-12-10 10:12:00,0.001,12346,United Kingdom',
  'C536370,MUG,Mug,-2,2010-12-12 09:00:00,2.55,17850,United Kingdom',
  '536371,CUP,found,5,2010-12-12 09:00:00,0,,United Kingdom',
  '536372,CUP,damages,-7,2010-12-13 09:00:00,0,,United Kingdom',
  '536373,CUP,Cup,three,2010-12-14 09:00:00,1,,United Kingdom',
  '536374,CUP,Cup,3,2010-12-14 09:00:00,1.1,13000,United Kingdom',
].join('\r\n');

describe('sales files', () => {
  test('every line is applied or ignored for a named reason, gzip or not', async () => {
    for (const name of ['retail.csv', 'retail.csv.gz']) {
      const { report, table } = await readSales(write(name, RETAIL), SALES_MAPPINGS['uci-online-retail']);
      expect(report).toMatchObject({
        read: 11,
        applied: 6,
        ignored: { duplicate: 1, service: 1, 'no-price': 1, adjustment: 1, unreadable: 1 },
      });
      expect(report.unreadable[0]?.line).toBe(11);
      expect(table.skus).toEqual(['MUG', 'CUP']);
    }
  });

  test('an order cancelled at once was never demand, a later return lowers revenue but not demand', async () => {
    const { table } = await readSales(write('retail.csv', RETAIL), SALES_MAPPINGS['uci-online-retail']);
    const cancelled = findCancelled(table, 2);
    expect([...cancelled]).toEqual([0, 0, 1, 1, 0, 0]);
    const totals = totalsOf(table, cancelled);
    expect([...totals.units]).toEqual([10, 3]);
    expect([...totals.amount]).toEqual([(10 - 2) * 25_500, 33_000]);
    expect([...totals.picks]).toEqual([2, 1]);
    const grid = gridOf(table, cancelled, 7);
    expect(grid.periods).toBe(2);
    expect([...historyOf(grid, 0)]).toEqual([6, 4]);
    expect([...historyOf(grid, 1)]).toEqual([0, 3]);
  });

  test('the row reader agrees with RFC 4180 wherever the file is cut', async () => {
    const long = `"${'x'.repeat(1 << 19)}"`;
    const rows: string[][] = [];
    const text = `a,b,c\n1,"two\nlines",""\n${long},"say ""hi""",\n${long},${long},é\n\nlast,,`;
    await eachCsvRow(write('rows.csv.gz', text), (row) => rows.push([...row]));
    const x = 'x'.repeat(1 << 19);
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      ['1', 'two\nlines', ''],
      [x, 'say "hi"', ''],
      [x, x, 'é'],
      ['last', '', ''],
    ]);
  });

  test.each([
    ['missing.csv', undefined, /cannot be read/],
    ['empty.csv', '', /is empty/],
    ['other.csv', 'a,b\n1,2', /needs a column StockCode/],
    ['open.csv', `${HEADER}\n1,"open`, /inside a quoted field/],
  ])('%s is refused by name', async (name, text, message) => {
    const file = text === undefined ? join(folder, name) : write(name, text);
    const reading = readSales(file, SALES_MAPPINGS['uci-online-retail']);
    await expect(reading).rejects.toThrow(UnreadableInput);
    await expect(reading).rejects.toThrow(message);
  });

  test('what is named .gz and is none is refused', async () => {
    const file = join(folder, 'plain.csv.gz');
    writeFileSync(file, RETAIL);
    await expect(readSales(file, SALES_MAPPINGS['uci-online-retail'])).rejects.toThrow(UnreadableInput);
  });
});
