import type { ShipmentDocument } from '../documents/index.ts';
import type { Component } from '../inventory/index.ts';
import type { OpenOrder, Portion } from '../order/index.ts';
import type { MessageId, StoredOrder } from '../ports/index.ts';
import { type Fault, permanent, retryable } from '../shared/fault.ts';
import type { LocationId, OrderLineId, ShipmentId } from '../shared/ids.ts';
import { referenceOf } from '../shared/reference.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder } from './allocateOrder.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';
import { isHeldHere } from './followPayments.ts';
import { unitsOf } from './lineStock.ts';
import { locationOf } from './locationOf.ts';
import { planReport, type ReportedLine } from './planReport.ts';
import { lineReported, partsOf, shareReport } from './shareReport.ts';
import { decideWork } from './workStock.ts';

/** The order that a document's key may mean: its own at a shop, or that of the work that a supplier was sent. */
export const ordersMeant = (sender: Pick<Sender, 'name'>, key: string): readonly string[] => [
  referenceOf(sender.name, key),
  key.replace(/-F\d+$/, ''),
];

/**
 * A shipment that another system made: somebody fulfilled in the shop by hand, or a supplier sent the goods. Its units
 * leave once, from wherever the hub had them; what the hub itself sent and the shop only repeats is recognised by its
 * reference or tracking number, and moves nothing.
 */
export function applyShipment(
  batch: Batch,
  sender: Sender,
  document: ShipmentDocument,
  cause: MessageId,
): Result<Applied, Fault> {
  if (batch.referenceTo(sender.id, 'shipment', document.reference)) return ignored('already-recorded');
  const stored = ordersMeant(sender, document.orderExternalId).flatMap((key) => batch.orderByReference(key) ?? [])[0];
  if (!stored || stored.order.status === 'unplaced') {
    const message = `shipment ${document.reference} waits for order ${document.orderExternalId}`;
    return err(retryable('order-not-here-yet', message));
  }
  const parts = partsOf(batch, stored);
  const echo = echoOf(batch, parts, document);
  if (echo !== undefined) {
    batch.addReference({ connection: sender.id, entity: 'shipment', externalId: document.reference, internalId: echo });
    return ignored('echo');
  }
  const open = parts.flatMap((part) => (part.order.status === 'open' ? [{ stored: part, order: part.order }] : []));
  if (open.length === 0) {
    if (stored.order.status === 'cancelled') mismatch(batch, stored, document, 'the order is cancelled');
    return ignored(`order-${stored.order.status}`);
  }
  const shares = parts.length === 1 ? ok([{ ...open[0], document } as Share]) : shared(batch, sender, open, document);
  return shares.ok ? reportAll(batch, sender, shares.value, cause) : shares;
}

/** What of a shipment is of one order. */
type Share = { readonly stored: StoredOrder; readonly order: OpenOrder; readonly document: ShipmentDocument };

/** The shipment of a divided order as shipments of its parts. The first has its name, the others one that follows from it. */
function shared(
  batch: Batch,
  sender: Sender,
  parts: readonly Omit<Share, 'document'>[],
  document: ShipmentDocument,
): Result<readonly Share[], Fault> {
  const orders = parts.map(({ order }) => order);
  const unknown = document.lines.findIndex((line) => orders.every((order) => !lineReported(order, line)));
  if (unknown >= 0) return err(unknownLine(document, unknown));
  const location = document.location === undefined ? undefined : locationOf(batch, sender, document.location);
  const { shares, left } = shareReport(orders, document.lines, location);
  const [first] = parts;
  if (left > 0 && first) mismatch(batch, first.stored, document, 'more units left than were to be sent');
  const named = parts.flatMap((part) => {
    const lines = shares.get(part.order.id);
    return lines ? [{ ...part, lines }] : [];
  });
  return ok(
    named.map(({ lines, ...part }, i) => {
      const reference = i === 0 ? document.reference : `${document.reference}-${i + 1}`;
      return { ...part, document: { ...document, reference, lines: [...lines] } };
    }),
  );
}

function reportAll(batch: Batch, sender: Sender, shares: readonly Share[], cause: MessageId): Result<Applied, Fault> {
  const plans: Plan[] = [];
  for (const share of shares) {
    const plan = planOf(batch, sender, share);
    if (!plan.ok) return plan;
    plans.push(plan.value);
  }
  const outcomes = plans.map((plan) => report(batch, sender, plan, cause));
  return outcomes.includes('applied') ? ok(APPLIED) : ignored('already-shipped');
}

