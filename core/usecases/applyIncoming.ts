import type { CanonicalRecord, OrderDocument, PickingDocument, ShipmentDocument } from '../documents/index.ts';
import type { Component } from '../inventory/index.ts';
import type { OrderFacts } from '../order/index.ts';
import type {
  AfterSaleKey,
  IdSource,
  KnownProduct,
  MessageId,
  ParcelKey,
  Reference,
  StoredOrder,
  Transaction,
} from '../ports/index.ts';
import type { Fault } from '../shared/fault.ts';
import type { Instant, OrderId, ProductId } from '../shared/ids.ts';
import { referenceOf } from '../shared/reference.ts';
import { ok, type Result } from '../shared/result.ts';
import { applyRefund, applyReturn } from './applyAfterSale.ts';
import { applyCustomer } from './applyCustomer.ts';
import { applyPicking } from './applyFulfillment.ts';
import { APPLIED, type Applied, applyOrder } from './applyOrder.ts';
import { applyPayment, ordersPaid } from './applyPayment.ts';
import { applyShipment, ordersMeant } from './applyShipment.ts';
import { applyProduct, applyStock } from './applyStock.ts';
import { applyTracking } from './applyTracking.ts';
import { Batch, type Loaded, type Sender } from './batch.ts';
import { loadSourcing } from './batchSourcing.ts';
import { loadChecks, newOrders } from './checkArrival.ts';
import { countedBy, placesOf } from './openStock.ts';

/** The documents of one message. */
export type Incoming = {
  readonly message: MessageId;
  readonly sender: Sender;
  readonly records: readonly CanonicalRecord[];
};

/** Loads and locks, in as few statements as there are kinds of things, all that a batch of messages may touch. */
export async function openBatch(
  tx: Transaction,
  incoming: readonly Incoming[],
  ids: IdSource,
  now: Instant,
  isPhone: OrderFacts['isPhone'] = () => true,
): Promise<Batch> {
  const wanted = wantedBy(incoming);
  const named = wanted.orders.size > 0 ? await tx.ordersByReference([...wanted.orders]) : [];
  const splits = named.flatMap(({ header }) => header.links.splitInto ?? []);
  const orders = splits.length > 0 ? [...named, ...(await tx.ordersById(splits))] : named;
  const products = await knownProducts(tx, wanted, ids);
  const references = await knownReferences(tx, wanted);
  const items = references.filter(({ entity }) => entity === 'stock-item');
  const touched = touchedBy(products, items, orders);
  const held = wanted.holders.size > 0 ? await tx.reservationsOf([...wanted.holders]) : [];
  const counted = countedBy(wanted.counted, products, items);
  if (counted.length > 0) await tx.ensureBalances(counted);
  const locations = await tx.locations();
  const balances = touched.size > 0 ? await tx.balances([...touched]) : [];
  return new Batch(
    {
      orders,
      products,
      balances,
      // Only counts, picks and shipments take units off the shelf here; orders promise them.
      places: counted.length + wanted.shipments.length > 0 || wanted.isPicking ? await placesOf(tx, balances) : [],
      locations,
      held,
      references,
      afterSales: wanted.afterSales.length > 0 ? await tx.afterSales(wanted.afterSales) : [],
      ...(await workOn(tx, orders, wanted)),
      parcels: wanted.parcels.length > 0 ? await tx.parcels(wanted.parcels) : [],
      payments: await tx.payments(orders.flatMap(idsOf)),
      returns: wanted.afterSales.length > 0 ? await tx.returns(orders.flatMap(idsOf)) : [],
      sourcing: await loadSourcing(tx, touched, locations, now),
      checks: await loadChecks(tx, newOrders(incoming, orders), isPhone),
    },
    ids,
    now,
  );
}

