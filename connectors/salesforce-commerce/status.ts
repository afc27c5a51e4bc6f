import { z } from 'zod';
import type { OrderDocument } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import type { CommerceClient } from './client.ts';

type OrderWrite = { readonly orderNo: string };
const encode = ({ externalId }: OrderDocument) => ok({ orderNo: externalId } satisfies OrderWrite);
const refOf = ({ orderNo }: OrderWrite): RemoteRef => ({ externalId: orderNo, number: orderNo });

/** The parts of an order's own record that the writes look at. */
const State = z.looseObject({
  orderNo: z.string(),
  status: z.string(),
  shippingStatus: z.string().nullish(),
  productItems: z.array(z.object({ quantity: z.number() })).nullish(),
});
export type OrderState = z.infer<typeof State>;

/** Reads one order as it stands. */
export async function orderState(
  client: CommerceClient,
  orderNo: string,
  signal: AbortSignal,
): Promise<Result<OrderState, Fault>> {
  const url = client.orders(`/${encodeURIComponent(orderNo)}`);
  const answer = await client.http.request({ method: 'GET', url, query: client.site }, signal);
  return answer.ok ? parseWire(State, answer.value.body, 'B2C Commerce order') : answer;
}

type StatusKind = 'status' | 'export-status' | 'confirmation-status' | 'shipping-status';

/** Sets one of the statuses of an order; each is an absolute state. */
export function putStatus(
  client: CommerceClient,
  orderNo: string,
  [kind, status]: readonly [StatusKind, string],
  signal: AbortSignal,
): Promise<Result<unknown, Fault>> {
  const url = client.orders(`/${encodeURIComponent(orderNo)}/${kind}`);
  return client.http.request({ method: 'PUT', url, query: client.site, body: { status } }, signal);
}

/**
 * Marks an order as exported: others that export leave it alone, and on-order inventory of it becomes final. Where the
 * connection says so, the buyer's confirmation is marked as sent first.
 */
export const acknowledgeOrder: Write<CommerceClient, OrderDocument, RemoteRef> = {
  encode,
  async send(client, raw, _key, signal) {
    const { orderNo } = raw as OrderWrite;
    if (client.settings.confirms) {
      const confirmed = await putStatus(client, orderNo, ['confirmation-status', 'confirmed'], signal);
      if (!confirmed.ok) return confirmed;
    }
    const exported = await putStatus(client, orderNo, ['export-status', 'exported'], signal);
    return exported.ok ? ok(refOf({ orderNo })) : exported;
  },
  duplicates: { mode: 'idempotent' },
};

/** Cancels an order, which releases its inventory and coupons over there; one that is cancelled stays as it is. */
export const cancelOrder: Write<CommerceClient, OrderDocument, RemoteRef> = {
  encode,
  async send(client, raw, _key, signal) {
    const { orderNo } = raw as OrderWrite;
    const state = await orderState(client, orderNo, signal);
    if (!state.ok) return state;
    if (state.value.status === 'cancelled') return ok(refOf({ orderNo }));
    const cancelled = await putStatus(client, orderNo, ['status', 'cancelled'], signal);
    return cancelled.ok ? ok(refOf({ orderNo })) : cancelled;
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: 15_000,
    async landed(client, raw, _key, signal) {
      const { orderNo } = raw as OrderWrite;
      const state = await orderState(client, orderNo, signal);
      if (!state.ok) return state;
      return ok(state.value.status === 'cancelled' ? refOf({ orderNo }) : null);
    },
  },
};
