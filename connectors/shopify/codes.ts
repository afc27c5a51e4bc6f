import type { PaymentState } from '../../core/documents/index.ts';

/**
 * Shopify's financial status, in lower case, as the hub's payment state. One that is not here counts as pending, which
 * holds the order: goods never leave on a status that nobody knows.
 */
export const PAYMENT_STATE: ReadonlyMap<string, PaymentState> = new Map([
  ['pending', 'pending'],
  ['authorized', 'authorized'],
  ['partially_paid', 'pending'],
  ['paid', 'paid'],
  ['partially_refunded', 'partially-refunded'],
  ['refunded', 'refunded'],
  ['voided', 'voided'],
  ['expired', 'pending'],
]);

/** Restock types of a refund line whose units came back and go on the shelf again. */
export const COMES_BACK: ReadonlySet<string> = new Set(['return', 'legacy_restock']);

/** The restock type of units that were taken off the order before they left. */
export const TAKEN_OFF = 'cancel';

/** States of a fulfillment order from which goods may leave. */
export const CAN_SHIP: ReadonlySet<string> = new Set(['OPEN', 'IN_PROGRESS']);

/** Carriers by the names under which Shopify makes tracking links of their numbers. */
export const TRACKING_COMPANY: ReadonlyMap<string, string> = new Map([
  ['ups', 'UPS'],
  ['usps', 'USPS'],
  ['fedex', 'FedEx'],
  ['dhl', 'DHL Express'],
  ['gls', 'GLS'],
]);