/** Every product whose stock a batch may move: those named, and those that bundles among them are made of. */
function touchedBy(
  products: ReadonlyMap<string, KnownProduct>,
  items: readonly Reference[],
  orders: readonly StoredOrder[],
): ReadonlySet<ProductId> {
  const touched = new Set<ProductId>();
  for (const { id, components = [] } of products.values())
    for (const each of [id, ...components.map(partOf)]) touched.add(each);
  for (const { internalId } of items) touched.add(internalId as ProductId);
  for (const stored of orders) for (const id of productsOf(stored)) touched.add(id);
  return touched;
}

/** The work on these orders, and what of them has left where a shipment is reported. */
async function workOn(
  tx: Transaction,
  orders: readonly StoredOrder[],
  { shipments }: Wanted,
): Promise<Pick<Loaded, 'fulfillments' | 'shipments'>> {
  const ids = orders.flatMap(idsOf);
  if (ids.length === 0) return { fulfillments: [], shipments: [] };
  return {
    fulfillments: await tx.fulfillments({ orders: ids }),
    shipments: shipments.length > 0 ? await tx.shipmentsOfOrders(ids) : [],
  };
}

/** The products asked for; those that a document of this batch brings are claimed first, where they are new. */
async function knownProducts(
  tx: Transaction,
  { skus, brought }: Wanted,
  ids: IdSource,
): Promise<ReadonlyMap<string, KnownProduct>> {
  const known = await tx.productsBySku([...skus]);
  const claims = [...brought].filter((sku) => !known.has(sku)).map((sku) => ({ sku, id: ids.next() as ProductId }));
  if (claims.length === 0) return known;
  await tx.claimSkus(claims);
  return tx.productsBySku([...skus]);
}

async function knownReferences(
  tx: Transaction,
  { locations, customers, products, items, shipments }: Wanted,
): Promise<readonly Reference[]> {
  const asked = [
    ['location', locations],
    ['customer', customers],
    ['product', products],
    ['stock-item', items],
    ['shipment', shipments],
  ] as const;
  const known: Reference[] = [];
  for (const [entity, keys] of asked) if (keys.length > 0) known.push(...(await tx.references(entity, keys)));
  return known;
}

const idsOf = ({ order }: StoredOrder): readonly OrderId[] => (order.status === 'unplaced' ? [] : [order.id]);

const partOf = ({ product }: Component): ProductId => product;

/** The products on an order's lines, with those that bundles are made of. */
export function productsOf(stored: StoredOrder): readonly ProductId[] {
  if (stored.order.status === 'unplaced') return [];
  return [...stored.order.lines.values()].flatMap(({ product, components = [] }) =>
    product === null ? [] : [product, ...components.map(partOf)],
  );
}

type ExternalKey = { readonly connection: Sender['id']; readonly externalId: string };
type Wanted = {
  readonly orders: Set<string>;
  readonly holders: Set<string>;
  readonly skus: Set<string>;
  /** SKUs that come with a document of their own. */
  readonly brought: Set<string>;
  /** SKUs whose levels are reported: their balances must exist to be locked. */
  readonly counted: Set<string>;
  readonly locations: ExternalKey[];
  readonly customers: ExternalKey[];
  readonly products: ExternalKey[];
  /** Items of levels and products, by the sender's own key. */
  readonly items: ExternalKey[];
  readonly afterSales: AfterSaleKey[];
  readonly shipments: ExternalKey[];
  readonly parcels: ParcelKey[];
  isPicking: boolean;
};

function wantedBy(incoming: readonly Incoming[]): Wanted {
  const wanted: Wanted = {
    orders: new Set(),
    holders: new Set(),
    skus: new Set(),
    brought: new Set(),
    counted: new Set(),
    locations: [],
    customers: [],
    products: [],
    items: [],
    afterSales: [],
    shipments: [],
    parcels: [],
    isPicking: false,
  };
  for (const { sender, records } of incoming) for (const record of records) want(wanted, sender, record);
  return wanted;
}

function wantOrder({ orders, holders, skus, locations }: Wanted, sender: Sender, document: OrderDocument): void {
  if (document.holder !== undefined) holders.add(document.holder);
  orders.add(referenceOf(sender.name, document.externalId));
  for (const line of document.lines) skus.add(line.sku);
  if (document.collectAt) locations.push({ connection: sender.id, externalId: document.collectAt });
}

