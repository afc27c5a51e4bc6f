import {
  isEnded,
  type PickNeed,
  type PickStrategy,
  type PickWork,
  planPickLists,
  toPick,
} from '../fulfillment/index.ts';
import type { FulfillmentRow, LineGoods, NewPickList, PickCandidate, Transaction } from '../ports/index.ts';
import type { Instant, LocationId } from '../shared/ids.ts';
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
  const onLists = new Map(listed.map((each) => [`${each.fulfillmentOrder} ${each.line}`, each.units]));
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return open.flatMap((row) => {
    const candidate = byId.get(row.id);
    const needs = needsOf(row, byLine, onLists);
    if (!candidate || needs.length === 0) return [];
    return [{ fulfillmentOrder: row.id, priority: candidate.priority, since: candidate.since, needs }];
  });
}

function needsOf(
  row: FulfillmentRow,
  goods: ReadonlyMap<string, LineGoods>,
  onLists: ReadonlyMap<string, number>,
): readonly PickNeed[] {
  return row.lines.flatMap((part) => {
    const quantity = toPick(part) - (onLists.get(`${row.id} ${part.line}`) ?? 0);
    const good = goods.get(part.line);
    if (quantity <= 0 || !good) return [];
    const { sku, bin, zone, walk } = good;
    return [{ fulfillmentOrder: row.id, line: part.line, sku, bin, zone, walk, quantity }];
  });
}
