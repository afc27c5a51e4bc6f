import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  atpByDate,
  atpOn,
  type Outlook,
  oversellBuffer,
  pegWaiting,
  promise,
  publishable,
  type SellingPolicy,
} from '../../../../core/inventory/index.ts';

const TODAY = '2026-03-10';
const day = fc.integer({ min: -3, max: 12 }).map((days) => addDays(TODAY, days));
const dated = fc.array(fc.record({ on: day, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 6 });
const outlook: fc.Arbitrary<Outlook> = fc.record({
  today: fc.constant(TODAY),
  available: fc.nat(12),
  safetyStock: fc.nat(4),
  supply: dated,
  demand: dated,
});

/** The balance at the end of each day, day by day. */
function projected(
  { available, safetyStock, supply, demand }: Outlook,
  extra: readonly { on: string; quantity: number }[],
) {
  return Array.from({ length: 14 }, (_, i) => {
    const now = addDays(TODAY, i);
    const came = supply.filter(({ on }) => on >= TODAY && on <= now).reduce((sum, { quantity }) => sum + quantity, 0);
    const went = [...demand, ...extra].filter(({ on }) => on <= now).reduce((sum, { quantity }) => sum + quantity, 0);
    return available - safetyStock + came - went;
  });
}

test('the ATP of a day is the most that can be promised for it without breaking any other promise', () => {
  let lookedAhead = 0;
  fc.assert(
    fc.property(outlook, fc.nat(12), (given, ahead) => {
      const on = addDays(TODAY, ahead);
      const steps = atpByDate(given);
      const most = atpOn(steps, on);
      const before = projected(given, []);
      const tail = before.slice(ahead);
      expect(most).toBe(Math.max(0, Math.min(...tail)));
      if (Math.min(...tail) < (before[ahead] ?? 0)) lookedAhead += 1;
      for (const [i, { from, quantity }] of steps.entries()) {
        expect(quantity).toBeGreaterThanOrEqual(0);
        if (i > 0) expect(from > (steps[i - 1]?.from ?? '') && quantity > (steps[i - 1]?.quantity ?? 0)).toBe(true);
      }
    }),
    { numRuns: 1000, seed: 5 },
  );
  expect(lookedAhead).toBeGreaterThan(50);
});

test('supply that is overdue is promised to nobody', () => {
  const steps = atpByDate({
    today: TODAY,
    available: 0,
    safetyStock: 0,
    supply: [{ on: '2026-03-09', quantity: 5 }],
    demand: [],
  });
  expect(steps).toEqual([{ from: TODAY, quantity: 0 }]);
});

const policies: readonly SellingPolicy[] = [
  { selling: 'stock' },
  { selling: 'backorder', limit: null, leadDays: 14 },
  { selling: 'backorder', limit: 4, leadDays: null },
  { selling: 'preorder', limit: 6, leadDays: 30, availableOn: '2026-03-20' },
];

test('every unit asked for is promised or refused, no promise exceeds the ATP of its day, and limits hold', () => {
  const reached = new Map<string, number>();
  const question = fc.record({
    outlook,
    quantity: fc.integer({ min: 1, max: 30 }),
    policy: fc.constantFrom(...policies),
    owed: fc.nat(5),
  });
  fc.assert(
    fc.property(question, ({ outlook: given, quantity, policy, owed }) => {
      const steps = atpByDate(given);
      const { units, refused } = promise({ quantity, today: TODAY, steps, policy, owed });
      expect(units.reduce((sum, one) => sum + one.quantity, 0) + refused).toBe(quantity);
      let sum = 0;
      for (const { from, on, quantity: part } of units) {
        reached.set(`${policy.selling} ${from}`, (reached.get(`${policy.selling} ${from}`) ?? 0) + 1);
        if (policy.selling === 'preorder') expect(on === null || on >= policy.availableOn).toBe(true);
        if (from === 'beyond') continue;
        sum += part;
        expect(sum).toBeLessThanOrEqual(atpOn(steps, on ?? ''));
      }
      const beyondStock = units.filter(({ from }) => from !== 'stock').reduce((total, one) => total + one.quantity, 0);
      if (policy.selling === 'stock') expect(beyondStock).toBe(0);
      else if (policy.limit !== null) expect(beyondStock === 0 || beyondStock + owed <= policy.limit).toBe(true);
      if (refused > 0) reached.set('refused', (reached.get('refused') ?? 0) + 1);
    }),
    { numRuns: 1000, seed: 6 },
  );
  const expected = ['stock', 'backorder', 'preorder'].map((selling) => `${selling} stock`);
  for (const what of [
    ...expected,
    'backorder incoming',
    'backorder beyond',
    'preorder incoming',
    'preorder beyond',
    'refused',
  ])
    expect([what, (reached.get(what) ?? 0) > 20]).toEqual([what, true]);
});

test('waiting lines get what comes in their turn, with the day on which the last of their units is there', () => {
  const supply = [
    { on: '2026-04-02', quantity: 5 },
    { on: '2026-04-01', quantity: 3 },
  ];
  const waiting = [
    { id: 'a', quantity: 3 },
    { id: 'b', quantity: 1 },
    { id: 'c', quantity: 4 },
    { id: 'd', quantity: 1 },
  ];
  expect([...pegWaiting(waiting, supply)]).toEqual([
    ['a', '2026-04-01'],
    ['b', '2026-04-02'],
    ['c', '2026-04-02'],
    ['d', null],
  ]);
  expect([...pegWaiting(waiting, [])].map(([, on]) => on)).toEqual([null, null, null, null]);
});

/** P(more than `units` of a Poisson count), summed from the far end so that small tails keep their digits. */
function poissonTail(mean: number, units: number): number {
  let tail = 0;
  for (let k = units + 400; k > units; k--) {
    let log = -mean + k * Math.log(mean);
    for (let i = 2; i <= k; i++) log -= Math.log(i);
    tail += Math.exp(log);
  }
  return tail;
}

test('the buffer is the fewest units that keep overselling below its stated probability', () => {
  const cases = fc.record({
    salesPerHour: fc.integer({ min: 1, max: 400 }),
    lagSeconds: fc.integer({ min: 1, max: 600 }),
    oversellProbability: fc.constantFrom(0.1, 0.01, 0.001),
  });
  fc.assert(
    fc.property(cases, (given) => {
      const units = oversellBuffer(given);
      const mean = (given.salesPerHour * given.lagSeconds) / 3600;
      expect(poissonTail(mean, units)).toBeLessThanOrEqual(given.oversellProbability * (1 + 1e-9));
      if (units > 0) expect(poissonTail(mean, units - 1)).toBeGreaterThan(given.oversellProbability * (1 - 1e-9));
    }),
    { numRuns: 60, seed: 8 },
  );
  expect(oversellBuffer({ salesPerHour: 0, lagSeconds: 60, oversellProbability: 0.01 })).toBe(0);
});

test('the buffers of large means go on where the exact ones end', () => {
  const at = (salesPerHour: number) => oversellBuffer({ salesPerHour, lagSeconds: 3600, oversellProbability: 0.001 });
  expect(at(499.9) - 499.9).toBeGreaterThan(60);
  expect(Math.abs(at(500.5) - at(499.5))).toBeLessThanOrEqual(3);
  expect(() => oversellBuffer({ salesPerHour: 1, lagSeconds: 1, oversellProbability: 0 })).toThrow(RangeError);
});

test('a channel is told what is there less its buffer, what may be owed only when it is bounded, and never above its cap', () => {
  const base = { available: 10, policy: policies[0] as SellingPolicy, owed: 0, buffer: 3, cap: null };
  expect(publishable(base)).toBe(7);
  expect(publishable({ ...base, available: 2 })).toBe(0);
  expect(publishable({ ...base, cap: 5 })).toBe(5);
  expect(publishable({ ...base, policy: policies[1] as SellingPolicy })).toBe(7);
  expect(publishable({ ...base, available: 0, policy: policies[2] as SellingPolicy, owed: 1 })).toBe(3);
  expect(publishable({ ...base, available: 0, policy: policies[2] as SellingPolicy, owed: 9 })).toBe(0);
});
