import type pg from 'pg';
import type {
  Backorder,
  FulfillmentKey,
  OrderKey,
  OutboxRow,
  RelayTransaction,
  ShipmentKey,
} from '../core/ports/index.ts';
import type { ConnectionId, OrderId, ProductId } from '../core/shared/ids.ts';
import { column } from './database.ts';
import { wantCarriers } from './sql/carrierChoices.ts';
import { insertDeliveries } from './sql/deliveries.ts';
import { insertOutbox } from './sql/settleInbox.ts';

/** What the relay reads and writes, on the client of its transaction. */
export function relayTransaction(client: pg.PoolClient): RelayTransaction {
  const rows = async <Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await client.query<Row>({ name, text, values })).rows;
  // The lock first, and then the look: a carrier that is just being chosen is seen.
  const fulfillmentKeys = async (ids: readonly string[]): Promise<FulfillmentKey[]> => {
    await rows('lock-fulfillments', LOCK_FULFILLMENTS, [ids]);
    return rows<FulfillmentKey>('fulfillment-keys', FULFILLMENT_KEYS, [ids]);
  };
  return {
    take: (limit) => rows<OutboxRow>('take-outbox', TAKE, [limit]),
    orderKeys: (ids) => orNone(ids, () => rows<OrderKey>('order-keys', ORDER_KEYS, [ids])),
    shipmentKeys: (ids) => orNone(ids, () => rows<ShipmentKey>('shipment-keys', SHIPMENT_KEYS, [ids])),
    fulfillmentKeys: (ids) => orNone(ids, () => fulfillmentKeys(ids)),
    suppliers: async () => (await rows<{ id: ConnectionId }>('suppliers', SUPPLIERS, [])).map(({ id }) => id),
    pushedOrders: (ids) =>
      orNone(ids, () => rows<{ order: string; connection: ConnectionId }>('pushed-orders', PUSHED_ORDERS, [ids])),
    mappedLocations: (connections) => rows('mapped-locations', MAPPED_LOCATIONS, [connections]),
    prepare: (deliveries) => insertDeliveries(client, deliveries),
    wantCarriers: (choices) => wantCarriers(client, choices),
    backordersOf: (from, limit) =>
      rows<Backorder>('backorders-of', BACKORDERS_OF, [
        column(from, ({ product }) => product),
        column(from, ({ after }) => after?.priority ?? null),
        column(from, ({ after }) => after?.placedAt ?? null),
        column(from, ({ after }) => after?.order ?? null),
        limit,
      ]),
    tell: (facts) => insertOutbox(client, facts),
    parkedFor: async (products) =>
      (await rows<{ id: OrderId }>('parked-for', PARKED_FOR, [products])).map(({ id }) => id),
    skusOf: async (products) =>
      new Map(
        (
          await rows<{ sku: string; id: ProductId }>(
            'skus-of',
            'select sku, id from product where id = any($1::uuid[])',
            [products],
          )
        ).map(({ sku, id }) => [sku, id]),
      ),
    unpark: async (codes) => {
      await client.query({ name: 'unpark', text: UNPARK, values: [codes] });
    },
  };
}

async function orNone<T>(ids: readonly string[], read: () => Promise<T[]>): Promise<readonly T[]> {
  return ids.length === 0 ? [] : read();
}

// No high-water mark: identities do not commit in their order, so only a row's presence says that it is still to tell.
const TAKE = `
  with taken as (
    delete from outbox_message
    where id in (select id from outbox_message order by id limit $1 for update skip locked)
    returning id, topic, entity, origin, body
  )
  select t.*, case when t.topic = 'stock.changed'
    then (select array_agg(bundle_id) from bundle_component where component_id = t.entity) end as bundles
  from taken t order by id`;

const ORDER_KEYS = 'select id, reference, connection_id as connection from orders where id = any($1::uuid[])';

const SHIPMENT_KEYS = `
  select s.id, s.reference, jsonb_build_object('id', o.id, 'reference', o.reference, 'connection', o.connection_id) as order
  from shipment s join orders o on o.id = s.order_id where s.id = any($1::uuid[])`;

const LOCK_FULFILLMENTS = 'select from fulfillment_order where id = any($1::uuid[]) order by id for key share';

const FULFILLMENT_KEYS = `
  select f.id, f.number, f.order_id as order, f.method, coalesce(s.is_packing, false) as "isPacking",
         (select count(*) from shipment d where d.fulfillment_order_id = f.id)::integer as shipments,
         coalesce(s.carrier_connection_id::text, s.carrier, 'first') as carrier, s.supplier_connection_id as supplier,
         (select d.connection_id from delivery d where d.subject = f.id and d.operation = 'buyLabel'
            and d.state in ('prepared', 'sent', 'in-doubt', 'needs-operator') limit 1) as "labelWith"
  from fulfillment_order f left join location_fulfillment s on s.location_id = f.location_id
  where f.id = any($1::uuid[])`;

const SUPPLIERS = `
  select distinct supplier_connection_id as id from location_fulfillment where supplier_connection_id is not null`;

const PUSHED_ORDERS = `
  select subject as order, connection_id as connection from delivery
  where operation = 'pushOrder' and subject = any($1::uuid[])`;

const MAPPED_LOCATIONS = `
  select connection_id as connection, external_id as "externalId" from external_reference
  where entity = 'location' and connection_id = any($1::uuid[])`;

const BACKORDERS_OF = `
  select place.product, waiting.priority, waiting.placed_at as "placedAt", waiting.id as order
  from unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::uuid[]) as place (product, priority, placed_at, id)
  cross join lateral (
    select distinct o.priority, o.placed_at, o.id from order_line l join orders o on o.id = l.order_id
    where l.product_id = place.product and l.backordered > 0 and o.state = 'open'
      and (place.id is null or (-o.priority, o.placed_at, o.id) > (-place.priority, place.placed_at, place.id))
    order by o.priority desc, o.placed_at, o.id limit $5) waiting
  order by waiting.priority desc, waiting.placed_at, waiting.id`;

const PARKED_FOR = `
  select distinct l.order_id as id from order_line l join product p on p.sku = l.sku
  where l.product_id is null and p.id = any($1::uuid[])`;

const UNPARK = `
  update inbox_work set state = 'received', attempts = 0, not_before = null, settled_at = null
  where state = 'parked' and fault ->> 'code' = any($1::text[])`;
