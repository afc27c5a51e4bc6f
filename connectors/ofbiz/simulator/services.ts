import { parseDecimal } from '../../../core/shared/decimal.ts';
import type { ReadName } from '../entities.ts';
import { Digits, type In, list, type Out, Rows, type Service, ServiceError } from './service.ts';
import { reserve, SHIPPING } from './shipping.ts';
import type { Store } from './store.ts';

const CHANGES: Readonly<Record<string, readonly string[]>> = {
  ORDER_CREATED: ['ORDER_PROCESSING', 'ORDER_APPROVED', 'ORDER_HOLD', 'ORDER_REJECTED', 'ORDER_CANCELLED'],
  ORDER_PROCESSING: ['ORDER_HOLD', 'ORDER_APPROVED', 'ORDER_REJECTED', 'ORDER_CANCELLED'],
  ORDER_APPROVED: ['ORDER_SENT', 'ORDER_PROCESSING', 'ORDER_COMPLETED', 'ORDER_CANCELLED', 'ORDER_HOLD'],
  ORDER_HOLD: ['ORDER_PROCESSING', 'ORDER_APPROVED', 'ORDER_CANCELLED'],
  ORDER_SENT: ['ORDER_COMPLETED', 'ORDER_CANCELLED'],
  ORDER_COMPLETED: ['ORDER_APPROVED'],
};

/** The services of the simulated server, by name. */
export const SERVICES_THERE: Readonly<Record<string, Service>> = {
  findOrders: {
    auth: true,
    required: [],
    run: (store) => ({ orderListSize: store.all('OrderHeader').length, viewIndex: 1, viewSize: 1, showAll: 'Y' }),
  },
  performFindList: {
    auth: false,
    required: ['entityName', 'inputFields'],
    run(store, { entityName, inputFields, orderBy = '', viewIndex = 0, viewSize = 20 }) {
      const entity = String(entityName) as ReadName;
      const found = store.find(entity, inputFields as In, String(orderBy));
      const start = Number(viewIndex) * Number(viewSize);
      return { list: new Rows(entity, found.slice(start, start + Number(viewSize))), listSize: found.length };
    },
  },
  getInventoryAvailableByFacility: {
    auth: false,
    required: ['productId', 'facilityId'],
    run(store, { productId, facilityId }) {
      const items = store
        .all('InventoryItem')
        .filter((row) => row['productId'] === productId && row['facilityId'] === facilityId);
      const sum = (field: string) =>
        new Digits(`${items.reduce((total, row) => total + Number(row[field]), 0)}.000000`);
      return {
        quantityOnHandTotal: sum('quantityOnHandTotal'),
        availableToPromiseTotal: sum('availableToPromiseTotal'),
      };
    },
  },
  storeOrder: { auth: true, required: ['partyId', 'orderTypeId', 'currencyUom', 'orderItems'], run: storeOrder },
  changeOrderStatus: { auth: true, required: ['orderId', 'statusId'], run: changeOrderStatus },
  ...SHIPPING,
  createPayment: {
    auth: true,
    required: ['paymentTypeId', 'partyIdFrom', 'partyIdTo', 'amount'],
    run(store, { paymentId = store.next('Payment'), ...fields }) {
      if (store.one('Payment', { paymentId })) throw new ServiceError('Primary key violation');
      const missing = [fields['partyIdFrom'], fields['partyIdTo']].find((partyId) => !store.one('Party', { partyId }));
      if (missing) throw new ServiceError(`there is no party ${String(missing)}`);
      store.insert('Payment', { paymentId, ...fields });
      return { paymentId: String(paymentId) };
    },
  },
  createPerson: {
    auth: false,
    required: [],
    run(store, { externalId, ...fields }) {
      const partyId = store.next('Party');
      store.insert('Party', { partyId, partyTypeId: 'PERSON', externalId, statusId: 'PARTY_ENABLED' });
      store.insert('Person', { partyId, ...fields });
      return { partyId };
    },
  },
  createPartyContactMech: {
    auth: true,
    required: ['contactMechTypeId'],
    run(store, { partyId, contactMechTypeId, infoString }) {
      return link(store, partyId, { contactMechTypeId, infoString });
    },
  },
  createPartyPostalAddress: {
    auth: true,
    required: ['address1', 'city', 'postalCode'],
    run(store, { partyId, contactMechPurposeTypeId: _, ...fields }) {
      const made = link(store, partyId, { contactMechTypeId: 'POSTAL_ADDRESS' });
      store.insert('PostalAddress', { ...fields, ...made });
      return made;
    },
  },
};

