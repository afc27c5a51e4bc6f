import type { ConformanceSubject, KeptRaw, VendorSample } from '../../kit/conformance/subject.ts';
import { checkOf } from '../addressCheck.ts';
import { receiptOf } from '../labels.ts';
import { locationsOf } from '../locations.ts';
import { quotesOf } from '../rates.ts';
import { Settings } from '../settings.ts';
import { prepare } from '../shipRequest.ts';
import { rateAnswer, shipAnswer, trackAnswer } from '../simulatorAnswers.ts';
import { scenesAt } from '../simulatorTracking.ts';
import { locatorAnswer } from '../simulatorVisits.ts';
import { trackingOf } from '../tracking.ts';
import { labelRequest, NEW_YORK } from './labels.ts';

const NUMBER = '1ZA1B2C30300000014';
const settings = Settings.parse({
  clientId: 'a',
  clientSecret: 'b',
  shipperNumber: 'A1B2C3',
  shipperName: 'Crossdock',
  labelFormat: 'GIF',
});
const place = { city: 'Hamburg', country: 'DE' };
const shipped = Date.UTC(2026, 5, 1);
const shipment = {
  id: NUMBER,
  reference: 'r-1',
  trackingNumbers: [NUMBER],
  format: 'ZPL',
  place,
  createdMs: shipped,
  voidedMs: null,
};

const ADDRESS_ANSWER = {
  XAVResponse: {
    Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
    AmbiguousAddressIndicator: '',
    AddressClassification: { Code: '2', Description: 'Residential' },
    Candidate: [
      {
        AddressClassification: { Code: '2', Description: 'Residential' },
        AddressKeyFormat: {
          AddressLine: ['350 5TH AVE', 'FLOOR 2'],
          PoliticalDivision2: 'NEW YORK',
          PoliticalDivision1: 'NY',
          PostcodePrimaryLow: '10118',
          PostcodeExtendedLow: '0110',
          CountryCode: 'US',
        },
      },
    ],
  },
};

/** Answers of UPS that become canonical values. */
export const ANSWERS: NonNullable<ConformanceSubject['answers']> = {
  tracking: {
    read: (raw) => trackingOf(raw, NUMBER, 'UTC'),
    samples: [
      trackAnswer(
        NUMBER,
        scenesAt({ createdMs: shipped, voidedMs: null, place, nowMs: shipped + 3_600_000, stepMs: 60_000 }),
      ),
    ],
  },
  addresses: {
    read: (raw) => checkOf(raw, NEW_YORK),
    samples: [ADDRESS_ANSWER],
  },
  locations: {
    read: locationsOf,
    samples: [locatorAnswer({ city: 'Hamburg', country: 'DE', isAccessPoint: true }, 1)],
  },
  rates: { read: quotesOf, samples: [rateAnswer('US', 1, true)] },
  shipment: {
    read(raw) {
      const prepared = prepare(labelRequest('r-1', { labelFormat: 'ZPL' }));
      return prepared.ok ? receiptOf(settings, prepared.value, raw) : prepared;
    },
    samples: [shipAnswer(shipment, { origin: 'DE', service: '11', wantsNegotiated: true })],
  },
};

/** Answers in UPS's own examples and in those of others, by the names of the samples. */
export const VENDOR_SAMPLES: readonly VendorSample[] = [
  { file: 'karrio-ups-tracking_response.json', at: '/', of: 'tracking' },
  { file: 'karrio-ups-rating_responses.json', at: '/1', of: 'rates' },
  { file: 'ups-java-rating-simpleRate2Response.json', at: '/', of: 'rates' },
  { file: 'ups-java-rating-tntRateShopResponse.json', at: '/', of: 'rates' },
  { file: 'ups-java-shipping-ShippingRequestwithNegotiatedRatesResponse.json', at: '/', of: 'shipment' },
];

const because = (why: string, ...places: readonly string[]): readonly KeptRaw[] => places.map((at) => ({ at, why }));

