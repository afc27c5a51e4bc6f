import { describe, expect, test } from 'vitest';
import { product } from '../support/documents.ts';
import { eventsOf, orderDesk } from '../support/orderDesk.ts';

const { hub, placed, restated, shown, call } = orderDesk();
const ONE = [{ sku: 'A', quantity: 1 }];

describe('a validation', () => {
  test('names all that is wrong, holds the order as the policy says, and is in its history', async () => {
    await hub().request('/api/v1/prices', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prices: [{ sku: 'A', currency: 'EUR', unitPrice: '9.00', toleranceBps: 100 }] }),
    });
    const { id, externalId } = await placed({ shippingAddress: { name: 'Jane', line1: 'Street 1', country: 'DE' } });
    const done = await call(id, 'validate', { policy: { 'price-differs': 'custom:buyer-price' } });
    expect(done.body).toMatchObject({
      events: ['OrderValidated', 'OrderHeld', 'OrderHeld'],
      findings: [
        { code: 'price-differs', at: '/lines/0/unitPrice' },
        { code: 'address-incomplete', at: '/shippingAddress/city' },
        { code: 'postal-code-malformed', at: '/shippingAddress/postalCode' },
      ],
    });
    const row = await shown(externalId);
    expect(row).toMatchObject({ holds: ['payment', 'custom:buyer-price', 'address'], findings: [{}, {}, {}] });
    expect(row['validatedAt']).not.toBeNull();
    expect(eventsOf(row).at(-1)?.body).toMatchObject({ reason: 'address', note: 'found by validation' });
  });

  test('finds the same order sent twice under two numbers, and not the one that was bought with it', async () => {
    const customer = { email: 'twice@example.com', name: 'Twice' };
    const lines = [{ sku: 'B', quantity: 1 }];
    const first = await placed({ customer }, lines);
    const second = await placed({ customer }, lines);
    await placed({ customer }, [{ sku: 'B', quantity: 2 }]);
    const { body } = await call(second.id, 'validate', {});
    expect(body).toMatchObject({
      findings: [{ code: 'duplicate', message: expect.stringContaining(`#${first.externalId}`) }],
    });
    expect(await shown(second.externalId)).toMatchObject({ holds: ['payment', 'fraud'] });
  });
});

