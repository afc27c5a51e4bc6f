import { type FulfillmentCommand, type FulfillmentState, toPick } from '../fulfillment/index.ts';
import type { FulfillmentRow } from '../ports/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { type NamedUnits, portionsOf, refusedWork, type WorkRefusal, type WorkTarget, workOn } from './openWork.ts';
import type { Environment } from './operateStock.ts';
import { shortPick } from './shortPick.ts';
import { decideWork } from './workStock.ts';

/** Where a fulfillment order stands after an operation. */
export type WorkState = {
  readonly id: string;
  readonly number: string;
  readonly state: FulfillmentState;
  readonly version: number;
};
type Done = Promise<Result<WorkState, WorkRefusal>>;

export type PickCommand = {
  /** All that is still to pick when absent. */
  readonly units?: readonly NamedUnits[] | undefined;
  /** The scan's own name: the same scan again changes nothing. */
  readonly scan?: string | undefined;
};

/** Somebody begins to pick a fulfillment order. */
export function startPicking(target: WorkTarget, environment: Environment): Done {
  return workOn(target, environment, (batch, row) =>
    decided(batch, row, { type: 'StartPicking', at: batch.now, actor: target.actor }),
  );
}

/** Units are in the picker's hands. When none is missing any more, packing or a label is next. */
export function confirmPick(target: WorkTarget, { units, scan }: PickCommand, environment: Environment): Done {
  return workOn(target, environment, (batch, row) => {
    if (scan !== undefined && row.scans.includes(scan)) return ok(stateOf(row));
    const wanted = units ?? row.lines.map((part) => ({ line: part.line, quantity: toPick(part) }));
    const picked = wanted.filter(({ quantity }) => quantity !== 0);
    const lines = portionsOf(batch, row, picked, toPick);
    if (!lines.ok) return lines;
    const command = { type: 'ConfirmPick', at: batch.now, actor: target.actor, lines: lines.value } as const;
    return decided(batch, row, scan === undefined ? command : { ...command, scan });
  });
}

/** Units that were not found go back to sourcing. */
export function pickShort(
  target: WorkTarget,
  units: readonly NamedUnits[],
  reason: string,
  environment: Environment,
): Done {
  return workOn(target, environment, (batch, row) => {
    const lines = portionsOf(batch, row, units, toPick);
    if (!lines.ok) return lines;
    const short = shortPick(batch, row, { lines: lines.value, reason, actor: target.actor });
    return short.ok ? ok(stateOf(batch.works.get(row.id) ?? row)) : err(refusedWork(row, short.error));
  });
}

export function decided(
  batch: Batch,
  row: FulfillmentRow,
  command: FulfillmentCommand,
): Result<WorkState, WorkRefusal> {
  const done = decideWork(batch, row.id, command, null);
  return done.ok ? ok(stateOf(batch.works.get(row.id) ?? row)) : err(refusedWork(row, done.error));
}

export const stateOf = ({ id, number, state, version }: FulfillmentRow): WorkState => ({ id, number, state, version });
