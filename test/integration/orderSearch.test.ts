import { beforeAll, describe, expect, test } from 'vitest';
import { orderDesk } from '../support/orderDesk.ts';

type Row = Readonly<Record<string, unknown>>;
type Page = { readonly items: readonly Row[]; readonly cursor: string | null };

const { hub, placed, shown, call } = orderDesk();
const day = (n: number): string => `2026-0${n}-01T00:00:00Z`;
const ids: string[] = [];

beforeAll(async () => {
  const buyers = [
    { email: 'Zoe@Example.com', name: 'Zoë Müller', phone: '+49 221 1234' },
    { email: 'luca@example.com', name: 'Luca Bianchi', externalId: 'c-77' },
  ];
  const orders = [
    { placedAt: day(1), customer: buyers[0], channel: 'online', tags: ['gift'] },
    { placedAt: day(2), customer: buyers[1], channel: 'b2b', paymentState: 'paid', note: 'ring twice, please' },
    {
      placedAt: day(3),
      customer: buyers[0],
      channel: 'phone',
      paymentState: 'paid',
      shippingAddress: { city: 'Köln', country: 'DE' },
    },
    { placedAt: day(4), customer: buyers[1], channel: 'online', kind: 'purchase', number: 'PO-9' },
  ];
  for (const [i, order] of orders.entries()) {
    const lines =
      i === 2
        ? [{ sku: 'RARE', quantity: 1 }]
        : [
            { sku: 'A', quantity: 1 },
            { sku: 'B', quantity: 1 },
          ];
    ids.push((await placed(order, lines)).id);
  }
});

/** The positions of the found orders, in the order in which they were given. */
async function found(filters: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const answer = await hub().get(`/api/v1/orders/search?${new URLSearchParams(filters)}`);
  expect([filters, answer.status]).toEqual([filters, 200]);
  return (answer.body as Page).items.map(({ id }) => ids.indexOf(String(id)) + 1);
}

describe('a search', () => {
  test.each([
    [{ customer: 'zoe@example.com' }, [3, 1]],
    [{ customer: 'ZOË MÜLLER' }, [3, 1]],
    [{ customer: '+49 221 1234' }, [3, 1]],
    [{ customer: 'c-77' }, [4, 2]],
    [{ number: 'o-2' }, [2]],
    [{ number: '#o-2' }, [2]],
    [{ number: 'po-9' }, [4]],
    [{ externalId: 'o-3' }, [3]],
    [{ sku: 'rare' }, [3]],
    [{ sku: 'B' }, [4, 2, 1]],
    [{ status: 'on-hold' }, [1]],
    [{ status: 'backordered' }, [3]],
    [{ status: 'released', channel: 'b2b' }, [2]],
    [{ status: 'awaiting-receipt' }, [4]],
    [{ channel: 'online' }, [4, 1]],
    [{ kind: 'purchase' }, [4]],
    [{ tag: 'Gift' }, [1]],
    [{ from: day(2), to: day(4) }, [3, 2]],
    [{ text: 'köln' }, [3]],
    [{ text: '"ring twice"' }, [2]],
    [{ text: 'product a -bianchi' }, []],
    [{ text: 'müller', channel: 'online' }, [1]],
    [{ customer: 'nobody@example.com' }, []],
    [{}, [4, 3, 2, 1]],
  ] as const)('for %j finds %j', async (filters, expected) => {
    expect(await found(filters as Readonly<Record<string, string>>)).toEqual(expected);
  });

  test('is cut into pages that together are the whole', async () => {
    const pages: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await hub().get(`/api/v1/orders/search?limit=1${cursor && `&cursor=${cursor}`}`);
      pages.push(...(body as Page).items.map(({ id }) => ids.indexOf(String(id)) + 1));
      cursor = (body as Page).cursor;
    }
    expect(pages).toEqual([4, 3, 2, 1]);
    expect((await hub().get('/api/v1/orders/search?cursor=nonsense')).body).toEqual({ items: [], cursor: null });
  });

  test('follows what people do to orders: a note, a tag, a cancellation', async () => {
    const [, second = ''] = ids;
    await call(second, 'notes', { text: 'Wollmütze vergessen' });
    await call(second, 'marks', { addTags: ['VIP'] });
    await hub().settled();
    expect([await found({ text: 'wollmütze' }), await found({ tag: 'vip' })]).toEqual([[2], [2]]);
    await call(second, 'marks', { removeTags: ['VIP'] });
    await call(second, 'cancel', { reason: 'buyer' });
    await hub().settled();
    expect([await found({ tag: 'vip' }), await found({ status: 'cancelled' })]).toEqual([[], [2]]);
  });

  test.each(['status=lost', 'from=yesterday', 'limit=0'])('with %s is not valid', async (query) => {
    expect((await hub().get(`/api/v1/orders/search?${query}`)).status).toBe(400);
  });
});

describe('an action on many orders', () => {
  test('first says which they are, then does it to each and tells its outcome', async () => {
    const request = (action: object, more: object = {}) =>
      hub().post('/api/v1/orders/bulk', { filter: { channel: 'online' }, action, ...more });
    const tag = { type: 'tag', tags: ['spring'] };
    expect((await request(tag, { preview: true })).body).toMatchObject({
      outcomes: [
        { number: 'PO-9', outcome: 'found' },
        { number: '#o-1', outcome: 'found' },
      ],
      hasMore: false,
    });
    expect((await request(tag, { limit: 1 })).body).toMatchObject({
      outcomes: [{ outcome: 'changed' }],
      hasMore: true,
    });
    expect((await request(tag)).body).toMatchObject({ outcomes: [{ outcome: 'unchanged' }, { outcome: 'changed' }] });
    expect((await request({ type: 'hold', reason: 'manual' })).body).toMatchObject({
      outcomes: [{ outcome: 'changed' }, { outcome: 'changed' }],
    });
    await call(ids[3] ?? '', 'cancel', { reason: 'not needed' });
    const released = await request({ type: 'release', reason: 'payment', note: 'all paid' });
    expect(released.body).toMatchObject({
      outcomes: [{ outcome: 'refused', code: 'not-open' }, { outcome: 'changed' }],
    });
    expect(await shown('o-1')).toMatchObject({ holds: ['manual'], tags: ['spring'] });
  });

  test('without anything to find, or with half a reason, is not valid', async () => {
    const action = { type: 'hold', reason: 'custom' };
    expect((await hub().post('/api/v1/orders/bulk', { filter: { tag: 'x' }, action })).status).toBe(400);
    const hold = { type: 'hold', reason: 'manual' };
    expect((await hub().post('/api/v1/orders/bulk', { filter: {}, action: hold })).status).toBe(400);
  });
});

test('the money of an order names its differences, and what is paid and due', async () => {
  const { id } = await placed(
    {
      paymentState: 'paid',
      totals: { linesMinor: 1000, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 998 },
    },
    [{ sku: 'A', quantity: 1 }],
  );
  const { body } = await hub().get(`/api/v1/orders/${id}/money`);
  expect(body).toMatchObject({
    currency: 'EUR',
    totals: { computed: { grandMinor: 1000 }, differences: [{ cause: 'cash-rounding', minor: -2 }] },
    sourceTotals: null,
    settlement: { owedMinor: 998, capturedMinor: 998, refundDueMinor: 0, collectMinor: 0 },
  });
  expect((await hub().get('/api/v1/orders/none/money')).status).toBe(404);
});
