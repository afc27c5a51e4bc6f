import type {
  CarrierChoice,
  Destinations,
  FulfillmentKey,
  MappedLocation,
  NewDelivery,
  OrderKey,
  OrderOperation,
  OutboxRow,
  ShipmentKey,
} from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { returnEntity } from '../../core/usecases/returnLabel.ts';
import { referenceOfPart } from '../../core/usecases/shipmentOf.ts';

/** What the facts of a batch are about, looked up once. */
export type FactContext = {
  readonly destinations: Destinations;
  readonly orders: ReadonlyMap<string, OrderKey>;
  readonly shipments: ReadonlyMap<string, ShipmentKey>;
  readonly fulfillments: ReadonlyMap<string, FulfillmentKey>;
  readonly pushed: ReadonlyMap<string, readonly ConnectionId[]>;
  readonly locations: readonly MappedLocation[];
  readonly suppliers: readonly ConnectionId[];
};

/** Who has to be told of a fact, and how: the table from facts to intents. Nobody is told what it said itself. */
export function deliveriesFor(fact: OutboxRow, context: FactContext): readonly NewDelivery[] {
  switch (fact.topic) {
    case 'order.allocated':
      return orderAllocated(fact, context);
    case 'order.cancelled':
      return orderCancelled(fact, context);
    case 'fulfillment.picked':
    case 'fulfillment.packed':
    case 'label.wanted':
      return labelWanted(fact, context);
    case 'fulfillment.released':
      return supplierTold(fact, context, 'pushOrder');
    case 'fulfillment.cancelled':
      return supplierTold(fact, context, 'cancelOrder');
    case 'shipment.shipped':
      return shipmentShipped(fact, context);
    case 'stock.changed':
      return stockChanged(fact, context);
    case 'return.label-wanted':
      return returnLabelWanted(fact, context);
    case 'product.added':
    case 'backorders.left':
    case 'payment.due':
      return [];
  }
}

/** All who take orders are given one that is committed, and the system it came from is told that it is. */
function orderAllocated(fact: OutboxRow, { orders, destinations, suppliers }: FactContext): readonly NewDelivery[] {
  const order = orders.get(fact.entity);
  if (!order) return [];
  const others = destinations.pushOrder.filter(
    (connection) => connection !== order.connection && !suppliers.includes(connection),
  );
  const source = destinations.acknowledgeOrder.filter((connection) => connection === order.connection);
  return [
    ...others.map((connection) => aboutOrder(order, connection, 'pushOrder')),
    ...source.map((connection) => aboutOrder(order, connection, 'acknowledgeOrder')),
  ];
}

function orderCancelled(fact: OutboxRow, { orders, destinations, pushed }: FactContext): readonly NewDelivery[] {
  const order = orders.get(fact.entity);
  if (!order) return [];
  const told = (pushed.get(order.id) ?? []).filter((connection) => destinations.cancelOrder.includes(connection));
  const source = destinations.cancelSource.filter((connection) => connection === order.connection);
  return [...told, ...source]
    .filter((connection) => connection !== fact.origin)
    .map((connection) => aboutOrder(order, connection, 'cancelOrder'));
}

const aboutOrder = (order: OrderKey, connection: ConnectionId, operation: OrderOperation): NewDelivery => ({
  connection,
  operation,
  reference: order.reference,
  entity: `order/${order.id}`,
  subject: order.id,
});

/** A carrier is asked for a label when all is picked, or where a location packs first, when all is packed. */
function labelWanted(fact: OutboxRow, { fulfillments, destinations }: FactContext): readonly NewDelivery[] {
  const work = labelled(fact, fulfillments);
  if (!work) return [];
  const carrier = work.labelWith ?? carrierOf(work, destinations);
  if (carrier === undefined) return [];
  const reference = referenceOfPart(work, work.shipments);
  return [{ connection: carrier, operation: 'buyLabel', reference, entity: `order/${work.order}`, subject: work.id }];
}

function returnLabelWanted({ entity, body }: OutboxRow, { destinations }: FactContext): readonly NewDelivery[] {
  const carrier = destinations.buyLabel[0];
  if (!carrier) return [];
  const reference = String(body?.['number']);
  return [{ connection: carrier, operation: 'buyLabel', reference, entity: returnEntity(entity), subject: entity }];
}

/** The carrier that a location has without any comparing; undefined where offers are compared, and where there is none. */
function carrierOf({ carrier }: FulfillmentKey, { buyLabel }: Destinations): ConnectionId | undefined {
  if (carrier === 'best') return undefined;
  return carrier === 'first' ? buyLabel[0] : buyLabel.find((connection) => connection === carrier);
}

function labelled({ topic, entity }: OutboxRow, fulfillments: FactContext['fulfillments']): FulfillmentKey | undefined {
  const work = fulfillments.get(entity);
  if (work?.method !== 'ship') return undefined;
  return topic === 'fulfillment.picked' && work.isPacking ? undefined : work;
}

const LABEL_TOPICS: readonly OutboxRow['topic'][] = ['fulfillment.picked', 'fulfillment.packed', 'label.wanted'];

/** The labels whose carrier is to be chosen by offers: where no purchase is under way yet. */
export function choicesFor(
  fact: OutboxRow,
  { fulfillments, destinations }: FactContext,
): readonly Omit<CarrierChoice, 'rounds'>[] {
  if (!LABEL_TOPICS.includes(fact.topic) || destinations.buyLabel.length === 0) return [];
  const work = labelled(fact, fulfillments);
  if (work?.carrier !== 'best' || work.labelWith !== null) return [];
  return [{ reference: referenceOfPart(work, work.shipments), work: work.id, order: work.order }];
}

/** A supplier is sent what he is to ship, and told when it is not wanted any more. */
function supplierTold(
  fact: OutboxRow,
  { fulfillments, destinations }: FactContext,
  operation: 'pushOrder' | 'cancelOrder',
): readonly NewDelivery[] {
  const work = fulfillments.get(fact.entity);
  if (!work?.supplier || !destinations[operation].includes(work.supplier)) return [];
  return [
    { connection: work.supplier, operation, reference: work.number, entity: `work/${work.id}`, subject: work.id },
  ];
}

function shipmentShipped(fact: OutboxRow, { shipments, destinations }: FactContext): readonly NewDelivery[] {
  const shipment = shipments.get(fact.entity);
  if (!shipment || !destinations.pushShipment.includes(shipment.order.connection)) return [];
  return [
    {
      connection: shipment.order.connection,
      operation: 'pushShipment',
      reference: shipment.reference,
      entity: `order/${shipment.order.id}`,
      subject: shipment.id,
    },
  ];
}

function stockChanged(fact: OutboxRow, { destinations, locations }: FactContext): readonly NewDelivery[] {
  const products = [fact.entity, ...(fact.bundles ?? [])];
  return locations
    .filter(({ connection }) => connection !== fact.origin && destinations.pushStock.includes(connection))
    .flatMap(({ connection, externalId }) =>
      products.map((product) => ({
        connection,
        operation: 'pushStock' as const,
        reference: `${externalId}/${product}`,
        entity: `stock/${product}/${externalId}`,
        subject: product,
      })),
    );
}
