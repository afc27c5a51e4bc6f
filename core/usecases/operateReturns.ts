import type { Order, OrderLine } from '../order/index.ts';
import type { StoredRma } from '../ports/index.ts';
import {
  type Condition,
  type Disposition,
  expected,
  type RmaCommand,
  type RmaRejection,
  type RmaStatus,
  receivedBack,
  rmaStatus,
  type Units,
} from '../returns/index.ts';
import type { LocationId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { changeOrder, type OpenedOrder, type OrderRefusal } from './changeOrder.ts';
import { moveLine, unitsOf } from './lineStock.ts';
import type { Environment } from './operateStock.ts';
import { checkVersion } from './version.ts';

/** Where a return stands after an operation. */
export type ReturnState = {
  readonly id: string;
  readonly number: string;
  readonly status: RmaStatus;
  readonly version: number;
};
type Answer = Promise<Result<ReturnState, OrderRefusal>>;

/** Which return, who does it, and the version that they saw. */
export type ReturnTarget = { readonly id: string; readonly by: string; readonly version?: number | undefined };

/** Units of a line, named by its id, its external id or its SKU. */
export type NamedUnits = { readonly line: string; readonly quantity: number };

export const stateOf = ({ id, number, version, rma }: StoredRma): ReturnState => ({
  ...{ id, number, status: rmaStatus(rma), version },
});

/** The location of a code, or the first one. */
export function placeOf({ batch }: OpenedOrder, code: string | undefined): Result<LocationId, OrderRefusal> {
  const places = [...batch.locations].sort((a, b) => a.priority - b.priority);
  const place = code === undefined ? places[0] : places.find((each) => each.code === code);
  return place ? ok(place.id) : err({ code: 'unknown-location', message: `there is no location ${code ?? ''}` });
}

/** Lines of an order by what people call them. */
export function namedLines<U extends NamedUnits>(
  { stored: { order, header } }: OpenedOrder,
  units: readonly U[],
): Result<readonly (Omit<U, 'line'> & { readonly line: OrderLine })[], OrderRefusal> {
  const lines = order.status === 'unplaced' ? [] : [...order.lines.values()];
  const found: (Omit<U, 'line'> & { readonly line: OrderLine })[] = [];
  for (const { line: name, ...part } of units) {
    const line =
      lines.find(({ id, externalId }) => id === name || externalId === name) ?? lines.find(({ sku }) => sku === name);
    if (!line) return err({ code: 'unknown-line', message: `there is no line ${name} in order ${header.number}` });
    found.push({ ...part, line });
  }
  return ok(found);
}

/** A rejection in words, with its line named as people know it. */
export function refusedReturn({ code, ...detail }: RmaRejection, order: Order): OrderRefusal {
  const words = Object.entries(detail).map(([name, value]) => {
    const line = name === 'line' && order.status !== 'unplaced' ? order.lines.get(value as OrderLine['id']) : undefined;
    return line ? `line ${line.externalId} (SKU ${line.sku})` : `${name} ${value}`;
  });
  return { code, message: [code.replaceAll('-', ' '), ...words].join(', ') };
}

/** Changes one return in a transaction with its order, its stock and its money. */
export async function changeReturn(
  { id, by, version }: ReturnTarget,
  environment: Environment,
  run: (opened: OpenedOrder, rma: StoredRma) => Promise<Result<unknown, OrderRefusal>> | Result<unknown, OrderRefusal>,
): Answer {
  const unknown: OrderRefusal = { code: 'not-found', message: `there is no return ${id}` };
  const order = await environment.unitOfWork.transaction((tx) => tx.orderOfReturn(id));
  if (!order) return err(unknown);
  let after: StoredRma | undefined;
  const done = await changeOrder({ id: order, by }, environment, async (opened) => {
    const stored = opened.batch.returns.get(id);
    if (!stored) return err(unknown);
    const isSeen = checkVersion(stored.version, version);
    if (!isSeen.ok) return isSeen;
    const result = await run(opened, stored);
    after = opened.batch.returns.get(id);
    return result;
  });
  if (!done.ok) return done;
  if (!after) throw new Error('a return that was changed is there');
  return ok(stateOf(after));
}

/** Decides one command on a return of an opened order. */
export function decideReturn(
  { batch, stored }: OpenedOrder,
  id: string,
  command: RmaCommand,
): Result<StoredRma, OrderRefusal> {
  const done = batch.returns.decide(id, command, batch.actor);
  return done.ok ? done : err(refusedReturn(done.error, stored.order));
}

/** All that a return waits for, or the units that are named. */
export function unitsMeant(
  opened: OpenedOrder,
  { rma }: StoredRma,
  named: readonly NamedUnits[] | undefined,
): Result<readonly Units[], OrderRefusal> {
  if (named === undefined) {
    const all = [...rma.lines.values()].map((line) => ({ line: line.line, quantity: expected(line) }));
    return ok(all.filter(({ quantity }) => quantity > 0));
  }
  const lines = namedLines(opened, named);
  return lines.ok ? ok(lines.value.map(({ line, quantity }) => ({ line: line.id, quantity }))) : lines;
}

export type Receipt = { readonly lines?: readonly NamedUnits[] | undefined; readonly location?: string | undefined };

/** Books units that came back: they lie where they came to, held for inspection. May be in parts. */
export function receiveReturn(target: ReturnTarget, receipt: Receipt, environment: Environment): Answer {
  return changeReturn(target, environment, (opened, stored) => {
    const location = receipt.location === undefined ? ok(stored.location) : placeOf(opened, receipt.location);
    if (!location.ok) return location;
    const units = unitsMeant(opened, stored, receipt.lines);
    return units.ok ? bookReceipt(opened, stored, units.value, location.value) : units;
  });
}

function bookReceipt(
  opened: OpenedOrder,
  stored: StoredRma,
  lines: readonly Units[],
  location: LocationId,
): Result<void, OrderRefusal> {
  const done = decideReturn(opened, stored.id, { type: 'ReceiveReturn', at: opened.batch.now, location, lines });
  if (!done.ok) return done;
  for (const part of lines) {
    const booked = shelve(opened, stored, part, location);
    if (!booked.ok) return booked;
  }
  return ok(undefined);
}

function shelve(
  { batch, stored: { order } }: OpenedOrder,
  { rma, number }: StoredRma,
  { line: id, quantity }: Units,
  location: LocationId,
): Result<void, OrderRefusal> {
  const line = order.status === 'unplaced' ? undefined : order.lines.get(id);
  if (!line) throw new Error(`line ${id} of a return is not in its order`);
  const back = receivedBack(batch.returns.back(id), quantity, line.ledger.shipped);
  if (!back) {
    const message = `all ${line.ledger.shipped} units of line ${line.externalId} that left are back already`;
    return err({ code: 'above-shipped', message });
  }
  batch.returns.setBack(rma.order, id, back);
  moveLine(batch, 'receive-quality', { line, location, quantity, reference: `return/${number}` });
  return ok(undefined);
}

export type Inspected = NamedUnits & { readonly condition: Condition; readonly disposition: Disposition };

/** Says in which condition goods came, and what becomes of them. They lie where the return was to come to. */
export function inspectReturn(
  target: ReturnTarget,
  inspected: readonly Inspected[],
  location: string | undefined,
  environment: Environment,
): Answer {
  return changeReturn(target, environment, (opened, stored) => {
    const place = location === undefined ? ok(stored.location) : placeOf(opened, location);
    return place.ok ? bookInspection(opened, stored, inspected, place.value) : place;
  });
}

function bookInspection(
  opened: OpenedOrder,
  { id, number }: StoredRma,
  inspected: readonly Inspected[],
  location: LocationId,
): Result<void, OrderRefusal> {
  const lines = namedLines(opened, inspected);
  if (!lines.ok) return lines;
  const units = lines.value.map(({ line, ...part }) => ({ ...part, line: line.id }));
  const done = decideReturn(opened, id, { type: 'InspectReturn', at: opened.batch.now, lines: units });
  if (!done.ok) return done;
  for (const { line, quantity, disposition } of lines.value) {
    const lies = { line, quantity, location, reference: `return/${number}/${disposition}` };
    const free = liesThere(opened, lies);
    if (!free.ok) return free;
    dispose(opened, lies, disposition);
  }
  return ok(undefined);
}

type Lying = Parameters<typeof moveLine>[2];

function liesThere({ batch }: OpenedOrder, { line, quantity, location }: Lying): Result<void, OrderRefusal> {
  const missing = unitsOf(line, quantity).some(
    (part) => batch.shelf.balance({ product: part.product, location }).quality < part.quantity,
  );
  return missing
    ? err({ code: 'not-there', message: 'these goods do not lie for inspection at that location' })
    : ok(undefined);
}

function dispose({ batch }: OpenedOrder, lying: Lying, disposition: Disposition): void {
  if (disposition === 'restock') {
    moveLine(batch, 'pass', lying);
    for (const { product } of unitsOf(lying.line, lying.quantity)) {
      batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null, body: { rose: true } });
    }
    return;
  }
  moveLine(batch, 'reject', lying);
  // What is to be repaired stays, as damaged; the other goods leave the house.
  if (disposition !== 'refurbish') moveLine(batch, 'scrap', lying);
}

/** The buyer keeps goods that were to come; what he gets for them is settled all the same. */
export function keepGoods(
  target: ReturnTarget,
  named: readonly NamedUnits[] | undefined,
  environment: Environment,
): Answer {
  return changeReturn(target, environment, (opened, stored) => {
    const units = unitsMeant(opened, stored, named);
    if (!units.ok) return units;
    return decideReturn(opened, stored.id, { type: 'KeepGoods', at: opened.batch.now, lines: units.value });
  });
}

/** What has not come is not waited for any more. */
export function cancelReturn(target: ReturnTarget, environment: Environment): Answer {
  return changeReturn(target, environment, (opened, stored) =>
    decideReturn(opened, stored.id, { type: 'CancelReturn', at: opened.batch.now }),
  );
}
