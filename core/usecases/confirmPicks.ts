import { isEnded, toPick } from '../fulfillment/index.ts';
import type { FulfillmentRow, PickListRow, PickRow } from '../ports/index.ts';
import type { FulfillmentOrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { openWorks, refusedWork, type WorkRefusal, type WorkTarget } from './openWork.ts';
import type { Environment } from './operateStock.ts';
import { shortPick } from './shortPick.ts';
import { decideWork, type PickedFrom } from './workStock.ts';

/** What came of one stop: units taken, and units that were not there. */
export type PickResult = { readonly pick: string; readonly picked: number; readonly short: number };
export type PickResults = {
  readonly picks: readonly PickResult[];
  /** The scan's own name: the same scan again changes nothing. */
  readonly scan?: string | undefined;
  /** Why units were short. */
  readonly reason: string;
};
export type PickListState = Pick<PickListRow, 'id' | 'number' | 'state' | 'version'>;

/** Books what a picker did along a pick list. All or nothing: a refused stop leaves the whole report unbooked. */
export function confirmPicks(
  { name, version, actor }: WorkTarget,
  results: PickResults,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<PickListState, WorkRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const list = await tx.pickList(name);
    if (!list) return err({ code: 'not-found', message: `no pick list ${name}` });
    if (version !== undefined && version !== list.version) {
      return err({ code: 'version-mismatch', message: `${list.number} is at version ${list.version}` });
    }
    const batch = await openWorks(
      tx,
      list.picks.map(({ order }) => order),
      ids,
      now(),
    );
    const booked = bookAll(batch, list, results, actor);
    if (!booked.ok) return booked;
    if (booked.value === 'booked-before') return ok(stateOf(list));
    const after = listAfter(list, results.picks, batch);
    await tx.savePickList(after);
    await tx.save(batch.changes());
    return ok(stateOf({ ...after, version: list.version + 1 }));
  });
}

function bookAll(
  batch: Batch,
  list: PickListRow,
  results: PickResults,
  actor: string,
): Result<'booked' | 'booked-before', WorkRefusal> {
  if (wasScanned(batch, list, results.scan)) return ok('booked-before');
  const found = resultsByWork(list, results.picks);
  if (!found.ok) return found;
  for (const [id, reported] of found.value) {
    const row = batch.works.get(id);
    if (!row) throw new Error(`pick list ${list.number} names a fulfillment order that is gone`);
    const booked = book(batch, row, reported, results, actor);
    if (!booked.ok) return booked;
  }
  return ok('booked');
}

function wasScanned(batch: Batch, list: PickListRow, scan: string | undefined): boolean {
  if (scan === undefined) return false;
  return list.picks.some((pick) => batch.works.get(pick.fulfillmentOrder)?.scans.includes(scan) === true);
}

const stateOf = ({ id, number, state, version }: PickListRow): PickListState => ({ id, number, state, version });

type Reported = { readonly pick: PickRow; readonly result: PickResult };

function resultsByWork(
  list: PickListRow,
  results: readonly PickResult[],
): Result<ReadonlyMap<FulfillmentOrderId, readonly Reported[]>, WorkRefusal> {
  const byWork = new Map<FulfillmentOrderId, Reported[]>();
  const unpicked = new Map(list.picks.map(({ id, quantity, picked, short }) => [id, quantity - picked - short]));
  for (const result of results) {
    const pick = list.picks.find(({ id }) => id === result.pick);
    if (!pick) return err({ code: 'unknown-pick', message: `${list.number} has no pick ${result.pick}` });
    const left = unpicked.get(pick.id) ?? 0;
    unpicked.set(pick.id, left - result.picked - result.short);
    if (result.picked + result.short > left) {
      const message = `${list.number}: ${left} of ${pick.sku} are left to pick in ${pick.bin ?? 'no bin'}`;
      return err({ code: 'insufficient', message });
    }
    byWork.set(pick.fulfillmentOrder, [...(byWork.get(pick.fulfillmentOrder) ?? []), { pick, result }]);
  }
  return ok(byWork);
}

function book(
  batch: Batch,
  row: FulfillmentRow,
  reported: readonly Reported[],
  { scan, reason }: PickResults,
  actor: string,
): Result<void, WorkRefusal> {
  const units = (count: (result: PickResult) => number): readonly PickedFrom[] =>
    reported.flatMap(({ pick, result }) =>
      count(result) > 0 ? [{ line: pick.line, quantity: count(result), place: pick.place }] : [],
    );
  const from = units(({ picked }) => picked);
  if (from.length > 0) {
    const lines = from.map(({ line, quantity }) => ({ line, quantity }));
    const command = { type: 'ConfirmPick', at: batch.now, actor, lines } as const;
    const picked = decideWork(batch, row.id, scan === undefined ? command : { ...command, scan }, null, { from });
    if (!picked.ok) return err(refusedWork(row, picked.error));
  }
  const missing = units(({ short }) => short);
  if (missing.length === 0) return ok(undefined);
  const short = shortPick(batch, batch.works.get(row.id) ?? row, { lines: missing, reason, actor });
  return short.ok ? short : err(refusedWork(row, short.error));
}

/** The list with its results; it is done when none of its work has a unit left to pick. */
function listAfter(list: PickListRow, results: readonly PickResult[], batch: Batch): PickListRow {
  const sum = (id: string, count: (result: PickResult) => number): number =>
    results.reduce((units, result) => units + (result.pick === id ? count(result) : 0), 0);
  const picks = list.picks.map((pick) => ({
    ...pick,
    picked: pick.picked + sum(pick.id, (result) => result.picked),
    short: pick.short + sum(pick.id, (result) => result.short),
  }));
  const isLeft = (pick: PickRow): boolean => {
    const row = batch.works.get(pick.fulfillmentOrder);
    const part = row && !isEnded(row) ? row.lines.find(({ line }) => line === pick.line) : undefined;
    return pick.quantity > pick.picked + pick.short && part !== undefined && toPick(part) > 0;
  };
  return { ...list, picks, state: picks.some(isLeft) ? 'open' : 'done' };
}
