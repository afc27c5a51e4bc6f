import type { Portion } from '../order/index.ts';
import { assertNever } from '../shared/result.ts';
import {
  type FulfillmentEvent,
  type FulfillmentOrder,
  type FulfillmentState,
  type FulfillmentWork,
  isEnded,
  type WorkLine,
} from './fulfillmentOrder.ts';

type Event<Type extends FulfillmentEvent['type']> = Extract<FulfillmentEvent, { type: Type }>;

/** The fulfillment order after an event. Throws on an impossible event: that is a corrupt stream. */
export function evolve(work: FulfillmentOrder, event: FulfillmentEvent): FulfillmentOrder {
  if (event.type === 'FulfillmentReleased') return released(event);
  if (work.state === 'none' || isEnded(work)) {
    throw new Error(`corrupt stream: ${event.type} on a fulfillment order that is ${work.state}`);
  }
  switch (event.type) {
    case 'PickingStarted':
      return { ...work, state: 'picking' };
    case 'UnitsPicked': {
      const picked = changed(work, event.lines, (line, n) => ({ ...line, picked: line.picked + n }));
      return event.scan === undefined ? picked : { ...picked, scans: [...work.scans, event.scan] };
    }
    case 'UnitsShort':
      return changed(work, event.lines, (line, n) => ({
        ...line,
        quantity: line.quantity - n,
        short: line.short + n,
      }));
    case 'UnitsPacked':
      return changed(
        work,
        event.packages.flatMap(({ lines }) => lines),
        (line, n) => ({ ...line, packed: line.packed + n }),
      );
    case 'UnitsUnpacked':
      return changed(work, event.lines, (line, n) => ({ ...line, packed: line.packed - n }));
    case 'LabelsAttached':
      return { ...work, state: 'labelled' };
    case 'ReadyForCollection':
      return { ...work, state: 'ready' };
    case 'UnitsShipped':
      return changed(work, event.lines, shipped);
    case 'UnitsWithdrawn':
      return changed(work, event.lines, withdrawn);
    default:
      return assertNever(event, 'fulfillment event');
  }
}

function released({ id, number, order, location, method, lines }: Event<'FulfillmentReleased'>): FulfillmentWork {
  const fresh = { picked: 0, packed: 0, shipped: 0, short: 0, withdrawn: 0 };
  return {
    id,
    number,
    order,
    location,
    method,
    state: 'released',
    lines: lines.map((part) => ({ ...part, ...fresh })),
    scans: [],
  };
}

/** What left was picked and packed, whether somebody scanned it or not. */
function shipped(line: WorkLine, n: number): WorkLine {
  const all = line.shipped + n;
  return { ...line, shipped: all, packed: Math.max(line.packed, all), picked: Math.max(line.picked, all) };
}

/** Units not picked yet go first; then some go back from the trolley, and last out of a package. */
function withdrawn(line: WorkLine, n: number): WorkLine {
  const quantity = line.quantity - n;
  const picked = Math.min(line.picked, quantity);
  return { ...line, quantity, picked, packed: Math.min(line.packed, picked), withdrawn: line.withdrawn + n };
}

function changed(
  work: FulfillmentWork,
  parts: readonly Portion[],
  change: (line: WorkLine, units: number) => WorkLine,
): FulfillmentWork {
  const lines = work.lines.map((line) =>
    parts.reduce<WorkLine>((now, part) => (part.line === line.line ? change(now, part.quantity) : now), line),
  );
  for (const line of lines) {
    const counters = [0, line.shipped, line.packed, line.picked, line.quantity];
    if (counters.some((n, i) => i > 0 && n < (counters[i - 1] ?? 0))) {
      throw new Error(`corrupt stream: line ${line.line} of ${work.number} has ${JSON.stringify(line)}`);
    }
  }
  return { ...work, lines, state: stateOf(lines, work.state) };
}

/** The state that counters and marks amount to. A mark that was set stays while all that it spoke of is still so. */
function stateOf(lines: readonly WorkLine[], before: FulfillmentState): FulfillmentState {
  const all = (count: (line: WorkLine) => number): boolean => lines.every((line) => count(line) === line.quantity);
  if (lines.every(({ quantity }) => quantity === 0)) return 'cancelled';
  if (all((line) => line.shipped)) return 'shipped';
  if (before === 'ready' && all((line) => line.picked)) return 'ready';
  if (all((line) => line.packed)) return before === 'labelled' ? 'labelled' : 'packed';
  if (all((line) => line.picked)) return 'picked';
  const isBegun = before !== 'released' || lines.some((line) => line.picked + line.short > 0);
  return isBegun ? 'picking' : 'released';
}
