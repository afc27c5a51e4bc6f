import { serviceTitle } from './codes.ts';
import { labelImage } from './simulatorLabel.ts';
import type { Scene } from './simulatorTracking.ts';
import type { Shipment } from './simulatorWorld.ts';

const Response = { ResponseStatus: { Code: '1', Description: 'Success' } };

export const failure = (code: string, message: string) => ({ response: { errors: [{ code, message }] } });

export const tokenAnswer = (clientId: string, token: string, seconds: number, nowMs: number) => ({
  token_type: 'Bearer',
  issued_at: String(nowMs),
  client_id: clientId,
  access_token: token,
  scope: '',
  expires_in: String(seconds),
  refresh_count: '0',
  status: 'approved',
});

const OFFERS = [
  ['11', 840, '2'],
  ['65', 1990, '1'],
  ['07', 3125, '1'],
] as const;
const US_OFFERS = [
  ['03', 1120, '3'],
  ['02', 2410, '2'],
  ['01', 4875, '1'],
] as const;

const charge = (cents: number, currency: string) => ({
  CurrencyCode: currency,
  MonetaryValue: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
});

const isUs = (country: string): boolean => country === 'US';
const currencyOf = (country: string): string => (isUs(country) ? 'USD' : 'EUR');

const transit = (BusinessDaysInTransit: string) => ({
  PickupDate: '20260302',
  PackageBillType: '03',
  ServiceSummary: {
    Service: { Description: 'a service' },
    EstimatedArrival: {
      Arrival: { Date: '20260304', Time: '120000' },
      BusinessDaysInTransit,
      Pickup: { Date: '20260302', Time: '180000' },
      DayOfWeek: 'WED',
    },
  },
});

/** List prices, and beside them the account's own, which are a tenth lower. */
export function rateAnswer(origin: string, parcels: number, wantsNegotiated: boolean) {
  const currency = currencyOf(origin);
  const RatedShipment = (isUs(origin) ? US_OFFERS : OFFERS).map(([Code, cents, BusinessDaysInTransit]) => {
    const list = charge(cents * parcels, currency);
    const weight = { UnitOfMeasurement: { Code: isUs(origin) ? 'LBS' : 'KGS', Description: 'Weight' }, Weight: '1.0' };
    return {
      Service: { Code, Description: serviceTitle(Code) },
      BillingWeight: weight,
      TransportationCharges: list,
      ServiceOptionsCharges: charge(0, currency),
      TotalCharges: list,
      ...(wantsNegotiated ? { NegotiatedRateCharges: { TotalCharge: negotiated(cents, parcels, currency) } } : {}),
      GuaranteedDelivery: { BusinessDaysInTransit },
      TimeInTransit: transit(BusinessDaysInTransit),
      RatedPackage: Array.from({ length: parcels }, () => ({ TotalCharges: charge(cents, currency), Weight: '1.0' })),
    };
  });
  return { RateResponse: { Response, RatedShipment } };
}

const negotiated = (cents: number, parcels: number, currency: string) =>
  charge(Math.round(cents * parcels * 0.9), currency);

/** A shipment just made. A list price where the service is not offered is that of the cheapest. */
export function shipAnswer(
  shipment: Shipment,
  {
    origin,
    service,
    wantsNegotiated,
    isAbroad = false,
  }: {
    readonly origin: string;
    readonly service: string;
    readonly wantsNegotiated: boolean;
    readonly isAbroad?: boolean;
  },
) {
  const currency = currencyOf(origin);
  const offers = isUs(origin) ? US_OFFERS : OFFERS;
  const [, cents] = offers.find(([code]) => code === service) ?? offers[0];
  const parcels = shipment.trackingNumbers.length;
  const list = charge(cents * parcels, currency);
  return {
    ShipmentResponse: {
      Response,
      ShipmentResults: {
        ShipmentCharges: {
          TransportationCharges: list,
          ServiceOptionsCharges: charge(0, currency),
          TotalCharges: list,
        },
        ...(wantsNegotiated ? { NegotiatedRateCharges: { TotalCharge: negotiated(cents, parcels, currency) } } : {}),
        BillingWeight: { UnitOfMeasurement: { Code: isUs(origin) ? 'LBS' : 'KGS' }, Weight: '1.0' },
        ShipmentIdentificationNumber: shipment.id,
        PackageResults: shipment.trackingNumbers.map((TrackingNumber) => ({
          TrackingNumber,
          ShippingLabel: {
            ImageFormat: { Code: shipment.format, Description: shipment.format },
            GraphicImage: labelImage(shipment.format, TrackingNumber),
          },
        })),
        ...(isAbroad ? { Form } : {}),
      },
    },
  };
}

/** A page of nothing, for the papers. */
const PAPER = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');
const Form = {
  Code: '01',
  Description: 'All Requested International Forms',
  Image: { ImageFormat: { Code: 'PDF', Description: 'PDF' }, GraphicImage: PAPER },
  FormGroupId: '2026-01-18-11.01.07.000001',
};

export const uploadAnswer = (ids: readonly string[]) => ({
  UploadResponse: { Response, FormsHistoryDocumentID: { DocumentID: ids } },
});

/** The labels of a shipment. UPS sends a list of one as an object here, and the format in small letters. */
export function recoveryAnswer({ id, trackingNumbers }: Shipment, format: string) {
  const results = trackingNumbers.map((TrackingNumber) => ({
    TrackingNumber,
    LabelImage: {
      LabelImageFormat: { Code: format.toLowerCase() },
      GraphicImage: labelImage(format, TrackingNumber),
    },
  }));
  const LabelResults = results.length === 1 ? results[0] : results;
  return { LabelRecoveryResponse: { Response, ShipmentIdentificationNumber: id, LabelResults } };
}

/** What UPS answers instead where several parcels carry the reference. */
export function candidatesAnswer(shipments: readonly Shipment[]) {
  const TrackingCandidate = shipments
    .flatMap(({ trackingNumbers }) => trackingNumbers)
    .map((TrackingNumber) => ({ TrackingNumber }));
  return { LabelRecoveryResponse: { Response, LabelResults: [], TrackingCandidate } };
}

export const voidAnswer = () => ({
  VoidShipmentResponse: { Response, SummaryResult: { Status: { Code: '1', Description: 'Voided' } } },
});

export function trackAnswer(number: string, scenes: readonly Scene[]) {
  const activity = scenes.map(({ type, code, statusCode, description, atMs, city, country }) => {
    const [day = '', clock = ''] = new Date(atMs).toISOString().slice(0, 19).split('T');
    const date = day.replaceAll('-', '');
    return {
      status: { type, code, statusCode, description },
      date,
      time: clock.replaceAll(':', ''),
      gmtDate: date,
      gmtOffset: '+00:00',
      gmtTime: clock.replaceAll(':', '').replace(/^0/, ''),
      location: { address: { ...(city ? { city } : {}), countryCode: country, country } },
    };
  });
  const parcel = { trackingNumber: number, packageCount: 1, activity };
  return { trackResponse: { shipment: [{ inquiryNumber: number, package: [parcel] }] } };
}

export const trackNothing = (number: string) => ({
  trackResponse: {
    shipment: [{ inquiryNumber: number, warnings: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] }],
  },
});
