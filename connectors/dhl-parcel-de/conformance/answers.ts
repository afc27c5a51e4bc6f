import type { ConformanceSubject, KeptRaw, VendorSample } from '../../kit/conformance/subject.ts';
import { parseWire } from '../../kit/parse.ts';
import { receiptOf as manifestReceipt } from '../closing.ts';
import { receiptOf } from '../labels.ts';
import { locationsOf } from '../locations.ts';
import { pickupOf } from '../pickups.ts';
import { returnReceiptOf } from '../returns.ts';
import {
  listed,
  locationsAnswer,
  manifestAnswer,
  orderedItem,
  pickupAnswer,
  returnAnswer,
  trackAnswer,
} from '../simulatorAnswers.ts';
import { trackingOf } from '../tracking.ts';
import { ManifestAnswer } from '../wire.ts';

const NUMBER = '00340430000000000015';
const held = {
  number: NUMBER,
  reference: 'reference-1',
  product: 'V01PAK',
  city: 'Hamburg',
  hasCustoms: true,
  createdMs: Date.UTC(2026, 5, 1),
  closedOn: null,
  isDeleted: false,
};
const scan = { statusCode: 'delivered', description: 'Delivered', atMs: Date.UTC(2026, 5, 3, 9), city: 'Hamburg' };

const PICKUP = { id: '0'.repeat(31).concat('1'), date: '2026-06-03', comment: '[p-1]', isCancelled: false };

function readManifest(raw: unknown) {
  const parsed = parseWire(ManifestAnswer, raw, 'DHL manifest');
  return parsed.ok ? manifestReceipt(parsed.value, { date: '2026-06-01', numbers: [], done: [] }) : parsed;
}

/** Answers of DHL that become canonical values. */
export const ANSWERS: NonNullable<ConformanceSubject['answers']> = {
  order: {
    read: (raw) => receiptOf('V01PAK', raw),
    samples: [listed([orderedItem(held, 'ZPL2')]), listed([orderedItem(held, 'PDF')])],
  },
  return: { read: returnReceiptOf, samples: [returnAnswer(held)] },
  manifest: { read: readManifest, samples: [manifestAnswer([NUMBER])] },
  pickup: { read: (raw) => pickupOf(raw, '2026-06-02'), samples: [pickupAnswer(PICKUP)] },
  locations: { read: locationsOf, samples: [locationsAnswer()] },
  tracking: { read: (raw) => trackingOf(raw, NUMBER, 'Europe/Berlin'), samples: [trackAnswer(NUMBER, [scan])] },
};

/** Answers in samples of others, by their names. */
export const VENDOR_SAMPLES: readonly VendorSample[] = [
  { file: 'karrio-dhl_parcel_de-shipping_response.json', at: '/', of: 'order' },
  { file: 'karrio-dhl_parcel_de-tracking_response.json', at: '/trackingResponse', of: 'tracking' },
];

const because = (why: string, ...places: readonly string[]): readonly KeptRaw[] => places.map((at) => ({ at, why }));

/** What DHL answers and no canonical value has a place for. The first that fits is the reason. */
export const KEPT_RAW: readonly KeptRaw[] = [
  ...because('addresses of pages and calls, which are made of the numbers', '/**/url', '/**/*Url', '/**/*Url/**'),
  ...because(
    'remarks on the call, which went well',
    '/status/**',
    '/sstatus/**',
    '/items/*/sstatus/**',
    '/**/validationMessages/**',
  ),
  ...because('the label comes in the one format that was ordered', '/items/*/label/**'),
  ...because(
    'of a return or a cash on delivery, which are not ordered',
    '/items/*/return*',
    '/items/*/returnLabel/**',
    '/items/*/codLabel/**',
  ),
  ...because("DHL's own routing, printed on the label", '/**/routingCode', '/routingCode'),
  ...because('our own reference', '/items/*/shipmentRefNo'),
  ...because('the declaration is a PDF, which is carried', '/items/*/customsDoc/**'),
  ...because('the day that it was asked about', '/manifestDate'),
  ...because('the page of the manifest, which is carried', '/items/*/sheetNo', '/manifest/*/fileFormat'),
  ...because('what was ordered, said again', '/confirmation/type', '/confirmation/value/**'),
  ...because('when it is closed beside its hours', '/locations/*/closurePeriods/**'),
  ...because('the name is carried, and the number in the key', '/locations/*/location/**'),
  ...because('asked for by its number, so it is known', '/shipments/*/id', '/shipments/*/service'),
  ...because('what kind of message it is, and of which subscription', '/scope', '/self'),
  ...because('for the activation of a subscription, which is done by hand', '/secret'),
  ...because('the events say it one by one', '/shipments/*/status/**'),
  ...because(
    'the shipment itself knows its parcels and parties',
    '/shipments/*/origin/**',
    '/shipments/*/destination/**',
    '/shipments/*/details/**',
  ),
  ...because(
    'the description says it in words',
    '/**/events/*/status',
    '/**/events/*/remark',
    '/**/events/*/nextSteps',
  ),
  ...because('the town is carried; the rest of the place is for a map', '/**/events/*/location/**'),
  ...because(
    'the expected time is carried where DHL gives its offset',
    '/shipments/*/estimatedDeliveryTimeFrame/**',
    '/shipments/*/estimatedTimeOfDelivery*',
    '/shipments/*/estimatedTimeOfDeliveryRemark',
  ),
];
