import type { LocationId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { unitsIn, unshipped } from './ledger.ts';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.ts';
import type { Bucket, OpenOrder, OrderLine, TakenUnits } from './order.ts';
import { isCount } from './portions.ts';

/** A shipment that somebody else made: each bucket must hold what is said to have come out of it. */
export function recordShipment(
  order: OpenOrder,
  command: Extract<OrderCommand, { type: 'RecordShipment' }>,
): Result<readonly OrderEvent[], OrderRejection> {
  if (command.lines.length === 0) return err({ code: 'no-lines' });
  const wanted = wantedBy(order, command.lines);
  if (!wanted.ok) return wanted;
  for (const each of wanted.value) {
    const have = there(each);
    if (have < each.want) return err({ code: 'insufficient', bucket: each.from, have, want: each.want });
  }
  let outstanding = 0;
  for (const { requiresShipping, ledger } of order.lines.values())
    if (requiresShipping) outstanding += unshipped(ledger);
  for (const { line, want } of wanted.value) if (line.requiresShipping) outstanding -= want;
  const recorded: OrderEvent = { ...command, type: 'ShipmentRecorded' };
  return ok(outstanding === 0 ? [recorded, { type: 'OrderClosed', at: command.at }] : [recorded]);
}

type Wanted = {
  readonly line: OrderLine;
  readonly from: Bucket;
  readonly location: LocationId | undefined;
  readonly want: number;
};

/** Units of each line out of each bucket, and of committed ones out of each location, summed. */
function wantedBy(order: OpenOrder, lines: readonly TakenUnits[]): Result<readonly Wanted[], OrderRejection> {
  const wanted = new Map<string, Wanted>();
  for (const { id, from, quantity, location } of lines.flatMap(({ line: id, taken }) =>
    taken.map((part) => ({ id, ...part })),
  )) {
    const line = order.lines.get(id);
    if (!line) return err({ code: 'unknown-line', line: id });
    if (!isCount(quantity)) return err({ code: 'invalid-quantity', quantity });
    const at = isCommitted(from) ? location : undefined;
    const key = `${id} ${from} ${at ?? ''}`;
    wanted.set(key, { line, from, location: at, want: quantity + (wanted.get(key)?.want ?? 0) });
  }
  return ok([...wanted.values()]);
}

const isCommitted = (bucket: Bucket): boolean => bucket === 'allocated' || bucket === 'released';
const DONE: ReadonlySet<Bucket> = new Set(['shipped', 'cancelled', 'received']);

/** Units that can leave a bucket; committed ones leave from a location that is named. */
function there({ line, from, location }: Wanted): number {
  if (DONE.has(from) || (isCommitted(from) && location === undefined)) return 0;
  return unitsIn(line, from, location);
}
