import { z } from 'zod';

/** The parts of Parcel DE Shipping 2.1, Pickup 3.0 and Unified Tracking 1.3 that the hub sends and reads. */
export type Address = {
  readonly name1: string;
  readonly name2?: string;
  readonly name3?: string;
  readonly addressStreet: string;
  readonly additionalAddressInformation1?: string;
  readonly postalCode?: string;
  readonly city: string;
  readonly state?: string;
  readonly country: string;
  readonly phone?: string;
  readonly email?: string;
};
/** A post office or a shop that hands parcels out, by its number; the recipient is told by e-mail. */
export type PostOffice = {
  readonly name: string;
  readonly retailID: number;
  readonly email: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: 'DEU';
};
export type Value = { readonly currency: string; readonly value: number };
export type Weight = { readonly uom: 'g'; readonly value: number };
export type Commodity = {
  readonly itemDescription: string;
  readonly countryOfOrigin?: string;
  readonly hsCode?: string;
  readonly packagedQuantity: number;
  readonly itemValue: Value;
  readonly itemWeight: Weight;
};
export type Customs = {
  readonly invoiceNo?: string;
  readonly exportType: 'OTHER' | 'PRESENT' | 'COMMERCIAL_SAMPLE' | 'DOCUMENT' | 'RETURN_OF_GOODS' | 'COMMERCIAL_GOODS';
  readonly exportDescription?: string;
  readonly shippingConditions?: 'DAP' | 'DDP';
  readonly hasElectronicExportNotification?: true;
  readonly MRN?: string;
  readonly postalCharges: Value;
  readonly shipperCustomsRef?: string;
  readonly consigneeCustomsRef?: string;
  readonly items: readonly Commodity[];
};
export type Services = {
  readonly additionalInsurance?: Value;
  readonly signedForByRecipient?: true;
  readonly visualCheckOfAge?: 'A18';
  readonly postalDeliveryDutyPaid?: true;
};
export type Shipment = {
  readonly product: string;
  readonly billingNumber: string;
  readonly refNo: string;
  readonly shipDate?: string;
  readonly shipper: Address;
  readonly consignee: Address | PostOffice;
  readonly services?: Services;
  readonly customs?: Customs;
  readonly details: {
    readonly dim?: { readonly uom: 'mm'; readonly length: number; readonly width: number; readonly height: number };
    readonly weight: Weight;
  };
};
export type ReturnRequest = {
  readonly receiverId: string;
  readonly customerReference: string;
  readonly shipmentReference: string;
  readonly shipper: {
    readonly name1: string;
    readonly name2?: string;
    readonly name3?: string;
    readonly addressStreet: string;
    readonly addressHouse: string;
    readonly city: string;
    readonly postalCode: string;
    readonly email?: string;
  };
  readonly itemWeight: Weight;
};
export type OrderRequest = { readonly profile: string; readonly shipments: readonly Shipment[] };

const text = z.string().exactOptional();
const number = z.number().exactOptional();

/** `status` is the newer name of `statusCode`; answers have one of them or both. */
const RequestStatus = z.object({ title: text, statusCode: number, status: number, detail: text });

const Message = z.object({ property: text, validationMessage: text, validationState: text });
const Document = z.object({ b64: text, zpl2: text, fileFormat: text });
export type Document = z.infer<typeof Document>;

const Item = z.object({
  shipmentNo: z.coerce.string().exactOptional(),
  sstatus: RequestStatus,
  label: Document.exactOptional(),
  customsDoc: Document.exactOptional(),
  validationMessages: z.array(Message).exactOptional(),
});
export type Item = z.infer<typeof Item>;

export const ReturnAnswer = z.object({ shipmentNo: z.string().min(1), label: z.object({ b64: text }) });

export const OrderAnswer = z.object({ items: z.array(Item).min(1) });

/** A day's manifest: which shipments were closed on it, and its pages. */
export const ManifestAnswer = z.object({
  items: z.array(z.object({ shipmentNo: text })).exactOptional(),
  manifest: z.array(Document).exactOptional(),
});
export type ManifestAnswer = z.infer<typeof ManifestAnswer>;

/** What became of each shipment that was to be closed. */
export const ClosedAnswer = z.object({
  items: z.array(z.object({ shipmentNo: text, sstatus: RequestStatus })).exactOptional(),
});

