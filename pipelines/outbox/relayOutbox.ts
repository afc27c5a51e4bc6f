import type {
  Backorder,
  BackorderPlace,
  Clock,
  Destinations,
  IdSource,
  OutboxFact,
  OutboxRow,
  OutboxTopic,
  RelayTransaction,
  Transaction,
} from '../../core/ports/index.ts';
import type { ConnectionId, OrderId, ProductId } from '../../core/shared/ids.ts';
import { releaseWaiting } from '../../core/usecases/releaseWaiting.ts';
import { settleOrders } from '../../core/usecases/settlePayments.ts';
import type { Connections } from '../connections.ts';
import { choicesFor, deliveriesFor, type FactContext } from './planDeliveries.ts';

export type RelayContext = {
  readonly transaction: <T>(run: (tx: Transaction & RelayTransaction) => Promise<T>) => Promise<T>;
  readonly connections: Connections;
  readonly ids: IdSource;
  readonly clock: Clock;
};

const BATCH = 1000;
/** Backordered orders that one batch goes on with; the others follow with the next. */
const BACKORDERS = 200;

export type Relayed = { readonly facts: number; readonly woken: readonly ConnectionId[]; readonly choices: number };

/**
 * Turns a batch of facts into deliveries and follow-ups, in one transaction with their removal from the outbox. Answers
 * how many facts there were, which connections got work, and how many labels wait for a carrier to be chosen.
 */
export async function relayOutbox(context: RelayContext): Promise<Relayed> {
  return context.transaction(async (tx) => {
    const facts = await tx.take(BATCH);
    if (facts.length === 0) return { facts: 0, woken: [], choices: 0 };
    const known = await lookUp(tx, facts, destinationsOf(context.connections));
    const deliveries = facts.flatMap((fact) => deliveriesFor(fact, known));
    await tx.prepare(deliveries);
    const choices = facts.flatMap((fact) => choicesFor(fact, known));
    await tx.wantCarriers(choices);
    await followUp(tx, facts, context);
    await settleMoney(tx, facts, known, context);
    const woken = [...new Set(deliveries.map(({ connection }) => connection))];
    return { facts: facts.length, woken, choices: choices.length };
  });
}

/** Who takes part in which write. A paused connection still collects its work; only a removed one does not. */
function destinationsOf(connections: Connections): Destinations {
  const having = (capability: Exclude<keyof Destinations, 'cancelSource'>): readonly ConnectionId[] =>
    connections.all().flatMap(({ id, connector }) => (connector.capabilities[capability] ? [id] : []));
  const [pushOrder, cancelOrder] = [having('pushOrder'), having('cancelOrder')];
  return {
    pushOrder,
    cancelOrder,
    cancelSource: cancelOrder.filter((connection) => !pushOrder.includes(connection)),
    acknowledgeOrder: having('acknowledgeOrder'),
    pushShipment: having('pushShipment'),
    pushStock: having('pushStock'),
    buyLabel: having('buyLabel'),
  };
}

const WORK_TOPICS: readonly OutboxTopic[] = [
  'fulfillment.picked',
  'fulfillment.packed',
  'fulfillment.released',
  'fulfillment.cancelled',
  'label.wanted',
];

async function lookUp(
  tx: RelayTransaction,
  facts: readonly OutboxRow[],
  destinations: Destinations,
): Promise<FactContext> {
  const about = (...topics: readonly OutboxTopic[]): readonly string[] => [
    ...new Set(facts.filter(({ topic }) => topics.includes(topic)).map(({ entity }) => entity)),
  ];
  const orders = await tx.orderKeys(about('order.allocated', 'order.cancelled'));
  const shipments = await tx.shipmentKeys(about('shipment.shipped'));
  const fulfillments = await tx.fulfillmentKeys(about(...WORK_TOPICS));
  const pushed = new Map<string, ConnectionId[]>();
  for (const { order, connection } of await tx.pushedOrders(about('order.cancelled'))) {
    pushed.set(order, [...(pushed.get(order) ?? []), connection]);
  }
  const tellsStock = about('stock.changed').length > 0 && destinations.pushStock.length > 0;
  return {
    destinations,
    orders: new Map(orders.map((key) => [key.id, key])),
    shipments: new Map(shipments.map((key) => [key.id, key])),
    fulfillments: new Map(fulfillments.map((key) => [key.id, key])),
    pushed,
    suppliers: about('order.allocated').length > 0 ? await tx.suppliers() : [],
    locations: tellsStock ? await tx.mappedLocations(destinations.pushStock) : [],
  };
}

/** Stock that rose goes to those who wait for it; a product that came lets its parked lines and messages go on. */
async function followUp(
  tx: Transaction & RelayTransaction,
  facts: readonly OutboxRow[],
  context: RelayContext,
): Promise<void> {
  const added = facts.filter(({ topic }) => topic === 'product.added').map(({ entity }) => entity as ProductId);
  const places = placesOf(facts);
  const each = Math.max(1, Math.floor(BACKORDERS / Math.max(1, places.length)));
  const backorders = places.length > 0 ? await tx.backordersOf(places, each) : [];
  const waiting = new Set<OrderId>(backorders.map(({ order }) => order));
  if (added.length > 0) {
    for (const id of await tx.parkedFor(added)) waiting.add(id);
    await tx.unpark(['unknown-sku', 'unknown-item']);
  }
  if (waiting.size === 0) return;
  const skus = await tx.skusOf(added);
  const withUnits = await releaseWaiting(tx, [...waiting], skus, context.ids, context.clock.now());
  await tx.tell(backordersLeft(backorders, each, withUnits));
}

/** What has left is captured, and what is not needed any more given free, where the hub holds the money of an order. */
async function settleMoney(
  tx: Transaction,
  facts: readonly OutboxRow[],
  { shipments }: FactContext,
  context: RelayContext,
): Promise<void> {
  const orders = new Set<OrderId>();
  for (const { topic, entity } of facts) {
    if (topic === 'payment.due' || topic === 'order.cancelled') orders.add(entity as OrderId);
    const shipped = topic === 'shipment.shipped' ? shipments.get(entity)?.order.id : undefined;
    if (shipped) orders.add(shipped);
  }
  if (orders.size > 0) await settleOrders(tx, [...orders], context.ids, context.clock.now());
}

/** Where to look for backorders: from the beginning for stock that rose, else where the last batch stopped. */
function placesOf(facts: readonly OutboxRow[]): readonly BackorderPlace[] {
  const places = new Map<ProductId, BackorderPlace>();
  for (const { topic, entity, body, bundles } of facts) {
    const product = entity as ProductId;
    if (topic === 'stock.changed' && body?.['rose'] === true) {
      for (const each of [product, ...((bundles ?? []) as ProductId[])])
        places.set(each, { product: each, after: null });
    }
    if (topic === 'backorders.left' && !places.has(product)) {
      places.set(product, { product, after: body as unknown as NonNullable<BackorderPlace['after']> });
    }
  }
  return [...places.values()];
}

/** A product that filled its share of this batch and has units left goes on behind the last order. */
function backordersLeft(
  backorders: readonly Backorder[],
  each: number,
  withUnits: ReadonlySet<ProductId>,
): readonly OutboxFact[] {
  const byProduct = Map.groupBy(backorders, ({ product }) => product);
  return [...byProduct].flatMap(([product, orders]) => {
    const last = orders.at(-1);
    if (!last || orders.length < each || !withUnits.has(product)) return [];
    const { priority, placedAt, order } = last;
    const body = { priority, placedAt, order };
    return [{ topic: 'backorders.left', entity: product, origin: null, body }];
  });
}
