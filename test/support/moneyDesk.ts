import { afterAll, expect } from 'vitest';
import { foldedPaymentDifferences } from './foldedPayments.ts';
import { type OrderDesk, orderDesk } from './orderDesk.ts';

type Row = Readonly<Record<string, unknown>>;
export type Entry = Row & {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly amountMinor: number;
};
export type Moved = { readonly entries: readonly Entry[] };

/** What people, providers and shops do to the money of orders, on the desk of orders. */
export type MoneyDesk = OrderDesk & {
  policy(provider: string, capture: 'manual' | 'shipment', isReauthorizing?: boolean): Promise<unknown>;
  settlement(id: string): Promise<Row>;
  entriesOf(id: string, filter?: Readonly<Record<string, string>>): Promise<readonly Entry[]>;
  record(id: string, movement: object): Promise<Moved>;
  confirm(id: string, body?: object): ReturnType<OrderDesk['call']>;
  /** A provider's notice arrives and is applied. */
  noticed(externalId: string, more: object): Promise<void>;
  /** Units leave without the hub's work, as the order's own shop reports them. */
  left(order: { readonly externalId: string }, line: number, quantity: number): Promise<void>;
};

/** Opens the desk for a test file; at its end the events of money must fold to the rows. */
export function moneyDesk(): MoneyDesk {
  const desk = orderDesk();
  const { hub, call } = desk;
  let shipments = 0;
  afterAll(async () => expect(await foldedPaymentDifferences(hub().parts)).toEqual([]));
  return {
    ...desk,
    policy: (provider, capture, isReauthorizing = false) =>
      hub().request('/api/v1/payment-policies', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ provider, capture, isReauthorizing }),
      }),
    settlement: async (id) => ((await hub().get(`/api/v1/orders/${id}/money`)).body as { settlement: Row }).settlement,
    entriesOf: async (id, filter = {}) =>
      (await hub().list('payments', { orderId: id, ...filter })).items as readonly Entry[],
    record: async (id, movement) =>
      (await call(id, 'payments', { provider: 'stripe', method: 'card', ...movement })).body as Moved,
    confirm: (id, body = {}) => hub().post(`/api/v1/payments/${id}/confirm`, body),
    async noticed(externalId, more) {
      const document = { method: 'card', status: 'succeeded', currency: 'EUR', provider: 'stripe' };
      const notice = { ...document, externalId, at: '2026-01-02T00:00:00Z', ...more };
      await hub().arrive('payment', `payment/${externalId}`, `${externalId}/${JSON.stringify(more)}`, notice);
      await hub().settled();
    },
    async left({ externalId }, line, quantity) {
      const sku = ['A', 'B', 'C'][line - 1] ?? '';
      const reference = `${externalId}/${line}/${shipments++}`;
      const lines = [{ lineExternalId: `${externalId}-${line}`, sku, quantity }];
      const head = { reference, orderExternalId: externalId, location: 'main', shippedAt: '2026-01-03T00:00:00Z' };
      await hub().arrive('shipment', `shipment/${reference}`, reference, { ...head, lines });
      await hub().settled();
    },
  };
}
