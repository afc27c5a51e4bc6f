import { z } from 'zod';

/** The parts of MyDHL API 3.1.1 that the hub sends and reads. */
export type PostalAddress = {
  readonly postalCode: string;
  readonly cityName: string;
  readonly countryCode: string;
  readonly provinceCode?: string;
  readonly addressLine1: string;
  readonly addressLine2?: string;
  readonly addressLine3?: string;
};
export type Contact = {
  readonly companyName: string;
  readonly fullName: string;
  readonly phone: string;
  readonly email?: string;
};
export type Registration = { readonly typeCode: string; readonly number: string; readonly issuerCountryCode: string };
export type Party = {
  readonly postalAddress: PostalAddress;
  readonly contactInformation: Contact;
  readonly registrationNumbers?: readonly Registration[];
};
export type Package = {
  readonly weight: number;
  readonly dimensions?: { readonly length: number; readonly width: number; readonly height: number };
};
export type Account = { readonly typeCode: 'shipper' | 'duties-taxes'; readonly number: string };
/** II: shipment insurance, SF: direct signature, AA: Saturday delivery, DD: duties and taxes paid, WY: paperless trade. */
export type Service = {
  readonly serviceCode: 'II' | 'SF' | 'AA' | 'DD' | 'WY';
  readonly value?: number;
  readonly currency?: string;
};
type Common = {
  readonly plannedShippingDateAndTime: string;
  readonly accounts: readonly Account[];
  readonly productCode?: string;
  readonly valueAddedServices?: readonly Service[];
};

export type RateRequest = Common & {
  readonly customerDetails: { readonly shipperDetails: PostalAddress; readonly receiverDetails: PostalAddress };
  readonly unitOfMeasurement: 'metric';
  readonly isCustomsDeclarable: boolean;
  readonly monetaryAmount?: readonly {
    readonly typeCode: 'declaredValue';
    readonly value: number;
    readonly currency: string;
  }[];
  readonly packages: readonly Package[];
};

export type ExportLine = {
  readonly number: number;
  readonly description: string;
  readonly price: number;
  readonly quantity: { readonly value: number; readonly unitOfMeasurement: 'PCS' };
  readonly commodityCodes?: readonly { readonly typeCode: 'outbound'; readonly value: string }[];
  readonly manufacturerCountry: string;
  readonly weight: { readonly netValue: number; readonly grossValue: number };
};
export type ExportDeclaration = {
  readonly lineItems: readonly ExportLine[];
  readonly invoice: {
    readonly number: string;
    readonly date: string;
    readonly customerReferences?: readonly { readonly typeCode: 'MRN'; readonly value: string }[];
  };
  readonly exportReason: string;
  readonly exportReasonType: string;
  readonly placeOfIncoterm?: string;
  readonly additionalCharges?: readonly { readonly typeCode: 'freight' | 'insurance'; readonly value: number }[];
  readonly remarks?: readonly { readonly value: string }[];
};
export type DocumentImage = {
  readonly typeCode: 'CIN' | 'PNV' | 'COO';
  readonly imageFormat: string;
  readonly content: string;
};
export type ImageOption =
  | { readonly typeCode: 'label'; readonly templateName: string }
  | {
      readonly typeCode: 'invoice';
      readonly templateName: string;
      readonly isRequested: true;
      readonly invoiceType: 'commercial' | 'proforma';
    };

export type ShipRequest = Common & {
  readonly productCode: string;
  readonly pickup: { readonly isRequested: false };
  readonly getRateEstimates: true;
  readonly outputImageProperties: {
    readonly encodingFormat: 'pdf' | 'zpl' | 'epl';
    readonly splitDocumentsByPages: true;
    readonly imageOptions: readonly ImageOption[];
  };
  readonly customerReferences: readonly { readonly typeCode: 'CU'; readonly value: string }[];
  readonly customerDetails: {
    readonly shipperDetails: Party;
    readonly receiverDetails: Party;
    readonly importerDetails?: Party;
    readonly buyerDetails?: Party;
  };
  readonly content: {
    readonly packages: readonly Package[];
    readonly isCustomsDeclarable: boolean;
    readonly declaredValue?: number;
    readonly declaredValueCurrency?: string;
    readonly exportDeclaration?: ExportDeclaration;
    readonly USFilingTypeValue?: string;
    readonly description: string;
    readonly incoterm: string;
    readonly unitOfMeasurement: 'metric';
  };
  readonly documentImages?: readonly DocumentImage[];
  readonly onDemandDelivery?: { readonly deliveryOption: 'servicepoint'; readonly servicePointId: string };
  readonly estimatedDeliveryDate: { readonly isRequested: true; readonly typeCode: 'QDDC' };
  readonly getAdditionalInformation: readonly { readonly typeCode: 'linkLabelsByPieces'; readonly isRequested: true }[];
};

