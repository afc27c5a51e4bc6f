import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { ORDER_STATES } from './codes.ts';
import { type EntityRecord, find } from './find.ts';

const STATUS = { open: 'ORDER_APPROVED', cancelled: 'ORDER_CANCELLED' } as const;

/**
 * Brings an order into a status. Doing it again changes nothing: where OFBiz says anything but a plain yes, the status
 * that the order has by then decides.
 */
export async function bringTo(
  client: OfbizClient,
  orderId: string,
  wanted: keyof typeof STATUS,
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const params = { orderId, statusId: STATUS[wanted], setItemStatus: 'Y' };
  const answer = await client.call('changeOrderStatus', params, signal);
  if (answer.ok) return ok(undefined);
  if (answer.error.kind !== 'permanent') return answer;
  const read = await find(client, { entity: 'OrderHeader', where: { orderId }, limit: 1 }, signal);
  if (!read.ok) return err({ kind: 'in-doubt', code: read.error.code, message: read.error.message });
  return stateOf(read.value[0]) === wanted ? ok(undefined) : err(answer.error);
}

/** What an order's status means; undefined for one that is in no table. */
export const stateOf = (header: EntityRecord | undefined) => ORDER_STATES.get(header?.['statusId'] ?? '');

/** An order that is in a status nobody knows is left alone. */
export const unknownStatus = (header: EntityRecord): Fault =>
  permanent('unknown-status', `order ${header['orderId']} is in status ${header['statusId']}, which is not known here`);
