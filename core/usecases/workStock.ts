import type { FulfillmentCommand, FulfillmentEvent, FulfillmentRejection, WorkLine } from '../fulfillment/index.ts';
import type { OrderLine } from '../order/index.ts';
import type { FulfillmentRow, MessageId } from '../ports/index.ts';
import type { FulfillmentOrderId } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { moveLine } from './lineStock.ts';

type Decided = Result<readonly FulfillmentEvent[], FulfillmentRejection>;

/**
 * Decides a command on a location's work and moves the stock that goes with it: units that are picked leave the shelf for
 * somebody's hands, units that are taken back out of hands lie on it again, and units that ship leave from where they
 * are. `reference` is for the ledger: the work itself when absent, by which a lot is traced to its buyer. The order of the work and the stock of its products must be loaded, with their places.
 */
export function decideWork(
  batch: Batch,
  id: FulfillmentOrderId,
  command: FulfillmentCommand,
  cause: MessageId | null,
  reference?: string,
): Decided {
  const before = batch.works.get(id);
  const decided = batch.works.decide(id, command, cause);
  const after = batch.works.get(id);
  if (!decided.ok || !before || !after) return decided;
  for (const [i, part] of after.lines.entries()) {
    const was = before.lines[i];
    if (was && was !== part) follow(batch, after, was, part, reference ?? `work/${after.number}`);
  }
  return decided;
}

/** Units of a line that somebody has taken off the shelf. */
const inHand = ({ picked, shipped }: WorkLine): number => picked - shipped;

function follow(batch: Batch, work: FulfillmentRow, before: WorkLine, after: WorkLine, reference: string): void {
  const gone = after.shipped - before.shipped;
  const fromHand = Math.min(gone, inHand(before));
  const taken = inHand(after) - (inHand(before) - fromHand);
  const line = lineOf(batch, work, after);
  const { location } = work;
  const move = (kind: Parameters<typeof moveLine>[1], quantity: number): void => {
    if (quantity > 0) moveLine(batch, kind, { line, location, quantity, reference });
  };
  move('pick', taken);
  move('unpick', -taken);
  move('ship-picked', fromHand);
  move('ship', gone - fromHand);
}

function lineOf(batch: Batch, { order: id, number }: FulfillmentRow, { line: lineId }: WorkLine): OrderLine {
  const order = batch.order(id)?.order;
  const line = order && order.status !== 'unplaced' ? order.lines.get(lineId) : undefined;
  if (!line) throw new Error(`${number} works on line ${lineId}, which its order has not`);
  return line;
}