const ignored = (reason: string): Result<Applied, Fault> => ok({ outcome: 'ignored', reason });

/** The hub's own shipment that a document repeats. The hub gives its reference where it has no tracking number. */
function echoOf(
  batch: Batch,
  parts: readonly StoredOrder[],
  { reference, trackingNumber }: Pick<ShipmentDocument, 'reference' | 'trackingNumber'>,
): string | undefined {
  const now = batch.shipments.map((row) => ({
    ...row,
    trackingNumbers: row.packages.map((each) => each.trackingNumber),
  }));
  const orders = new Set(parts.flatMap(({ order }) => (order.status === 'unplaced' ? [] : [order.id])));
  const own = [...batch.known, ...now].filter((each) => orders.has(each.order));
  return own.find(
    (each) =>
      each.reference === reference ||
      (trackingNumber !== undefined &&
        (each.reference === trackingNumber || each.trackingNumbers.includes(trackingNumber))),
  )?.id;
}

function mismatch(batch: Batch, { header }: StoredOrder, { reference }: ShipmentDocument, why: string): void {
  const detail = { order: header.number, shipment: reference, why };
  batch.notices.push({ kind: 'shipment-mismatch', subject: `order/${header.reference}`, detail });
}

type Plan = Share & {
  readonly location: LocationId;
  readonly planned: readonly ReportedLine[];
  /** Units that the report names, and of these the ones that were still to be sent. */
  readonly wanted: number;
  readonly moved: number;
};

const units = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Where the units come from, or why the report cannot be booked. */
function planOf(batch: Batch, sender: Sender, share: Share): Result<Plan, Fault> {
  const { order, document } = share;
  const portions = linesOf(order, document);
  if (!portions.ok) return portions;
  const location = leftFrom(batch, sender, document, order);
  if (!location.ok) return location;
  const works = batch.works.of(order.id);
  const planned = portions.value.flatMap(
    ({ line, quantity }) => planReport(order, works, location.value, line, quantity) ?? [],
  );
  const moved = units(planned.flatMap(({ taken }) => taken));
  return ok({ ...share, location: location.value, planned, wanted: units(portions.value), moved });
}

function report(batch: Batch, sender: Sender, plan: Plan, cause: MessageId): 'applied' | 'ignored' {
  const { stored, order, document, wanted, moved } = plan;
  if (moved < wanted) mismatch(batch, stored, document, 'more units left than were to be sent');
  if (moved === 0) return 'ignored';
  book(batch, sender, plan, cause);
  if (sender.id !== stored.header.connection) {
    const entity = batch.shipments.at(-1)?.id ?? '';
    batch.outbox.push({ topic: 'shipment.shipped', entity, origin: sender.id });
  } else if (isHeldHere(batch.payments.of(order.id))) {
    batch.outbox.push({ topic: 'payment.due', entity: order.id, origin: sender.id });
  }
  allocateOrder(batch, order.id, cause);
  return 'applied';
}

const unknownLine = ({ lines }: ShipmentDocument, i: number): Fault =>
  permanent('unknown-line', `the order has no line ${lines[i]?.lineExternalId ?? lines[i]?.sku}`, `/lines/${i}`);

/** Units of each line. */
function linesOf(order: OpenOrder, document: ShipmentDocument): Result<readonly Portion[], Fault> {
  const sums = new Map<OrderLineId, number>();
  for (const [i, reported] of document.lines.entries()) {
    const line = lineReported(order, reported);
    if (!line) return err(unknownLine(document, i));
    if (line.requiresShipping) sums.set(line.id, (sums.get(line.id) ?? 0) + reported.quantity);
  }
  return ok([...sums].map(([line, quantity]) => ({ line, quantity })));
}

/** The place that the goods left; where the document names none, the only one that it can have been. */
function leftFrom(
  batch: Batch,
  sender: Sender,
  document: ShipmentDocument,
  order: OpenOrder,
): Result<LocationId, Fault> {
  const named = document.location === undefined ? undefined : locationOf(batch, sender, document.location);
  if (named) return ok(named);
  if (document.location !== undefined) {
    const message = `location ${document.location} is not mapped: map it to a location of the hub, then retry`;
    return err(permanent('unknown-location', message, '/location'));
  }
  const committed = new Set([...order.lines.values()].flatMap((line) => [...line.at.keys()]));
  const places = committed.size > 0 ? [...committed] : batch.locations.map(({ id }) => id);
  const [only] = places;
  if (only && places.length === 1) return ok(only);
  return err(permanent('location-not-named', 'the shipment does not say which location it left', '/location'));
}

