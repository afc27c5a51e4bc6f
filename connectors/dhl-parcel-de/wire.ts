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
export type Shipment = {
  readonly product: string;
  readonly billingNumber: string;
  readonly refNo: string;
  readonly shipper: Address;
  readonly consignee: Address;
  readonly details: {
    readonly dim?: { readonly uom: 'mm'; readonly length: number; readonly width: number; readonly height: number };
    readonly weight: { readonly uom: 'g'; readonly value: number };
  };
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
  validationMessages: z.array(Message).exactOptional(),
});
export type Item = z.infer<typeof Item>;

export const OrderAnswer = z.object({ items: z.array(Item).min(1) });

export const ManifestAnswer = z.object({
  items: z.array(z.object({ shipmentNo: text })).exactOptional(),
});

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
const Tracked = z.object({
  id: z.coerce.string(),
  status: Event.exactOptional(),
  estimatedTimeOfDelivery: text,
  events: z.array(Event).exactOptional(),
});
export type Tracked = z.infer<typeof Tracked>;
export const TrackAnswer = z.object({ shipments: z.array(Tracked) });
