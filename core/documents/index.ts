import { z } from 'zod';
import { DayClose, ManifestReceipt, PickupReceipt, PickupRequest } from './carrier.ts';
import { CustomerDocument } from './customer.ts';
import { EventDocument } from './event.ts';
import { PaymentDocument, RefundDocument, ReturnDocument } from './money.ts';
import { OrderDocument } from './order.ts';
import { LabelReceipt, LabelRequest, PickingDocument, ShipmentDocument, TrackingDocument } from './shipment.ts';
import { SourcingRules } from './sourcingRules.ts';
import { ProductDocument, StockDocument } from './stock.ts';

export * from './carrier.ts';
export * from './customer.ts';
export * from './customs.ts';
export * from './event.ts';
export * from './job.ts';
export * from './money.ts';
export * from './order.ts';
export * from './paper.ts';
export * from './shipment.ts';
export * from './shippingRules.ts';
export * from './stock.ts';
export { AddressValue, InstantValue, ParcelValue } from './values.ts';

/** Every kind of document that crosses the border of the hub, by its name. */
export const DOCUMENTS = {
  order: OrderDocument,
  stock: StockDocument,
  product: ProductDocument,
  customer: CustomerDocument,
  shipment: ShipmentDocument,
  picking: PickingDocument,
  tracking: TrackingDocument,
  payment: PaymentDocument,
  refund: RefundDocument,
  return: ReturnDocument,
  label: LabelRequest,
  labelReceipt: LabelReceipt,
  pickup: PickupRequest,
  pickupReceipt: PickupReceipt,
  dayClose: DayClose,
  manifestReceipt: ManifestReceipt,
  event: EventDocument,
} as const;
export type DocumentName = keyof typeof DOCUMENTS;
export type DocumentOf<Name extends DocumentName> = z.infer<(typeof DOCUMENTS)[Name]>;

/** A document with its name, as a connector's decoding yields it. */
export type CanonicalRecord = {
  [Name in DocumentName]: { readonly name: Name; readonly document: DocumentOf<Name> };
}[DocumentName];

/** The JSON Schema (draft 2020-12) of a document as a sender writes it: defaults may be left out. */
export function jsonSchemaOf(name: DocumentName): Record<string, unknown> {
  return z.toJSONSchema(DOCUMENTS[name], { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
}
export * from './sourcingRules.ts';

/** The JSON Schema (draft 2020-12) of sourcing rules as they are written in a file. */
export function sourcingRulesSchema(): Record<string, unknown> {
  return { title: 'Crossdock sourcing rules', ...z.toJSONSchema(SourcingRules, { io: 'input' }) } as Record<
    string,
    unknown
  >;
}
