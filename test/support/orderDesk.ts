import { afterAll, beforeAll, expect } from 'vitest';
import { ownDatabase, ownRedis } from './database.ts';
import { type LineInput, order, product } from './documents.ts';
import { type Answer, openHub, type TestHub } from './hub.ts';
import { comparedStatuses } from './orderStatuses.ts';

type Row = Readonly<Record<string, unknown>>;
export type Line = Readonly<Record<'id' | 'externalId' | 'sku', string>> & Readonly<Record<string, number>>;
type Event = { readonly type: string; readonly by: string; readonly inboxId: string | null; readonly body: Row };
export type Shown = Row & { readonly id: string; readonly version: number; readonly lines: readonly Line[] };

/** A hub with 1,000 each of A, B and C at one place, RARE and NEVER without stock, and what a person does to orders there. */
export type OrderDesk = {
  hub(): TestHub;
  /** An unpaid order, so that nothing is released yet: 3 × A and 2 × B at 10.00. */
  placed(more?: object, lines?: readonly LineInput[]): Promise<Shown & { readonly externalId: string }>;
  /** Puts a newer document of the order into the hub. */
  restated(externalId: string, lines: readonly LineInput[], more: object): Promise<void>;
  shown(externalId: string): Promise<Shown>;
  call(id: string, verb: string, body: object, version?: number): Promise<Answer>;
};

export const USUAL: readonly LineInput[] = [
  { sku: 'A', quantity: 3 },
  { sku: 'B', quantity: 2 },
];

/** Opens the desk for a test file; at its end the ledgers must sum and the events fold to the rows. */
export function orderDesk(): OrderDesk {
  const database = ownDatabase();
  const errors: unknown[] = [];
  let hub: TestHub;
  let n = 0;
  beforeAll(async () => {
    hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
    await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
    for (const sku of ['A', 'B', 'C', 'RARE', 'NEVER']) await hub.post('/api/v1/products', product(sku));
    await hub.settled();
    for (const sku of ['A', 'B', 'C']) {
      await hub.post('/api/v1/stock/adjustments', { sku, location: 'main', difference: 1000, reason: 'start' });
    }
  });
  afterAll(async () => {
    const { differences: statuses } = await comparedStatuses(hub.parts);
    const found = { ledger: await hub.ledgerDifferences(), folded: await hub.foldedDifferences(), statuses, errors };
    await hub.close();
    expect(found).toEqual({ ledger: [], folded: [], statuses: [], errors: [] });
  });
  const shown: OrderDesk['shown'] = async (externalId) =>
    (await hub.show('orders', { reference: `hub-${externalId}` })) as never;
  return {
    hub: () => hub,
    shown,
    async placed(more = {}, lines = USUAL) {
      n += 1;
      const externalId = `o-${n}`;
      await hub.post('/api/v1/orders', order(externalId, lines, { paymentState: 'pending', ...more }));
      await hub.settled();
      return { ...(await shown(externalId)), externalId };
    },
    async restated(externalId, lines, more) {
      await hub.post('/api/v1/orders', order(externalId, lines, more));
      await hub.settled();
    },
    call: (id, verb, body, version) =>
      hub.post(`/api/v1/orders/${id}/${verb}`, body, version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
}

export const eventsOf = (row: Row): readonly Event[] => row['events'] as readonly Event[];
export const totalsOf = (row: Row): Row => (row['document'] as { totals: Row }).totals;