function book(batch: Batch, sender: Sender, plan: Plan, cause: MessageId): void {
  const { stored, document, order, location } = plan;
  const planned = plan.planned.filter(({ taken }) => taken.length > 0);
  const shipment = batch.newId<ShipmentId>();
  const reference = `shipment/${sender.name}-${document.reference}`;
  const lines = planned.map(({ line, taken }) => ({ line: line.id, taken }));
  const command = { type: 'RecordShipment', at: batch.now, shipment, location, lines } as const;
  const decided = batch.decide(order.id, command, cause);
  if (!decided.ok) throw new Error(`units that were there cannot leave: ${JSON.stringify(decided.error)}`);
  for (const each of planned) {
    bookWork(batch, each, { actor: sender.name, shipment, reference, cause });
    if (!bookStock(batch, each, location, reference)) {
      mismatch(batch, stored, document, `more of ${each.line.sku} left than lay there`);
    }
  }
  const works = new Set(planned.flatMap(({ done }) => done.map(({ work }) => work)));
  const [work] = works;
  batch.addReference({
    connection: sender.id,
    entity: 'shipment',
    externalId: document.reference,
    internalId: shipment,
  });
  batch.shipments.push({
    id: shipment,
    reference: referenceOf(sender.name, document.reference),
    order: order.id,
    fulfillmentOrder: work && works.size === 1 ? work : null,
    location,
    origin: 'report',
    isDelivered: false,
    carrierConnection: null,
    carrier: document.carrier ?? null,
    service: document.service ?? null,
    carrierReference: null,
    lines: planned.map(({ line, taken }) => ({
      line: line.id,
      quantity: taken.reduce((n, part) => n + part.quantity, 0),
    })),
    packages: document.trackingNumber
      ? [{ id: batch.newId(), trackingNumber: document.trackingNumber, label: null }]
      : [],
  });
}

type Sending = {
  readonly cause: MessageId;
  readonly actor: string;
  readonly shipment: ShipmentId;
  readonly reference: string;
};

/** What was in work here has left with its stock; what was in work elsewhere is put back there. */
function bookWork(batch: Batch, { done, lost }: ReportedLine, { actor, shipment, reference, cause }: Sending): void {
  const by = { at: batch.now, actor };
  for (const { work, line, quantity } of done) {
    const lines = [{ line, quantity }];
    sure(decideWork(batch, work, { ...by, type: 'Ship', lines, shipment, isReport: true }, cause, { reference }));
  }
  for (const { work, line, quantity } of lost) {
    const lines = [{ line, quantity }];
    sure(
      decideWork(batch, work, { ...by, type: 'Withdraw', lines, reason: 'sent-from-elsewhere' }, cause, { reference }),
    );
  }
}

/**
 * Units that were not in work at the location leave the shelf they were on; those that were promised elsewhere are free
 * there. Answers false when fewer lay there by the count: they are gone all the same, so the count was wrong.
 */
function bookStock(batch: Batch, { line, taken }: ReportedLine, location: LocationId, reference: string): boolean {
  let isCounted = true;
  for (const { from, quantity, location: at } of taken) {
    if (from === 'released' && at === location) continue;
    for (const units of unitsOf(line, quantity)) {
      if (!bookUnits(batch, units, at, location, reference)) isCounted = false;
      batch.outbox.push({ topic: 'stock.changed', entity: units.product, origin: null });
    }
  }
  return isCounted;
}

function bookUnits(
  { shelf }: Batch,
  { product, quantity }: Component,
  at: LocationId | undefined,
  location: LocationId,
  reference: string,
): boolean {
  const here = { product, location };
  if (at !== location) {
    if (at !== undefined) sure(shelf.move('deallocate', { product, location: at }, quantity, reference));
    if (!shelf.move('allocate', here, quantity, reference).ok) {
      sure(shelf.move('adjust', here, -quantity, reference));
      return false;
    }
  }
  sure(shelf.move('ship', here, quantity, reference));
  return true;
}

function sure(done: Result<unknown, unknown>): void {
  if (!done.ok) throw new Error(`what was planned is refused: ${JSON.stringify(done.error)}`);
}
