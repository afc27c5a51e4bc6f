import { DOCUMENTS, type DocumentName, type DocumentOf } from '../../../core/documents/index.ts';
import { sampleOrder } from './sampleOrder.ts';

const AT = '2026-03-02T10:00:00.000Z';
const address = { name: 'Zoë Müller', line1: 'Hauptstraße 1', city: 'Köln', postalCode: '50667', country: 'DE' };
const line = { sku: 'MUG-01', quantity: 1 };
const parcel = { weightGrams: 1250 };

const CANDIDATES: Readonly<Record<DocumentName, unknown>> = {
  order: sampleOrder(1),
  stock: { sku: 'MUG-01', location: 'main', quantity: 12, measure: 'on-hand', asOf: AT },
  product: { externalId: 'MUG-01', sku: 'MUG-01', title: 'Mug', updatedAt: AT },
  customer: { externalId: 'c-1', name: 'Zoë Müller', email: 'zoe@example.com', address, updatedAt: AT },
  shipment: {
    reference: 's-1',
    orderExternalId: 'ext-1',
    lines: [line],
    carrier: 'UPS',
    trackingNumber: '1Z1',
    shippedAt: AT,
  },
  picking: { externalId: 'p-1', orderReference: '#1001', state: 'done', lines: [line], updatedAt: AT },
  tracking: {
    trackingNumber: '1Z1',
    events: [{ code: 'F4', status: 'delivered', description: 'DELIVERED', place: 'Köln', at: AT }],
  },
  payment: {
    externalId: 'pay-1',
    orderExternalId: 'ext-1',
    method: 'card',
    kind: 'sale',
    status: 'succeeded',
    amountMinor: 4988,
    currency: 'EUR',
    at: AT,
  },
  refund: {
    externalId: 'r-1',
    orderExternalId: 'ext-1',
    currency: 'EUR',
    amountMinor: 1999,
    lines: [{ ...line, amountMinor: 1999, restock: true }],
    refundedAt: AT,
  },
  return: { externalId: 'ret-1', number: 'R-1', lines: [line], currency: 'EUR', returnedAt: AT },
  label: { reference: 'l-1', from: address, to: address, parcels: [parcel] },
  labelReceipt: { externalId: '1Z1', parcels: [{ trackingNumber: '1Z1' }] },
  pickup: {
    reference: 'pu-1',
    address: { ...address, phone: '+49 221 1234567' },
    date: '2026-03-02',
    readyAt: '09:00',
    closesAt: '17:30',
    parcels: [{ count: 2, weightGrams: 2500 }],
  },
  pickupReceipt: { externalId: 'PRN-1', date: '2026-03-02' },
  dayClose: { reference: 'M-1', date: '2026-03-02', trackingNumbers: ['1Z1'] },
  manifestReceipt: { externalId: 'man-1', date: '2026-03-02', trackingNumbers: ['1Z1'] },
  event: {
    specversion: '1.0',
    id: '42',
    source: 'urn:crossdock:hub',
    type: 'order.lines-released',
    subject: 'order/018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01',
    time: AT,
    datacontenttype: 'application/json',
    data: { order: { number: '#1001' }, version: 3 },
  },
};

/** A canonical document of each kind, as a sender would write it. */
export function sampleDocument<Name extends DocumentName>(name: Name): DocumentOf<Name> {
  return DOCUMENTS[name].parse(CANDIDATES[name]) as DocumentOf<Name>;
}
