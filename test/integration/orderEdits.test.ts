import { describe, expect, test } from 'vitest';
import { order } from '../support/documents.ts';
import { orderDesk, totalsOf } from '../support/orderDesk.ts';

type Row = Readonly<Record<string, unknown>>;

const { hub, placed, shown, call } = orderDesk();

describe('an edit', () => {
  test('adds, removes and changes lines; totals and reserved stock follow, and the source stays as it stated', async () => {
    const before = { a: await hub().available('A'), b: await hub().available('B'), c: await hub().available('C') };
    const { id, externalId, version } = await placed();
    const edited = await call(
      id,
      'edit',
      {
        lines: [
          { line: `${externalId}-1`, quantity: 1 },
          { line: `${externalId}-2`, quantity: 0 },
        ],
        add: [{ sku: 'C', quantity: 2, unitPrice: '5.555', taxes: [{ title: 'VAT', rate: '0.19' }] }],
        shipping: [{ title: 'Express', amountMinor: 990 }],
        note: 'the buyer called',
      },
      version,
    );
    expect(edited).toMatchObject({
      status: 200,
      body: { events: expect.arrayContaining(['OrderEdited', 'UnitsCancelled']) },
    });
    const row = await shown(externalId);
    expect(totalsOf(row)).toMatchObject({ linesMinor: 2111, shippingMinor: 990, taxMinor: 211, grandMinor: 3312 });
    expect(row).toMatchObject({ grandMinor: 3312, sourceDocument: { totals: { grandMinor: 5000 } } });
    const after = { a: await hub().available('A'), b: await hub().available('B'), c: await hub().available('C') };
    expect(after).toEqual({ a: before.a - 1, b: before.b, c: before.c - 2 });
    expect((await call(id, 'edit', { lines: [{ line: `${externalId}-1`, quantity: 2 }] }, version)).status).toBe(412);
  });

  test('survives a newer version of the source that repeats what it had said, and follows what the source changed', async () => {
    const { id, externalId } = await placed();
    await call(id, 'edit', {
      lines: [{ line: `${externalId}-1`, quantity: 2 }],
      shippingAddress: { city: 'Köln', country: 'DE' },
    });
    const lines = [
      { sku: 'A', quantity: 3 },
      { sku: 'B', quantity: 4 },
    ];
    const newer = order(externalId, lines, { paymentState: 'paid', updatedAt: '2026-02-01T00:00:00Z' });
    await hub().post('/api/v1/orders', newer);
    await hub().settled();
    const row = await shown(externalId);
    expect(row).toMatchObject({ status: 'released', lines: [{ released: 2 }, { released: 4 }], grandMinor: 6000 });
    expect(row['document']).toMatchObject({ shippingAddress: { city: 'Köln' }, paymentState: 'paid' });
    expect(row['sourceDocument']).toMatchObject({ totals: { grandMinor: 7000 } });
  });

  test('of what a warehouse works on is refused by the name of the line', async () => {
    const { id, externalId } = await placed({ paymentState: 'paid' });
    for (const body of [
      { lines: [{ line: `${externalId}-1`, quantity: 2 }] },
      { add: [{ sku: 'C', quantity: 1, unitPrice: '1' }] },
      { shippingAddress: { city: 'Köln' } },
    ]) {
      const refused = await call(id, 'edit', body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'already-released' } });
      expect((refused.body as Row)['detail']).toContain(`line ${externalId}-1 (SKU A)`);
    }
  });

  test('that leaves nothing, changes nothing or names no line is refused', async () => {
    const { id, externalId, version } = await placed();
    const all = [
      { line: `${externalId}-1`, quantity: 0 },
      { line: `${externalId}-2`, quantity: 0 },
    ];
    expect(await call(id, 'edit', { lines: all })).toMatchObject({ status: 409, body: { code: 'nothing-left' } });
    expect(await call(id, 'edit', {})).toMatchObject({ status: 409, body: { code: 'nothing-to-change' } });
    expect((await call(id, 'edit', { lines: [{ line: '99', quantity: 1 }] })).status).toBe(404);
    expect(await shown(externalId)).toMatchObject({ version, grandMinor: 5000, sourceDocument: null });
  });
});

