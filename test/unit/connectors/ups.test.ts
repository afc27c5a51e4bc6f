import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIo } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import { ups } from '../../../connectors/ups/index.ts';
import { startUpsSimulator } from '../../../connectors/ups/simulator.ts';
import { type LabelRequest, LabelRequest as Schema } from '../../../core/documents/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok } from '../../../core/shared/result.ts';

let clock = Date.UTC(2026, 0, 1, 8);
let simulator: Simulator;
let client: unknown;
const signal = AbortSignal.timeout(60_000);

beforeAll(async () => {
  simulator = await startUpsSimulator({ now: () => clock, trackStepMs: 3_600_000 });
  client = clientWith(simulator.settings);
});
afterAll(() => simulator.close());

function clientWith(given: object): unknown {
  const settings = ups.settings.parse(given);
  return ups.client(
    settings,
    createIo({ connector: ups, settings, acquire: async () => ok(undefined), now: () => instantOf(clock) }),
  );
}

const address = { name: 'Jane Roe', line1: 'Street 1', city: 'Hamburg', postalCode: '20095', country: 'DE' };
const request = (reference: string, more: Partial<LabelRequest> = {}): LabelRequest =>
  Schema.parse({
    reference,
    from: { ...address, name: 'Warehouse', city: 'Berlin' },
    to: address,
    parcels: [{ weightGrams: 1250 }],
    ...more,
  });

async function buy(reference: string, more: Partial<LabelRequest> = {}) {
  const write = ups.capabilities.buyLabel;
  const raw = write?.encode(request(reference, more));
  if (!write || !raw?.ok) throw new Error(raw?.ok === false ? raw.error.message : 'no capability');
  return {
    write,
    raw: raw.value,
    sent: await write.send(client, raw.value, { reference, idempotencyKey: reference }, signal),
  };
}

describe('UPS', () => {
  test('sells a label as a PDF made from its GIF, with the price of the account', async () => {
    const { sent } = await buy('shop-1-F1');
    if (!sent.ok) throw new Error(sent.error.message);
    const [parcel] = sent.value.parcels;
    expect(sent.value).toMatchObject({ carrier: 'UPS', chargeMinor: 756, currency: 'EUR' });
    expect(parcel?.trackingNumber).toMatch(/^1Z/);
    expect(
      Buffer.from(parcel?.label?.base64 ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('gives a printer format as UPS sent it', async () => {
    const { sent } = await buy('shop-2-F1', { labelFormat: 'ZPL' });
    expect(sent.ok && sent.value.parcels[0]?.label?.format).toBe('ZPL');
  });

  test('finds by our reference a label whose answer was lost, and buys no second one', async () => {
    simulator.faults.plan({ kind: 'drop', match: 'POST /api/shipments', times: 1 });
    const { sent, write, raw } = await buy('shop-3-F1');
    expect(sent).toMatchObject({ ok: false, error: { kind: 'in-doubt' } });
    if (write.duplicates.mode !== 'lookupByRef') throw new Error('a label must be looked up');
    const landed = await write.duplicates.landed(client, raw, { reference: 'shop-3-F1', idempotencyKey: 'x' }, signal);
    expect(landed).toMatchObject({ ok: true, value: { carrier: 'UPS' } });
    const none = await write.duplicates.landed(client, raw, { reference: 'never-sent', idempotencyKey: 'x' }, signal);
    expect(none).toEqual({ ok: true, value: null });
  });

  test('refuses an address without a city before anything is sent, and names it', () => {
    const { city: _, ...rest } = address;
    const encoded = ups.capabilities.buyLabel?.encode(request('shop-4-F1', { to: rest }));
    expect(encoded).toMatchObject({ ok: false, error: { kind: 'permanent', at: '/to/city' } });
  });

  test('tracks a parcel from its label to its door', async () => {
    const { sent } = await buy('shop-5-F1');
    const trackingNumber = (sent.ok && sent.value.parcels[0]?.trackingNumber) || '';
    const statuses = async () => {
      const answer = await ups.capabilities.track?.ask(client, { trackingNumber }, signal);
      return answer?.ok ? answer.value.events.map(({ status }) => status) : answer;
    };
    expect(await statuses()).toEqual(['labelled']);
    clock += 4 * 3_600_000;
    expect(await statuses()).toEqual(['labelled', 'accepted', 'in-transit', 'out-for-delivery', 'delivered']);
  });

  test('voids a label once, and a second time changes nothing', async () => {
    const { sent } = await buy('shop-6-F1');
    if (!sent.ok) throw new Error(sent.error.message);
    const write = ups.capabilities.voidLabel;
    const raw = write?.encode(sent.value);
    if (!write || !raw?.ok) throw new Error('no void');
    const key = { reference: 'v', idempotencyKey: 'v' };
    expect((await write.send(client, raw.value, key, signal)).ok).toBe(true);
    expect((await write.send(client, raw.value, key, signal)).ok).toBe(true);
  });

  test('quotes all services of a shipment', async () => {
    const answer = await ups.capabilities.quoteRates?.ask(client, request('q'), signal);
    expect(answer).toMatchObject({ ok: true, value: [{ service: '11', chargeMinor: 756, transitDays: 2 }, {}, {}] });
  });

  test('calls wrong credentials a matter of authentication', async () => {
    const stranger = clientWith({ ...simulator.settings, clientSecret: 'wrong' });
    expect(await ups.check(stranger, signal)).toMatchObject({ ok: false, error: { kind: 'auth' } });
    expect((await ups.check(client, signal)).ok).toBe(true);
  });
});
