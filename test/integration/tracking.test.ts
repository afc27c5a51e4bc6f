import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrackingDocument } from '../../core/documents/index.ts';
import { uuidSource } from '../../store/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
});
afterAll(() => hub.close());

/** A shipment of one package, as far as tracking looks at it. */
async function shipment(): Promise<{ readonly shipment: string; readonly parcel: string }> {
  const [id, parcel, other] = [uuidSource.next(), uuidSource.next(), uuidSource.next()];
  await hub.parts.store.pool.query(`set session_replication_role = replica; insert into shipment
    (id, reference, order_id, fulfillment_order_id, location_id, lines) values ('${id}', '${id}', '${other}', '${id}', '${other}', '[]');
    insert into package (id, shipment_id, position) values ('${parcel}', '${id}', 1);
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