const put = (path: string, body: object) =>
  hub().request(`/api/v1${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the check of orders that arrive', () => {
  const wrong = {
    channel: 'phone',
    paymentState: 'paid',
    shippingAddress: { name: 'Jane', line1: 'Street 1', country: 'DE' },
  };

  test('holds an order of its channel before any location gets it, or only says what is wrong, as the policy wants', async () => {
    await put('/validation-policies', { channel: 'phone', mode: 'hold', holds: { 'postal-code-malformed': null } });
    const held = await placed(wrong, [{ sku: 'B', quantity: 1 }]);
    expect(await shown(held.externalId)).toMatchObject({
      status: 'on-hold',
      holds: ['address'],
      lines: [{ allocated: 1, released: 0 }],
      findings: expect.arrayContaining([expect.objectContaining({ code: 'address-incomplete' })]),
    });
    await put('/validation-policies', { channel: 'phone', mode: 'warn' });
    const warned = await placed(wrong, [{ sku: 'B', quantity: 1 }]);
    expect(await shown(warned.externalId)).toMatchObject({ status: 'released', holds: [] });
    expect((await shown(warned.externalId))['findings']).not.toEqual([]);
    const { body } = await hub().get('/api/v1/validation-policies');
    expect(body).toMatchObject({ items: [{ channel: 'phone', mode: 'warn', setBy: 'first administrator' }] });
  });

  test('is left alone for other channels, and once it is off', async () => {
    const other = await placed({ ...wrong, channel: 'b2b' }, [{ sku: 'B', quantity: 1 }]);
    expect(await shown(other.externalId)).toMatchObject({ status: 'released', validatedAt: null });
    await put('/validation-policies', { channel: 'phone', mode: 'off' });
    const phone = await placed(wrong, [{ sku: 'B', quantity: 1 }]);
    expect(await shown(phone.externalId)).toMatchObject({ validatedAt: null });
  });
});

test('prices are listed page by page', async () => {
  const prices = ['A', 'B', 'C'].map((sku) => ({ sku, currency: 'USD', unitPrice: '5.50', toleranceBps: 0 }));
  await put('/prices', { prices });
  const page = async (cursor = '') => {
    const { body } = await hub().get(`/api/v1/prices?currency=USD&limit=2${cursor && `&cursor=${cursor}`}`);
    return body as { items: { sku: string; unitPrice: string }[]; cursor: string | null };
  };
  const first = await page();
  expect(first.items).toMatchObject([{ sku: 'A', unitPrice: '5.5' }, { sku: 'B' }]);
  expect(await page(first.cursor ?? '')).toMatchObject({ items: [{ sku: 'C' }], cursor: null });
});

describe('what comes in another order than it happened', () => {
  test('an update before its create is the order, and the create that comes late changes nothing', async () => {
    await restated('late-1', [{ sku: 'B', quantity: 2 }], { updatedAt: '2026-01-03T00:00:00Z' });
    await restated('late-1', ONE, { updatedAt: '2026-01-01T00:00:00Z' });
    expect(await shown('late-1')).toMatchObject({ status: 'released', lines: [{ sku: 'B', released: 2 }] });
  });

  test('a payment before its create leaves no hold behind', async () => {
    await restated('late-2', ONE, { paymentState: 'paid', updatedAt: '2026-01-02T00:00:00Z' });
    await restated('late-2', ONE, { paymentState: 'pending', updatedAt: '2026-01-01T00:00:00Z' });
    expect(await shown('late-2')).toMatchObject({ status: 'released', paymentState: 'paid', holds: [] });
  });

  test('an old status that arrives late does not bring a cancelled order back', async () => {
    const cancelled = { updatedAt: '2026-01-05T00:00:00Z', cancelledAt: '2026-01-05T00:00:00Z' };
    await restated('late-3', ONE, {});
    await restated('late-3', ONE, cancelled);
    await restated('late-3', ONE, { updatedAt: '2026-01-04T00:00:00Z' });
    expect(await shown('late-3')).toMatchObject({ status: 'cancelled', lines: [{ cancelled: 1 }] });
  });

  test('an unknown SKU parks its line alone; the others keep their stock, and the product that comes lets all go on', async () => {
    await restated('late-4', [...ONE, { sku: 'UNHEARD', quantity: 1 }], {});
    expect(await shown('late-4')).toMatchObject({ status: 'parked', lines: [{ allocated: 1 }, { open: 1 }] });
    await hub().post('/api/v1/products', product('UNHEARD'));
    await hub().settled();
    expect(await shown('late-4')).toMatchObject({
      status: 'backordered',
      lines: [{ allocated: 1 }, { backordered: 1 }],
    });
  });

  test('a cancellation and a confirmation of the work race: whichever is first, every unit is in one place', async () => {
    for (let i = 0; i < 5; i++) {
      const { id, externalId } = await placed({ paymentState: 'paid' });
      const raced = await Promise.all([
        call(id, 'cancel', { reason: 'buyer' }),
        call(id, 'pick', {}),
        call(id, 'cancel', { reason: 'buyer again' }),
        call(id, 'cancel', { reason: 'some', lines: [{ line: `${externalId}-1`, quantity: 2 }] }),
      ]);
      expect(raced.filter(({ status }) => status >= 500)).toEqual([]);
      const { lines, status } = await shown(externalId);
      expect([status, lines.map(({ cancelled = 0, shipped = 0 }) => cancelled + shipped)]).toEqual([
        'cancelled',
        [3, 2],
      ]);
    }
  });
});
