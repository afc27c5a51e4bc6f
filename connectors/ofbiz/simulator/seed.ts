import { totalOf } from './services.ts';
import { reserve } from './shipping.ts';
import type { Row, Store } from './store.ts';

export const FACILITY = 'WebStoreWarehouse';

/** What a server has before anybody works in it: countries, the company, its store, and products with their stock. */
export function seed(store: Store, products: readonly string[]): void {
  for (const [geoId, geoCode] of [
    ['DEU', 'DE'],
    ['USA', 'US'],
    ['GBR', 'GB'],
    ['FRA', 'FR'],
  ]) {
    store.insert('Geo', { geoId, geoCode, geoTypeId: 'COUNTRY' });
  }
  store.insert('Geo', { geoId: 'CA', geoCode: 'CA', geoTypeId: 'STATE' });
  store.insert('GeoAssoc', { geoId: 'USA', geoIdTo: 'CA', geoAssocTypeId: 'REGIONS' });
  store.insert('Party', { partyId: 'Company', partyTypeId: 'PARTY_GROUP' });
  store.insert('PartyGroup', { partyId: 'Company', groupName: 'Your Company Name Here' });
  store.insert('Party', { partyId: 'DemoSupplier', partyTypeId: 'PARTY_GROUP' });
  store.insert('PartyGroup', { partyId: 'DemoSupplier', groupName: 'Demo Supplier' });
  store.insert('ProductStore', { productStoreId: '9000', storeName: 'OFBiz E-Commerce Store' });
  for (const productId of products) {
    store.insert('Product', {
      productId,
      productTypeId: 'FINISHED_GOOD',
      internalName: productId,
      productName: `Product ${productId}`,
      isVirtual: 'N',
      shippingWeight: '0.4',
      weightUomId: 'WT_kg',
    });
    receive(store, productId, 100, FACILITY);
  }
}

/** Goods received: an inventory item, or more on the one that is there. */
export function receive(store: Store, productId: string, quantity: number, facilityId: string): void {
  const there = store.one('InventoryItem', { productId, facilityId });
  const totals = (units: number) => ({
    quantityOnHandTotal: `${units}.000000`,
    availableToPromiseTotal: `${Math.max(0, units - 2)}.000000`,
  });
  if (there) store.update('InventoryItem', there, totals(quantity));
  else
    store.insert('InventoryItem', {
      inventoryItemId: store.next('InventoryItem'),
      productId,
      facilityId,
      ...totals(quantity),
    });
}

/** An order that somebody entered in the order manager. */
export function enterOrder(store: Store, productId: string, orderTypeId = 'SALES_ORDER'): Row {
  const orderId = store.next('OrderHeader');
  const terms = {
    orderTypeId,
    statusId: 'ORDER_APPROVED',
    currencyUom: 'EUR',
    salesChannelEnumId: 'WEB_SALES_CHANNEL',
  };
  const header = store.insert('OrderHeader', { orderId, ...terms, orderDate: store.now() });
  const line = { orderId, orderItemSeqId: '00001', orderItemTypeId: 'PRODUCT_ORDER_ITEM', statusId: 'ITEM_APPROVED' };
  const goods = { productId, itemDescription: 'Stoneware mug', quantity: '2', unitPrice: '19.990' };
  reserve(store, store.insert('OrderItem', { ...line, ...goods }));
  adjust(store, orderId, 'SALES_TAX', '7.60', { orderItemSeqId: '00001', sourcePercentage: '19' });
  adjust(store, orderId, 'SHIPPING_CHARGES', '4.90', { shipGroupSeqId: '00001' });
  const roles =
    orderTypeId === 'SALES_ORDER'
      ? (['Company', 'BILL_TO_CUSTOMER'] as const)
      : (['DemoSupplier', 'SUPPLIER_AGENT'] as const);
  store.insert('OrderRole', { orderId, partyId: roles[0], roleTypeId: roles[1] });
  const orderPaymentPreferenceId = store.next('OrderPaymentPreference');
  const payment = { paymentMethodTypeId: 'EXT_OFFLINE', statusId: 'PAYMENT_RECEIVED' };
  store.insert('OrderPaymentPreference', { orderPaymentPreferenceId, orderId, ...payment });
  store.update('OrderHeader', header, { grandTotal: totalOf(store, orderId) });
  return header;
}

