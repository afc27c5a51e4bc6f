import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Amounts } from '../../../connectors/ofbiz/amounts.ts';
import { refusal } from '../../../connectors/ofbiz/faults.ts';
import { orderAmounts } from '../../../connectors/ofbiz/orderAmounts.ts';
import { DecimalParam, RecordParam, TimeParam } from '../../../connectors/ofbiz/params.ts';
import { wholeUnits } from '../../../connectors/ofbiz/quantity.ts';
import { earliestWall, readServerTime, writeServerTime } from '../../../connectors/ofbiz/serverTime.ts';
import { planIssues } from '../../../connectors/ofbiz/shipmentPlan.ts';
import { decodeSoap, encodeSoap } from '../../../connectors/ofbiz/soapCodec.ts';
import { OrderDocument } from '../../../core/documents/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { type CurrencyCode, parseMinor } from '../../../core/shared/money.ts';

const at = (text: string) => instantOf(Date.parse(text));

describe('times of the server', () => {
  test.each([
    ['2026-07-01T12:00:00.123+0000', '2026-07-01T12:00:00.123Z'],
    ['2026-07-01 08:00:00.123', '2026-07-01T12:00:00.123Z'],
    ['2026-07-01T08:00:00.0', '2026-07-01T12:00:00.000Z'],
    ['20260701T08:00:00', '2026-07-01T12:00:00.000Z'],
  ])('%s in New York is %s', (text, instant) => {
    expect(readServerTime(text, 'America/New_York')).toEqual({ ok: true, value: instant });
  });

  test('what is no time is refused by its text', () => {
    expect(readServerTime('yesterday', 'UTC').ok).toBe(false);
  });

  test('are written to the millisecond in its zone', () => {
    expect(writeServerTime(at('2026-07-01T12:00:00.007Z'), 'Europe/Berlin')).toBe('2026-07-01 14:00:00.007');
  });

  test('where the clock was put back meanwhile, a condition begins with the hour that came twice', () => {
    const zone = 'Europe/Berlin';
    const [before, after] = [at('2026-10-25T00:50:00Z'), at('2026-10-25T02:00:00Z')];
    expect(earliestWall(before, after, zone)).toBe('2026-10-25 02:00:00.000');
    expect(earliestWall(before, at('2026-10-25T00:55:00Z'), zone)).toBe('2026-10-25 02:50:00.000');
    expect(earliestWall(at('2026-07-01T00:50:00Z'), after, zone)).toBe('2026-07-01 02:50:00.000');
  });

  test('no record that changed since then is before the condition, whenever that was', () => {
    let folds = 0;
    const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) };
    const zones = fc.constantFrom('Europe/Berlin', 'Europe/London', 'Australia/Lord_Howe', 'UTC');
    const nearFold = fc.noBias(fc.integer({ min: Date.UTC(2026, 9, 25), max: Date.UTC(2026, 9, 25, 1) }));
    fc.assert(
      fc.property(
        zones,
        fc.oneof(fc.integer(year), nearFold),
        fc.noBias(fc.nat(7_200_000)),
        fc.nat(86_400_000),
        (zone, ms, changed, late) => {
          const condition = earliestWall(instantOf(ms), instantOf(ms + changed + late), zone);
          const wall = writeServerTime(instantOf(ms + changed), zone);
          if (wall < writeServerTime(instantOf(ms), zone)) folds += 1;
          expect(wall >= condition).toBe(true);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
    expect(folds).toBeGreaterThan(3);
  });
});

describe('SOAP', () => {
  test('every kind of value comes back, records with each of their fields', () => {
    const params = {
      text: 'a "b" <c> & ß 𝕏\nnext',
      count: 7,
      flag: true,
      price: new DecimalParam('12.50'),
      at: new TimeParam('2026-07-01 14:00:00.007'),
      items: [new RecordParam('OrderItem', { quantity: '2' }), new RecordParam('OrderItem', { note: 'x\u0000y' })],
      map: { inner: ['a', 'b'], none: undefined },
    };
    const decoded = decodeSoap(encodeSoap('storeOrder', params));
    expect(decoded).toEqual({
      ok: true,
      value: {
        kind: 'value',
        element: 'storeOrder',
        value: {
          ...{ text: params.text, count: 7, flag: true, price: '12.50', at: '2026-07-01T14:00:00.007' },
          items: [{ quantity: '2' }, { note: 'xy' }],
          map: { inner: ['a', 'b'] },
        },
      },
    });
  });

  test('a long field of a record may be an element, nothing is null, and a fault is told from a value', () => {
    const answer = (inner: string): string => `<S:Envelope xmlns:S="x"><S:Body>${inner}</S:Body></S:Envelope>`;
    const record = '<eeval-Product productId="1"><longDescription><![CDATA[a <b>]]></longDescription></eeval-Product>';
    expect(decodeSoap(answer(`<xResponse><col-ArrayList>${record}<null/></col-ArrayList></xResponse>`))).toMatchObject({
      value: { value: [{ productId: '1', longDescription: 'a <b>' }, null] },
    });
    const fault = '<S:Fault><faultcode>S:Server</faultcode><faultstring>no</faultstring></S:Fault>';
    expect(decodeSoap(answer(fault))).toMatchObject({ value: { kind: 'fault', text: 'no' } });
    expect(decodeSoap('<html/>')).toMatchObject({ ok: false, error: { kind: 'permanent' } });
  });
});

describe('what a service says', () => {
  test.each([
    ['Failed to read XML-RPC request. Please check logs for more information', 'write', 'in-doubt'],
    ['Problem processing the service, check your parameters.', 'read', 'permanent'],
    ['User authorization is required for this service: storeOrder', 'write', 'auth'],
    ['ERROR: deadlock detected', 'write', 'retryable'],
    ['ERROR: Could not change order status', 'write', 'permanent'],
  ] as const)('%s, to a %s, is %s', (text, effect, kind) => {
    expect(refusal(text, effect).kind).toBe(kind);
  });
});

describe('amounts and quantities', () => {
  test('are read by their digits, and rounded half up where OFBiz keeps more', () => {
    const amounts = new Amounts('EUR' as CurrencyCode);
    expect([amounts.minor('19.995'), amounts.minor('-0.005'), amounts.product('1.005', 3)]).toEqual([2000, -1, 302]);
    expect(amounts.rate('7.75')).toEqual({ rate: '0.0775' });
    expect(amounts.rate('100')).toEqual({ rate: '1' });
    expect(amounts.fault).toBeUndefined();
    expect(amounts.units('1.5')).toBe(1);
    expect(amounts.fault).toMatchObject({ code: 'bad-amount' });
  });

  test.each([
    ['12.000000', 12],
    ['2.9', 2],
    ['-0.5', -1],
    ['-3', -3],
  ])('%s units are %i', (text, units) => {
    expect(wholeUnits(text)).toEqual({ ok: true, value: units });
  });

  test('the parts of an order that is stored come to its total, to the minor unit', () => {
    let [discounted, fine] = [0, 0];
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      price: fc.integer({ min: 0, max: 99_999_999 }),
      discountMinor: fc.nat(500),
      taxMinor: fc.nat(900),
    });
    const orders = fc.record({
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      lines: fc.array(line, { minLength: 1, maxLength: 5 }),
      taxesIncluded: fc.boolean(),
      feesMinor: fc.nat(300),
      roundingMinor: fc.integer({ min: -3, max: 3 }),
    });
    fc.assert(
      fc.property(orders, ({ currency, lines, taxesIncluded, feesMinor, roundingMinor }) => {
        const exponent = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
        const made = lines.map(({ quantity, price, discountMinor, taxMinor }, i) => {
          const totalMinor = Math.round((price * quantity) / 10 ** (5 - exponent)) - discountMinor;
          const unitPrice = `${Math.floor(price / 100_000)}.${String(price % 100_000).padStart(5, '0')}`;
          const taxes = [{ title: 'VAT', rate: '0.19', amountMinor: taxMinor }];
          return { externalId: String(i), sku: 'A', quantity, unitPrice, discountMinor, taxes, totalMinor };
        });
        discounted += lines.filter(({ discountMinor }) => discountMinor > 0).length;
        fine += lines.filter(({ price }) => price % 100 !== 0).length;
        const linesMinor = made.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
        const taxMinor = lines.reduce((sum, each) => sum + each.taxMinor, 0);
        const grandMinor = linesMinor + (taxesIncluded ? 0 : taxMinor) + feesMinor + roundingMinor;
        const order = OrderDocument.parse({
          ...{ externalId: '1', number: '1', placedAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
          ...{ currency, taxesIncluded, lines: made },
          totals: { linesMinor, discountMinor: 0, shippingMinor: 0, taxMinor, feesMinor, roundingMinor, grandMinor },
        });
        const amounts = orderAmounts(order);
        if (!amounts.ok) throw new Error(amounts.error.message);
        const minor = (text: string): number => {
          const read = parseMinor(text, currency as CurrencyCode);
          if (!read.ok) throw new Error(read.error);
          return read.value;
        };
        const reader = new Amounts(currency as CurrencyCode);
        const items = amounts.value.lines.reduce((sum, each) => sum + reader.product(each.unitPrice, each.quantity), 0);
        const added = amounts.value.adjustments.filter(({ isIncluded }) => !isIncluded);
        expect(items + added.reduce((sum, { amount }) => sum + minor(amount), 0)).toBe(grandMinor);
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(Math.min(discounted, fine)).toBeGreaterThan(50);
  });
});

describe('what is issued to a shipment', () => {
  test('is its lines exactly, never more than is reserved, and goes on from what was issued before', () => {
    let [refused, split, resumed] = [0, 0, 0];
    const reservation = fc.record({ seq: fc.constantFrom('00001', '00002'), quantity: fc.integer({ min: 1, max: 9 }) });
    const cases = fc.record({
      reservations: fc.array(reservation, { maxLength: 5 }),
      wanted: fc.integer({ min: 1, max: 12 }),
      before: fc.nat(4),
      isNamed: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ reservations, wanted, before, isNamed }) => {
        const records = reservations.map(({ seq, quantity }, i) => ({
          ...{ orderId: '1', shipGroupSeqId: '00001', orderItemSeqId: seq, inventoryItemId: String(i) },
          quantity: String(quantity),
        }));
        const items = ['00001', '00002'].map((orderItemSeqId) => ({ orderItemSeqId, productId: 'P' }));
        const issued = before === 0 ? [] : [{ orderItemSeqId: '00001', quantity: String(before) }];
        const line = { sku: 'A', quantity: wanted, ...(isNamed ? { lineExternalId: '00001' } : {}) };
        const plan = planIssues([line], { items, reservations: records, issued, products: new Map([['A', 'P']]) });
        const there = reservations.filter(({ seq }) => !isNamed || seq === '00001');
        const need = Math.max(0, wanted - before);
        const most = there.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(plan.ok).toBe(most >= need);
        if (!plan.ok) refused += 1;
        const taken = plan.ok ? plan.value : [];
        if (plan.ok) expect(taken.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(need);
        for (const { inventoryItemId, quantity } of taken)
          expect(quantity).toBeLessThanOrEqual(Number(records[Number(inventoryItemId)]?.quantity));
        if (taken.length > 1) split += 1;
        if (before > 0 && taken.length > 0) resumed += 1;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(Math.min(refused, split, resumed)).toBeGreaterThan(20);
  });
});
