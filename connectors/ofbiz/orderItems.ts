import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { changesPull, Fields, type Followed, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { type ContactItem, contactsOf, namesOf } from './contacts.ts';
import { type EntityRecord, findIn } from './find.ts';
import type { Params } from './params.ts';
import { requirementItems } from './requirements.ts';
import { skusOf } from './skus.ts';

const text = z.string().optional();
const Header = z.looseObject({
  orderTypeId: z.string(),
  statusId: z.string(),
  currencyUom: z.string(),
  orderDate: z.string(),
  grandTotal: text,
  salesChannelEnumId: text,
  internalCode: text,
});
const Line = z.looseObject({
  orderItemSeqId: z.string().min(1),
  statusId: text,
  productId: text,
  sku: text,
  itemDescription: text,
  quantity: z.string(),
  cancelQuantity: text,
  unitPrice: z.string(),
  estimatedDeliveryDate: text,
});
const Adjustment = z.looseObject({
  orderAdjustmentTypeId: z.string(),
  orderItemSeqId: text,
  shipGroupSeqId: text,
  description: text,
  comments: text,
  amount: text,
  amountAlreadyIncluded: text,
  sourcePercentage: text,
});
const Payment = z.looseObject({ statusId: text, paymentMethodTypeId: text, maxAmount: text });

/** What the pull makes of an order and all that belongs to it: a decoder needs nothing else. */
export const OrderItem = Item.extend({
  orderId: z.string().min(1),
  header: Header,
  items: z.array(Line).readonly(),
  adjustments: z.array(Adjustment).readonly(),
  payments: z.array(Payment).readonly(),
  contacts: z.array(Fields).readonly(),
  /** What came in of a purchase order, by item; where it comes in. */
  receipts: z
    .array(z.looseObject({ orderItemSeqId: text, quantityAccepted: text }))
    .readonly()
    .optional(),
  facilityId: text,
  party: z.object({ partyId: z.string().min(1), name: text }).optional(),
});
export type OrderItem = z.infer<typeof OrderItem>;

const TYPES: Readonly<Record<string, Params>> = {
  sales: { orderTypeId: 'SALES_ORDER' },
  purchase: { orderTypeId: 'PURCHASE_ORDER' },
  all: {},
};
/** Parts of an order whose change does not touch its header. */
const PARTS: readonly Followed[] = [
  { entity: 'OrderItem' },
  { entity: 'OrderAdjustment' },
  { entity: 'OrderPaymentPreference' },
  { entity: 'ShipmentReceipt' },
];
const REQUIREMENTS: Followed = {
  entity: 'Requirement',
  where: { requirementTypeId: 'PRODUCT_REQUIREMENT' },
  isWhole: true,
};

/** Orders that were entered over there, of the kinds that the connection reads; those of the hub are left to the decoder. */
export const pullOrders = changesPull({
  topic: 'order',
  subject: 'order',
  key: 'orderId',
  follows({ settings: { orders, requirementCurrency } }) {
    const where = TYPES[orders];
    const isPlanning = requirementCurrency !== undefined && orders !== 'sales';
    return where === undefined
      ? []
      : [{ entity: 'OrderHeader', where }, ...PARTS, ...(isPlanning ? [REQUIREMENTS] : [])];
  },
  items: orderItems,
});

async function orderItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly z.infer<typeof Item>[], Fault>> {
  if (touched.some(({ requirementId }) => requirementId !== undefined))
    return requirementItems(client, touched, signal);
  const ids = [...new Set(touched.flatMap(({ orderId }) => orderId ?? []))];
  const where = TYPES[client.settings.orders] ?? {};
  const isHeaders = touched.every((record) => record['orderTypeId'] !== undefined);
  const headers = isHeaders ? ok(touched) : await findIn(client, 'OrderHeader', 'orderId', ids, signal, where);
  if (!headers.ok) return headers;
  const parts = await partsOf(client, ids, signal);
  if (!parts.ok) return parts;
  const { items, adjustments, payments, roles, contacts } = parts.value;
  const names = await namesOf(client, [...roles.values()], signal);
  if (!names.ok) return names;
  const coming = await comingIn(client, headers.value, signal);
  if (!coming.ok) return coming;
  const { receipts, facilities } = coming.value;
  return ok(
    headers.value.map((header) => {
      const orderId = header['orderId'] ?? '';
      const of = (records: readonly EntityRecord[]) => records.filter((record) => record['orderId'] === orderId);
      const own = { items: of(items), adjustments: of(adjustments), payments: of(payments) };
      const came = of(receipts);
      const facilityId = facilities.get(orderId);
      return {
        orderId,
        lastUpdatedStamp: newestOf([header, ...own.items, ...own.adjustments, ...own.payments, ...came]),
        header,
        ...own,
        ...(came.length === 0 ? {} : { receipts: came }),
        ...(facilityId === undefined ? {} : { facilityId }),
        contacts: contacts.get(orderId) ?? [],
        ...partyOf(roles.get(orderId), names.value),
      };
    }),
  );
}

function partyOf(partyId: string | undefined, names: ReadonlyMap<string, EntityRecord>) {
  if (partyId === undefined) return {};
  const name = names.get(partyId)?.['name'];
  return { party: { partyId, ...(name === undefined ? {} : { name }) } };
}

type Coming = {
  readonly receipts: readonly EntityRecord[];
  /** Where an order comes in; without those that come in at several places. */
  readonly facilities: ReadonlyMap<string, string>;
};

/** Of purchase orders: what came in, and where. */
async function comingIn(
  client: OfbizClient,
  headers: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<Coming, Fault>> {
  const ids = headers.flatMap(({ orderId, orderTypeId }) => (orderTypeId === 'PURCHASE_ORDER' ? (orderId ?? []) : []));
  const receipts = await findIn(client, 'ShipmentReceipt', 'orderId', ids, signal);
  if (!receipts.ok) return receipts;
  const groups = await findIn(client, 'OrderItemShipGroup', 'orderId', ids, signal);
  if (!groups.ok) return groups;
  const facilities = new Map<string, string>();
  for (const [orderId = '', own] of Map.groupBy(groups.value, (group) => group['orderId'])) {
    const [facilityId, ...others] = new Set(own.map((group) => group['facilityId']));
    if (facilityId !== undefined && others.length === 0) facilities.set(orderId, facilityId);
  }
  return ok({ receipts: receipts.value, facilities });
}

type Parts = {
  readonly items: readonly EntityRecord[];
  readonly adjustments: readonly EntityRecord[];
  readonly payments: readonly EntityRecord[];
  readonly roles: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, readonly ContactItem[]>;
};

/** The other side of an order: its buyer, or its supplier. */
const PARTY_ROLES: ReadonlySet<string> = new Set(['BILL_TO_CUSTOMER', 'SUPPLIER_AGENT']);

async function partsOf(
  client: OfbizClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<Parts, Fault>> {
  const read: Record<string, readonly EntityRecord[]> = {};
  for (const entity of [
    'OrderItem',
    'OrderAdjustment',
    'OrderPaymentPreference',
    'OrderRole',
    'OrderContactMech',
  ] as const) {
    const found = await findIn(client, entity, 'orderId', ids, signal);
    if (!found.ok) return found;
    read[entity] = found.value;
  }
  const { OrderItem: items = [], OrderAdjustment: adjustments = [], OrderPaymentPreference: payments = [] } = read;
  const skus = await skusOf(
    client,
    items.flatMap(({ productId }) => productId ?? []),
    signal,
  );
  if (!skus.ok) return skus;
  const withSkus = items.map((item) => {
    const sku = skus.value.get(item['productId'] ?? '');
    return sku === undefined ? item : { ...item, sku };
  });
  const contacts = await contactsOf(client, read['OrderContactMech'] ?? [], 'orderId', signal);
  if (!contacts.ok) return contacts;
  const { companyPartyId } = client.settings;
  const roles = (read['OrderRole'] ?? []).flatMap(({ orderId = '', partyId = '', roleTypeId = '' }) =>
    PARTY_ROLES.has(roleTypeId) && partyId !== companyPartyId ? [[orderId, partyId] as const] : [],
  );
  return ok({ items: withSkus, adjustments, payments, roles: new Map(roles), contacts: contacts.value });
}
