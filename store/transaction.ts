import type pg from 'pg';
import type {
  AfterSaleKey,
  Changes,
  HubLocation,
  InboxItem,
  KnownProduct,
  Reference,
  StoredBalance,
  Transaction,
} from '../core/ports/index.ts';
import type { ConnectionId, LocationId, ProductId } from '../core/shared/ids.ts';
import { instantFrom } from './instant.ts';
import { componentsOf, NO_COMPONENTS } from './inventory/bundles.ts';
import { inventoryTransaction } from './inventory/inventoryTransaction.ts';
import { packingTransaction } from './packing.ts';
import { pickingTransaction } from './picking.ts';
import { arrivalPolicies } from './sql/arrivalPolicies.ts';
import { addAttachment, removeAttachment } from './sql/attachments.ts';
import { caseTransaction } from './sql/cases.ts';
import { settleDelivery } from './sql/deliveries.ts';
import { destinationTotalTransaction } from './sql/destinationTotals.ts';
import { fulfillments } from './sql/fulfillments.ts';
import { insertOrderEvents } from './sql/insertOrderEvents.ts';
import { insertOrders } from './sql/insertOrders.ts';
import { insertNotices } from './sql/notices.ts';
import { orderFacts } from './sql/orderFacts.ts';
import { ordersById, ordersByReference } from './sql/orders.ts';
import { paymentTransaction, savePayments } from './sql/payments.ts';
import { payoutTransaction } from './sql/payouts.ts';
import { endReservations, insertReservations, reservationsOf, useReservations } from './sql/reservations.ts';
import { returnLabelTransaction } from './sql/returnLabels.ts';
import { returnTransaction, saveReturns } from './sql/returns.ts';
import { saveAllocations } from './sql/saveAllocations.ts';
import { claimSkus, saveCustomers, saveProducts, saveReferences } from './sql/saveCatalog.ts';
import { saveAfterSales, saveFulfillments, saveShipments, shipmentsOfOrders } from './sql/saveFulfillments.ts';
import { saveOrderExtras } from './sql/saveOrderExtras.ts';
import { saveOrderLines } from './sql/saveOrderLines.ts';
import { saveStock, saveStockVersions } from './sql/saveStock.ts';
import { parcels, saveTracked } from './sql/saveTracking.ts';
import { insertOutbox, settleApplied, settleOthers } from './sql/settleInbox.ts';
import { saveSourcingLoads, sourcingTransaction } from './sql/sourcing.ts';
import { updateOrders } from './sql/updateOrders.ts';
import { message, waiting } from './sql/waitingInbox.ts';

/** The first key of the advisory locks on inbox partitions; the second is the partition. */
const PARTITION_LOCK = 0x1b0c;

/** The port on one client between BEGIN and COMMIT. */
export function openTransaction(client: pg.PoolClient): Transaction {
  return {
    ...packingTransaction(client),
    ...pickingTransaction(client),
    ...paymentTransaction(client),
    ...payoutTransaction(client),
    ...returnTransaction(client),
    ...caseTransaction(client),
    ...destinationTotalTransaction(client),
    ...returnLabelTransaction(client),
    lockPartition: (partition) => lockPartition(client, partition),
    waiting: (partition, limit) => waiting(client, partition, limit),
    message: (id): Promise<InboxItem | null> => message(client, id),
    isWaiting: (id) => isWaiting(client, id),
    settle: (rows) => settleOthers(client, rows),
    ordersByReference: (references) => ordersByReference(client, references),
    ordersById: (ids) => ordersById(client, ids),
    balances: (products) => balances(client, products),
    ensureBalances: (products) => ensureBalances(client, products),
    claimSkus: (claims) => claimSkus(client, claims),
    productsBySku: (skus) => productsBySku(client, skus),
    references: (entity, keys) => references(client, entity, keys),
    afterSales: (keys) => afterSales(client, keys),
    orderFacts: (id, query) => orderFacts(client, id, query),
    arrivalPolicies: () => arrivalPolicies(client),
    addAttachment: (order, attachment, content) => addAttachment(client, order, attachment, content),
    removeAttachment: (order, id) => removeAttachment(client, order, id),
    locations: () => locations(client),
    fulfillments: (query) => fulfillments(client, query),
    shipmentsOfOrders: (orders) => shipmentsOfOrders(client, orders),
    parcels: (keys) => parcels(client, keys),
    reservationsOf: (holders) => reservationsOf(client, holders),
    endReservations: (ids) => endReservations(client, ids),
    ...sourcingTransaction(client),
    save: (changes) => save(client, changes),
    inventory: inventoryTransaction(client),
    isUnderWay: (delivery) => isUnderWay(client, delivery),
    settleDelivery: (task, outcome) => settleDelivery(client, task, outcome),
  };
}

async function save(client: pg.PoolClient, changes: Changes): Promise<void> {
  const added = changes.orders.filter((change) => change.before === null);
  const changed = changes.orders.filter((change) => change.before !== null);
  await saveProducts(client, changes.products);
  await saveCustomers(client, changes.customers);
  await saveReferences(client, changes.references);
  await insertOrders(client, added);
  await updateOrders(client, changed);
  await saveOrderExtras(client, changes.orders);
  await saveOrderLines(client, changes.orders);
  await insertOrderEvents(client, changes.orders);
  await saveAllocations(client, changes.orders);
  await saveStock(client, changes.stock);
  await saveStockVersions(client, changes.stockVersions);
  await saveFulfillments(client, changes.fulfillments);
  await saveShipments(client, changes.shipments);
  await saveTracked(client, changes.tracked);
  await saveAfterSales(client, changes.afterSales);
  await insertReservations(client, changes.reservations);
  await useReservations(client, changes.usedReservations);
  await insertNotices(client, changes.notices);
  await savePayments(client, changes.payments);
  await saveReturns(client, changes.returns);
  await saveSourcingLoads(client, changes.sourcingLoads);
  await insertOutbox(client, changes.outbox);
  await settleApplied(client, changes.applied);
  await settleOthers(client, changes.settled);
}

