import { z } from 'zod';
import type { CanonicalRecord } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { changesPull, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { SHIPMENT_STATES } from './codes.ts';
import { type EntityRecord, findIn } from './find.ts';
import { orderKeys } from './orderKeys.ts';
import { wholeUnits } from './quantity.ts';
import { skusOf } from './skus.ts';

const text = z.string().optional();

/** What the pull makes of a shipment with what was issued to it, for which orders, and its way. */
export const ShipmentItem = Item.extend({
  shipmentId: z.string().min(1),
  statusId: z.string(),
  originFacilityId: text,
  issued: z
    .array(
      z.object({ orderKey: z.string().min(1), sku: z.string().min(1), quantity: z.string(), cancelQuantity: text }),
    )
    .readonly(),
  carrierPartyId: text,
  trackingIdNumber: text,
  actualStartDate: text,
});
export type ShipmentItem = z.infer<typeof ShipmentItem>;

/** Shipments of sales orders, whoever entered the orders; one is told again when its parts change. */
export const pullShipments = changesPull({
  topic: 'shipment',
  subject: 'shipment',
  key: 'shipmentId',
  follows: () => [
    { entity: 'Shipment', where: { shipmentTypeId: 'SALES_SHIPMENT' } },
    { entity: 'ItemIssuance' },
    { entity: 'ShipmentRouteSegment' },
  ],
  items: shipmentItems,
});

async function shipmentItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly ShipmentItem[], Fault>> {
  const ids = touched.flatMap(({ shipmentId }) => shipmentId ?? []);
  const shipments = await findIn(client, 'Shipment', 'shipmentId', ids, signal, { shipmentTypeId: 'SALES_SHIPMENT' });
  if (!shipments.ok) return shipments;
  const issued = await issuedTo(client, ids, signal);
  if (!issued.ok) return issued;
  const segments = await findIn(client, 'ShipmentRouteSegment', 'shipmentId', ids, signal);
  if (!segments.ok) return segments;
  return ok(
    shipments.value.map((shipment) => {
      const { shipmentId = '', statusId = '', originFacilityId } = shipment;
      const own = issued.value.filter((each) => each['shipmentId'] === shipmentId);
      const way = segments.value.filter((each) => each['shipmentId'] === shipmentId);
      const { carrierPartyId, trackingIdNumber, actualStartDate } = way[0] ?? {};
      return {
        shipmentId,
        lastUpdatedStamp: newestOf([shipment, ...own, ...way]),
        statusId,
        originFacilityId,
        issued: own.map(({ orderKey = '', sku = '', quantity = '0', cancelQuantity }) => ({
          ...{ orderKey, sku, quantity },
          ...(cancelQuantity === undefined ? {} : { cancelQuantity }),
        })),
        ...{ carrierPartyId, trackingIdNumber, actualStartDate },
      };
    }),
  );
}

/** Issuances to shipments, with the SKU of each and the key of its order. */
async function issuedTo(
  client: OfbizClient,
  shipments: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly EntityRecord[], Fault>> {
  const issuances = await findIn(client, 'ItemIssuance', 'shipmentId', shipments, signal);
  if (!issuances.ok) return issuances;
  const contents = await findIn(client, 'ShipmentItem', 'shipmentId', shipments, signal);
  if (!contents.ok) return contents;
  const products = new Map(
    contents.value.map((each) => [`${each['shipmentId']}/${each['shipmentItemSeqId']}`, each['productId'] ?? '']),
  );
  const skus = await skusOf(client, [...products.values()], signal);
  if (!skus.ok) return skus;
  const keys = await orderKeys(
    client,
    issuances.value.flatMap(({ orderId }) => orderId ?? []),
    signal,
  );
  if (!keys.ok) return keys;
  return ok(
    issuances.value.flatMap((issuance) => {
      const product = products.get(`${issuance['shipmentId']}/${issuance['shipmentItemSeqId']}`) ?? '';
      const [sku, orderKey] = [skus.value.get(product), keys.value.get(issuance['orderId'] ?? '')];
      return sku === undefined || orderKey === undefined ? [] : [{ ...issuance, sku, orderKey }];
    }),
  );
}

/** Goods that left, a document for each of the orders in a shipment. One that has not left yet is left by name. */
export function decodeShipment(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(ShipmentItem, raw, 'shipment');
  if (!item.ok) return item;
  const { shipmentId, issued } = item.value;
  const reason = keptBack(item.value);
  if (reason !== undefined) return ok({ kind: 'ignored', reason });
  const orders = Map.groupBy(issued, ({ orderKey }) => orderKey);
  const documents: CanonicalRecord[] = [];
  for (const [orderKey, lines] of orders) {
    const reference = orders.size === 1 ? shipmentId : `${shipmentId}/${orderKey}`;
    const document = oneOrder(item.value, { orderKey, reference, lines });
    if (!document.ok) return document;
    if (document.value) documents.push(document.value);
  }
  return documents.length > 0
    ? ok({ kind: 'documents', documents })
    : ok({ kind: 'ignored', reason: 'nothing-issued' });
}

/** Why nothing is told of a shipment yet. */
function keptBack({ statusId, issued }: ShipmentItem): string | undefined {
  const state = SHIPMENT_STATES.get(statusId);
  if (state === undefined) return `shipment-status-${statusId}`;
  if (state !== 'shipped') return `shipment-${state}`;
  return issued.length === 0 ? 'shipment-without-issues' : undefined;
}

type OneOrder = {
  readonly orderKey: string;
  readonly reference: string;
  readonly lines: ShipmentItem['issued'];
};

function oneOrder(
  { originFacilityId, carrierPartyId, trackingIdNumber, actualStartDate }: ShipmentItem,
  { orderKey, reference, lines: issued }: OneOrder,
): Result<CanonicalRecord | undefined, Fault> {
  const sums = new Map<string, number>();
  for (const { sku, quantity, cancelQuantity = '0' } of issued) {
    const [units, back] = [wholeUnits(quantity), wholeUnits(cancelQuantity)];
    if (!units.ok || !back.ok) return err(permanent('unexpected-shape', `no quantity: ${quantity}`, '/issued'));
    sums.set(sku, (sums.get(sku) ?? 0) + units.value - back.value);
  }
  const lines = [...sums].flatMap(([sku, quantity]) => (quantity > 0 ? [{ sku, quantity }] : []));
  if (lines.length === 0) return ok(undefined);
  const document = parseDocument('shipment', {
    reference,
    orderExternalId: orderKey,
    ...(originFacilityId === undefined ? {} : { location: originFacilityId }),
    lines,
    ...(carrierPartyId === undefined || carrierPartyId === '_NA_' ? {} : { carrier: carrierPartyId.slice(0, 100) }),
    ...(trackingIdNumber === undefined ? {} : { trackingNumber: trackingIdNumber.slice(0, 100) }),
    ...(actualStartDate === undefined ? {} : { shippedAt: actualStartDate }),
  });
  return document.ok ? ok({ name: 'shipment', document: document.value }) : document;
}
