import { describe, expect, test } from 'vitest';
import { allCalled, apiDesk } from '../support/apiDesk.ts';

const desk = apiDesk();

describe('a client made from the published types', () => {
  test('receives, places, moves and counts stock', async () => {
    for (const code of ['A-1', 'A-2'])
      await desk.api().call('put', '/api/v1/bins', { body: { location: 'main', code, zone: 'A' } });
    const received = { location: 'main', reference: 'PO-1', unitCostMinor: 250 };
    await desk.api().call('post', '/api/v1/stock/receipts', { body: { ...received, sku: 'MUG', quantity: 100 } });
    const lot = { bin: 'A-1', lot: 'L1', expiresOn: '2030-01-01' };
    await desk
      .api()
      .call('post', '/api/v1/stock/receipts', { body: { ...received, sku: 'TEA', quantity: 60, ...lot } });
    await desk.api().call('post', '/api/v1/stock/moves', {
      body: { sku: 'TEA', location: 'main', quantity: 10, bin: 'A-1', lot: 'L1', toBin: 'A-2', toLot: 'L1' },
    });
    const fallen = { sku: 'MUG', location: 'main', change: 'damage' as const, quantity: 1, reason: 'fell' };
    await desk.api().call('post', '/api/v1/stock/states', { body: fallen });
    await desk.api().call('put', '/api/v1/bundles', {
      body: {
        sku: 'SET',
        components: [
          { sku: 'MUG', quantity: 1 },
          { sku: 'TEA', quantity: 2 },
        ],
      },
    });
    await desk.api().call('put', '/api/v1/units', { body: { sku: 'MUG', code: 'CT', numerator: 12 } });
    await desk.api().call('put', '/api/v1/selling-policies', {
      body: { sku: 'MUG', policy: { selling: 'backorder', limit: 10, leadDays: 9 } },
    });
    await desk.api().call('put', '/api/v1/safety-stocks', { body: { sku: 'MUG', location: 'main', quantity: 5 } });
    await desk.api().call('put', '/api/v1/channel-policies', { body: { connection: 'hub', buffer: 2 } });
    await desk.api().call('post', '/api/v1/publications', { body: { connection: 'hub' } });
    const due = { sku: 'MUG', location: 'main', quantity: 12, dueOn: '2030-01-05', reference: 'PO-2' };
    const { id } = await desk.api().call('post', '/api/v1/incoming', { body: due });
    await desk.api().call('put', '/api/v1/incoming/{id}', { path: { id }, body: { dueOn: '2030-02-05' } });
    expect(await desk.api().call('get', '/api/v1/incoming/{id}', { path: { id } })).toMatchObject({
      dueOn: '2030-02-05',
    });
    await desk.api().call('delete', '/api/v1/incoming/{id}', { path: { id }, body: undefined });
    await desk.api().call('post', '/api/v1/stock/picks', {
      body: { location: 'main', lines: [{ sku: 'TEA', quantity: 12 }] },
    });
    expect((await desk.api().call('get', '/api/v1/stock/audit', { query: { limit: 10 } })).differences).toEqual([]);
    await desk.api().call('get', '/api/v1/stock/atp', { query: { sku: 'MUG' } });
    await desk.api().call('get', '/api/v1/stock/promise', { query: { sku: 'MUG', quantity: 3 } });
    await desk.api().call('get', '/api/v1/stock/backorders', { query: { limit: 10 } });
    await desk.api().call('get', '/api/v1/stock/valuation', { query: { limit: 10 } });
    const held = await desk.api().call('post', '/api/v1/reservations', {
      body: { sku: 'MUG', quantity: 1, holder: 'cart', seconds: 60 },
    });
    await desk.api().call('delete', '/api/v1/reservations/{id}', { path: { id: String(held[0]?.['id']) } });
    await desk.api().call('post', '/api/v1/stock/adjustments', {
      body: { sku: 'MUG', location: 'store', difference: 8, reason: 'start' },
    });
    await desk.api().call('post', '/api/v1/stock', {
      body: { sku: 'MUG', location: 'store', quantity: 9, measure: 'on-hand', asOf: '2026-01-01T00:00:00Z' },
    });
    await desk.hub().settled();
  });

  test('moves stock between places, and counts it', async () => {
    const lines = [{ sku: 'MUG', quantity: 4 }];
    const open = () => desk.api().call('post', '/api/v1/transfers', { body: { from: 'main', to: 'store', lines } });
    const { id } = await open();
    await desk.api().call('post', '/api/v1/transfers/{id}/send', { path: { id }, body: { lines } });
    await desk.api().call('post', '/api/v1/transfers/{id}/receive', {
      path: { id },
      body: { lines: [{ sku: 'MUG', received: 4 }] },
    });
    const other = await open();
    await desk.api().call('post', '/api/v1/transfers/{id}/cancel', { path: { id: other.id }, body: undefined });
    const count = () =>
      desk.api().call('post', '/api/v1/counts', { body: { location: 'store', kind: 'cycle', skus: ['MUG'] } });
    const first = await count();
    await desk.api().call('post', '/api/v1/counts/{id}/cancel', { path: { id: first.id }, body: undefined });
    const path = { id: (await count()).id };
    await desk
      .api()
      .call('post', '/api/v1/counts/{id}/lines', { path, body: { lines: [{ sku: 'MUG', quantity: 11 }] } });
    await desk.api().call('post', '/api/v1/counts/{id}/approve', { path, body: undefined });
    expect(await desk.api().call('get', '/api/v1/counts/{id}', { path })).toMatchObject({ status: 'approved' });
  });
});

allCalled(
  desk,
  ['stock', 'reservations', 'bins', 'bundles', 'units', 'incoming', 'selling-policies', 'safety-stocks', 'lots'].concat(
    'channel-policies',
    'publications',
    'transfers',
    'counts',
  ),
  // What a channel was told is shown where one is connected; sourcing of an order beside the orders.
  ['get /api/v1/publications/{id}'],
);
