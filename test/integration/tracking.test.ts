import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrackingDocument } from '../../core/documents/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { applyMessage, openBatch } from '../../core/usecases/applyIncoming.ts';
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

describe('what a carrier tells by itself', () => {
  const DELIVERED: TrackingDocument = { trackingNumber: '1ZPUSH', events: [scan('accepted'), scan('delivered')] };
  const tell = (carrier: string, document: TrackingDocument) =>
    hub.parts.store.unitOfWork.transaction(async (tx) => {
      const sender = { id: carrier as ConnectionId, name: 'carrier', isStockSource: false };
      const message = { message: '1', sender, records: [{ name: 'tracking' as const, document }] };
      const batch = await openBatch(tx, [message], uuidSource, hub.parts.now());
      const outcome = applyMessage(batch, message);
      await tx.save(batch.changes());
      return outcome;
    });
  const given = async (): Promise<{ readonly shipment: string; readonly carrier: string }> => {
    const { shipment: id, parcel } = await shipment();
    const carrier = uuidSource.next();
    await hub.parts.store.pool.query(`set session_replication_role = replica;
      update shipment set carrier_connection_id = '${carrier}', track_after = now() where id = '${id}';
      update package set tracking_number = '1ZPUSH' where id = '${parcel}';
      set session_replication_role = origin`);
    return { shipment: id, carrier };
  };
  const statusOf = async (id: string) => (await hub.get(`/api/v1/shipments/${id}`)).body;

  test('moves its parcel as an answer would, once however often it comes, and ends the asking', async () => {
    const { shipment: id, carrier } = await given();
    for (let i = 0; i < 2; i++)
      expect(await tell(carrier, DELIVERED)).toMatchObject({ ok: true, value: { outcome: 'applied' } });
    expect(await statusOf(id)).toMatchObject({ status: 'delivered' });
    const { rows } = await hub.parts.store.pool.query(
      'select count(e.*)::integer as events, min(s.track_after) as after from shipment s join package p on p.shipment_id = s.id join tracking_event e on e.package_id = p.id where s.id = $1',
      [id],
    );
    expect(rows).toEqual([{ events: 2, after: null }]);
  });

  test('of a parcel that is not ours, or another carrier’s, changes nothing', async () => {
    const { shipment: id } = await given();
    const other = await tell(uuidSource.next(), DELIVERED);
    expect(other).toMatchObject({ ok: true, value: { outcome: 'ignored', reason: 'no-parcel-of-ours' } });
    expect(await statusOf(id)).not.toMatchObject({ status: 'delivered' });
  });

  test('with a code that nobody knows raises a notice and moves nothing', async () => {
    const { shipment: id, carrier } = await given();
    await tell(carrier, {
      trackingNumber: '1ZPUSH',
      events: [scan('accepted'), scan('unrecognised', undefined, 'QX')],
    });
    expect(await statusOf(id)).toMatchObject({ status: 'accepted' });
    const { items } = await hub.list('notices', { kind: 'unrecognised-tracking' });
    expect(items).toContainEqual(expect.objectContaining({ subject: `shipment/${id}/QX` }));
  });
});
