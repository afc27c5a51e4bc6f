import { beforeAll, describe, expect, test } from 'vitest';
import { allCalled, apiDesk } from '../support/apiDesk.ts';

const desk = apiDesk();

const workOf = async (id: string): Promise<{ id: string }> => {
  const query = { orderNumber: `#${id}`, limit: 1 };
  const { items } = await desk.api().call('get', '/api/v1/fulfillment-orders', { query });
  return { id: items[0]?.id ?? '' };
};

beforeAll(async () => {
  for (const [sku, location] of [
    ['MUG', 'main'],
    ['MUG', 'store'],
    ['TEA', 'main'],
  ]) {
    await desk.hub().post('/api/v1/stock/adjustments', { sku, location, difference: 60, reason: 'start' });
  }
  await desk.hub().request('/api/v1/bins', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ location: 'main', code: 'A-2' }),
  });
});

describe('a client made from the published types', () => {
  test('holds, edits, splits, merges, marks and finds orders', async () => {
    const lines = [
      { sku: 'MUG', quantity: 3 },
      { sku: 'TEA', quantity: 2 },
    ];
    const path = await desk.placed('o-1', lines, { paymentState: 'pending' });
    await desk.api().call('post', '/api/v1/orders/{id}/hold', { path, body: { reason: 'manual', note: 'ask' } });
    await desk.api().call('post', '/api/v1/orders/{id}/release', { path, body: { reason: 'manual' } });
    await desk.api().call('post', '/api/v1/orders/{id}/marks', { path, body: { priority: 5, addTags: ['gift'] } });
    await desk.api().call('post', '/api/v1/orders/{id}/notes', { path, body: { text: 'called the buyer' } });
    await desk.api().call('post', '/api/v1/orders/{id}/edit', {
      path,
      body: { lines: [{ line: 'o-1-1', quantity: 4 }], note: 'one more' },
    });
    const file = { name: 'card.txt', contentType: 'text/plain' as const, base64: 'SGk=' };
    const { attachment } = await desk.api().call('post', '/api/v1/orders/{id}/attachments', { path, body: file });
    const item = { path: { ...path, item: attachment } };
    const download = await desk.hub().request(`/api/v1/orders/${path.id}/attachments/${attachment}`);
    expect([download.status, await download.text()]).toEqual([200, 'Hi']);
    desk.api().called.add('get /api/v1/orders/{id}/attachments/{item}');
    await desk.api().call('delete', '/api/v1/orders/{id}/attachments/{item}', { ...item, body: undefined });
    await desk.api().call('put', '/api/v1/prices', {
      body: { prices: [{ sku: 'MUG', currency: 'EUR', unitPrice: '10.00' }] },
    });
    expect((await desk.api().call('get', '/api/v1/prices', { query: { limit: 5 } })).items).toHaveLength(1);
    await desk.api().call('put', '/api/v1/validation-policies', { body: { channel: 'phone', mode: 'warn' } });
    await desk.api().call('get', '/api/v1/validation-policies', {});
    await desk.api().call('post', '/api/v1/orders/{id}/validate', { path, body: {} });
    const late = await desk.placed('b-1', [
      { sku: 'RARE', quantity: 1 },
      { sku: 'RARE', quantity: 2 },
    ]);
    const part = { path: late, body: { lines: [{ line: 'b-1-2', quantity: 1 }] } };
    const { split } = await desk.api().call('post', '/api/v1/orders/{id}/split', part);
    await desk.api().call('post', '/api/v1/orders/{id}/merge', { path: late, body: { orders: [split] } });
    await desk.hub().settled();
    expect(
      (await desk.api().call('get', '/api/v1/orders/search', { query: { tag: 'gift', limit: 5 } })).items,
    ).toHaveLength(1);
    await desk.api().call('post', '/api/v1/orders/bulk', {
      body: { filter: { tag: 'gift' }, action: { type: 'tag', tags: ['seen'] }, preview: true },
    });
    await desk.api().call('get', '/api/v1/orders/{id}/money', { path });
    await desk.api().call('post', '/api/v1/orders/{id}/cancel', { path, body: { reason: 'buyer' } });
    const line = { externalId: '1', sku: 'MUG', quantity: 1, unitPrice: '10.00', totalMinor: 1000 };
    const totals = { linesMinor: 1000, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 1000 };
    const at = '2026-01-01T00:00:00Z';
    const whole = {
      externalId: 'w-1',
      number: '#w-1',
      placedAt: at,
      updatedAt: at,
      currency: 'EUR',
      lines: [line],
      totals,
    };
    expect(await desk.api().call('post', '/api/v1/orders', { body: whole })).toMatchObject({ duplicate: false });
    const bought = await desk.placed('p-1', [{ sku: 'MUG', quantity: 5 }], { kind: 'purchase' });
    const receipt = { receipt: 'DN-1', location: 'main', lines: [{ line: 'p-1-1', quantity: 5 }] };
    await desk.api().call('post', '/api/v1/orders/{id}/receive', { path: bought, body: receipt });
    const picked = await desk.placed('o-2', [{ sku: 'MUG', quantity: 1 }]);
    await desk.api().call('post', '/api/v1/orders/{id}/pick', { path: picked, body: undefined });
  });

  test('picks, packs, labels and ships what was ordered', async () => {
    await desk.api().call('put', '/api/v1/boxes', {
      body: { code: 'S', lengthMm: 300, widthMm: 300, heightMm: 300, maxGrams: 9000 },
    });
    await desk
      .api()
      .call('put', '/api/v1/product-sizes', { body: { sku: 'MUG', lengthMm: 90, widthMm: 90, heightMm: 95 } });
    await desk.api().call('put', '/api/v1/pick-places', { body: { sku: 'MUG', location: 'main', bin: 'A-2' } });
    await desk.placed('f-1', [{ sku: 'MUG', quantity: 3 }]);
    const path = await workOf('f-1');
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/start', { path, body: undefined });
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/pick', {
      path,
      body: { units: [{ sku: 'MUG', quantity: 2 }] },
    });
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/short', {
      path,
      body: { units: [{ sku: 'MUG', quantity: 1 }], reason: 'not-found' },
    });
    await desk.api().call('get', '/api/v1/fulfillment-orders/{id}/packing', { path });
    const pack = () =>
      desk.api().call('post', '/api/v1/fulfillment-orders/{id}/pack', {
        path,
        body: { packages: [{ box: 'S', weightGrams: 700, units: [{ sku: 'MUG', quantity: 2 }] }] },
      });
    const once = await pack();
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/unpack', {
      path,
      body: { package: once.packages[0]?.id ?? '' },
    });
    const again = (await pack()).packages[0]?.id ?? '';
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/labels', {
      path,
      body: { labels: [{ package: again, trackingNumber: 'T-1' }] },
    });
    const paper = { kind: 'customs' as const, format: 'PDF' as const, base64: 'JVBERi0xLjcK' };
    const { id: document } = await desk.api().call('post', '/api/v1/packages/{id}/documents', {
      path: { id: again },
      body: paper,
    });
    expect((await desk.hub().request(`/api/v1/package-documents/${document}`)).status).toBe(200);
    desk.api().called.add('get /api/v1/package-documents/{id}');
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/ship', { path, body: { carrier: 'DHL' } });
    const shipment = String((await desk.hub().list('shipments', {})).items[0]?.['id']);
    await desk
      .api()
      .call('post', '/api/v1/shipments/{id}/tracking-link', { path: { id: shipment }, body: { days: 30 } });
    await desk.api().call('post', '/api/v1/manifests', { body: { location: 'main', carrier: 'DHL' } });
  });

  test('picks by lists, and hands over what is collected', async () => {
    await desk.placed('l-1', [{ sku: 'MUG', quantity: 1 }]);
    const made = await desk.api().call('post', '/api/v1/pick-lists', { body: { location: 'main', strategy: 'batch' } });
    const path = { id: made[0]?.id ?? '' };
    const list = await desk.api().call('get', '/api/v1/pick-lists/{id}', { path });
    const [pick] = (list.picks ?? []) as readonly { id: string }[];
    const pdf = await desk.hub().request(`/api/v1/pick-lists/${path.id}/pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    desk.api().called.add('get /api/v1/pick-lists/{id}/pdf');
    await desk.api().call('post', '/api/v1/pick-lists/{id}/confirm', {
      path,
      body: { picks: [{ pick: pick?.id ?? '', picked: 1 }] },
    });
    await desk.api().call('put', '/api/v1/locations/{id}/fulfillment', {
      path: { id: 'store' },
      body: { kind: 'store', collectDays: 5 },
    });
    for (const [id, end] of [
      ['c-1', 'collect'],
      ['c-2', 'not-collected'],
    ] as const) {
      await desk.placed(id, [{ sku: 'MUG', quantity: 1 }], { collectAt: 'store' });
      const work = await workOf(id);
      await desk.hub().post(`/api/v1/fulfillment-orders/${work.id}/pick`, {});
      await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/ready', { path: work, body: undefined });
      if (end === 'collect')
        await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/collect', { path: work, body: undefined });
      else
        await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/not-collected', { path: work, body: undefined });
    }
    await desk.placed('r-1', [{ sku: 'MUG', quantity: 1 }], { shipBy: '2026-01-02T00:00:00Z' });
    const asked = await workOf('r-1');
    await desk.hub().post(`/api/v1/fulfillment-orders/${asked.id}/pick`, {});
    await desk.api().call('post', '/api/v1/fulfillment-orders/{id}/request-label', { path: asked, body: undefined });
    await desk.hub().parts.store.watchDeliveries(desk.hub().parts.now());
    const { items: notices } = await desk.api().call('get', '/api/v1/notices', { query: { limit: 5 } });
    await desk
      .api()
      .call('post', '/api/v1/notices/{id}/settle', { path: { id: notices[0]?.id ?? '' }, body: undefined });
    await desk
      .api()
      .call('post', '/api/v1/locations', { body: { code: 'annex', name: 'Annex', priority: 3, address: {} } });
  });

  test('says how orders are sourced', async () => {
    const rules = { name: 'spring', method: 'exact' as const };
    await desk.api().call('post', '/api/v1/sourcing/rules/check', { body: rules });
    const { version } = await desk.api().call('post', '/api/v1/sourcing/rules', { body: rules });
    await desk.api().call('get', '/api/v1/sourcing/rules', {});
    await desk.api().call('get', '/api/v1/sourcing/rules/{name}', { path: { name: 'spring' } });
    await desk
      .api()
      .call('post', '/api/v1/sourcing/activation', { body: { name: 'spring', version, channel: 'online' } });
    await desk.api().call('post', '/api/v1/sourcing/deactivation', { body: { channel: 'online' } });
    await desk.api().call('post', '/api/v1/sourcing/goods', { body: { sku: 'MUG', isHazardous: false } });
    const path = { id: String((await desk.hub().show('orders', { externalId: 'o-2' }))['id']) };
    await desk.api().call('get', '/api/v1/orders/{id}/sourcing' as never, { path } as never);
  });
});

allCalled(
  desk,
  [
    'orders',
    'pick-lists',
    'boxes',
    'manifests',
    'fulfillment-orders',
    'fulfillment',
    'packing',
    'shipments',
    'notices',
  ].concat('sourcing', 'prices', 'locations'),
);
