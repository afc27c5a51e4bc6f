import { labelImage } from './simulatorLabel.ts';
import type { ShipBody } from './simulatorRules.ts';
import { scansAt } from './simulatorTracking.ts';
import type { Shipment } from './simulatorWorld.ts';

const transactionId = '624deea6-b709-470c-8c39-4b5511281492';

export const failure = (code: string, message: string) => ({ transactionId, errors: [{ code, message }] });
export const answer = (output: object) => ({ transactionId, output });

export const tokenAnswer = (token: string, seconds: number) => ({
  access_token: token,
  token_type: 'bearer',
  expires_in: seconds,
  scope: 'CXS',
});

const OFFERS = [
  ['FEDEX_GROUND', 'FedEx Ground®', 1120, 'FOUR_DAYS'],
  ['FEDEX_2_DAY', 'FedEx 2Day®', 2410, 'TWO_DAYS'],
  ['STANDARD_OVERNIGHT', 'FedEx Standard Overnight®', 4875, 'ONE_DAY'],
] as const;
const OFFERS_ABROAD = [
  ['INTERNATIONAL_ECONOMY', 'FedEx International Economy®', 5410, 'FIVE_DAYS'],
  ['FEDEX_INTERNATIONAL_PRIORITY', 'FedEx International Priority®', 7735, undefined],
] as const;

/** FedEx writes pounds in its own way. */
const currencyOf = (country: string): string => ({ US: 'USD', CA: 'CAD', GB: 'UKL' })[country] ?? 'EUR';
const offersFor = (from: string, to: string) => (from === to ? OFFERS : OFFERS_ABROAD);

/** The account's own prices, a tenth below the list. */
export function rateAnswer(from: string, to: string, parcels: number, service?: string) {
  const currency = currencyOf(from);
  const inCurrency = { currency, shipmentRateDetail: { currency } };
  const offers = offersFor(from, to).filter(([serviceType]) => service === undefined || serviceType === service);
  return answer({
    quoteDate: '2026-06-01',
    rateReplyDetails: offers.map(([serviceType, serviceName, cents, days]) => ({
      serviceType,
      serviceName,
      packagingType: 'YOUR_PACKAGING',
      ...(days ? { commit: { transitDays: { minimumTransitTime: days, description: 'Business Days' } } } : {}),
      ratedShipmentDetails: [
        { rateType: 'LIST', totalNetCharge: (cents * parcels) / 100, ...inCurrency },
        { rateType: 'ACCOUNT', totalNetCharge: Math.round(cents * parcels * 0.9) / 100, ...inCurrency },
      ],
    })),
  });
}

type Asked = Pick<
  ShipBody['requestedShipment'],
  'shipper' | 'serviceType' | 'labelSpecification' | 'shippingDocumentSpecification'
>;

const invoice = (trackingNumber: string) => ({
  contentType: 'COMMERCIAL_INVOICE',
  docType: 'PDF',
  copiesToPrint: 3,
  trackingNumber,
  encodedLabel: labelImage('PDF', trackingNumber),
});

/** Papers that were taken, each under its id. */
export const uploadAnswer = (papers: readonly (readonly [string, string])[]) =>
  answer({ documentResponses: papers.map(([fileReferenceId, docId]) => ({ fileReferenceId, metaData: { docId } })) });

/** A shipment just made. */
export function shipAnswer(shipment: Shipment, asked: Asked) {
  const { serviceType = '', labelSpecification, shippingDocumentSpecification } = asked;
  const from = asked.shipper.address.countryCode;
  const { imageType } = labelSpecification;
  const { master, trackingNumbers, place } = shipment;
  const currency = currencyOf(from);
  const [, serviceName, cents] =
    [...OFFERS, ...OFFERS_ABROAD].find(([type]) => type === serviceType) ?? offersFor(from, place.countryCode)[0];
  const net = Math.round(cents * trackingNumbers.length * 0.9) / 100;
  return answer({
    transactionShipments: [
      {
        masterTrackingNumber: master,
        serviceType,
        serviceName,
        shipDatestamp: new Date(shipment.createdMs).toISOString().slice(0, 10),
        pieceResponses: trackingNumbers.map((trackingNumber, i) => ({
          masterTrackingNumber: master,
          trackingNumber,
          packageSequenceNumber: i + 1,
          packageDocuments: [
            {
              contentType: 'LABEL',
              docType: imageType,
              copiesToPrint: 1,
              encodedLabel: labelImage(imageType, trackingNumber),
            },
          ],
          customerReferences: [{ customerReferenceType: 'CUSTOMER_REFERENCE', value: shipment.reference }],
        })),
        ...(shippingDocumentSpecification ? { shipmentDocuments: [invoice(master)] } : {}),
        completedShipmentDetail: {
          usDomestic: from === 'US' && place.countryCode === 'US',
          carrierCode: 'FDXE',
          shipmentRating: {
            actualRateType: 'PAYOR_ACCOUNT_SHIPMENT',
            shipmentRateDetails: [
              { rateType: 'PAYOR_LIST_SHIPMENT', totalNetCharge: (cents * trackingNumbers.length) / 100, currency },
              { rateType: 'PAYOR_ACCOUNT_SHIPMENT', totalNetCharge: net, currency },
            ],
          },
        },
      },
    ],
  });
}

export const cancelAnswer = () =>
  answer({ cancelledShipment: true, cancelledHistory: true, message: 'Shipment is successfully cancelled' });

type Tracked = { readonly number: string; readonly shipment: Shipment };

/** What Track says of parcels; each names its references, and its master where it is one of several. */
export function trackAnswer(tracked: readonly Tracked[], nowMs: number, stepMs: number) {
  const completeTrackResults = tracked.map(({ number, shipment }) => {
    const scanEvents = scansAt(shipment, nowMs, stepMs);
    const { eventType: code, eventDescription: description } = scanEvents[0] ?? {
      eventType: 'OC',
      eventDescription: '',
    };
    const master = shipment.trackingNumbers.length > 1 ? [{ type: 'STANDARD_MPS', values: [shipment.master] }] : [];
    const trackResult = {
      trackingNumberInfo: { trackingNumber: number, carrierCode: 'FDXE', trackingNumberUniqueId: `1~${number}~FX` },
      additionalTrackingInfo: {
        hasAssociatedShipments: master.length > 0,
        packageIdentifiers: [{ type: 'CUSTOMER_REFERENCE', values: [shipment.reference] }, ...master],
      },
      latestStatusDetail: { code, derivedCode: code, statusByLocale: description, description },
      scanEvents,
      dateAndTimes: [
        { type: 'SHIP', dateTime: new Date(shipment.createdMs).toISOString().replace(/\.\d+Z$/, '+00:00') },
      ],
    };
    return { trackingNumber: number, trackResults: [trackResult] };
  });
  return answer({ completeTrackResults });
}

/** Track answers 200 for what it does not know, with an error in the place of the parcel. */
export const trackNothing = (trackingNumber: string | undefined, code: string, message: string) =>
  answer({
    completeTrackResults: [
      {
        ...(trackingNumber === undefined ? {} : { trackingNumber }),
        trackResults: [
          { ...(trackingNumber ? { trackingNumberInfo: { trackingNumber } } : {}), error: { code, message } },
        ],
      },
    ],
  });