export type PickupOrder = {
  readonly customerDetails: { readonly billingNumber: string };
  readonly pickupLocation: {
    readonly type: 'Address';
    readonly pickupAddress: {
      readonly name1: string;
      readonly name2?: string;
      readonly addressStreet: string;
      readonly addressHouse: string;
      readonly postalCode: string;
      readonly city: string;
      readonly country: string;
    };
  };
  readonly businessHours: readonly { readonly timeFrom: string; readonly timeUntil: string }[];
  readonly contactPerson: readonly { readonly name: string; readonly phone?: string; readonly email?: string }[];
  readonly pickupDetails: {
    readonly pickupDate: { readonly type: 'Date'; readonly value: string };
    readonly totalWeight: Weight;
    readonly comment: string;
  };
  readonly shipmentDetails: {
    readonly shipments: readonly { readonly transportationType: 'PAKET'; readonly shipmentNo?: string }[];
  };
};

export const PickupAnswer = z.object({
  confirmation: z.object({ value: z.object({ orderID: z.string().min(1), pickupDate: text }) }),
});

/** STORNIERT is a cancelled order, in DHL's own word. */
export const CANCELLED = 'STORNIERT';
const Cancellation = z.object({ orderID: z.string(), orderState: text, message: text });
export const CancelAnswer = z.object({
  confirmedCancellations: z.array(Cancellation).exactOptional(),
  failedCancellations: z.array(Cancellation).exactOptional(),
});

export const PickupsAnswer = z.array(
  z.object({
    orderDetails: z.object({ orderID: z.string(), orderState: z.string() }),
    pickupDetails: z.object({ comment: text }).exactOptional(),
  }),
);

const Location = z.object({
  location: z.object({
    ids: z.array(z.object({ locationId: z.string() })).exactOptional(),
    keyword: text,
    keywordId: text,
    type: text,
  }),
  name: text,
  distance: number,
  place: z.object({
    address: z.object({ countryCode: text, postalCode: text, addressLocality: text, streetAddress: text }),
    geo: z.object({ latitude: z.coerce.number(), longitude: z.coerce.number() }).exactOptional(),
  }),
  openingHours: z.array(z.object({ opens: z.string(), closes: z.string(), dayOfWeek: z.string() })).exactOptional(),
});
export type Location = z.infer<typeof Location>;
export const LocationsAnswer = z.object({ locations: z.array(Location).exactOptional() });

export const Failure = z.object({
  status: z.union([RequestStatus, z.number()]).exactOptional(),
  statusCode: number,
  title: text,
  detail: text,
  items: z.array(Item.extend({ sstatus: RequestStatus.exactOptional() })).exactOptional(),
});

/** What an item says about itself, in words. */
export function saidOf({
  sstatus,
  validationMessages = [],
}: {
  readonly sstatus?: { readonly title?: string; readonly detail?: string } | undefined;
  readonly validationMessages?: Item['validationMessages'] | undefined;
}): string {
  const told = validationMessages.map(({ property, validationMessage }) =>
    [property, validationMessage].filter(Boolean).join(': '),
  );
  return told.length > 0 ? told.join('; ') : [sstatus?.title, sstatus?.detail].filter(Boolean).join(': ');
}

export function codeOf({ statusCode, status }: { readonly statusCode?: number; readonly status?: unknown }): number {
  return typeof status === 'number' ? status : (statusCode ?? 0);
}
export const isDone = ({ sstatus }: Pick<Item, 'sstatus'>): boolean => codeOf(sstatus) >= 200 && codeOf(sstatus) < 300;

const Place = z.object({ address: z.object({ addressLocality: text, countryCode: text }).exactOptional() });
const Event = z.object({
  timestamp: text,
  location: Place.exactOptional(),
  statusCode: text,
  status: text,
  description: text,
});
export type Event = z.infer<typeof Event>;
export const Tracked = z.object({
  id: z.coerce.string(),
  status: Event.exactOptional(),
  estimatedTimeOfDelivery: text,
  events: z.array(Event).exactOptional(),
});
export type Tracked = z.infer<typeof Tracked>;
export const TrackAnswer = z.object({ shipments: z.array(Tracked) });
