import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** What a shipment may ask of a carrier beyond being carried. The rest of a request is data that no service hangs on. */
export const SHIPMENT_OPTIONS = [
  'insuredValueMinor',
  'signature',
  'saturdayDelivery',
  'shipOn',
  'customs',
  'collectAt',
  'returnLabel',
] as const satisfies readonly (keyof LabelRequest)[];
export type ShipmentOption = (typeof SHIPMENT_OPTIONS)[number];

/**
 * Refuses a label or a price whose options are not all among those that a carrier's connector can do: one that is left
 * out unsaid would be paid for and missed. `false` and no value ask for nothing.
 */
export function takesOptions(
  request: Partial<Pick<LabelRequest, ShipmentOption>>,
  possible: readonly ShipmentOption[],
): Result<void, Fault> {
  const asked = SHIPMENT_OPTIONS.filter((name) => request[name] !== undefined && request[name] !== false);
  const missing = asked.find((name) => !possible.includes(name));
  if (missing === undefined) return ok(undefined);
  return err(permanent('option-unsupported', `this carrier's connector cannot do ${missing}`, `/${missing}`));
}
