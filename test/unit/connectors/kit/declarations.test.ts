import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CursorDeclaration, Pull } from '../../../../connectors/kit/connector.ts';
import { declaredWrite } from '../../../../connectors/kit/declared.ts';
import { type ErrorTable, faultByTable } from '../../../../connectors/kit/errorTable.ts';
import type { ApiClient } from '../../../../connectors/kit/io.ts';
import { readMoney, writeMoney } from '../../../../connectors/kit/moneyFormat.ts';
import { serverOf } from '../../../../connectors/kit/server.ts';
import { readTime, type TimeFormat, writeTime } from '../../../../connectors/kit/timeFormat.ts';
import { permanent } from '../../../../core/shared/fault.ts';
import type { Instant } from '../../../../core/shared/ids.ts';
import { instantOf } from '../../../../core/shared/instant.ts';
import { err, ok } from '../../../../core/shared/result.ts';
import { listen, probeConnector, probeIo } from '../../../support/probe.ts';

describe('the cursor of a pull', () => {
  const byTime = {
    kind: 'updated-at',
    field: 'updated_at',
    zone: 'offset',
    inclusive: true,
    commitLagMs: 0,
    tieBreak: null,
  } as const;
  const define = (name: 'pullOrders' | 'pullStock', cursor: CursorDeclaration) => () => {
    const pull: Pull<ApiClient> = {
      topic: 't',
      cursor,
      identify: () => ok({ messageId: '', subject: '' }),
      fetch: async () => err(permanent('x', 'x')),
    };
    return probeConnector({
      topics: { t: { decode: () => err(permanent('x', 'x')) } },
      capabilities: { [name]: pull },
    });
  };

  test('may not be the id of a record that changes', () => {
    expect(define('pullOrders', { kind: 'append-only-id', field: 'id' })).toThrow('change');
    for (const field of ['id', 'order_id', 'data.id', 'orderId'])
      expect(define('pullOrders', { ...byTime, field })).toThrow('is an id');
    expect(define('pullStock', { kind: 'append-only-id', field: 'id' })).not.toThrow();
    expect(define('pullOrders', byTime)).not.toThrow();
  });

  test('may not leave out the records that share the last instant', () => {
    expect(define('pullOrders', { ...byTime, inclusive: false })).toThrow('share the instant');
    expect(define('pullOrders', { ...byTime, inclusive: false, tieBreak: 'id' })).not.toThrow();
  });

  test('names a zone that there is', () => {
    expect(define('pullOrders', { ...byTime, zone: 'Europe/Berlin' })).not.toThrow();
    expect(define('pullOrders', { ...byTime, zone: 'Mars/Olympus' })).toThrow('time zone');
  });
});

describe('a server', () => {
  const servers = {
    production: 'https://api.example/',
    sandbox: ({ region }: { region: string }) => `https://${region}.sandbox`,
  };
  test.each([
    [{}, 'https://api.example'],
    [{ environment: 'sandbox' }, 'https://eu.sandbox'],
    [{ environment: 'sandbox', baseUrl: 'http://127.0.0.1:9/v1/' }, 'http://127.0.0.1:9/v1'],
  ] as const)('of %j is %s', (more, expected) => {
    expect(serverOf(servers, { region: 'eu', ...more })).toBe(expected);
  });

  test('cannot be declared without the settings by which a simulator stands in', () => {
    expect(() => probeConnector({ settings: z.object({}) as never })).toThrow('lack environment and baseUrl');
  });
});

describe('times', () => {
  test.each<[TimeFormat, unknown, string]>([
    [{ form: 'rfc3339' }, '2026-03-01T10:00:00+01:00', '2026-03-01T09:00:00.000Z'],
    [{ form: 'local', zone: 'Europe/Berlin' }, '2026-07-01 10:00:00', '2026-07-01T08:00:00.000Z'],
    [{ form: 'local', zone: 'UTC' }, '2026-07-01 10:00:00.25', '2026-07-01T10:00:00.250Z'],
    [{ form: 'compact', zone: 'America/New_York' }, '20260115080000', '2026-01-15T13:00:00.000Z'],
    [{ form: 'epoch-seconds' }, 1_767_225_600, '2026-01-01T00:00:00.000Z'],
    [{ form: 'epoch-ms' }, '1767225600001', '2026-01-01T00:00:00.001Z'],
  ])('%j reads %j', (format, value, expected) => {
    expect(readTime(format, value)).toEqual(ok(expected));
  });

  test.each<[TimeFormat, unknown]>([
    [{ form: 'rfc3339' }, '2026-03-01 10:00:00'],
    [{ form: 'local', zone: 'UTC' }, '01.03.2026'],
    [{ form: 'compact', zone: 'UTC' }, '2026030110000'],
    [{ form: 'epoch-ms' }, 'soon'],
    [{ form: 'epoch-seconds' }, 1e15],
    [{ form: 'local', zone: 'UTC' }, null],
  ])('%j refuses %j', (format, value) => {
    expect(readTime(format, value).ok).toBe(false);
  });

  test('what is written reads as the same second in every form and zone', () => {
    const forms: TimeFormat[] = [
      { form: 'rfc3339' },
      { form: 'epoch-seconds' },
      { form: 'epoch-ms' },
      ...['UTC', 'Asia/Kolkata', 'America/Sao_Paulo'].flatMap((zone): TimeFormat[] => [
        { form: 'local', zone },
        { form: 'local', zone, separator: 'T' },
        { form: 'compact', zone },
      ]),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }),
        (format, seconds) => {
          const instant = instantOf(seconds * 1000);
          expect(readTime(format, writeTime(format, instant))).toEqual(ok(instant));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a clock turned back says the first of the two', () => {
    const format: TimeFormat = { form: 'local', zone: 'Europe/Berlin' };
    const second = '2026-10-25T01:30:00.000Z' as Instant;
    expect(writeTime(format, second)).toBe('2026-10-25 02:30:00');
    expect(readTime(format, '2026-10-25 02:30:00')).toEqual(ok('2026-10-25T00:30:00.000Z'));
  });
});