export type PickupRequest = {
  readonly plannedPickupDateAndTime: string;
  readonly closeTime: string;
  readonly remark: string;
  readonly location?: string;
  readonly locationType: 'business' | 'residence';
  readonly accounts: readonly Account[];
  readonly specialInstructions?: readonly { readonly value: string }[];
  readonly customerDetails: { readonly shipperDetails: Party };
  readonly shipmentDetails: readonly {
    readonly productCode: string;
    readonly isCustomsDeclarable: boolean;
    readonly unitOfMeasurement: 'metric';
    readonly shipmentTrackingNumber?: string;
    readonly packages: readonly Package[];
  }[];
};

const text = z.string().exactOptional();

export const Failure = z.object({
  detail: z.string(),
  status: z.union([z.string(), z.number()]).exactOptional(),
  additionalDetails: z.array(z.string()).exactOptional(),
});

/** BILLC is the currency in which the account is billed; PULCL the public tariff of the country, BASEC the base. */
const Price = z.object({ currencyType: text, priceCurrency: text, price: z.number() });
export type Price = z.infer<typeof Price>;

export const RateAnswer = z.object({
  products: z.array(
    z.object({
      productCode: z.string(),
      productName: text,
      totalPrice: z.array(Price),
      deliveryCapabilities: z.object({ totalTransitDays: z.coerce.number().exactOptional() }).exactOptional(),
    }),
  ),
});

const Image = z.object({
  typeCode: z.string(),
  imageFormat: z.string(),
  content: z.string(),
  packageReferenceNumber: z.int().exactOptional(),
});
export type Image = z.infer<typeof Image>;

export const ShipAnswer = z.object({
  shipmentTrackingNumber: z.string().min(1),
  packages: z.array(z.object({ referenceNumber: z.int().exactOptional(), trackingNumber: z.string().min(1) })).min(1),
  documents: z.array(Image).exactOptional(),
  shipmentCharges: z.array(Price).exactOptional(),
  estimatedDeliveryDate: z.object({ estimatedDeliveryDate: text }).exactOptional(),
});
export type ShipAnswer = z.infer<typeof ShipAnswer>;

const Event = z.object({
  date: z.string(),
  time: z.string(),
  GMTOffset: text,
  typeCode: z.string(),
  description: text,
  serviceArea: z.array(z.object({ code: text, description: text })).exactOptional(),
});
export type Event = z.infer<typeof Event>;

export const TrackAnswer = z.object({
  shipments: z.array(
    z.object({
      shipmentTrackingNumber: z.string().min(1),
      shipperReferences: z.array(z.object({ value: z.string() })).exactOptional(),
      events: z.array(Event).exactOptional(),
      pieces: z.array(z.object({ trackingNumber: text, events: z.array(Event).exactOptional() })).exactOptional(),
    }),
  ),
});
export type Tracked = z.infer<typeof TrackAnswer>['shipments'][number];

export const AddressAnswer = z.object({
  warnings: z.array(z.string()).exactOptional(),
  address: z.array(z.object({ countryCode: z.string(), postalCode: text, cityName: text, countyName: text })),
});

export const PickupAnswer = z.object({
  dispatchConfirmationNumbers: z.array(z.string().min(1)).min(1),
  readyByTime: text,
  nextPickupDate: text,
});

const Minutes = z.union([z.number(), z.string()]);
const Point = z.object({ latitude: z.number(), longitude: z.number() });
const ServicePoint = z.object({
  facilityId: z.string().min(1),
  servicePointType: text,
  servicePointName: text,
  localName: text,
  address: z.object({
    addressLine1: text,
    addressLine2: text,
    city: text,
    zipCode: text,
    state: text,
    country: text,
  }),
  geoLocation: Point.exactOptional(),
  distanceMetric: z.number().exactOptional(),
  openingHours: z
    .object({
      openingHours: z
        .array(z.object({ dayOfWeek: z.string(), openingTime: Minutes, closingTime: Minutes }))
        .exactOptional(),
    })
    .exactOptional(),
});
export type ServicePoint = z.infer<typeof ServicePoint>;
export const ServicePointsAnswer = z.object({ servicePoints: z.array(ServicePoint).exactOptional() });
