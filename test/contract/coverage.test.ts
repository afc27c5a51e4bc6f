import { describe, expect, test } from 'vitest';
import { lossTable } from '../../connectors/certify.ts';
import { unexplained } from '../../connectors/kit/conformance/coverage.ts';
import { sharedFile } from '../support/shared.ts';

const VENDORS: readonly { id: string; samples?: string; ignored: readonly string[] }[] = [
  { id: 'shopify', ignored: ['rest-order.json 1: ignored as fulfillment-failure'] },
  { id: 'ups', ignored: [] },
  { id: 'fedex', ignored: [] },
  { id: 'dhl-express', samples: 'dhl', ignored: [] },
  { id: 'dhl-parcel-de', samples: 'dhl', ignored: [] },
];

describe.each(VENDORS)("the samples of $id's own documentation", ({ id, samples = id, ignored }) => {
  const folder = sharedFile(`vendor-samples/${samples}`);
  if (folder === undefined) console.log(`skipped: the samples of ${id} are not here`);

  test.skipIf(folder === undefined)('are read, and every field is carried or has a reason why not', async () => {
    const tables = await lossTable(id, folder);
    if (!tables.ok) throw new Error(tables.error);
    expect(unexplained(tables.value)).toEqual([]);
    expect(tables.value.flatMap(({ unread }) => unread)).toEqual(ignored);
    const fields = tables.value.flatMap((table) => table.fields);
    const carried = fields.filter(({ result }) => result === 'carried');
    console.log(`${id}: ${fields.length} fields of its samples, ${carried.length} carried, the others with a reason`);
    for (const { into } of carried) expect(into).not.toEqual([]);
  });
});

test('a folder that holds no samples is refused by name', async () => {
  expect(await lossTable('shopify', '/nowhere')).toMatchObject({ ok: false, error: expect.stringContaining('ENOENT') });
});
