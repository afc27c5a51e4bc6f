import type { Placement, Portion } from '../order/index.ts';
import type { LocationId, OrderLineId } from '../shared/ids.ts';

export type Demand = {
  readonly line: OrderLineId;
  readonly quantity: number;
  /** Units of the line's product that can be promised, by location. */
  readonly available: ReadonlyMap<LocationId, number>;
};

export type SourcingLocation = { readonly id: LocationId; readonly priority: number };

export type Sourced = {
  readonly placements: readonly Placement[];
  readonly short: readonly Portion[];
  /** Which rule decided, for the people who ask why. */
  readonly reason: 'one-location' | 'fewest-splits' | 'partly-available' | 'nothing-available';
};

/** What rules may bound; by default nothing is. */
export type SourcingLimits = {
  readonly maxLocations: number;
  /** Units that a location may give in all; one that is not there may give any. */
  readonly room: ReadonlyMap<LocationId, number>;
};

const NO_LIMITS: SourcingLimits = { maxLocations: Number.POSITIVE_INFINITY, room: new Map() };

/**
 * The first sourcing policy: one location that has everything, else as few locations as possible, else priority
 * (a lower number first). Lines of one product share its units. Fewest locations is exact up to three of the twelve
 * best candidates; beyond that locations are taken by priority.
 */
export function source(
  demands: readonly Demand[],
  locations: readonly SourcingLocation[],
  limits: SourcingLimits = NO_LIMITS,
): Sourced {
  const ranked = rank(demands, locations);
  const whole = smallestGroup(demands, ranked, limits);
  if (whole) return whole;
  const partly = fill(demands, ranked.slice(0, limits.maxLocations), limits);
  if (partly.placements.length === 0) return { ...partly, reason: 'nothing-available' };
  return { ...partly, reason: partly.short.length === 0 ? 'fewest-splits' : 'partly-available' };
}

function smallestGroup(
  demands: readonly Demand[],
  ranked: readonly LocationId[],
  limits: SourcingLimits,
): Sourced | undefined {
  for (const location of ranked) {
    const sourced = fill(demands, [location], limits);
    if (sourced.short.length === 0) return { ...sourced, reason: 'one-location' };
  }
  const best = ranked.slice(0, 12);
  for (let size = 2; size <= Math.min(3, limits.maxLocations); size++) {
    for (const group of groupsOf(best, size)) {
      const sourced = fill(demands, group, limits);
      if (sourced.short.length === 0) return { ...sourced, reason: 'fewest-splits' };
    }
  }
  return undefined;
}

/** Locations that can give anything: by priority, and among equals the one that covers most units. */
function rank(demands: readonly Demand[], locations: readonly SourcingLocation[]): readonly LocationId[] {
  const covers = new Map<LocationId, number>();
  for (const { quantity, available } of demands) {
    for (const [id, units] of available) covers.set(id, (covers.get(id) ?? 0) + Math.min(units, quantity));
  }
  return locations
    .filter(({ id }) => covers.has(id))
    .sort(
      (a, b) => a.priority - b.priority || (covers.get(b.id) ?? 0) - (covers.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

function* groupsOf(ids: readonly LocationId[], size: number, from = 0): Generator<readonly LocationId[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= ids.length - size; i++) {
    const first = ids[i];
    if (first === undefined) return;
    for (const rest of groupsOf(ids, size - 1, i + 1)) yield [first, ...rest];
  }
}

/** Takes each line's units from the locations in turn; units that one line took are gone for the next. */
function fill(
  demands: readonly Demand[],
  ids: readonly LocationId[],
  { room }: SourcingLimits,
): Omit<Sourced, 'reason'> {
  const rest: Rest = { taken: new Map(), room: room.size > 0 ? new Map(room) : null };
  const placements: Placement[] = [];
  const short: Portion[] = [];
  for (const { line, quantity, available } of demands) {
    let left = quantity;
    for (let i = 0; left > 0 && i < ids.length; i++) {
      const location = ids[i] as LocationId;
      const part = takePart(rest, available, location, left);
      if (part === 0) continue;
      placements.push({ line, location, quantity: part });
      left -= part;
    }
    if (left > 0) short.push({ line, quantity: left });
  }
  return { placements, short };
}

type Rest = {
  readonly taken: Map<ReadonlyMap<LocationId, number>, Map<LocationId, number>>;
  readonly room: Map<LocationId, number> | null;
};

function takePart(
  { taken, room }: Rest,
  available: ReadonlyMap<LocationId, number>,
  location: LocationId,
  wanted: number,
): number {
  let used = taken.get(available);
  if (!used) {
    used = new Map();
    taken.set(available, used);
  }
  const before = used.get(location) ?? 0;
  const free = room?.get(location) ?? Number.POSITIVE_INFINITY;
  const part = Math.max(0, Math.min(wanted, (available.get(location) ?? 0) - before, free));
  if (part === 0) return 0;
  used.set(location, before + part);
  room?.set(location, free - part);
  return part;
}
