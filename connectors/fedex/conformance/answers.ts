import type { ConformanceSubject, KeptRaw, VendorSample } from '../../kit/conformance/subject.ts';
import { checkOf } from '../addressCheck.ts';
import { manifestOf } from '../closing.ts';
import { receiptOf } from '../labels.ts';
import { locationsOf } from '../locations.ts';
import { receiptOf as pickupReceiptOf } from '../pickups.ts';
import { quotesOf } from '../rates.ts';
import { rateAnswer, shipAnswer, trackAnswer } from '../simulatorAnswers.ts';
import { closeAnswer, pickupAnswer } from '../simulatorPickups.ts';
import { addressAnswer, locationAnswer } from '../simulatorPlaces.ts';
import type { Shipment } from '../simulatorWorld.ts';
import { trackingOf } from '../tracking.ts';
import { NEW_YORK } from './labels.ts';

const NUMBER = '794900000010';
const shipped = Date.UTC(2026, 5, 1);
const shipment: Shipment = {
  master: NUMBER,
  reference: 'r-1',
  trackingNumbers: [NUMBER, '794900000020'],
  place: { city: 'New York', countryCode: 'US' },
  createdMs: shipped,
  cancelledMs: null,
};

const ASKED = {
  streetLines: ['350 5TH AVE'],
  city: 'New York',
  stateOrProvinceCode: 'NY',
  postalCode: '10118-0110',
  countryCode: 'US',
};

/** Answers of FedEx that become canonical values. */
export const ANSWERS: NonNullable<ConformanceSubject['answers']> = {
  track: {
    read: (raw) => trackingOf(raw, NUMBER),
    samples: [trackAnswer([{ number: NUMBER, shipment }], shipped + 3_600_000, 60_000)],
  },
  address: {
    read: (raw) => checkOf(raw, NEW_YORK),
    samples: [addressAnswer(ASKED), addressAnswer({ ...ASKED, countryCode: 'DE' })],
  },
  locations: { read: locationsOf, samples: [locationAnswer({})] },
  pickup: {
    read: (raw) => pickupReceiptOf(raw, { date: '2026-06-02', readyAt: '10:30' }, 'FDXE'),
    samples: [pickupAnswer('CP0001', 'FDXE')],
  },
  close: {
    read: (raw) =>
      manifestOf(raw, { reference: 'm-1', date: '2026-06-01', trackingNumbers: [NUMBER], shipments: [NUMBER] }),
    samples: [closeAnswer('1003000000000001')],
  },
  rates: { read: quotesOf, samples: [rateAnswer('US', 'US', 1)] },
  shipment: {
    read: (raw) => receiptOf(raw, 'FEDEX_GROUND', 'ZPL'),
    samples: [
      shipAnswer(shipment, {
        shipper: {
          address: { streetLines: [], city: 'Memphis', countryCode: 'US' },
          contact: { personName: '', phoneNumber: '' },
        },
        serviceType: 'FEDEX_GROUND',
        labelSpecification: { imageType: 'ZPLII', labelStockType: 'STOCK_4X6' },
        shippingDocumentSpecification: { shippingDocumentTypes: ['COMMERCIAL_INVOICE'] },
      }),
    ],
  },
};

/** Answers in the samples of others, by their names. */
export const VENDOR_SAMPLES: readonly VendorSample[] = [
  { file: 'karrio-fedex-rating_responses.json', at: '/*', of: 'rates' },
  { file: 'karrio-fedex-pickup_response.json', at: '/', of: 'pickup' },
  { file: 'karrio-fedex-shipping_responses.json', at: '/*', of: 'shipment' },
];

const because = (why: string, ...places: readonly string[]): readonly KeptRaw[] => places.map((at) => ({ at, why }));

const T = '/output/completeTrackResults/*';
const R = '/output/rateReplyDetails/*';
const S = '/output/transactionShipments/*';