/** What UPS answers and no canonical value has a place for. The first that fits is the reason. */
export const KEPT_RAW: readonly KeptRaw[] = [
  ...because(
    'taxes are told to who asks for them, which is not done',
    '/**/TaxCharges/**',
    '/**/TaxCharges',
    '/**/TotalChargesWithTaxes/**',
    '/**/TotalChargesWithTaxes',
  ),
  ...because(
    "the account's own price stands in its place",
    '/**/TotalCharges/CurrencyCode',
    '/**/TotalCharges/MonetaryValue',
  ),
  ...because(
    'a part of the total, which is carried',
    '/**/*Charge/**',
    '/**/*Charges/**',
    '/**/ItemizedCharges',
    '/**/NegotiatedCharges',
    '/**/RateModifier',
    '/**/RateModifier/**',
    '/**/Accessorial',
    '/**/Accessorial/**',
    '/**/RateChart',
  ),
  ...because(
    'how the price came about',
    '/**/BillingWeight/**',
    '/**/Weight',
    '/**/BillableWeightCalculationMethod',
    '/**/RatingMethod',
    '/**/FRSShipmentData',
    '/**/FRSShipmentData/**',
    '/**/RoarRatedIndicator',
  ),
  ...because(
    'remarks on the call, which went well',
    '/**/Response/**',
    '/**/Disclaimer',
    '/**/Disclaimer/**',
    '/**/RatedShipmentAlert/**',
  ),
  ...because('the service is known by its code, and named by the hub', '/**/Service/Description', '/**/service/**'),
  ...because(
    'the estimated business days are carried; the hour is told in a zone that is not named',
    '/**/GuaranteedDelivery/BusinessDaysInTransit',
    '/**/TimeInTransit',
    '/**/TimeInTransit/**',
    '/**/DeliveryByTime',
  ),
  ...because(
    'asked for by its number, so it is known',
    '/**/inquiryNumber',
    '/**/trackingNumber',
    '/**/packageCount',
    '/**/alternateTrackingNumber/**',
    '/**/referenceNumber/**',
    '/**/userRelation/**',
  ),
  ...because(
    'the activities say it one by one',
    '/**/currentStatus/**',
    '/**/milestones/**',
    '/**/statusCode',
    '/**/statusDescription',
    '/**/deliveryDate/**',
    '/**/deliveryTime/**',
  ),
  ...because('the code of the activity says more', '/**/activity/*/status/**'),
  ...because('the town is carried; the rest of the place is for a map', '/**/activity/*/location/**'),
  ...because(
    'told in Greenwich time too, which is taken',
    '/**/activity/*/date',
    '/**/activity/*/time',
    '/**/gmtOffset',
  ),
  ...because(
    'the shipment itself knows its parcels, parties and payment',
    '/**/package/*/weight/**',
    '/**/packageAddress/**',
    '/**/paymentInformation/**',
    '/**/additionalAttributes/**',
    '/**/additionalServices/**',
    '/**/suppressionIndicators/**',
    '/**/accessPointInformation/**',
  ),
  ...because('a photo or a signature is a document of its own, and personal', '/**/deliveryInformation/**'),
  ...because('a hint for the person who asked', '/**/warnings/**'),
  ...because(
    'papers that the request did not order',
    '/**/Form/**',
    '/**/*Receipt/**',
    '/**/CODTurnInPage/**',
    '/**/HighValueReport/**',
    '/**/DGPaperImage/**',
    '/**/*URL',
    '/**/BarCodeImage',
    '/**/CN22Number',
    '/**/USPSPICNumber',
    '/**/MIDualReturnShipmentKey',
    '/**/MasterCartonID',
  ),
  ...because(
    'the verdict, in words; ambiguous is what is neither of the others',
    '/XAVResponse/AmbiguousAddressIndicator',
    '/XAVResponse/NoCandidatesIndicator',
    '/XAVResponse/AddressClassification/Description',
  ),
  ...because('the address as a whole is classified', '/**/Candidate/*/AddressClassification/**'),
  ...because(
    'how the search went, and what a place can do beyond giving and fetching parcels',
    '/**/AllowAllConfidenceLevels',
    '/**/DropLocation/*/Distance/UnitOfMeasurement/**',
    '/**/IVR/**',
    '/**/LocationAttribute/**',
    '/**/OriginOrDestination',
    '/**/Timezone',
    '/**/PhoneNumber/**',
    '/LocatorResponse/Response/**',
  ),
  ...because('the public key of an Access Point stands in its place', '/**/DropLocation/*/LocationID'),
  ...because('its presence says it, whatever it holds', '/**/ClosedIndicator', '/**/Open24HoursIndicator'),
  ...because('regular hours are carried; these are others', '/**/HoursType', '/**/LatestDropOffHours'),
  ...because('the label is taken as one picture', '/**/ShippingLabel/**'),
];
