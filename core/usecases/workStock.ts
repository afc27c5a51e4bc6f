import type { FulfillmentCommand, FulfillmentEvent, FulfillmentRejection, WorkLine } from '../fulfillment/index.ts';
import { type Place, placeKey, type StockEntryKind } from '../inventory/index.ts';
import type { OrderLine, Portion } from '../order/index.ts';
import type { FulfillmentRow, MessageId } from '../ports/index.ts';
import type { FulfillmentOrderId, LocationId } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { moveLine } from './lineStock.ts';

type Decided = Result<readonly FulfillmentEvent[], FulfillmentRejection>;

/**
 * Decides a command on a location's work and moves the stock that goes with it: units that are picked leave the shelf for
 * somebody's hands, units that are taken back out of hands lie on it again, and units that ship leave from where they
 * are. The order of the work and the stock of its products must be loaded, with their places.
 */
export function decideWork(
  batch: Batch,
  id: FulfillmentOrderId,
  command: FulfillmentCommand,
  cause: MessageId | null,
  { reference, from = [] }: WorkDetail = {},
): Decided {
  const before = batch.works.get(id);
  const decided = batch.works.decide(id, command, cause);
  const after = batch.works.get(id);
  if (!decided.ok || !before || !after) return decided;
  for (const [i, part] of after.lines.entries()) {
    const was = before.lines[i];
    if (was && was !== part) follow(batch, after, was, part, { reference: reference ?? `work/${after.number}`, from });
  }
  return decided;
}

/** Where units of a line were taken from. */
export type PickedFrom = Portion & { readonly place: Place | null };

type WorkDetail = {
  /** For the ledger: the work itself when absent, by which a lot is traced to its buyer. */
  readonly reference?: string;
  /** The places that pickers went to; units beyond them are taken by first expiry. */
  readonly from?: readonly PickedFrom[];
};

/** Units of a line that somebody has taken off the shelf. */
const inHand = ({ picked, shipped }: WorkLine): number => picked - shipped;

function follow(
  batch: Batch,
  work: FulfillmentRow,
  before: WorkLine,
  after: WorkLine,
  { reference, from }: Required<WorkDetail>,
): void {
  const gone = after.shipped - before.shipped;
  const fromHand = Math.min(gone, inHand(before));
  const taken = inHand(after) - (inHand(before) - fromHand);
  const line = lineOf(batch, work, after);
  const { location } = work;
  const move = (kind: StockEntryKind, quantity: number, place?: Place): void => {
    if (quantity > 0) moveLine(batch, kind, { line, location, quantity, reference, place });
  };
  let rest = taken;
  for (const { line: id, quantity, place } of from) {
    const units = id === line.id ? Math.min(rest, quantity) : 0;
    if (units <= 0) continue;
    move('pick', units, placeStill(batch, line, location, place, units));
    rest -= units;
  }
  move('pick', rest);
  move('unpick', -taken);
  move('ship-picked', fromHand);
  move('ship', gone - fromHand);
}

/** A place as long as the books have so many units there; somebody may have moved them since the list was made. */
export function placeStill(
  { shelf }: Batch,
  { product, components }: OrderLine,
  location: LocationId,
  place: Place | null,
  units: number,
): Place | undefined {
  if (place === null || product === null || components) return undefined;
  const known = shelf.places({ product, location }).find((each) => placeKey(each) === placeKey(place));
  return known && known.quantity >= units ? place : undefined;
}

function lineOf(batch: Batch, { order: id, number }: FulfillmentRow, { line: lineId }: WorkLine): OrderLine {
  const order = batch.order(id)?.order;
  const line = order && order.status !== 'unplaced' ? order.lines.get(lineId) : undefined;
  if (!line) throw new Error(`${number} works on line ${lineId}, which its order has not`);
  return line;
}
