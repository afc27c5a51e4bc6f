import { describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import { trackingOf } from '../../../connectors/ups/tracking.ts';

const NUMBER = '1ZA1B2C30300000018';
const answer = (...activity: readonly object[]) => ({
  trackResponse: { shipment: [{ inquiryNumber: NUMBER, package: [{ trackingNumber: NUMBER, activity }] }] },
});
const timesOf = (zone: string, ...activity: readonly object[]) =>
  unwrap(trackingOf(answer(...activity), NUMBER, zone)).events.map(({ at }) => at);

describe('a UPS tracking answer', () => {
  test.each([
    [
      'by GMT',
      { gmtDate: '20260301', gmtTime: '120000', date: '20260301', time: '070000' },
      '2026-03-01T12:00:00.000Z',
    ],
    ['by GMT with an hour of one digit', { gmtDate: '20210210', gmtTime: '74700' }, '2021-02-10T07:47:00.000Z'],
    ['by GMT with colons and dashes', { gmtDate: '2026-03-01', gmtTime: '07:47:00' }, '2026-03-01T07:47:00.000Z'],
    ['by its offset', { date: '20260301', time: '070000', gmtOffset: '-05:00' }, '2026-03-01T12:00:00.000Z'],
    [
      'by an offset with a point',
      { date: '20260701', time: '080000', gmtOffset: '-04.00' },
      '2026-07-01T12:00:00.000Z',
    ],
    ['in the declared zone, in winter', { date: '20260301', time: '070000' }, '2026-03-01T12:00:00.000Z'],
    ['in the declared zone, in summer', { date: '20260701', time: '080000' }, '2026-07-01T12:00:00.000Z'],
    ['in the declared zone without a time', { date: '20260701' }, '2026-07-01T04:00:00.000Z'],
  ])('has instants %s', (_, activity, at) => {
    expect(timesOf('America/New_York', activity)).toEqual([at]);
  });

  test('is told oldest first, and scans of one second in the order they were made', () => {
    const at = { gmtDate: '20260301', gmtTime: '120000' };
    const { events } = unwrap(
      trackingOf(
        answer(
          { ...at, gmtTime: '130000', status: { type: 'D', code: 'FS', statusCode: '011' } },
          { ...at, status: { type: 'I', code: 'B' } },
          { ...at, status: { type: 'I', code: 'A' } },
        ),
        NUMBER,
        'UTC',
      ),
    );
    expect(events.map(({ code }) => code)).toEqual(['A', 'B', 'FS']);
  });

  test('has a delivery after the scan of the same second, whoever sorts by the instant, and again the same', () => {
    const at = { gmtDate: '20260301', gmtTime: '120000' };
    const out = { ...at, status: { type: 'I', code: 'OT' } };
    const delivered = { ...at, status: { type: 'D', code: 'FS' } };
    const before = timesOf('UTC', out);
    const after = timesOf('UTC', delivered, out);
    expect(after).toEqual(['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:00.001Z']);
    expect(after[0]).toBe(before[0]);
  });

  test('keeps what UPS says, with a code that nobody knows as unrecognised', () => {
    const status = { type: 'Q', code: 'Q1', description: ' Something new ' };
    const location = { address: { city: 'PARAMUS', countryCode: 'US' } };
    const { events } = unwrap(
      trackingOf(answer({ date: '20260301', time: '070000', status, location }), NUMBER, 'UTC'),
    );
    expect(events).toEqual([
      {
        code: 'Q1',
        status: 'unrecognised',
        description: 'Something new',
        place: 'PARAMUS',
        at: '2026-03-01T07:00:00.000Z',
      },
    ]);
  });

  test('of a number that UPS does not know is a fault in the words of UPS', () => {
    const raw = {
      trackResponse: { shipment: [{ warnings: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] }] },
    };
    expect(trackingOf(raw, NUMBER, 'UTC')).toMatchObject({
      ok: false,
      error: { kind: 'permanent', code: 'not-found', message: 'Tracking Information Not Found' },
    });
  });

  test('of several parcels without the one that was asked for is no answer', () => {
    const parcel = (trackingNumber: string) => ({ trackingNumber, activity: [] });
    const raw = { trackResponse: { shipment: [{ package: [parcel('1Z1'), parcel('1Z2')] }] } };
    expect(trackingOf(raw, NUMBER, 'UTC')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('with a date that is none is a fault, not an invented instant', () => {
    expect(trackingOf(answer({ date: '20261301', time: '070000' }), NUMBER, 'UTC')).toMatchObject({
      ok: false,
      error: { kind: 'permanent', code: 'unexpected-shape' },
    });
  });
});
