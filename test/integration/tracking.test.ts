import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrackingDocument } from '../../core/documents/index.ts';
import { uuidSource } from '../../store/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
});
afterAll(() => hub.close());

/** A shipment of one package, as far as tracking looks at it. */
async function shipment(
  carrier?: string,
  number = '1Z',
): Promise<{ readonly shipment: string; readonly parcel: string }> {
  const [id, parcel, other] = [uuidSource.next(), uuidSource.next(), uuidSource.next()];
  const by = carrier === undefined ? 'null' : `'${carrier}'`;
  await hub.parts.store.pool.query(`set session_replication_role = replica; insert into shipment
    (id, reference, order_id, fulfillment_order_id, location_id, lines, carrier_connection_id)
    values ('${id}', '${id}', '${other}', '${id}', '${other}', '[]', ${by});
    insert into package (id, shipment_id, position, tracking_number) values ('${parcel}', '${id}', 1, '${number}');
    set session_replication_role = origin`);
  return { shipment: id, parcel };
}

type Scan = TrackingDocument['events'][number];
const scan = (status: Scan['status'], at = '2026-05-01T10:00:00Z', code: string = status): Scan => ({
  status,
  at,
  code,
});

test.each([
  ['delivered', [scan('out-for-delivery'), scan('delivered')]],
  ['delivered', [scan('delivered'), scan('in-transit'), scan('out-for-delivery')]],
  ['in-transit', [scan('delivered'), scan('in-transit', '2026-05-01T10:00:01Z')]],
  ['returned-to-sender', [scan('returned-to-sender'), scan('delivered')]],
  ['in-transit', [scan('unrecognised'), scan('in-transit'), scan('labelled')]],
] as const)(
  'of scans at one instant the farthest on its way counts, in whatever order they come: %s',
  async (status, scans) => {
    for (const events of [[...scans], scans.toReversed()]) {
      const { shipment: id, parcel } = await shipment();
      for (const event of events) {
        await hub.parts.store.tracking.save(id, parcel, { trackingNumber: '1Z', events: [event] });
      }
      expect((await hub.get(`/api/v1/shipments/${id}`)).body).toMatchObject({ status });
    }
  },
);

test('a carrier tells of a parcel by itself, late and again, and of others that are none of the hub', async () => {
  const settings = { apiKey: 'key', secretKey: 'secret', accountNumber: '510087860', webhookToken: 'push-token' };
  const added = await hub.post('/api/v1/connections', { name: 'parcels', connector: 'fedex', settings });
  const { id: carrier } = added.body as { id: string };
  const { shipment: id } = await shipment(carrier, '794900000010');
  const told = async (trackingNumber: string, scans: readonly [string, string][]): Promise<Record<string, unknown>> => {
    const scanEvents = scans.map(([eventType, date]) => ({ eventType, date, eventDescription: eventType }));
    const trackResults = [{ trackingNumberInfo: { trackingNumber }, scanEvents }];
    const body = JSON.stringify({ output: { completeTrackResults: [{ trackingNumber, trackResults }] } });
    const signature = createHmac('sha256', 'push-token').update(body).digest('base64');
    const answer = await hub.request('/hooks/parcels', {
      method: 'POST',
      headers: { 'fdx-signature': signature },
      body,
    });
    const message = (await answer.json()) as { id: string };
    await drained(hub.parts);
    return (await hub.get(`/api/v1/inbox/${message.id}`)).body as Record<string, unknown>;
  };
  const pickedUp: [string, string] = ['PU', '2026-05-01T10:00:00-05:00'];
  const delivered: [string, string][] = [['DL', '2026-05-02T10:00:00-05:00'], pickedUp];
  expect(await told('794900000010', delivered)).toMatchObject({ state: 'applied' });
  expect((await hub.get(`/api/v1/shipments/${id}`)).body).toMatchObject({ status: 'delivered' });
  expect(await told('794900000010', [pickedUp])).toMatchObject({ state: 'applied' });
  expect((await hub.get(`/api/v1/shipments/${id}`)).body).toMatchObject({ status: 'delivered' });
  expect(await told('794900000099', [pickedUp])).toMatchObject({ state: 'ignored' });
});
