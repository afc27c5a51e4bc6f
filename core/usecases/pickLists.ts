import {
  isEnded,
  type PickNeed,
  type PickStrategy,
  type PickWork,
  planPickLists,
  toPick,
} from '../fulfillment/index.ts';
import { placeKey, takeByFefo } from '../inventory/index.ts';
import type { FreePlace, FulfillmentRow, LineGoods, NewPickList, PickCandidate, Transaction } from '../ports/index.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import type { WorkRefusal } from './openWork.ts';
import type { Environment } from './operateStock.ts';

export type PickListCommand = {
  /** The location's code. */
  readonly location: string;
  readonly strategy: PickStrategy;
  readonly wave?: string | undefined;
  /** Ids or numbers of fulfillment orders; all that wait at the location when absent. */
  readonly fulfillmentOrders?: readonly string[] | undefined;
  readonly placedBefore?: Instant | undefined;
  readonly maxOrders: number;
  readonly maxUnits: number;
  readonly limit: number;
};
export type PlannedPickList = {
  readonly id: string;
  readonly number: string;
  readonly zone: string | null;
  readonly orders: number;
  readonly units: number;
};

/**
 * Makes pick lists of what waits at a location and is on no open list yet, and marks that work as being picked. Answers
 * an empty list when nothing waits.
 */
export function createPickLists(
  command: PickListCommand,
  actor: string,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<readonly PlannedPickList[], WorkRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const place = (await tx.locations()).find(({ code }) => code === command.location);
    if (!place) return err({ code: 'unknown-location', message: `there is no location ${command.location}` });
    const { fulfillmentOrders: names, placedBefore, limit } = command;
    const candidates = await tx.pickCandidates({ location: place.id, names, placedBefore, limit });
    const fulfillments = await tx.fulfillments({ ids: candidates.map(({ id }) => id) });
    const works = await worksOf(tx, place.id, candidates, fulfillments);
    const lists = planPickLists(works, command.strategy, command).map(
      (planned): NewPickList => ({
        id: ids.next(),
        location: place.id,
        strategy: command.strategy,
        zone: planned.zone,
        wave: command.wave ?? null,
        createdBy: actor,
        picks: planned.picks.map((pick) => ({ ...pick, id: ids.next() })),
      }),
    );
    if (lists.length === 0) return ok([]);
    const numbers = await tx.insertPickLists(lists);
    const batch = new Batch({ ...NOTHING_LOADED, fulfillments }, ids, now());
    for (const { fulfillmentOrder } of works) {
      batch.works.decide(fulfillmentOrder, { type: 'StartPicking', at: batch.now, actor }, null);
    }
    await tx.save(batch.changes());
    return ok(lists.map((list, i) => summary(list, numbers[i] ?? '')));
  });
}

const summary = ({ id, zone, picks }: NewPickList, number: string): PlannedPickList => ({
  id,
  number,
  zone,
  orders: new Set(picks.map(({ fulfillmentOrder }) => fulfillmentOrder)).size,
  units: picks.reduce((sum, { quantity }) => sum + quantity, 0),
});

async function worksOf(
  tx: Transaction,
  location: LocationId,
  candidates: readonly PickCandidate[],
  rows: readonly FulfillmentRow[],
): Promise<readonly PickWork[]> {
  const open = rows.filter((row) => !isEnded(row));
  const goods = await tx.goodsOf(
    location,
    open.flatMap((row) => row.lines.map(({ line }) => line)),
  );
  const listed = await tx.listedUnits(open.map(({ id }) => id));
  const byLine = new Map(goods.map((each) => [each.line, each]));
  const products = new Set(goods.flatMap(({ product }) => product ?? []));
  const places = Map.groupBy(await tx.freePlaces(location, [...products]), ({ units }) => units.product);
  const onLists = new Map(listed.map((each) => [`${each.fulfillmentOrder} ${each.line}`, each.units]));
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return open.flatMap((row) => {
    const candidate = byId.get(row.id);
    const needs = needsOf(row, { goods: byLine, onLists, places });
    if (!candidate || needs.length === 0) return [];
    return [{ fulfillmentOrder: row.id, priority: candidate.priority, since: candidate.since, needs }];
  });
}

type House = {
  readonly goods: ReadonlyMap<string, LineGoods>;
  readonly onLists: ReadonlyMap<string, number>;
  /** What lies where, less what the lists before this one take. */
  readonly places: Map<ProductId, FreePlace[]>;
};

function needsOf(row: FulfillmentRow, { goods, onLists, places }: House): readonly PickNeed[] {
  return row.lines.flatMap((part) => {
    const quantity = toPick(part) - (onLists.get(`${row.id} ${part.line}`) ?? 0);
    const good = goods.get(part.line);
    if (quantity <= 0 || !good) return [];
    const { sku, product, bin, zone, walk, binId } = good;
    const of = { fulfillmentOrder: row.id, line: part.line, sku };
    const booked = product === null ? { stops: [], left: quantity } : taken(places, product, quantity);
    const needs = booked.stops.map((stop): PickNeed => ({ ...of, ...stop }));
    if (booked.left === 0) return needs;
    return [...needs, { ...of, bin, zone, walk, binId, lot: null, place: null, quantity: booked.left }];
  });
}

type Stop = Omit<PickNeed, 'fulfillmentOrder' | 'line' | 'sku'>;

/** Takes units of a product from where they lie, first expired first; what no place holds is left. */
function taken(
  places: House['places'],
  product: ProductId,
  quantity: number,
): { readonly stops: readonly Stop[]; readonly left: number } {
  const free = places.get(product) ?? [];
  const { taken: portions, left } = takeByFefo(
    free.map(({ units }) => units),
    quantity,
  );
  const stops = portions.flatMap((portion): Stop[] => {
    const at = free.findIndex(({ units }) => placeKey(units) === placeKey(portion));
    const known = free[at];
    if (!known) return [];
    const { units, bin, zone, lot } = known;
    free[at] = { ...known, units: { ...units, quantity: units.quantity - portion.quantity } };
    const place = { bin: units.bin, lot: units.lot };
    return [{ bin, zone, walk: units.walk, binId: units.bin, lot, place, quantity: portion.quantity }];
  });
  return { stops, left };
}
