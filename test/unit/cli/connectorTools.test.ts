import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { COMMANDS } from '../../../cli/commands/index.ts';
import { captured } from '../../support/captured.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossdock-decode-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (value: unknown): string => {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};
const run = (line: string, input: unknown) =>
  captured([...line.split(' '), '--input', fileOf(input), '--json'], COMMANDS);

const LEVEL = { inventory_item_id: 8, location_id: 7, available: 3, updated_at: '2026-01-01T00:00:00Z', sku: 'A' };

test('a raw record is printed as its canonical documents', async () => {
  const { code, stdout } = await run('connector decode shopify stock', LEVEL);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    kind: 'documents',
    documents: [
      {
        name: 'stock',
        document: {
          sku: 'A',
          item: '8',
          location: '7',
          quantity: 3,
          measure: 'available',
          asOf: '2026-01-01T00:00:00.000Z',
        },
      },
    ],
  });
});

test('a record that the hub would ignore says why, and asks for attention', async () => {
  const { code, stdout } = await run('connector decode shopify stock', { ...LEVEL, available: null });
  expect({ code, said: JSON.parse(stdout) }).toEqual({
    code: 4,
    said: { kind: 'ignored', reason: 'stock-not-tracked' },
  });
});

test('a record that cannot be read is refused with the place', async () => {
  const { code, stderr, stdout } = await run('connector decode shopify stock', { ...LEVEL, available: 'many' });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: 'unexpected-shape', message: expect.stringContaining('/available') },
  });
});

test('a canonical document is printed as the connector would send it, by the name of the document or of the write', async () => {
  const answers = await Promise.all([
    run('connector encode odoo order', sampleOrder(1)),
    run('connector encode odoo pushOrder', sampleOrder(1)),
  ]);
  for (const { code, stdout } of answers) {
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ number: sampleOrder(1).number, currency: 'EUR' });
  }
});

test.each([
  ['connector decode nosuch order', {}, 3, 'There is no connector nosuch'],
  ['connector decode shopify invoice', {}, 3, 'shopify has no topic invoice'],
  ['connector decode shopify toString', {}, 3, 'shopify has no topic toString'],
  ['connector encode shopify order', {}, 3, 'shopify writes no order'],
  ['connector encode odoo order', { externalId: 1 }, 3, 'canonical order at /externalId'],
  ['connector encode odoo order', '{', 2, 'cannot be read as JSON'],
])('%s of %j is refused', async (line, input, code, message) => {
  const answer = await run(line, input);
  expect(answer).toMatchObject({ code, stdout: '' });
  expect(answer.stderr).toContain(message);
});
