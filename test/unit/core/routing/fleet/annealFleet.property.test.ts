import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoutingAnswer } from '../../../../../core/documents/routingCase.ts';
import { annealFleet, type FleetFound } from '../../../../../core/routing/fleet/annealFleet.ts';
import { checkFleet } from '../../../../../core/routing/fleet/checkFleet.ts';
import { explainAbsence } from '../../../../../core/routing/fleet/explain.ts';
import type { FleetProblem } from '../../../../../core/routing/fleet/fleetProblem.ts';
import { exactFleet } from './exactFleet.ts';
import { anyCase, fleetOf, KINDS, type Kind } from './sampleCases.ts';

const search = (steps: number, seed = 1) => ({ seed, progress: (done: number) => done / steps });

const answerOf = (problem: FleetProblem, found: FleetFound): RoutingAnswer => ({
  routes: found.routes
    .filter((route) => route.stops.length > 0)
    .map(({ vehicle, stops }) => ({
      vehicle: problem.vehicles[vehicle]?.id ?? '',
      stops: stops.map((c) => problem.stopIds[c] ?? ''),
    })),
});

const isComplete = (problem: FleetProblem, found: FleetFound) =>
  found.absent.every((c) => problem.penalty[c] !== Infinity);

describe('the search over the full model', () => {
  test.each(KINDS)('finds the least cost that enumeration finds on small cases with %s', (kind: Kind) => {
    const reached = { solved: 0, impossible: 0 };
    fc.assert(
      fc.property(anyCase(4, [kind]), ({ given }) => {
        const problem = fleetOf(given);
        if (problem === undefined) return;
        const found = annealFleet(problem, search(250));
        const exact = exactFleet(given);
        if (isComplete(problem, found)) {
          expect(found.cost).toBeCloseTo(exact, 4);
          reached.solved++;
        } else {
          expect(exact).toBe(Infinity);
          reached.impossible++;
        }
      }),
      { seed: 8, numRuns: 15 },
    );
    expect(reached.solved).toBeGreaterThan(5);
  });

  test('prices plans as the checker does and breaks no constraint, whatever the mix of constraints', () => {
    const reached = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
    fc.assert(
      fc.property(anyCase(16), ({ given, kinds }) => {
        const problem = fleetOf(given);
        if (problem === undefined) return;
        const found = annealFleet(problem, search(100));
        const check = checkFleet(given, answerOf(problem, found));
        const left = check.violations.filter((text) => !text.endsWith('is not visited'));
        expect(left).toEqual([]);
        if (!isComplete(problem, found)) return;
        expect(check.violations).toEqual([]);
        expect(found.cost).toBeCloseTo(check.cost + problem.vehicleWeight * check.vehicles, 4);
        for (const kind of kinds) reached[kind] = (reached[kind] ?? 0) + 1;
      }),
      { seed: 8, numRuns: 100 },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(2);
  });

  test('answers the same plan for the same seed and steps', () => {
    fc.assert(
      fc.property(anyCase(12), fc.integer({ min: 1, max: 1000 }), ({ given }, seed) => {
        const problem = fleetOf(given);
        if (problem === undefined) return;
        expect(annealFleet(problem, search(100, seed))).toEqual(annealFleet(problem, search(100, seed)));
      }),
      { seed: 8, numRuns: 20 },
    );
  });

  test('never moves a locked stop', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyCase(12, ['locked']), ({ given }) => {
        const problem = fleetOf(given);
        if (problem === undefined) return;
        const [first] = answerOf(problem, annealFleet(problem, search(200))).routes;
        expect(first?.stops[0]).toBe(given.routes[0]?.stops[0]);
        kept++;
      }),
      { seed: 8, numRuns: 30 },
    );
    expect(kept).toBeGreaterThan(10);
  });

  test('a stop that no vehicle can serve is left out with the constraint that forbids it', () => {
    const reached: Record<string, number> = {};
    fc.assert(
      fc.property(anyCase(5, ['skills', 'maxDistance', 'maxDuration', 'volume', 'windows', 'breaks']), ({ given }) => {
        const problem = fleetOf(given);
        if (problem === undefined) return;
        const found = annealFleet(problem, search(100));
        for (const c of found.absent) {
          const reason = explainAbsence(problem, c);
          const alone = checkFleet(
            { ...given, stops: given.stops.filter((stop) => stop.id === problem.stopIds[c]) },
            {
              routes: [],
            },
          );
          expect(alone.violations).toHaveLength(1);
          if (reason === undefined) continue;
          expect(reason).toContain(`stop ${problem.stopIds[c]} `);
          reached[reason.slice(8)] = (reached[reason.slice(8)] ?? 0) + 1;
        }
      }),
      { seed: 8, numRuns: 100 },
    );
    expect(Object.keys(reached).length).toBeGreaterThan(1);
  });
});
