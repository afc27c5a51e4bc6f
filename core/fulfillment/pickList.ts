import type { BinId, Place } from '../inventory/index.ts';
import type { FulfillmentOrderId, Instant, OrderLineId } from '../shared/ids.ts';
import { naturalOrder } from './naturalOrder.ts';

/**
 * `batch`: as many lists as limits demand, each of orders that lie near each other. `wave`: the same, over all that goes
 * out together. `zone`: one list for each zone of the house; an order may be on several of them.
 */
export const PICK_STRATEGIES = ['batch', 'wave', 'zone'] as const;
export type PickStrategy = (typeof PICK_STRATEGIES)[number];

/** Where units of a product lie. `walk` is the place of the bin on the picker's way; without it bins go by their names. */
export type BinPlace = { readonly bin: string | null; readonly zone: string | null; readonly walk: number | null };

/** Units to take from one bin for one line of one fulfillment order. */
export type PickNeed = BinPlace & {
  /** Where they lie by the books; null when nobody has booked it, and the bin is where the product is kept. */
  readonly place: Place | null;
  /** The key of that bin. */
  readonly binId: BinId | null;
  /** The lot to take, by its code. */
  readonly lot: string | null;
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly line: OrderLineId;
  readonly sku: string;
  readonly quantity: number;
};

/** A fulfillment order to pick. A higher priority goes first, then the one that waits longest or has to leave soon. */
export type PickWork = {
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly priority: number;
  readonly since: Instant;
  readonly needs: readonly PickNeed[];
};

export type PickLimits = { readonly maxOrders: number; readonly maxUnits: number };
export type PlannedList = { readonly zone: string | null; readonly picks: readonly PickNeed[] };

/**
 * Divides work into pick lists, each in walking order. Orders are batched by seed and addition: the most urgent order
 * opens a list, and the one that adds the fewest new bins follows until a limit is reached (Gibson and Sharp, "Order
 * batching procedures", European Journal of Operational Research 58, 1992). An order that alone is above `maxUnits` has
 * a list to itself; a line is never divided.
 */
export function planPickLists(
  works: readonly PickWork[],
  strategy: PickStrategy,
  limits: PickLimits,
): readonly PlannedList[] {
  if (strategy !== 'zone') return batches(works, limits).map((batch) => listOf(null, batch));
  const zones = [...new Set(works.flatMap(({ needs }) => needs.map(({ zone }) => zone)))].sort((a, b) =>
    naturalOrder(a ?? '\uffff', b ?? '\uffff'),
  );
  return zones.flatMap((zone) => {
    const inZone = works.flatMap((work) => {
      const needs = work.needs.filter((need) => need.zone === zone);
      return needs.length > 0 ? [{ ...work, needs }] : [];
    });
    return batches(inZone, limits).map((batch) => listOf(zone, batch));
  });
}

const listOf = (zone: string | null, batch: readonly PickWork[]): PlannedList => ({
  zone,
  picks: batch.flatMap(({ needs }) => needs).toSorted(walkingOrder),
});

function batches(works: readonly PickWork[], limits: PickLimits): readonly (readonly PickWork[])[] {
  const waiting = works.filter(({ needs }) => needs.length > 0).toSorted(urgency);
  const made: PickWork[][] = [];
  for (;;) {
    const seed = waiting.shift();
    if (!seed) return made;
    made.push(grow(seed, waiting, limits));
  }
}

/** Takes the orders that follow a seed out of those that wait. */
function grow(seed: PickWork, waiting: PickWork[], { maxOrders, maxUnits }: PickLimits): PickWork[] {
  const batch = [seed];
  const bins = new Set(binsOf(seed));
  let units = unitsOf(seed);
  while (batch.length < maxOrders) {
    const at = nearest(waiting, bins, maxUnits - units);
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (!next) return batch;
    batch.push(next);
    units += unitsOf(next);
    for (const bin of binsOf(next)) bins.add(bin);
  }
  return batch;
}

/** The place in the queue of the order that adds the fewest bins, within the units that still fit; -1 when none fits. */
function nearest(waiting: readonly PickWork[], bins: ReadonlySet<string>, room: number): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [i, work] of waiting.entries()) {
    if (unitsOf(work) > room) continue;
    const added = binsOf(work).filter((bin) => !bins.has(bin)).length;
    if (added < fewest) [best, fewest] = [i, added];
  }
  return best;
}

/** A product without a bin is a place of its own: somebody has to look for it. */
const binsOf = ({ needs }: PickWork): readonly string[] => [
  ...new Set(needs.map(({ bin, sku }) => (bin === null ? `? ${sku}` : `= ${bin}`))),
];
const unitsOf = ({ needs }: PickWork): number => needs.reduce((sum, { quantity }) => sum + quantity, 0);

const urgency = (a: PickWork, b: PickWork): number =>
  b.priority - a.priority || compare(a.since, b.since) || compare(a.fulfillmentOrder, b.fulfillmentOrder);

/** By the walking order of the bins, then by their names as people read them; what has no bin comes last. */
function walkingOrder(a: PickNeed, b: PickNeed): number {
  return (
    (a.walk ?? Number.MAX_SAFE_INTEGER) - (b.walk ?? Number.MAX_SAFE_INTEGER) ||
    Number(a.bin === null) - Number(b.bin === null) ||
    naturalOrder(a.bin ?? '', b.bin ?? '') ||
    naturalOrder(a.sku, b.sku) ||
    compare(a.fulfillmentOrder, b.fulfillmentOrder) ||
    compare(a.line, b.line)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
