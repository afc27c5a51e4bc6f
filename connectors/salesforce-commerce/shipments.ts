import type { ShipmentDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write, WriteKey } from '../kit/connector.ts';
import type { CommerceClient } from './client.ts';
import { fulfillReservations } from './omnichannel.ts';
import { type OrderState, orderState, putStatus } from './status.ts';

type ShipmentWrite = Pick<ShipmentDocument, 'carrier' | 'trackingNumber' | 'location' | 'lines' | 'shippedAt'> & {
  readonly orderNo: string;
  readonly units: number;
};

/**
 * Tells that goods left. No operation of the API writes a tracking number into a shipment, so each shipment is a line of
 * a custom attribute of the order: `reference | carrier | tracking number | units`. By it a shipment is found again, and
 * the units of all lines say whether the order is shipped in part or whole.
 */
export const pushShipment: Write<CommerceClient, ShipmentDocument, RemoteRef> = {
  encode({ orderExternalId, lines, carrier, trackingNumber, location, shippedAt }) {
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const orderNo = orderExternalId;
    return ok({ orderNo, units, carrier, trackingNumber, location, lines, shippedAt } satisfies ShipmentWrite);
  },
  send: (client, raw, key, signal) => sendShipment(client, raw as ShipmentWrite, key, signal),
  duplicates: {
    mode: 'lookupByRef',
    settleMs: 15_000,
    async landed(client, raw, key, signal) {
      const { orderNo } = raw as ShipmentWrite;
      const state = await orderState(client, orderNo, signal);
      if (!state.ok) return state;
      const entries = entriesOf(state.value, attributeOf(client));
      const isTold = state.value.shippingStatus === statusOf(state.value, entries);
      return ok(isTold && entries.some(isOf(key)) ? refOf(orderNo, key) : null);
    },
  },
};

async function sendShipment(
  client: CommerceClient,
  shipment: ShipmentWrite,
  key: WriteKey,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const { orderNo } = shipment;
  const state = await orderState(client, orderNo, signal);
  if (!state.ok) return state;
  if (state.value.status === 'cancelled')
    return err(permanent('order-cancelled', `order ${orderNo} is cancelled over there`, '/orderExternalId'));
  const attribute = attributeOf(client);
  const known = entriesOf(state.value, attribute);
  const entries = known.some(isOf(key)) ? known : [...known, entryOf(shipment, key)];
  if (entries !== known) {
    const released = await releaseReservations(client, shipment, key, signal);
    if (!released.ok) return released;
    const body = { [attribute]: entries.join('\n') };
    const url = client.orders(`/${encodeURIComponent(orderNo)}`);
    const noted = await client.http.request({ method: 'PATCH', url, query: client.site, body }, signal);
    if (!noted.ok) return noted;
  }
  const status = statusOf(state.value, entries);
  if (state.value.shippingStatus !== status) {
    const told = await putStatus(client, orderNo, ['shipping-status', status], signal);
    if (!told.ok) return told;
  }
  return ok(refOf(orderNo, key));
}

/** In Omnichannel Inventory, what left is reserved until somebody says that it did. */
function releaseReservations(
  client: CommerceClient,
  { location, lines, shippedAt }: ShipmentWrite,
  { reference }: WriteKey,
  signal: AbortSignal,
): Promise<Result<void, Fault>> | Result<void, Fault> {
  if (client.settings.stockBy !== 'omnichannel' || location === undefined) return ok(undefined);
  return fulfillReservations(client, { location, lines, reference, at: shippedAt }, signal);
}

const refOf = (orderNo: string, { reference }: WriteKey): RemoteRef => ({ externalId: `${orderNo}/${reference}` });
const attributeOf = ({ settings }: CommerceClient): string => `c_${settings.trackingAttribute}`;

function entriesOf(state: OrderState, attribute: string): readonly string[] {
  const text = state[attribute];
  return typeof text === 'string' ? text.split('\n').filter((line) => line.trim() !== '') : [];
}

const BETWEEN = ' | ';
const plain = (text: string | undefined): string => (text ?? '-').replace(/[|\s]+/g, ' ').trim();

const entryOf = ({ carrier, trackingNumber, units }: ShipmentWrite, { reference }: WriteKey): string =>
  [reference, carrier, trackingNumber, String(units)].map(plain).join(BETWEEN);

const isOf =
  ({ reference }: WriteKey) =>
  (entry: string): boolean =>
    entry.startsWith(`${plain(reference)}${BETWEEN}`);

/** Shipped in part, or whole when as many units left as were ordered. */
function statusOf({ productItems }: OrderState, entries: readonly string[]): 'shipped' | 'part_shipped' {
  const ordered = (productItems ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  const gone = entries.reduce((sum, entry) => sum + (Number(entry.split(BETWEEN).at(-1)) || 0), 0);
  return gone >= ordered ? 'shipped' : 'part_shipped';
}