function wantShipment({ orders, locations, shipments }: Wanted, sender: Sender, document: ShipmentDocument): void {
  for (const key of ordersMeant(sender, document.orderExternalId)) orders.add(key);
  if (document.location) locations.push({ connection: sender.id, externalId: document.location });
  shipments.push({ connection: sender.id, externalId: document.reference });
}

function wantPicking(wanted: Wanted, sender: Sender, document: PickingDocument): void {
  wanted.isPicking = true;
  wanted.orders.add(document.orderReference);
  if (document.location) wanted.locations.push({ connection: sender.id, externalId: document.location });
}

function want(wanted: Wanted, sender: Sender, { name, document }: CanonicalRecord): void {
  const { orders, skus, brought, counted, locations, customers, products, items, afterSales } = wanted;
  switch (name) {
    case 'order':
      wantOrder(wanted, sender, document);
      return;
    case 'stock':
      skus.add(document.sku);
      counted.add(document.sku);
      locations.push({ connection: sender.id, externalId: document.location });
      if (document.item) items.push({ connection: sender.id, externalId: document.item });
      return;
    case 'product':
      skus.add(document.sku);
      brought.add(document.sku);
      products.push({ connection: sender.id, externalId: document.externalId });
      if (document.stockItem) items.push({ connection: sender.id, externalId: document.stockItem });
      return;
    case 'customer':
      customers.push({ connection: sender.id, externalId: document.externalId });
      return;
    case 'picking':
      wantPicking(wanted, sender, document);
      return;
    case 'refund':
    case 'return':
      if (document.orderExternalId) orders.add(referenceOf(sender.name, document.orderExternalId));
      afterSales.push({ kind: name, connection: sender.id, externalId: document.externalId });
      return;
    case 'shipment':
      wantShipment(wanted, sender, document);
      return;
    case 'tracking':
      wanted.parcels.push({ carrier: sender.id, trackingNumber: document.trackingNumber });
      return;
    case 'payment':
      for (const key of ordersPaid(sender, document)) orders.add(key);
      return;
    default:
      return;
  }
}

/**
 * Decides the documents of one message. A refusal comes before any effect of its own record; of several records in one
 * message the first refusal is reported, and the caller starts again with that message alone.
 */
export function applyMessage(batch: Batch, { message, sender, records }: Incoming): Result<Applied, Fault> {
  let outcome: Applied = records.length === 0 ? { outcome: 'ignored', reason: 'nothing-in-it' } : APPLIED;
  let isApplied = false;
  batch.actor = `connection/${sender.name}`;
  for (const record of records) {
    const applied = applyRecord(batch, sender, record, message);
    if (!applied.ok) return applied;
    if (applied.value.outcome === 'applied') isApplied = true;
    else outcome = applied.value;
  }
  return ok(isApplied ? APPLIED : outcome);
}

function applyRecord(batch: Batch, sender: Sender, record: CanonicalRecord, cause: MessageId): Result<Applied, Fault> {
  switch (record.name) {
    case 'order':
      return applyOrder(batch, sender, record.document, cause);
    case 'stock':
      return applyStock(batch, sender, record.document);
    case 'product':
      return applyProduct(batch, sender, record.document);
    case 'customer':
      return applyCustomer(batch, sender, record.document);
    case 'picking':
      return applyPicking(batch, sender, record.document, cause);
    case 'shipment':
      return applyShipment(batch, sender, record.document, cause);
    case 'refund':
      return applyRefund(batch, sender, record.document, cause);
    case 'payment':
      return applyPayment(batch, sender, record.document, cause);
    case 'tracking':
      return applyTracking(batch, sender, record.document);
    case 'return':
      return applyReturn(batch, sender, record.document);
    default:
      return ok({ outcome: 'ignored', reason: `${record.name}-not-used` });
  }
}
