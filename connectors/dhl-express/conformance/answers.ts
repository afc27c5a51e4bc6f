import type { ConformanceSubject, KeptRaw, VendorSample } from '../../kit/conformance/subject.ts';
import { checkOf } from '../addresses.ts';
import { receiptOf } from '../labels.ts';
import { pickupOf } from '../pickups.ts';
import { quotesOf } from '../rates.ts';
import { locationsOf } from '../servicePoints.ts';
import {
  addressAnswer,
  pickupAnswer,
  rateAnswer,
  servicePointsAnswer,
  shipAnswer,
  trackAnswer,
} from '../simulatorAnswers.ts';
import { trackingOf } from '../tracking.ts';

const shipment = {
  waybill: '1000000015',
  reference: 'r-1',
  pieces: ['JD014600000001000000', 'JD014600000001000001'],
  encoding: 'zpl',
  product: 'P',
  hasInvoice: true,
  createdMs: Date.UTC(2026, 5, 1),
  from: { city: 'BERLIN', country: 'DE' },
  to: { city: 'PARIS', country: 'FR' },
};
const scan = { code: 'OK', description: 'Delivered', atMs: Date.UTC(2026, 5, 3, 9), place: 'PARIS - FR' };

/** Answers of DHL Express that become canonical values. */
export const ANSWERS: NonNullable<ConformanceSubject['answers']> = {
  tracking: {
    read: (raw) => trackingOf(raw, '1234567890', 'UTC'),
    samples: [trackAnswer(shipment, [scan], { withOffset: true })],
  },
  rates: { read: quotesOf, samples: [rateAnswer({ packages: [{ weight: 1 }] })] },
  shipment: { read: (raw) => receiptOf('P', raw), samples: [shipAnswer(shipment)] },
  address: {
    read: (raw) => checkOf(raw, { line1: '5th Ave', city: 'New York', postalCode: '10001', country: 'US' }),
    samples: [addressAnswer('US', '10002', 'New York')],
  },
  pickup: { read: (raw) => pickupOf(raw, '2026-06-02'), samples: [pickupAnswer('PRG260601000001')] },
  locations: { read: locationsOf, samples: [servicePointsAnswer()] },
};

/** Answers in samples of others, by their names. */
export const VENDOR_SAMPLES: readonly VendorSample[] = [
  { file: 'karrio-mydhl-tracking_response.json', at: '/', of: 'tracking' },
  { file: 'karrio-mydhl-shipment_response.json', at: '/', of: 'shipment' },
  { file: 'karrio-mydhl-address_validation_response.json', at: '/', of: 'address' },
  { file: 'karrio-mydhl-pickup_create_response.json', at: '/', of: 'pickup' },
];

const because = (why: string, ...places: readonly string[]): readonly KeptRaw[] => places.map((at) => ({ at, why }));

/** What DHL Express answers and no canonical value has a place for. The first that fits is the reason. */
export const KEPT_RAW: readonly KeptRaw[] = [
  ...because('addresses of pages and calls, which are made of the numbers', '/**/url', '/**/*Url', '/**/*URL'),
  ...because('remarks on the call, which went well', '/**/status', '/status/**', '/**/warnings/**', '/**/pricingDate'),
  ...because(
    'asked for by its number, so it is known',
    '/shipments/*/shipmentTrackingNumber',
    '/**/shipperReferences/**',
    '/**/numberOfPieces',
  ),
  ...because(
    'the shipment itself knows its parcels and parties',
    '/**/shipperDetails/**',
    '/**/receiverDetails/**',
    '/shipments/*/shipmentTimestamp',
    '/shipments/*/productCode',
    '/shipments/*/description',
    '/shipments/*/totalWeight',
    '/shipments/*/unitOfMeasurements',
  ),
  ...because(
    'where the shipment was asked for, its own events are told; those of a piece where it was asked for',
    '/shipments/*/pieces/**',
  ),
  ...because('the name of a person', '/**/signedBy'),
  ...because('the code of the place, whose name is carried', '/**/events/*/serviceArea/*/code'),
  ...because(
    'a local time, of which DHL does not say where',
    '/**/estimatedTimeOfDelivery*',
    '/**/estimatedTimeOfDeliveryRemark',
    '/**/estimatedDeliveryDateAndTime',
  ),
  ...because(
    'how the price and the time came about',
    '/products/*/weight/**',
    '/products/*/deliveryCapabilities/**',
    '/products/*/networkTypeCode',
    '/products/*/isCustomerAgreement',
  ),
  ...because('the name of the product inside its country', '/**/localProductCode', '/**/localProductCountryCode'),
  ...because('which of the prices it is: that of the bill is carried', '/**/currencyType'),
  ...because('a part of the price, which is carried', '/**/serviceBreakdown/**'),
  ...because(
    'the place of a parcel, which the order of the list tells too',
    '/**/referenceNumber',
    '/**/packageReferenceNumber',
  ),
  ...because('the size that DHL reckons with', '/**/volumetricWeight'),
  ...because('a code for phones that show the parcel, which was not ordered', '/packages/*/documents/**'),
  ...because('of a pickup, which was not ordered with the shipment', '/dispatchConfirmationNumber'),
  ...because("DHL's own routing, printed on the label", '/shipmentDetails/**'),
  ...because('what kind of estimate it is: the one that counts clearance was ordered', '/**/estimatedDeliveryType'),
  ...because("DHL's own names of its places", '/**/serviceArea/**', '/**/serviceAreaCode', '/**/facilityTypeCode'),
  ...because('a part of the town, for which an address has no place', '/address/*/countyName'),
  ...because('it was asked about this country', '/address/*/countryCode'),
];
