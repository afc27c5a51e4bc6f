import { describe, expect, test } from 'vitest';
import { eventsOf, orderDesk } from '../support/orderDesk.ts';

const { hub, placed, shown, call } = orderDesk();

describe('a hold', () => {
  test('keeps an order from the warehouse until the last one is taken off, and the history says who and why', async () => {
    const { id, externalId } = await placed();
    expect((await call(id, 'hold', { reason: 'fraud', note: 'score 92' })).body).toMatchObject({
      events: ['OrderHeld'],
    });
    await call(id, 'hold', { reason: 'custom', name: 'credit-limit' });
    await call(id, 'release', { reason: 'payment' });
    await call(id, 'release', { reason: 'fraud', note: 'called' });
    expect(await shown(externalId)).toMatchObject({ status: 'on-hold', holds: ['custom:credit-limit'] });
    await call(id, 'release', { reason: 'custom', name: 'credit-limit' });
    const row = await shown(externalId);
    expect(row).toMatchObject({ status: 'released', lines: [{ released: 3 }, { released: 2 }] });
    const [held] = eventsOf(row).filter(({ body }) => body['reason'] === 'fraud');
    expect(held).toMatchObject({
      type: 'OrderHeld',
      by: 'first administrator',
      inboxId: null,
      body: { note: 'score 92' },
    });
    const [first] = eventsOf(row);
    expect(first).toMatchObject({ type: 'OrderPlaced', by: 'connection/hub', inboxId: expect.stringMatching(/^\d+$/) });
  });

  test('that is there already changes nothing, and one without its name is not valid', async () => {
    const { id, version } = await placed();
    expect((await call(id, 'hold', { reason: 'payment' })).body).toEqual({ id, version, events: [] });
    expect((await call(id, 'hold', { reason: 'custom' })).status).toBe(400);
    expect((await call('no-such-order', 'hold', { reason: 'manual' })).status).toBe(404);
  });
});

describe('marks', () => {
  test('are kept on the order, and are no reason to release it', async () => {
    const { id, externalId } = await placed();
    await call(id, 'marks', { priority: 10, promisedAt: '2026-12-01T13:00:00+01:00', addTags: ['gift', 'a,b'] });
    await call(id, 'marks', { removeTags: ['gift'] });
    await call(id, 'notes', { text: 'called the buyer' });
    const row = await shown(externalId);
    expect(row).toMatchObject({
      priority: 10,
      promisedAt: '2026-12-01T12:00:00.000Z',
      tags: ['a,b'],
      status: 'on-hold',
    });
    expect(eventsOf(row).at(-1)).toMatchObject({ type: 'NoteAdded', body: { text: 'called the buyer' } });
  });

  test('with a higher priority let an order go first when stock comes', async () => {
    const lines = [{ sku: 'RARE', quantity: 1 }];
    const first = await placed({ paymentState: 'paid' }, lines);
    const second = await placed({ paymentState: 'paid' }, lines);
    await call(second.id, 'marks', { priority: 1 });
    await hub().post('/api/v1/stock/adjustments', { sku: 'RARE', location: 'main', difference: 1, reason: 'delivery' });
    await hub().settled();
    expect(await shown(first.externalId)).toMatchObject({ status: 'backordered' });
    expect(await shown(second.externalId)).toMatchObject({ status: 'released' });
  });
});

