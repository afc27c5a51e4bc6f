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
export type Party = { readonly postalAddress: PostalAddress; readonly contactInformation: Contact };
export type Package = {
  readonly weight: number;
  readonly dimensions?: { readonly length: number; readonly width: number; readonly height: number };
};
export type Account = { readonly typeCode: 'shipper'; readonly number: string };
type Common = {
  readonly plannedShippingDateAndTime: string;
  readonly accounts: readonly Account[];
  readonly productCode?: string;
};

export type RateRequest = Common & {
  readonly customerDetails: { readonly shipperDetails: PostalAddress; readonly receiverDetails: PostalAddress };
  readonly unitOfMeasurement: 'metric';
  readonly isCustomsDeclarable: boolean;
  readonly packages: readonly Package[];
};

export type ShipRequest = Common & {
  readonly productCode: string;
  readonly pickup: { readonly isRequested: false };
  readonly getRateEstimates: true;
  readonly outputImageProperties: {
    readonly encodingFormat: 'pdf' | 'zpl' | 'epl';
    readonly splitDocumentsByPages: true;
    readonly imageOptions: readonly { readonly typeCode: 'label'; readonly templateName: string }[];
  };
  readonly customerReferences: readonly { readonly typeCode: 'CU'; readonly value: string }[];
  readonly customerDetails: { readonly shipperDetails: Party; readonly receiverDetails: Party };
  readonly content: {
    readonly packages: readonly Package[];
    readonly isCustomsDeclarable: boolean;
    readonly description: string;
    readonly incoterm: string;
    readonly unitOfMeasurement: 'metric';
    readonly declaredValue?: number;
    readonly declaredValueCurrency?: string;
  };
  readonly getAdditionalInformation: readonly { readonly typeCode: 'linkLabelsByPieces'; readonly isRequested: true }[];
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
  address: z.array(z.object({ countryCode: z.string(), postalCode: text, cityName: text, countyName: text })),
});