function adjust(
  store: Store,
  orderId: string,
  type: string,
  amount: string,
  more: Readonly<Record<string, string>>,
): void {
  const orderAdjustmentId = store.next('OrderAdjustment');
  const seqs = { orderItemSeqId: '_NA_', shipGroupSeqId: '_NA_', ...more };
  store.insert('OrderAdjustment', { orderAdjustmentId, orderId, orderAdjustmentTypeId: type, amount, ...seqs });
}

/** A customer with an e-mail address, a telephone number and a postal address. */
export function enterCustomer(store: Store, name: string): Row {
  const partyId = store.next('Party');
  const party = store.insert('Party', { partyId, partyTypeId: 'PERSON' });
  store.insert('Person', { partyId, firstName: 'Zoë', lastName: name });
  store.insert('PartyRole', { partyId, roleTypeId: 'CUSTOMER' });
  const add = (entity: string, purpose: string, fields: Readonly<Record<string, string>>): void => {
    const key = { partyId, contactMechId: store.next('ContactMech'), fromDate: store.now() };
    store.insert('ContactMech', { contactMechTypeId: 'EMAIL_ADDRESS', ...key, ...fields });
    if (entity !== 'ContactMech') store.insert(entity, { ...key, ...fields });
    store.insert('PartyContactMech', key);
    store.insert('PartyContactMechPurpose', { ...key, contactMechPurposeTypeId: purpose });
  };
  add('ContactMech', 'PRIMARY_EMAIL', { infoString: `${name.toLowerCase()}@example.com` });
  add('TelecomNumber', 'PRIMARY_PHONE', {
    contactMechTypeId: 'TELECOM_NUMBER',
    countryCode: '49',
    areaCode: '221',
    contactNumber: '12345',
  });
  const address = {
    toName: `Zoë ${name}`,
    address1: 'Hauptstraße 1',
    city: 'Köln',
    postalCode: '50667',
    countryGeoId: 'DEU',
  };
  add('PostalAddress', 'GENERAL_LOCATION', { contactMechTypeId: 'POSTAL_ADDRESS', ...address });
  return party;
}

/** A shipment of an order's first item that left with a tracking number. */
export function enterShipment(store: Store, { orderId = '' }: Row, quantity = '2'): Row {
  const shipmentId = store.next('Shipment');
  const terms = { shipmentTypeId: 'SALES_SHIPMENT', statusId: 'SHIPMENT_SHIPPED', originFacilityId: FACILITY };
  const shipment = store.insert('Shipment', { shipmentId, primaryOrderId: orderId, ...terms });
  const item = store.one('OrderItem', { orderId, orderItemSeqId: '00001' });
  store.insert('ShipmentItem', { shipmentId, shipmentItemSeqId: '00001', productId: item?.['productId'], quantity });
  const keys = { orderId, orderItemSeqId: '00001', shipGroupSeqId: '00001', shipmentId, shipmentItemSeqId: '00001' };
  store.insert('ItemIssuance', { itemIssuanceId: store.next('ItemIssuance'), ...keys, quantity });
  const way = { carrierPartyId: 'UPS', trackingIdNumber: `1Z${shipmentId}`, actualStartDate: store.now() };
  store.insert('ShipmentRouteSegment', { shipmentId, shipmentRouteSegmentId: '00001', ...way });
  return shipment;
}

/** A unit of an order's first item that came back. */
export function enterReturn(store: Store, { orderId = '' }: Row): Row {
  const returnId = store.next('ReturnHeader');
  const terms = { returnHeaderTypeId: 'CUSTOMER_RETURN', statusId: 'RETURN_RECEIVED', currencyUomId: 'EUR' };
  const header = store.insert('ReturnHeader', { returnId, ...terms, entryDate: store.now() });
  const item = store.one('OrderItem', { orderId, orderItemSeqId: '00001' });
  const keys = { orderId, orderItemSeqId: '00001', productId: item?.['productId'] };
  const amounts = {
    returnQuantity: '1',
    receivedQuantity: '1',
    returnPrice: '19.99',
    expectedItemStatus: 'INV_AVAILABLE',
  };
  store.insert('ReturnItem', { returnId, returnItemSeqId: '00001', ...keys, ...amounts });
  return header;
}