describe('an attachment', () => {
  test('is given back as it came, and its removal stays in the history', async () => {
    const { id, externalId } = await placed();
    const base64 = Buffer.from('Happy birthday, Zoë').toString('base64');
    const added = await call(id, 'attachments', { name: 'grüße.txt', contentType: 'text/plain', base64 });
    expect(added.status).toBe(201);
    const { attachment } = added.body as { attachment: string };
    expect((await shown(externalId))['attachments']).toMatchObject([{ id: attachment, name: 'grüße.txt', bytes: 20 }]);
    const path = `/api/v1/orders/${id}/attachments/${attachment}`;
    const read = await hub().request(path);
    expect([read.headers.get('content-type'), await read.text()]).toEqual(['text/plain', 'Happy birthday, Zoë']);
    expect((await hub().request(path, { method: 'DELETE' })).status).toBe(200);
    expect((await hub().request(path)).status).toBe(404);
    expect((await hub().request(path, { method: 'DELETE' })).status).toBe(404);
    const row = await shown(externalId);
    expect([row['attachments'], eventsOf(row).at(-1)?.type]).toEqual([[], 'AttachmentRemoved']);
  });

  test('that is not what it says is refused', async () => {
    const { id } = await placed();
    const base64 = Buffer.from('MZ\0\0').toString('base64');
    for (const contentType of ['application/pdf', 'text/plain']) {
      const refused = await call(id, 'attachments', { name: 'x', contentType, base64 });
      expect([refused.status, refused.body]).toMatchObject([409, { code: 'attachment-refused' }]);
    }
  });
});

describe('a cancellation in part', () => {
  test('gives the stock back, lowers the total and names what the buyer gets back', async () => {
    const free = await hub().available('A');
    const { id, externalId } = await placed({ paymentState: 'paid' });
    const done = await call(id, 'cancel', { reason: 'damaged', lines: [{ line: `${externalId}-1`, quantity: 2 }] });
    expect(done).toMatchObject({ status: 200, body: { events: ['UnitsCancelled', 'MoneyDue'] } });
    const row = await shown(externalId);
    expect(row).toMatchObject({ grandMinor: 3000, lines: [{ released: 1, cancelled: 2 }, { released: 2 }] });
    expect(eventsOf(row).at(-1)?.body).toMatchObject({ refundMinor: 2000, voidMinor: 0 });
    expect(await hub().available('A')).toBe(free - 1);
    expect(row['fulfillmentOrders']).toMatchObject([{ lines: [{ quantity: 1 }, { quantity: 2 }] }]);
  });

  test('of everything cancels the order, and an authorization is to be given free', async () => {
    const { id, externalId } = await placed({ paymentState: 'authorized' });
    const lines = [
      { line: `${externalId}-1`, quantity: 3 },
      { line: `${externalId}-2`, quantity: 2 },
    ];
    await call(id, 'cancel', { reason: 'sold out', lines });
    const row = await shown(externalId);
    expect(row).toMatchObject({ status: 'cancelled', fulfillmentOrders: [{ state: 'cancelled' }] });
    expect(eventsOf(row).at(-1)).toMatchObject({ type: 'MoneyDue', body: { voidMinor: 5000, refundMinor: 0 } });
  });
});

describe('a purchase order', () => {
  test('is received in parts, puts the goods on the shelf, and is closed by the last of them', async () => {
    const free = await hub().available('C');
    const { id, externalId } = await placed({ kind: 'purchase', channel: 'b2b' }, [{ sku: 'C', quantity: 10 }]);
    expect(await hub().available('C')).toBe(free);
    const receive = (quantity: number) =>
      call(id, 'receive', {
        receipt: `DN-${quantity}`,
        location: 'main',
        lines: [{ line: `${externalId}-1`, quantity }],
      });
    await receive(4);
    expect(await shown(externalId)).toMatchObject({ state: 'open', lines: [{ open: 6, received: 4 }] });
    expect(await receive(7)).toMatchObject({ status: 409, body: { code: 'insufficient' } });
    await receive(6);
    expect(await shown(externalId)).toMatchObject({ state: 'closed', kind: 'purchase', lines: [{ received: 10 }] });
    expect(await hub().available('C')).toBe(free + 10);
  });

  test('is no sales order: what is sold is not received', async () => {
    const { id, externalId } = await placed();
    const lines = [{ line: `${externalId}-1`, quantity: 1 }];
    const refused = await call(id, 'receive', { receipt: 'x', location: 'main', lines });
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong-kind' } });
  });
});
