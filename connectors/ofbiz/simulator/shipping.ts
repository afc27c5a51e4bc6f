import { type In, type Service, ServiceError } from './service.ts';
import type { Row, Store } from './store.ts';

const CHANGES: Readonly<Record<string, readonly string[]>> = {
  SHIPMENT_INPUT: ['SHIPMENT_SCHEDULED', 'SHIPMENT_PICKED', 'SHIPMENT_PACKED', 'SHIPMENT_CANCELLED'],
  SHIPMENT_SCHEDULED: ['SHIPMENT_PICKED', 'SHIPMENT_PACKED', 'SHIPMENT_CANCELLED'],
  SHIPMENT_PICKED: ['SHIPMENT_PACKED', 'SHIPMENT_CANCELLED'],
  SHIPMENT_PACKED: ['SHIPMENT_SHIPPED'],
  SHIPMENT_SHIPPED: ['SHIPMENT_DELIVERED'],
};

/** Services of shipments. */
export const SHIPPING: Readonly<Record<string, Service>> = {
  createShipment: {
    auth: true,
    required: [],
    run(store, given) {
      if (store.one('Shipment', { shipmentId: given['shipmentId'] })) throw new ServiceError('Primary key violation');
      const shipmentId = String(given['shipmentId'] ?? store.next('Shipment'));
      store.insert('Shipment', { ...given, shipmentId });
      return { shipmentId };
    },
  },
  updateShipment: {
    auth: true,
    required: ['shipmentId'],
    run(store, { shipmentId, statusId }) {
      const shipment = found(store, 'Shipment', { shipmentId });
      const old = String(shipment['statusId']);
      if (old !== statusId && !CHANGES[old]?.includes(String(statusId)))
        throw new ServiceError(`The status change from ${old} to ${String(statusId)} is not a valid change`);
      if (old !== statusId) store.update('Shipment', shipment, { statusId });
      return { shipmentId: String(shipmentId), oldStatusId: old };
    },
  },
  issueOrderItemShipGrpInvResToShipment: {
    auth: true,
    required: ['shipmentId', 'orderId', 'shipGroupSeqId', 'orderItemSeqId', 'inventoryItemId', 'quantity'],
    run: issue,
  },
  createShipmentRouteSegment: {
    auth: true,
    required: ['shipmentId'],
    run(store, { shipmentRouteSegmentId = '00001', ...given }) {
      const key = { shipmentId: given['shipmentId'], shipmentRouteSegmentId };
      if (store.one('ShipmentRouteSegment', key)) throw new ServiceError('Primary key violation');
      store.insert('ShipmentRouteSegment', { ...given, shipmentRouteSegmentId });
      return { shipmentRouteSegmentId: String(shipmentRouteSegmentId) };
    },
  },
  updateShipmentRouteSegment: {
    auth: true,
    required: ['shipmentId', 'shipmentRouteSegmentId'],
    run(store, given) {
      const { shipmentId, shipmentRouteSegmentId } = given;
      store.update(
        'ShipmentRouteSegment',
        found(store, 'ShipmentRouteSegment', { shipmentId, shipmentRouteSegmentId }),
        given,
      );
      return {};
    },
  },
};

function found(store: Store, entity: string, key: In): Row {
  const row = store.one(entity, key);
  if (!row) throw new ServiceError(`there is no ${entity} ${Object.values(key).join('/')}`);
  return row;
}

function issue(store: Store, given: In): { readonly shipmentItemSeqId: string; readonly itemIssuanceId: string } {
  const { shipmentId, orderId, shipGroupSeqId, orderItemSeqId, inventoryItemId } = given;
  const quantity = Number(given['quantity']);
  found(store, 'Shipment', { shipmentId });
  const key = { orderId, shipGroupSeqId, orderItemSeqId, inventoryItemId };
  const reservation = found(store, 'OrderItemShipGrpInvRes', key);
  const left = Number(reservation['quantity']) - quantity;
  if (left < 0) throw new ServiceError('The quantity to issue is more than was reserved');
  if (left === 0) store.remove('OrderItemShipGrpInvRes', reservation);
  else store.update('OrderItemShipGrpInvRes', reservation, { quantity: String(left) });
  const item = found(store, 'OrderItem', { orderId, orderItemSeqId });
  const shipmentItemSeqId = store.next(`ShipmentItem/${String(shipmentId)}`);
  store.insert('ShipmentItem', { shipmentId, shipmentItemSeqId, productId: item['productId'], quantity });
  const itemIssuanceId = store.next('ItemIssuance');
  store.insert('ItemIssuance', { itemIssuanceId, ...key, shipmentId, shipmentItemSeqId, quantity: String(quantity) });
  return { shipmentItemSeqId, itemIssuanceId };
}

/** Reserves the units of an order item, as a store does that reserves inventory. */
export function reserve(store: Store, { orderId, orderItemSeqId, productId, quantity }: Row): void {
  const inventory = store.one('InventoryItem', { productId });
  if (!inventory) return;
  store.insert('OrderItemShipGrpInvRes', {
    ...{ orderId, orderItemSeqId, shipGroupSeqId: '00001', quantity },
    inventoryItemId: inventory['inventoryItemId'],
  });
}
