import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourcingRules } from '../../../../core/documents/index.ts';
import {
  type Candidate,
  type CompiledRules,
  REASONS,
  type SourcingChoice,
  type SourcingOrder,
  sourceOrder,
} from '../../../../core/sourcing/index.ts';
import { prepare } from '../../../../core/sourcing/prepare.ts';
import { candidates, orders, rules, rulesOf } from './arbitraries.ts';
import { firstPolicy } from './firstPolicy.ts';

const sum = (parts: readonly { readonly quantity: number }[]): number => parts.reduce((s, p) => s + p.quantity, 0);

/** Units taken of each product at each location, and of each location in all. */
function taken({ demands }: SourcingOrder, { placements }: SourcingChoice) {
  const ofProduct = new Map<ReadonlyMap<string, number>, Map<string, number>>();
  const ofLocation = new Map<string, number>();
  for (const { line, location, quantity } of placements) {
    const available = demands.find((demand) => demand.line === line)?.available ?? new Map();
    const at = ofProduct.get(available) ?? new Map();
    ofProduct.set(available, at.set(location, (at.get(location) ?? 0) + quantity));
    ofLocation.set(location, (ofLocation.get(location) ?? 0) + quantity);
  }
  return { ofProduct, ofLocation };
}

describe('the default rules', () => {
  test('choose what the first policy chose, for every order', () => {
    const reached: Record<string, number> = {};
    const standard = rulesOf(SourcingRules.parse({ name: 'default' }));
    fc.assert(
      fc.property(orders, candidates, (order, all) => {
        const choice = sourceOrder(standard, order, all);
        const twin = firstPolicy(order.demands, all);
        expect({ placements: choice.placements, short: choice.short }).toEqual(twin);
        reached[choice.reason] = (reached[choice.reason] ?? 0) + 1;
      }),
      { numRuns: 800, seed: 11 },
    );
    expect(standard.isPlain).toBe(true);
    for (const reason of ['one-location', 'fewest-splits', 'partly-available', 'nothing-available']) {
      expect([reason, reached[reason] ?? 0]).toEqual([reason, expect.toSatisfy((n: number) => n > 20)]);
    }
  });

  test('choose the same when the same policy is asked for by filters that let everything through', () => {
    const filtering = rulesOf({ filters: { capacity: true, hours: true }, locations: { a: {}, b: {} } });
    fc.assert(
      fc.property(orders, candidates, (order, all) => {
        const choice = sourceOrder(filtering, order, all);
        expect({ placements: choice.placements, short: choice.short }).toEqual(firstPolicy(order.demands, all));
      }),
      { numRuns: 300, seed: 12 },
    );
    expect(filtering.isPlain).toBe(false);
  });
});

/** What of a choice breaks the rules, the stock or the account of it; empty when nothing does. */
function broken(compiled: CompiledRules, order: SourcingOrder, all: readonly Candidate[], choice: SourcingChoice) {
  const { ofProduct, ofLocation } = taken(order, choice);
  const stage = compiled.stages[choice.stage];
  const wrong: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || wrong.push(what));
  for (const [available, at] of ofProduct) {
    for (const [location, units] of at) {
      const kept = stage?.applies.keepUnits ? compiled.site(location).keepUnits : 0;
      must(units <= (available.get(location) ?? 0) - kept, `${units} units of ${location}`);
    }
  }
  for (const [location, units] of ofLocation) {
    const { ordersPerDay, unitsPerDay } = compiled.site(location);
    const load = all.find(({ code }) => code === location)?.load;
    if (!stage?.applies.capacity || !load) continue;
    must(load.orders + 1 <= ordersPerDay && load.units + units <= unitsPerDay, `the day of ${location}`);
  }
  must(ofLocation.size <= (stage?.maxLocations ?? 0), `${ofLocation.size} locations`);
  for (const { line, quantity } of order.demands) {
    const own = [...choice.placements, ...choice.short].filter((part) => part.line === line);
    must(sum(own) === quantity, `${sum(own)} of ${quantity} units of line ${line}`);
  }
  const explained = new Map(choice.verdicts.map((verdict) => [verdict.code, verdict]));
  for (const { id, code } of all) {
    const hasAny = order.demands.some(({ available }) => (available.get(id) ?? 0) > 0);
    const verdict = explained.get(code);
    must((verdict !== undefined) === hasAny, `the verdict on ${code}`);
    must(ofLocation.get(code) === (verdict?.reason === 'won' ? verdict.figure : undefined), `units of ${code}`);
  }
  return wrong;
}