/** What FedEx answers and no canonical value has a place for. The first that fits is the reason. */
export const KEPT_RAW: readonly KeptRaw[] = [
  ...because('when the message was sent, and which attempt it is', '/outputMetaData/**'),
  ...because('how many there are is seen in the list', '/output/totalResults', '/output/resultsReturned'),
  ...because('a part of the town is no part of an address', '/output/locationDetailList/*/contactAndAddress/**'),
  ...because('words for people: the driver comes', '/output/message'),
  ...because(
    'the paper itself is carried, with its parts in their order',
    '/output/closeDocuments/*/type',
    '/output/closeDocuments/*/shippingDocumentDisposition',
    '/output/closeDocuments/*/parts/**',
  ),
  ...because('names the call, which went well', '/transactionId', '/customerTransactionId', '/output/jobId'),
  ...because(
    'remarks on the call, which went well',
    '/output/alerts/**',
    `${R}/customerMessages/**`,
    `${S}/alerts/**`,
    `${S}/pieceResponses/*/transactionDetails/**`,
    `${S}/shipmentAdvisoryDetails/**`,
  ),
  ...because(
    'asked for by its number, so it is known',
    `${T}/trackingNumber`,
    `${T}/trackResults/*/trackingNumberInfo/**`,
    `${T}/trackResults/*/additionalTrackingInfo/**`,
  ),
  ...because('the scans say it one by one', `${T}/trackResults/*/latestStatusDetail/**`),
  ...because('the code of the scan says more', `${T}/trackResults/*/scanEvents/*/derivedStatus`),
  ...because(
    'read where the code of the scan is in no table, or needs it',
    `${T}/trackResults/*/scanEvents/*/derivedStatusCode`,
    `${T}/trackResults/*/scanEvents/*/exceptionCode`,
  ),
  ...because(
    'the town is carried; the rest of the place is for a map',
    `${T}/trackResults/*/scanEvents/*/scanLocation/**`,
  ),
  ...because('of the times beside the scans, the expected delivery is carried', `${T}/trackResults/*/dateAndTimes/**`),
  ...because(
    'the net charge of the account is carried; these are its parts, the list price and how it came about',
    `${R}/ratedShipmentDetails/**`,
    `${S}/completedShipmentDetail/shipmentRating/**`,
    `${S}/pieceResponses/*/additionalChargesDiscount`,
    `${S}/pieceResponses/*/baseRateAmount`,
    `${S}/pieceResponses/*/codcollectionAmount`,
    `${S}/pieceResponses/*/currency`,
    `${S}/pieceResponses/*/listCustomerTotalCharge`,
    `${S}/pieceResponses/*/netChargeAmount`,
    `${S}/pieceResponses/*/netDiscountAmount`,
    `${S}/pieceResponses/*/netListRateAmount`,
    `${S}/pieceResponses/*/netRateAmount`,
  ),
  ...because(
    'the days in transit are carried; a day without its zone is no instant',
    `${R}/commit/**`,
    `${R}/operationalDetail/**`,
    `${S}/pieceResponses/*/deliveryTimestamp`,
  ),
  ...because(
    'the service is known by its type and name',
    `${R}/serviceDescription/**`,
    `${S}/serviceName`,
    `${S}/serviceCategory`,
    `${S}/pieceResponses/*/serviceCategory`,
    `${S}/pieceResponses/*/trackingIdType`,
    `${S}/completedShipmentDetail/serviceDescription/**`,
  ),
  ...because(
    'what was asked for, said back',
    '/output/quoteDate',
    '/output/encoded',
    `${R}/packagingType`,
    `${R}/signatureOptionType`,
    `${R}/deliveryStation`,
    `${S}/shipDatestamp`,
    `${S}/pieceResponses/*/customerReferences/**`,
  ),
  ...because(
    'the master number is carried once, for the shipment',
    `${S}/pieceResponses/*/masterTrackingNumber`,
    `${S}/pieceResponses/*/acceptanceTrackingNumber`,
    `${S}/pieceResponses/*/acceptanceType`,
    `${S}/pieceResponses/*/successful`,
  ),
  ...because('the label is taken as one picture', `${S}/pieceResponses/*/packageDocuments/**`),
  ...because('the paper itself is carried, with its kind and copies', `${S}/shipmentDocuments/**`),
  ...because(
    "FedEx's own handling: what the label shows, its network and its customs rules",
    `${S}/completedShipmentDetail/**`,
  ),
];
