import { type FulfillmentRejection, isEnded, type WorkLine } from '../fulfillment/index.ts';
import type { Portion } from '../order/index.ts';
import type { FulfillmentRow, IdSource, Transaction } from '../ports/index.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { productsOf } from './applyIncoming.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { loadSourcing } from './batchSourcing.ts';
import { placesOf } from './openStock.ts';
import type { Environment } from './operateStock.ts';

/** Why an operator's word on work was refused; `code` is for programs, `message` for people. */
export type WorkRefusal = { readonly code: string; readonly message: string };

/** Which fulfillment order somebody speaks of, by id or number. `version` guards against what they did not see. */
export type WorkTarget = { readonly name: string; readonly version?: number | undefined; readonly actor: string };

/** Units of a line, named by its id or by its SKU. */
export type NamedUnits = {
  readonly line?: string | undefined;
  readonly sku?: string | undefined;
  readonly quantity: number;
};

/** Loads and locks orders with all their work and stock, in the order that every other change locks them. */
export async function openWorks(
  tx: Transaction,
  orders: readonly OrderId[],
  ids: IdSource,
  now: Instant,
): Promise<Batch> {
  const stored = await tx.ordersById([...new Set(orders)]);
  const balances = await tx.balances([...new Set(stored.flatMap(productsOf))]);
  const locations = await tx.locations();
  const fulfillments = await tx.fulfillments({ orders });
  const places = await placesOf(tx, balances);
  const sourcing = await loadSourcing(tx, new Set(stored.flatMap(productsOf)), locations, now);
  return new Batch(
    { ...NOTHING_LOADED, orders: stored, balances, places, locations, fulfillments, sourcing },
    ids,
    now,
  );
}

/** Runs one decision on one fulfillment order in a transaction of its own; a refusal writes nothing. */
export function workOn<T>(
  { name, version }: WorkTarget,
  { unitOfWork, ids, now }: Environment,
  run: (batch: Batch, row: FulfillmentRow, tx: Transaction) => Promise<Result<T, WorkRefusal>> | Result<T, WorkRefusal>,
): Promise<Result<T, WorkRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const [found] = await tx.worksNamed([name]);
    if (!found) return err({ code: 'not-found', message: `no fulfillment order ${name}` });
    const batch = await openWorks(tx, [found.order], ids, now());
    const row = batch.works.get(found.id);
    if (!row) throw new Error(`fulfillment order ${name} is gone`);
    if (version !== undefined && row.version !== version) {
      const message = `${row.number} is at version ${row.version}; look again, then decide`;
      return err({ code: 'version-mismatch', message });
    }
    const done = await run(batch, row, tx);
    if (done.ok) await tx.save(batch.changes());
    return done;
  });
}

/** A rejection of the decider, in words. */
export function refusedWork({ number }: Pick<FulfillmentRow, 'number'>, rejection: FulfillmentRejection): WorkRefusal {
  return { code: rejection.code, message: `${number}: ${inWords(rejection)}` };
}

function inWords(rejection: FulfillmentRejection): string {
  switch (rejection.code) {
    case 'already-released':
      return 'it was released before';
    case 'not-workable':
      return `it is ${rejection.state}`;
    case 'no-lines':
      return 'no units are named';
    case 'unknown-line':
      return `it has no line ${rejection.line}`;
    case 'invalid-quantity':
      return `${rejection.quantity} is no number of units`;
    case 'insufficient':
      return `line ${rejection.line} has ${rejection.have} units ${rejection.of.replace('-', ' ')}, not ${rejection.want}`;
    case 'wrong-method':
      return `its method is ${rejection.method}`;
    case 'not-complete':
      return `it is only ${rejection.state}`;
  }
}

/** The portions that a caller means. Units of a SKU go to its lines in turn, each as far as it `has` any. */
export function portionsOf(
  batch: Batch,
  row: FulfillmentRow,
  units: readonly NamedUnits[],
  has: (line: WorkLine) => number,
): Result<readonly Portion[], WorkRefusal> {
  if (isEnded(row)) return err(refusedWork(row, { code: 'not-workable', state: row.state }));
  const left = new Map(row.lines.map((part) => [part.line, has(part)]));
  const portions: Portion[] = [];
  for (const named of units) {
    const lines = linesNamed(batch, row, named);
    if (lines.length === 0) {
      return err({ code: 'unknown-line', message: `${row.number} has no line ${named.line ?? named.sku ?? ''}` });
    }
    portions.push(...spread(lines, left, named.quantity));
  }
  return ok(portions);
}

function linesNamed(batch: Batch, row: FulfillmentRow, { line, sku }: NamedUnits): readonly WorkLine[] {
  const order = batch.order(row.order)?.order;
  const skuOf = (part: WorkLine): string | undefined =>
    order && order.status !== 'unplaced' ? order.lines.get(part.line)?.sku : undefined;
  return row.lines.filter((part) => (line === undefined ? skuOf(part) === sku : part.line === line));
}

/** What no line has goes to the first, where the decider refuses it by name. */
function spread(lines: readonly WorkLine[], left: Map<string, number>, quantity: number): readonly Portion[] {
  const portions: Portion[] = [];
  let rest = quantity;
  for (const { line } of lines) {
    const part = Math.min(rest, left.get(line) ?? 0);
    if (part <= 0) continue;
    portions.push({ line, quantity: part });
    left.set(line, (left.get(line) ?? 0) - part);
    rest -= part;
  }
  const [first] = lines;
  if (rest !== 0 && first) portions.push({ line: first.line, quantity: rest });
  return portions;
}
