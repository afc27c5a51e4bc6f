import { outstanding } from '../fulfillment/index.ts';
import { ordered, unshipped } from '../order/index.ts';
import type { FulfillmentRow } from '../ports/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { shipFulfillment } from './applyFulfillment.ts';
import { cancelOrder } from './applyOrder.ts';
import type { Batch } from './batch.ts';
import { moveLine } from './lineStock.ts';
import { refusedWork, type WorkRefusal, type WorkTarget, workOn } from './openWork.ts';
import { decided, stateOf, type WorkState } from './operateFulfillment.ts';
import type { ShippedWork } from './operateShipping.ts';
import type { Environment } from './operateStock.ts';
import { leaving, referenceOfPart, shipmentOf, unitsLeaving } from './shipmentOf.ts';
import { decideWork } from './workStock.ts';

/** Goods wait at the counter for their buyer. */
export function makeReady(target: WorkTarget, environment: Environment): Promise<Result<WorkState, WorkRefusal>> {
  return workOn(target, environment, (batch, row) =>
    decided(batch, row, { type: 'MakeReady', at: batch.now, actor: target.actor }),
  );
}

/** The buyer took the goods: they have left, and are delivered. */
export function collectWork(target: WorkTarget, environment: Environment): Promise<Result<ShippedWork, WorkRefusal>> {
  return workOn(target, environment, async (batch, row, tx) => {
    if (row.state !== 'ready') return err(notReady(row));
    const waiting = await tx.waitingPackages(row.id);
    const shipment = shipmentOf(batch, row, unitsLeaving(row, []), {
      reference: referenceOfPart(row, await tx.shipmentsOf(row.id)),
      origin: 'hub',
      isDelivered: true,
      carrierConnection: null,
      carrier: null,
      service: null,
      carrierReference: null,
      packages: waiting.map((each) => leaving(each)),
    });
    const shipped = shipFulfillment(batch, row.id, shipment, { actor: target.actor, cause: null, isReport: false });
    if (!shipped.ok) return err({ code: shipped.error.code, message: shipped.error.message });
    const after = batch.works.get(row.id) ?? row;
    return ok({ ...stateOf(after), shipment: shipment.id, reference: shipment.reference });
  });
}

/** Nobody came: the units are cancelled and lie in stock again. */
export function returnUncollected(
  target: WorkTarget,
  environment: Environment,
): Promise<Result<WorkState, WorkRefusal>> {
  return workOn(target, environment, (batch, row) => {
    if (row.state !== 'ready') return err(notReady(row));
    putBack(batch, row);
    return ok(stateOf(batch.works.get(row.id) ?? row));
  });
}

const notReady = (row: FulfillmentRow): WorkRefusal =>
  refusedWork(row, { code: 'not-complete', state: row.state as never });

const REASON = 'not-collected';

function putBack(batch: Batch, row: FulfillmentRow): void {
  const order = batch.order(row.order)?.order;
  if (order?.status !== 'open')
    throw new Error(`${row.number} waits at the counter, but its order is ${order?.status}`);
  const here = new Map(row.lines.map((part) => [part.line, outstanding(part)]));
  const isAll = [...order.lines.values()].every((line) => unshipped(line.ledger) === (here.get(line.id) ?? 0));
  if (isAll) {
    const cancelled = cancelOrder(batch, order.id, REASON, null, null);
    if (!cancelled.ok) throw new Error(`goods that nobody collected cannot be cancelled: ${cancelled.error.message}`);
  } else {
    withdraw(batch, row, here);
  }
  for (const line of order.lines.values()) {
    if (line.product === null || !here.get(line.id)) continue;
    batch.outbox.push({ topic: 'stock.changed', entity: line.product, origin: null, body: { rose: true } });
  }
}

/** The rest of the order goes on: only what waited here is open again, cancelled, and free. */
function withdraw(batch: Batch, row: FulfillmentRow, here: ReadonlyMap<string, number>): void {
  const order = batch.order(row.order)?.order;
  if (order?.status !== 'open') return;
  const lines = row.lines.flatMap((part) => {
    const quantity = here.get(part.line) ?? 0;
    return quantity > 0 ? [{ line: part.line, quantity }] : [];
  });
  const { location, id: fulfillmentOrder } = row;
  const at = batch.now;
  const recalled = batch.decide(
    order.id,
    { type: 'RecallUnits', at, fulfillmentOrder, location, lines, reason: REASON },
    null,
  );
  const quantities = lines.map(({ line, quantity }) => {
    const ledger = order.lines.get(line)?.ledger;
    return { line, quantity: ledger ? ordered(ledger) - ledger.cancelled - quantity : 0 };
  });
  const revised = batch.decide(order.id, { type: 'ReviseLines', at, added: [], quantities }, null);
  const taken = decideWork(batch, row.id, { type: 'Withdraw', at, actor: 'hub', lines, reason: REASON }, null);
  for (const done of [recalled, revised, taken]) {
    if (!done.ok) throw new Error(`what waited at the counter was not released: ${JSON.stringify(done.error)}`);
  }
  for (const { line: lineId, quantity } of lines) {
    const line = order.lines.get(lineId);
    if (!line) throw new Error(`line ${lineId} waited at the counter and is not in its order`);
    moveLine(batch, 'deallocate', { line, location, quantity, reference: `${REASON}/${row.number}` });
  }
}