function link(store: Store, partyId: unknown, fields: In): { readonly contactMechId: string } {
  if (!store.one('Party', { partyId })) throw new ServiceError(`there is no party ${String(partyId)}`);
  const contactMechId = store.next('ContactMech');
  store.insert('ContactMech', { contactMechId, ...fields });
  store.insert('PartyContactMech', { partyId, contactMechId, fromDate: store.now() });
  return { contactMechId };
}

const HEADER = [
  'orderTypeId',
  'orderName',
  'externalId',
  'internalCode',
  'salesChannelEnumId',
  'currencyUom',
  'orderDate',
];

function storeOrder(store: Store, given: In): Out {
  const items = list(given['orderItems']);
  if (items.length === 0) throw new ServiceError('There are no items in this order');
  const missing = items.find(({ productId }) => !store.one('Product', { productId }));
  if (missing) throw new ServiceError(`The product ${String(missing['productId'])} does not exist`);
  const { partyId, orderTypeId } = given;
  if (!store.one('Party', { partyId })) throw new ServiceError('The party does not exist');
  const orderId = store.next('OrderHeader');
  const header = Object.fromEntries([...HEADER, 'grandTotal'].map((name) => [name, given[name]]));
  store.insert('OrderHeader', { orderId, statusId: 'ORDER_CREATED', ...header });
  const put = (attribute: string, entity: (record: In) => string, more: (record: In) => In = () => ({})): void => {
    for (const record of list(given[attribute])) store.insert(entity(record), { ...record, ...more(record), orderId });
  };
  put('orderItems', () => 'OrderItem');
  put(
    'orderAdjustments',
    () => 'OrderAdjustment',
    ({ orderItemSeqId = '_NA_', shipGroupSeqId = '_NA_' }) => ({
      ...{ orderItemSeqId, shipGroupSeqId },
      orderAdjustmentId: store.next('OrderAdjustment'),
    }),
  );
  put('orderItemShipGroupInfo', (record) =>
    'orderItemSeqId' in record ? 'OrderItemShipGroupAssoc' : 'OrderItemShipGroup',
  );
  for (const item of store.all('OrderItem')) if (item['orderId'] === orderId) reserve(store, item);
  put('orderContactMechs', () => 'OrderContactMech');
  put(
    'orderPaymentInfo',
    () => 'OrderPaymentPreference',
    () => ({ orderPaymentPreferenceId: store.next('OrderPaymentPreference') }),
  );
  const roles = orderTypeId === 'SALES_ORDER' ? ['BILL_TO_CUSTOMER', 'PLACING_CUSTOMER'] : ['SUPPLIER_AGENT'];
  for (const roleTypeId of roles) {
    if (!store.one('PartyRole', { partyId, roleTypeId })) store.insert('PartyRole', { partyId, roleTypeId });
    store.insert('OrderRole', { orderId, partyId, roleTypeId });
  }
  return { orderId, orderTypeId: String(orderTypeId), statusId: 'ORDER_CREATED' };
}

function changeOrderStatus(store: Store, { orderId, statusId, setItemStatus }: In): Out {
  const header = store.one('OrderHeader', { orderId });
  if (!header) throw new ServiceError('ERROR: Could not change order status; order cannot be found.');
  const oldStatusId = String(header['statusId']);
  const answer = { oldStatusId, orderTypeId: String(header['orderTypeId']), orderStatusId: String(statusId) };
  if (oldStatusId === statusId) return answer;
  if (!CHANGES[oldStatusId]?.includes(String(statusId)))
    throw new ServiceError('ERROR: Could not change order status; status is not a valid change.');
  store.update('OrderHeader', header, { statusId });
  if (setItemStatus === 'Y' || statusId === 'ORDER_CANCELLED') {
    const item = String(statusId).replace('ORDER_', 'ITEM_');
    for (const row of store.all('OrderItem'))
      if (row['orderId'] === orderId) store.update('OrderItem', row, { statusId: item });
  }
  return answer;
}

/** What an order's items and adjustments come to, by whole cents. */
export function totalOf(store: Store, orderId: string): string {
  const cents = (text: unknown): number => {
    const read = parseDecimal(String(text ?? '0'));
    return read.ok ? Number(read.value.unscaled) * 10 ** (2 - read.value.scale) : 0;
  };
  const items = store.all('OrderItem').filter((row) => row['orderId'] === orderId);
  const adjustments = store.all('OrderAdjustment').filter((row) => row['orderId'] === orderId);
  const sum =
    items.reduce((total, row) => total + cents(row['unitPrice']) * Number(row['quantity']), 0) +
    adjustments.reduce((total, row) => total + cents(row['amount']), 0);
  return (sum / 100).toFixed(2);
}
