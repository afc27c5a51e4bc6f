import {
  divideDocument,
  goodsOf,
  type NewLine,
  type OpenOrder,
  type OrderEvent,
  type OrderLine,
  type Portion,
} from '../order/index.ts';
import type { OrderHeader, StoredOrder } from '../ports/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder, deallocateCancelled } from './allocateOrder.ts';
import type { Batch } from './batch.ts';
import {
  type Changed,
  changeOrder,
  type OpenedOrder,
  type OrderRefusal,
  type OrderTarget,
  openOrder,
  refusalOf,
} from './changeOrder.ts';
import { undivided } from './followPayments.ts';
import { type NamedPortion, portionsOf } from './operateOrder.ts';
import type { Environment } from './operateStock.ts';

/** Carriers take references of 35 characters: one digit is what is left for the splits of an order. */
const MOST_SPLITS = 9;

export type Split = Changed & { readonly split: OrderId; readonly number: string };

/**
 * Makes an order of its own of some units that no warehouse works on yet. It has the same buyer, source and holds; amounts
 * and payments are shared so that the two sum to what was there.
 */
export async function splitOrder(
  target: OrderTarget,
  lines: readonly NamedPortion[],
  environment: Environment,
): Promise<Result<Split, OrderRefusal>> {
  let made: Pick<Split, 'split' | 'number'> | undefined;
  const changed = await changeOrder(target, environment, async (opened) => {
    const portions = portionsOf(opened, lines);
    if (!portions.ok) return portions;
    const open = openOrder(opened.stored);
    if (!open.ok) return open;
    const whole = undivided(opened.batch, opened.stored);
    if (!whole.ok) return whole;
    const position = await freePosition(opened);
    if (!position.ok) return position;
    const split = divide(opened, open.value, portions.value, position.value);
    if (split.ok) made = split.value;
    return split;
  });
  if (!changed.ok) return changed;
  if (!made) throw new Error('a split that was saved has made an order');
  return ok({ ...changed.value, ...made });
}

const splitReference = (reference: string, position: number): string => `${reference}-S${position}`;

async function freePosition({ tx, stored }: OpenedOrder): Promise<Result<number, OrderRefusal>> {
  const { reference, number, links } = stored.header;
  if (links.splitFrom !== undefined) {
    return err({ code: 'is-a-split', message: `order ${number} was split from another: split that one again` });
  }
  const positions = Array.from({ length: MOST_SPLITS }, (_, i) => i + 1);
  const taken = await tx.ordersByReference(positions.map((position) => splitReference(reference, position)));
  const names = new Set(taken.map(({ header }) => header.reference));
  const free = positions.find((position) => !names.has(splitReference(reference, position)));
  if (free !== undefined) return ok(free);
  return err({ code: 'too-many-splits', message: `order ${number} was split ${MOST_SPLITS} times already` });
}

function divide(
  { batch, stored }: OpenedOrder,
  order: OpenOrder,
  portions: readonly Portion[],
  position: number,
): Result<Pick<Split, 'split' | 'number'>, OrderRefusal> {
  const { header } = stored;
  const split = batch.newId<OrderId>();
  const command = { type: 'MoveUnits', at: batch.now, lines: portions, to: split, isMerge: false } as const;
  const moved = batch.decide(order.id, command, null);
  if (!moved.ok) return err(refusalOf(moved.error, stored));
  deallocateCancelled(batch, order, moved.value);
  const lines = movedLines(order, moved.value);
  const units = new Map(lines.map(({ externalId, quantity }) => [externalId, quantity]));
  const { rest, part } = divideDocument(header.document, units);
  const links = { ...header.links, splitInto: [...(header.links.splitInto ?? []), split] };
  const sourceDocument = header.sourceDocument ?? header.document;
  batch.changeHeader(order.id, { ...header, document: rest, sourceDocument, links });
  const number = `${header.number}-S${position}`;
  const reference = splitReference(header.reference, position);
  const own = { ...header, reference, number, sourceDocument: null, links: { splitFrom: order.id } };
  placeSplit(batch, stored, { ...own, document: { ...part, number } }, split, lines);
  allocateOrder(batch, order.id, null);
  allocateOrder(batch, split, null);
  return ok({ split, number });
}

/** The units that left an order, by line. */
export function movedLines(
  order: OpenOrder,
  events: readonly OrderEvent[],
): readonly (OrderLine & { readonly quantity: number })[] {
  return events.flatMap((event) => {
    const line = event.type === 'UnitsMoved' ? order.lines.get(event.line) : undefined;
    if (event.type !== 'UnitsMoved' || !line) return [];
    return [{ ...line, quantity: event.taken.reduce((sum, { quantity }) => sum + quantity, 0) }];
  });
}

function placeSplit(
  batch: Batch,
  { order }: StoredOrder,
  header: OrderHeader,
  id: OrderId,
  units: readonly NewLine[],
): void {
  if (order.status !== 'open') return;
  const lines = units.map((line): NewLine => {
    return { id: batch.newId(), externalId: line.externalId, ...goodsOf(line), quantity: line.quantity };
  });
  const kind = order.kind === 'sales' ? {} : { kind: order.kind };
  const at = batch.now;
  const placed = batch.placeOrder(header, { type: 'PlaceOrder', id, at, lines, isHistory: false, ...kind }, null);
  if (!placed.ok) throw new Error(`units of an order do not make an order: ${placed.error.code}`);
  const { priority, promisedAt, tags } = order.marks;
  for (const reason of order.holds) batch.decide(id, { type: 'HoldOrder', at, reason }, null);
  batch.decide(id, { type: 'SetPriority', at, priority }, null);
  batch.decide(id, { type: 'PromiseDate', at, promisedAt }, null);
  batch.decide(id, { type: 'TagOrder', at, add: [...tags], remove: [] }, null);
}
