import type { Portion } from '../order/index.ts';
import type { OrderLineId } from '../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../shared/result.ts';
import {
  type FulfillmentCommand,
  type FulfillmentEvent,
  type FulfillmentOrder,
  type FulfillmentRejection,
  type FulfillmentWork,
  isEnded,
  outstanding,
  toPack,
  toPick,
  type WorkLine,
} from './fulfillmentOrder.ts';

type Decision = Result<readonly FulfillmentEvent[], FulfillmentRejection>;
type Command<Type extends FulfillmentCommand['type']> = Extract<FulfillmentCommand, { type: Type }>;
type Measure = Extract<FulfillmentRejection, { code: 'insufficient' }>['of'];

const MEASURES: Readonly<Record<Measure, (line: WorkLine) => number>> = {
  'to-pick': toPick,
  'to-pack': toPack,
  'to-ship': (line) => line.picked - line.shipped,
  'in-work': outstanding,
};

/** What a command means for a fulfillment order as it is: the events to record, or why it is refused. Pure. */
export function decide(command: FulfillmentCommand, work: FulfillmentOrder): Decision {
  if (command.type === 'Release') return work.state === 'none' ? release(command) : err({ code: 'already-released' });
  if (work.state === 'none' || isEnded(work)) return err({ code: 'not-workable', state: work.state });
  switch (command.type) {
    case 'StartPicking':
      return ok(work.state === 'released' ? [{ ...command, type: 'PickingStarted' }] : []);
    case 'ConfirmPick':
      return confirmPick(work, command);
    case 'PickShort':
      return units(work, command.lines, 'to-pick', { ...command, type: 'UnitsShort' });
    case 'Pack':
      return pack(work, command);
    case 'Unpack':
      return unpack(work, command);
    case 'AttachLabels':
      return attachLabels(work, command);
    case 'MakeReady':
      return makeReady(work, command);
    case 'Ship':
      return ship(work, command);
    case 'Withdraw':
      return units(work, command.lines, 'in-work', { ...command, type: 'UnitsWithdrawn' });
    case 'Cancel':
      return ok([{ ...command, type: 'UnitsWithdrawn', lines: left(work) }]);
    default:
      return assertNever(command, 'fulfillment command');
  }
}

function release(command: Command<'Release'>): Decision {
  if (command.lines.length === 0) return err({ code: 'no-lines' });
  const bad = command.lines.find(({ quantity }) => !isCount(quantity));
  if (bad) return err({ code: 'invalid-quantity', quantity: bad.quantity });
  return ok([{ ...command, type: 'FulfillmentReleased' }]);
}

/** A scan that was booked before is the same scan: it changes nothing. */
function confirmPick(work: FulfillmentWork, command: Command<'ConfirmPick'>): Decision {
  if (command.scan !== undefined && work.scans.includes(command.scan)) return ok([]);
  return units(work, command.lines, 'to-pick', { ...command, type: 'UnitsPicked' });
}

function pack(work: FulfillmentWork, command: Command<'Pack'>): Decision {
  const empty = command.packages.find(({ lines }) => lines.length === 0);
  if (empty || command.packages.length === 0) return err({ code: 'no-lines' });
  const lines = command.packages.flatMap((packed) => packed.lines);
  return units(work, lines, 'to-pack', { ...command, type: 'UnitsPacked' });
}

function unpack(work: FulfillmentWork, command: Command<'Unpack'>): Decision {
  const lines = work.lines.flatMap(({ line, packed, shipped }) => {
    const inside = command.lines.reduce((sum, part) => sum + (part.line === line ? part.quantity : 0), 0);
    const quantity = Math.min(inside, packed - shipped);
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  return ok(lines.length > 0 ? [{ ...command, type: 'UnitsUnpacked', lines }] : []);
}

function attachLabels(work: FulfillmentWork, command: Command<'AttachLabels'>): Decision {
  if (work.method === 'collect') return err({ code: 'wrong-method', method: work.method });
  return work.state === 'packed'
    ? ok([{ ...command, type: 'LabelsAttached' }])
    : err({ code: 'not-complete', state: work.state });
}

function makeReady(work: FulfillmentWork, command: Command<'MakeReady'>): Decision {
  if (work.method !== 'collect') return err({ code: 'wrong-method', method: work.method });
  if (work.state === 'ready') return ok([]);
  const isComplete = work.lines.every((line) => toPick(line) === 0);
  return isComplete
    ? ok([{ ...command, type: 'ReadyForCollection' }])
    : err({ code: 'not-complete', state: work.state });
}

function ship(work: FulfillmentWork, command: Command<'Ship'>): Decision {
  const { isReport, ...shipped } = command;
  return units(work, command.lines, isReport ? 'in-work' : 'to-ship', { ...shipped, type: 'UnitsShipped' });
}

const left = (work: FulfillmentWork): readonly Portion[] =>
  work.lines.flatMap((line) => (outstanding(line) > 0 ? [{ line: line.line, quantity: outstanding(line) }] : []));

/** Allows an event on units when each line has that many of them. */
function units(work: FulfillmentWork, lines: readonly Portion[], of: Measure, event: FulfillmentEvent): Decision {
  if (lines.length === 0) return err({ code: 'no-lines' });
  const wanted = new Map<OrderLineId, number>();
  for (const { line, quantity } of lines) {
    if (!isCount(quantity)) return err({ code: 'invalid-quantity', quantity });
    wanted.set(line, (wanted.get(line) ?? 0) + quantity);
  }
  for (const [id, want] of wanted) {
    const line = work.lines.find((each) => each.line === id);
    if (!line) return err({ code: 'unknown-line', line: id });
    const have = MEASURES[of](line);
    if (have < want) return err({ code: 'insufficient', line: id, of, have, want });
  }
  return ok([event]);
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n > 0;