async function lockPartition(client: pg.PoolClient, partition: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>({
    name: 'lock-partition',
    text: 'select pg_try_advisory_xact_lock($1, $2) as locked',
    values: [PARTITION_LOCK, partition],
  });
  return rows[0]?.locked === true;
}

async function isUnderWay(client: pg.PoolClient, delivery: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'delivery-under-way',
    text: `select from delivery where id = $1 and state in ('sent', 'in-doubt') for update`,
    values: [delivery],
  });
  return rowCount === 1;
}

async function isWaiting(client: pg.PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'is-waiting',
    text: `select from inbox_work where id = $1 and state = 'received'`,
    values: [id],
  });
  return rowCount === 1;
}

async function balances(client: pg.PoolClient, products: readonly ProductId[]): Promise<readonly StoredBalance[]> {
  type Row = {
    product_id: string;
    location_id: string;
    on_hand: number;
    reserved: number;
    allocated: number;
    picked: number;
    damaged: number;
    quality: number;
    in_transit: number;
    is_placed: boolean;
    source_version: string | null;
  };
  const { rows } = await client.query<Row>({
    name: 'lock-balances',
    text: `select product_id, location_id, on_hand, reserved, allocated, picked, damaged, quality, in_transit, is_placed,
                  source_version
           from stock_balance where product_id = any($1::uuid[]) order by product_id, location_id for update`,
    values: [products],
  });
  return rows.map((row) => ({
    product: row.product_id as ProductId,
    location: row.location_id as LocationId,
    onHand: row.on_hand,
    reserved: row.reserved,
    allocated: row.allocated,
    picked: row.picked,
    damaged: row.damaged,
    quality: row.quality,
    inTransit: row.in_transit,
    isPlaced: row.is_placed,
    sourceVersion: row.source_version === null ? null : instantFrom(row.source_version),
  }));
}

/** A row for each location, so that two counts of a new level meet at its lock. */
async function ensureBalances(client: pg.PoolClient, products: readonly ProductId[]): Promise<void> {
  await client.query({
    name: 'ensure-balances',
    text: `insert into stock_balance (product_id, location_id)
           select p, l.id from unnest($1::uuid[]) p cross join location l
           where not exists (select from stock_balance b where b.product_id = p and b.location_id = l.id)
           order by 1, 2
           on conflict do nothing`,
    values: [products],
  });
}

async function productsBySku(
  client: pg.PoolClient,
  skus: readonly string[],
): Promise<ReadonlyMap<string, KnownProduct>> {
  if (skus.length === 0) return new Map();
  type Row = { sku: string; id: string; source_version: string | null; is_bundle: boolean };
  const { rows } = await client.query<Row>({
    name: 'products-by-sku',
    text: 'select sku, id, source_version, is_bundle from product where sku = any($1::text[])',
    values: [skus],
  });
  const bundles = rows.flatMap((row) => (row.is_bundle ? [row.id as ProductId] : []));
  const parts = bundles.length > 0 ? await componentsOf(client, bundles) : NO_COMPONENTS;
  const known = (row: Row): KnownProduct => {
    const components = parts.get(row.id as ProductId);
    const sourceVersion = row.source_version === null ? null : instantFrom(row.source_version);
    return { id: row.id as ProductId, sourceVersion, ...(components ? { components } : {}) };
  };
  return new Map(rows.map((row) => [row.sku, known(row)]));
}

async function references(
  client: pg.PoolClient,
  entity: Reference['entity'],
  keys: readonly { connection: ConnectionId; externalId: string }[],
): Promise<readonly Reference[]> {
  const { rows } = await client.query<{ connection_id: string; external_id: string; internal_id: string }>({
    name: 'references',
    text: `select connection_id, external_id, internal_id from external_reference
           where entity = $1 and (connection_id, external_id) in (select * from unnest($2::uuid[], $3::text[]))`,
    values: [entity, keys.map((key) => key.connection), keys.map((key) => key.externalId)],
  });
  return rows.map((row) => ({
    connection: row.connection_id as ConnectionId,
    entity,
    externalId: row.external_id,
    internalId: row.internal_id,
  }));
}

async function afterSales(client: pg.PoolClient, keys: readonly AfterSaleKey[]): Promise<readonly AfterSaleKey[]> {
  const { rows } = await client.query<{ kind: AfterSaleKey['kind']; connection_id: string; external_id: string }>({
    name: 'after-sales',
    text: `select kind, connection_id, external_id from after_sale
           where (connection_id, kind, external_id) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))`,
    values: [keys.map((key) => key.connection), keys.map((key) => key.kind), keys.map((key) => key.externalId)],
  });
  return rows.map((row) => ({
    kind: row.kind,
    connection: row.connection_id as ConnectionId,
    externalId: row.external_id,
  }));
}

async function locations(client: pg.PoolClient): ReturnType<Transaction['locations']> {
  const { rows } = await client.query<HubLocation>({
    name: 'active-locations',
    text: `select l.id, l.code, l.priority, coalesce(s.kind, 'warehouse') as kind,
                  coalesce(s.is_shipping, true) as "isShipping"
           from location l left join location_fulfillment s on s.location_id = l.id
           where l.is_active order by l.priority, l.code`,
  });
  return rows;
}
