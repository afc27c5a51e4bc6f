import { isEnded } from '../fulfillment/index.ts';
import type { Portion } from '../order/index.ts';
import type { FulfillmentRow, PackageRow, ShipmentRow, WaitingPackage } from '../ports/index.ts';
import type { ShipmentId } from '../shared/ids.ts';
import type { Batch } from './batch.ts';

export type Carriage = Pick<
  ShipmentRow,
  'reference' | 'carrierConnection' | 'carrier' | 'service' | 'carrierReference' | 'packages' | 'origin' | 'isDelivered'
>;

/** A shipment of these units of a fulfillment order. */
export function shipmentOf(
  batch: Batch,
  row: FulfillmentRow,
  lines: readonly Portion[],
  carriage: Carriage,
): ShipmentRow {
  const id = batch.newId<ShipmentId>();
  return { id, order: row.order, fulfillmentOrder: row.id, location: row.location, lines, ...carriage };
}

/** What leaves: the contents of packages, or all that is picked where nothing was packed. */
export function unitsLeaving(row: FulfillmentRow, packages: readonly WaitingPackage[]): readonly Portion[] {
  if (packages.length === 0) {
    return row.lines.flatMap((part) => {
      const quantity = isEnded(row) ? 0 : part.picked - part.shipped;
      return quantity > 0 ? [{ line: part.line, quantity }] : [];
    });
  }
  const units = new Map<Portion['line'], number>();
  for (const { line, quantity } of packages.flatMap(({ lines }) => lines)) {
    units.set(line, (units.get(line) ?? 0) + quantity);
  }
  return [...units].map(([line, quantity]) => ({ line, quantity }));
}

/** The reference of the next shipment of a fulfillment order: its number, and behind it which part this is. */
export const referenceOfPart = ({ number }: Pick<FulfillmentRow, 'number'>, shipped: number): string =>
  shipped === 0 ? number : `${number}-${shipped + 1}`;

/** A waiting package as it leaves, with its label where that came now. */
export const leaving = (waiting: WaitingPackage): PackageRow => ({
  id: waiting.id,
  trackingNumber: waiting.trackingNumber,
  label: null,
});