test('rules never give more than stock and capacity allow, nor split more than allowed, and explain every candidate', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(rules, orders, candidates, (compiled, order, all) => {
      const choice = sourceOrder(compiled, order, all);
      expect(broken(compiled, order, all, choice)).toEqual([]);
      for (const { reason } of choice.verdicts) reached.add(reason);
      if (choice.verdicts.length < all.length) reached.add('no-stock');
      reached.add(`stage ${choice.stage}`);
      const places = new Set(choice.placements.map(({ location }) => location));
      if (places.size > 1) reached.add('split');
      const isBounded = (code: string): boolean => compiled.site(code).unitsPerDay < Number.POSITIVE_INFINITY;
      if (compiled.stages[choice.stage]?.applies.capacity && [...places].some(isBounded)) reached.add('capacity');
    }),
    { numRuns: 900, seed: 21 },
  );
  // Only windows know of others that a location serves.
  const reasons = Object.keys(REASONS).filter((reason) => reason !== 'serves-others');
  const wanted = [...reasons, 'stage 0', 'stage 1', 'stage 2', 'stage 3', 'split', 'capacity'];
  expect(wanted.filter((what) => !reached.has(what))).toEqual([]);
});

test('a location that rules do not name is at an unknown distance, which counts as the farthest', () => {
  const compiled = rulesOf({
    method: 'exact',
    locations: { a: { at: { latitude: 48, longitude: 11 } } },
    places: [{ country: 'DE', latitude: 53, longitude: 10 }],
    scoring: { perKmMinor: 1 },
  });
  const all = ['a', 'f'].map((code) => ({ id: code as never, code, priority: 1 }));
  const order = {
    demands: [
      {
        line: '1' as never,
        quantity: 1,
        available: new Map([
          ['a', 1],
          ['f', 1],
        ]) as never,
      },
    ],
    nowMs: 0,
    placedMs: 0,
    promisedMs: null,
    channel: 'online' as const,
    country: 'DE',
    postalCode: null,
  };
  const [stage] = compiled.stages;
  const { problem } = prepare(compiled, stage, order, all);
  expect(problem.openCost[1]).toBe(problem.openCost[0]);
  expect(Math.round(problem.openCost[0] ?? 0)).toBe(560);
});

test('the cost of a choice leaves out what waits, and an order that goes whole or not at all has none while it waits', () => {
  const asked = (backorder: 'partial' | 'complete') => {
    const compiled = rulesOf({ method: 'exact', rates: [{ baseMinor: 400 }], backorder });
    const order = {
      demands: [{ line: '1' as never, quantity: 3, available: new Map([['a', 2]]) as never }],
      nowMs: 0,
      placedMs: 0,
      promisedMs: null,
      channel: 'online' as const,
      country: null,
      postalCode: null,
    };
    return sourceOrder(compiled, order, [{ id: 'a' as never, code: 'a', priority: 1 }]);
  };
  expect(asked('partial')).toMatchObject({ reason: 'partly-available', costMinor: 400, short: [{ quantity: 1 }] });
  expect(asked('complete')).toMatchObject({ reason: 'waits-for-all', costMinor: null, short: [{ quantity: 3 }] });
  expect(asked('complete').verdicts).toEqual([{ code: 'a', reason: 'waits-for-all', figure: 2 }]);
});
