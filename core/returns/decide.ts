import type { Decider } from '../shared/decider.ts';
import type { OrderLineId } from '../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../shared/result.ts';
import type { RmaCommand, RmaEvent, RmaRejection, Units } from './messages.ts';
import { expected, type OpenedRma, type Rma, type RmaLine, toInspect, toResolve } from './rma.ts';

type Decision = Result<readonly RmaEvent[], RmaRejection>;

/** The way of goods back from a buyer: authorized, received in parts, inspected, and settled with the buyer. */
export const rmaDecider: Decider<Rma, RmaCommand, RmaEvent, RmaRejection> = {
  initialState: { status: 'unopened' },
  decide,
  evolve,
};

function decide(command: RmaCommand, rma: Rma): Decision {
  if (command.type === 'OpenReturn') return rma.status === 'unopened' ? open(command) : err({ code: 'already-opened' });
  if (rma.status === 'unopened') return err({ code: 'unknown-return' });
  switch (command.type) {
    case 'ReceiveReturn':
      return portions(rma, command.lines, expected, 'above-expected', { ...command, type: 'ReturnReceived' });
    case 'InspectReturn':
      return portions(rma, command.lines, toInspect, 'above-received', { ...command, type: 'ReturnInspected' });
    case 'KeepGoods':
      return portions(rma, command.lines, expected, 'above-expected', { ...command, type: 'GoodsKept' });
    case 'ResolveReturn':
      return portions(rma, command.lines, toResolve, 'above-inspected', { ...command, type: 'ReturnResolved' });
    case 'CancelReturn': {
      const lines = [...rma.lines.values()].map((line) => ({ line: line.line, quantity: expected(line) }));
      const open = lines.filter(({ quantity }) => quantity > 0);
      return open.length === 0
        ? err({ code: 'nothing-to-cancel' })
        : ok([{ type: 'ReturnCancelled', at: command.at, lines: open }]);
    }
    default:
      return assertNever(command, 'return command');
  }
}

function open({ claimable, ...opening }: Extract<RmaCommand, { type: 'OpenReturn' }>): Decision {
  if (opening.lines.length === 0) return err({ code: 'no-lines' });
  const seen = new Set<OrderLineId>();
  for (const { line, quantity } of opening.lines) {
    if (seen.has(line)) return err({ code: 'line-twice', line });
    seen.add(line);
    if (!isCount(quantity)) return err({ code: 'invalid-quantity', quantity });
    const have = claimable.get(line);
    if (have === undefined) return err({ code: 'unknown-line', line });
    if (quantity > have) return err({ code: 'above-shipped', line, have, want: quantity });
  }
  return ok([{ ...opening, type: 'ReturnOpened' }]);
}

const isCount = (quantity: number): boolean => Number.isSafeInteger(quantity) && quantity > 0;

function portions(
  { lines: known }: OpenedRma,
  lines: readonly Units[],
  roomOf: (line: RmaLine) => number,
  code: 'above-expected' | 'above-received' | 'above-inspected',
  event: RmaEvent,
): Decision {
  if (lines.length === 0) return err({ code: 'no-lines' });
  const wanted = new Map<OrderLineId, number>();
  for (const { line, quantity } of lines) {
    if (!isCount(quantity)) return err({ code: 'invalid-quantity', quantity });
    wanted.set(line, (wanted.get(line) ?? 0) + quantity);
  }
  for (const [id, want] of wanted) {
    const line = known.get(id);
    if (!line) return err({ code: 'unknown-line', line: id });
    const have = roomOf(line);
    if (want > have) return err({ code, line: id, have, want });
  }
  return ok([event]);
}

function evolve(rma: Rma, event: RmaEvent): Rma {
  if (event.type === 'ReturnOpened') return opened(event);
  if (rma.status === 'unopened') throw new Error(`corrupt stream: ${event.type} of a return that was not opened`);
  switch (event.type) {
    case 'ReturnReceived':
      return counted(rma, event.lines, () => 'received');
    case 'ReturnInspected':
      return counted(rma, event.lines, ({ disposition }) => disposition);
    case 'GoodsKept':
      return counted(rma, event.lines, () => 'kept');
    case 'ReturnCancelled':
      return counted(rma, event.lines, () => 'cancelled');
    case 'ReturnResolved':
      return counted(rma, event.lines, () => 'resolved');
    default:
      return assertNever(event, 'return event');
  }
}

const NONE = { received: 0, kept: 0, cancelled: 0, restock: 0, refurbish: 0, scrap: 0, supplier: 0, resolved: 0 };
type Counter = keyof typeof NONE;

function opened({ order, resolution, lines }: Extract<RmaEvent, { type: 'ReturnOpened' }>): Rma {
  return {
    status: 'opened',
    order,
    resolution,
    lines: new Map(lines.map((line) => [line.line, { ...line, ...NONE }])),
  };
}

function counted<U extends Units>(rma: OpenedRma, parts: readonly U[], counterOf: (part: U) => Counter): Rma {
  const lines = new Map(rma.lines);
  for (const part of parts) {
    const line = lines.get(part.line);
    if (!line) throw new Error(`corrupt stream: no line ${part.line} in the return`);
    const counter = counterOf(part);
    lines.set(part.line, { ...line, [counter]: line[counter] + part.quantity });
  }
  return { ...rma, lines };
}