describe('a split', () => {
  test('makes a second order that shares the money, follows the source and ends with it', async () => {
    const { id, externalId } = await placed();
    const split = await call(id, 'split', { lines: [{ line: `${externalId}-1`, quantity: 2 }] });
    expect(split).toMatchObject({
      status: 200,
      body: { number: `#${externalId}-S1`, events: ['UnitsMoved'] },
    });
    const rest = await shown(externalId);
    const part = await shown(`${externalId}-S1`);
    expect([rest['grandMinor'], part['grandMinor']]).toEqual([3000, 2000]);
    expect(part).toMatchObject({ externalId, holds: ['payment'], links: { splitFrom: id }, lines: [{ allocated: 2 }] });
    const paid = { paymentState: 'paid', updatedAt: '2026-02-01T00:00:00Z' };
    await hub().post(
      '/api/v1/orders',
      order(
        externalId,
        [
          { sku: 'A', quantity: 3 },
          { sku: 'B', quantity: 2 },
        ],
        paid,
      ),
    );
    await hub().settled();
    expect(await shown(externalId)).toMatchObject({
      status: 'released',
      lines: [{ released: 1, cancelled: 2 }, { released: 2 }],
    });
    expect(await shown(`${externalId}-S1`)).toMatchObject({ status: 'released', paymentState: 'paid' });
    const gone = { ...paid, updatedAt: '2026-02-02T00:00:00Z', cancelledAt: '2026-02-02T00:00:00Z' };
    await hub().post(
      '/api/v1/orders',
      order(
        externalId,
        [
          { sku: 'A', quantity: 3 },
          { sku: 'B', quantity: 2 },
        ],
        gone,
      ),
    );
    await hub().settled();
    for (const each of [externalId, `${externalId}-S1`])
      expect(await shown(each)).toMatchObject({ status: 'cancelled' });
  });

  test('of everything, of work under way, or of a split is refused', async () => {
    const { id, externalId } = await placed();
    const all = [
      { line: `${externalId}-1`, quantity: 3 },
      { line: `${externalId}-2`, quantity: 2 },
    ];
    expect(await call(id, 'split', { lines: all })).toMatchObject({ status: 409, body: { code: 'nothing-left' } });
    const { body } = await call(id, 'split', { lines: [{ line: `${externalId}-1`, quantity: 2 }] });
    const child = (body as { split: string }).split;
    const one = [{ line: `${externalId}-1`, quantity: 1 }];
    expect(await call(child, 'split', { lines: one })).toMatchObject({ status: 409, body: { code: 'is-a-split' } });
    await call(id, 'release', { reason: 'payment' });
    expect(await call(id, 'split', { lines: one })).toMatchObject({ status: 409, body: { code: 'already-released' } });
  });

  test('is undone by a merge: the document is again what it was', async () => {
    const lines = [
      { sku: 'A', quantity: 1 },
      { sku: 'NEVER', quantity: 4 },
    ];
    const { id, externalId, ...before } = await placed({ paymentState: 'paid' }, lines);
    const { body } = await call(id, 'split', { lines: [{ line: `${externalId}-2`, quantity: 3 }] });
    const { split } = body as { split: string };
    await call(split, 'hold', { reason: 'manual' });
    const held = await call(id, 'merge', { orders: [split] });
    expect(held).toMatchObject({ status: 409, body: { code: 'on-hold' } });
    await call(split, 'release', { reason: 'manual' });
    expect((await call(id, 'merge', { orders: [split] })).status).toBe(200);
    const row = await shown(externalId);
    expect(row['document']).toEqual((before as Row)['document']);
    expect(row).toMatchObject({ lines: [{ allocated: 1 }, { backordered: 4, cancelled: 3 }] });
  });
});

describe('a merge', () => {
  const RARE = [{ sku: 'NEVER', quantity: 1 }];

  test('brings two orders of one buyer together, with their stock and their money', async () => {
    const into = await placed({ paymentState: 'paid' }, [{ sku: 'A', quantity: 1 }, ...RARE]);
    const other = await placed({ paymentState: 'paid' }, [{ sku: 'B', quantity: 2 }, ...RARE]);
    expect(await call(into.id, 'merge', { orders: [other.id] })).toMatchObject({ status: 200 });
    const row = await shown(into.externalId);
    expect(row).toMatchObject({ grandMinor: 5000, links: { mergedFrom: [other.id] }, status: 'backordered' });
    const units = row.lines.map(({ sku, allocated, backordered }) => [sku, allocated, backordered]);
    expect(units).toEqual([
      ['A', 1, 0],
      ['NEVER', 0, 1],
      ['B', 2, 0],
      ['NEVER', 0, 1],
    ]);
    expect(await shown(other.externalId)).toMatchObject({ status: 'cancelled', links: { mergedInto: into.id } });
    await hub().post('/api/v1/orders', order(other.externalId, RARE, { updatedAt: '2026-03-01T00:00:00Z' }));
    await hub().settled();
    expect(await hub().list('inbox', { state: 'parked' })).toMatchObject({
      items: [{ fault: { code: 'merged-away' } }],
    });
  });

  test('of orders for different addresses is refused by what differs', async () => {
    const into = await placed({ paymentState: 'paid' }, RARE);
    const other = await placed({ paymentState: 'paid', shippingAddress: { city: 'Rome', country: 'IT' } }, RARE);
    const refused = await call(into.id, 'merge', { orders: [other.id] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-alike' } });
    expect((refused.body as Row)['detail']).toContain('another address');
  });
});