describe('amounts', () => {
  test.each([
    [{ form: 'decimal-text' }, '19.99', 'EUR', 1999],
    [{ form: 'decimal-text', comma: true }, '19,99', 'EUR', 1999],
    [{ form: 'decimal-number' }, 19.99, 'EUR', 1999],
    [{ form: 'decimal-number' }, 500, 'JPY', 500],
    [{ form: 'minor' }, 1999, 'EUR', 1999],
    [{ form: 'minor' }, '1999', 'KWD', 1999],
  ] as const)('%j reads %j %s', (format, value, currency, minor) => {
    expect(readMoney(format, value, currency)).toEqual(ok(minor));
    expect(readMoney(format, (writeMoney(format, minor, currency) as { value: unknown }).value, currency)).toEqual(
      ok(minor),
    );
  });

  test.each([
    [{ form: 'decimal-text' }, 19.99, 'EUR'],
    [{ form: 'decimal-text' }, '19,99', 'EUR'],
    [{ form: 'decimal-number' }, 19.999, 'EUR'],
    [{ form: 'decimal-number' }, 1e21, 'EUR'],
    [{ form: 'minor' }, 19.5, 'EUR'],
    [{ form: 'minor' }, 100, 'Euro'],
  ] as const)('%j refuses %j %s', (format, value, currency) => {
    expect(readMoney(format, value, currency).ok).toBe(false);
  });
});

describe('a table of errors', () => {
  const table: ErrorTable = {
    prefix: 'x-',
    read: (body) =>
      typeof body === 'object' && body && 'code' in body ? { code: String(body.code), message: 'm' } : undefined,
    codes: { LIMIT: 'busy', GONE: 'rights', LATE: 'in-doubt' },
    statuses: { 423: 'passing', 402: { means: 'credentials', message: 'pay' } },
    otherCodes: 'refused',
  };
  const said = (status: number, body: unknown) => faultByTable(table, { status, body, headers: new Map() });
  test.each([
    [400, { code: 'LIMIT' }, { kind: 'rate-limited', code: 'x-LIMIT' }],
    [401, { code: 'GONE' }, { kind: 'auth', remedy: 'grant-scope' }],
    [500, { code: 'LATE' }, { kind: 'in-doubt' }],
    [423, null, { kind: 'retryable', code: 'x-http-423' }],
    [402, { code: 'PAY' }, { kind: 'auth', message: 'pay', code: 'x-PAY' }],
    [422, { code: 'toString' }, { kind: 'permanent', code: 'x-toString' }],
  ])('%d %j is what the table says', (status, body, fault) => {
    expect(said(status, body)).toMatchObject(fault);
  });

  test.each([
    [409, { code: 'OTHER' }],
    [503, { code: 'OTHER' }],
    [400, 'text'],
  ])("%d %j is left to the kit's own table", (status, body) => {
    expect(said(status, body)).toBeUndefined();
  });
});

describe('a declared write', () => {
  const write = (duplicates: Parameters<typeof declaredWrite<ApiClient, { n: number }>>[0]['duplicates']) =>
    declaredWrite<ApiClient, { n: number }>({
      encode: ({ n }) => ok({ n }),
      request: (body) => ({ method: 'POST', url: '/things', body }),
      receipt: ({ body }) => {
        const { id } = body as { id?: unknown };
        return typeof id === 'string' ? ok({ externalId: id }) : err(permanent('no-id', 'no id'));
      },
      duplicates,
    });
  const key = { reference: 'ref-1', idempotencyKey: 'key-1' };
  const signal = AbortSignal.timeout(5000);
  const bench = async (body: unknown) => {
    const served = await listen(() => ({ body }));
    const { io } = probeIo(served.url, { kind: 'none' });
    return { ...served, client: { settings: {}, http: io.http, now: io.now } };
  };

  test('sends the native key in its header', async () => {
    const { client, told, close } = await bench({ id: 'a' });
    expect(await write({ mode: 'nativeKey', header: 'Idempotency-Key' }).send(client, { n: 1 }, key, signal)).toEqual(
      ok({ externalId: 'a' }),
    );
    expect(told[0]?.headers['idempotency-key']).toBe('key-1');
    await close();
  });

  test('looks for its reference', async () => {
    const { client, told, close } = await bench({ found: [{ id: 'a' }] });
    const { duplicates } = write({
      mode: 'lookupByRef',
      settleMs: 1,
      request: ({ reference }) => ({ method: 'GET', url: '/things', query: { reference } }),
      found: ({ body }) => ok({ externalId: (body as { found: { id: string }[] }).found[0]?.id ?? '' }),
    });
    if (duplicates.mode !== 'lookupByRef') throw new Error(duplicates.mode);
    expect(await duplicates.landed(client, {}, key, signal)).toEqual(ok({ externalId: 'a' }));
    expect(told[0]?.query.get('reference')).toBe('ref-1');
    await close();
  });

  test('that is answered by a yes nobody can read is in doubt, not refused', async () => {
    const { client, close } = await bench({ yes: true });
    expect(await write({ mode: 'none' }).send(client, { n: 1 }, key, signal)).toMatchObject({
      error: { kind: 'in-doubt' },
    });
    await close();
  });
});
