import type { ShipmentDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { EntityRecord } from './find.ts';

/** Units of one order item to be issued from one inventory item. */
export type Issue = {
  readonly shipGroupSeqId: string;
  readonly orderItemSeqId: string;
  readonly inventoryItemId: string;
  readonly quantity: number;
};

export type Reserved = {
  /** Items of the order, reservations of inventory for them, and what was issued to this shipment before. */
  readonly items: readonly EntityRecord[];
  readonly reservations: readonly EntityRecord[];
  readonly issued: readonly EntityRecord[];
  readonly products: ReadonlyMap<string, string>;
};

/**
 * What is still to be issued so that a shipment holds its lines: each from the reservations of the item that it names,
 * else of all items of its product. Refused when fewer units are reserved than left.
 */
export function planIssues(lines: ShipmentDocument['lines'], reserved: Reserved): Result<readonly Issue[], Fault> {
  const left = new Map(reserved.reservations.map((each) => [each, availableIn(each)]));
  const before = new Map(reserved.issued.map((each) => [each, Number(each['quantity'] ?? 0)]));
  const plan: Issue[] = [];
  for (const { sku, quantity, lineExternalId } of lines) {
    const seqs = seqsOf(reserved, sku, lineExternalId);
    const ofItem = (record: EntityRecord): boolean => seqs.has(record['orderItemSeqId'] ?? '');
    let need = quantity - take(before, ofItem, quantity).reduce((sum, { units }) => sum + units, 0);
    for (const { record, units } of take(left, ofItem, need)) {
      const { shipGroupSeqId = '', orderItemSeqId = '', inventoryItemId = '' } = record;
      plan.push({ shipGroupSeqId, orderItemSeqId, inventoryItemId, quantity: units });
      need -= units;
    }
    if (need > 0) {
      const message = `${need} of ${quantity} units of ${sku} are not reserved in OFBiz: reserve them there, then retry`;
      return err(permanent('not-reserved', message, '/lines'));
    }
  }
  return ok(plan);
}

/** Units that lie there for an item: a reservation may be of more than there are. */
const availableIn = ({ quantity = '0', quantityNotAvailable = '0' }: EntityRecord): number =>
  Math.max(0, Number(quantity) - Number(quantityNotAvailable));

function seqsOf({ items, products }: Reserved, sku: string, named: string | undefined): ReadonlySet<string> {
  const own = items.filter(({ productId }) => productId === products.get(sku));
  const seqs = own.flatMap(({ orderItemSeqId }) => orderItemSeqId ?? []);
  return new Set(named !== undefined && seqs.includes(named) ? [named] : seqs);
}

type Taken = { readonly record: EntityRecord; readonly units: number };

/** Takes up to so many units out of what is left of some records. */
function take(
  left: Map<EntityRecord, number>,
  isOf: (record: EntityRecord) => boolean,
  most: number,
): readonly Taken[] {
  const taken: Taken[] = [];
  let need = most;
  for (const [record, there] of left) {
    const units = isOf(record) ? Math.min(need, there) : 0;
    if (units <= 0) continue;
    left.set(record, there - units);
    need -= units;
    taken.push({ record, units });
  }
  return taken;
}
