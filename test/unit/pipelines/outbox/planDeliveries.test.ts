import { expect, test } from 'vitest';
import type { OrderKey, OutboxRow } from '../../../../core/ports/index.ts';
import type { ConnectionId, OrderId } from '../../../../core/shared/ids.ts';
import { deliveriesFor, type FactContext } from '../../../../pipelines/outbox/planDeliveries.ts';

const [shop, erp, other] = ['shop', 'erp', 'other'] as readonly string[] as readonly ConnectionId[];
const order = { id: 'o-1' as OrderId, reference: 'shop-1', connection: shop } as OrderKey;

const context = (more: Partial<FactContext['destinations']>, pushed: readonly (ConnectionId | undefined)[] = []) => {
  const none = { pushOrder: [], cancelOrder: [], cancelSource: [], acknowledgeOrder: [] };
  return {
    destinations: { ...none, pushShipment: [], pushStock: [], buyLabel: [], ...more },
    orders: new Map([[order.id, order]]),
    shipments: new Map(),
    fulfillments: new Map(),
    pushed: new Map([[order.id, pushed]]),
    locations: [],
    suppliers: [],
  } as unknown as FactContext;
};
const fact = (topic: OutboxRow['topic'], origin: ConnectionId | undefined = undefined) =>
  ({ id: '1', topic, entity: order.id, origin: origin ?? null }) as OutboxRow;
const told = (row: OutboxRow, given: FactContext) =>
  deliveriesFor(row, given).map(({ connection, operation }) => `${connection} ${operation}`);

test('an order that is committed is acknowledged where it came from, and pushed everywhere else', () => {
  const given = context({
    pushOrder: [erp, shop] as ConnectionId[],
    acknowledgeOrder: [shop, other] as ConnectionId[],
  });
  expect(told(fact('order.allocated', shop), given)).toEqual(['erp pushOrder', 'shop acknowledgeOrder']);
});

test('a cancellation is told to who was given the order, and to its source, but not to who said it', () => {
  const given = context({ cancelOrder: [erp, shop] as ConnectionId[], cancelSource: [shop, other] as ConnectionId[] }, [
    erp,
  ]);
  expect(told(fact('order.cancelled'), given)).toEqual(['erp cancelOrder', 'shop cancelOrder']);
  expect(told(fact('order.cancelled', shop), given)).toEqual(['erp cancelOrder']);
  expect(told(fact('order.cancelled', erp), given)).toEqual(['shop cancelOrder']);
});
