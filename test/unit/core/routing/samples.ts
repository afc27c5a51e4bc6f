import fc from 'fast-check';
import { buildProblem, type Problem, type ProblemInput } from '../../../../core/routing/problem.ts';

/** A problem from an input that must be valid. */
export function problemOf(input: ProblemInput): Problem {
  const problem = buildProblem(input);
  if (!problem.ok) throw new Error(problem.error);
  return problem.value;
}

/** Random problems that have an answer: every stop alone in a route keeps its window, whatever the draw. */
export const anyInput = (maxStops: number): fc.Arbitrary<ProblemInput> =>
  fc
    .record({
      stops: fc.array(
        fc.record({
          x: fc.integer({ min: 0, max: 100 }),
          y: fc.integer({ min: 0, max: 100 }),
          demand: fc.integer({ min: 1, max: 10 }),
          open: fc.integer({ min: 0, max: 200 }),
          width: fc.integer({ min: 0, max: 60 }),
        }),
        { minLength: 2, maxLength: maxStops },
      ),
      capacity: fc.integer({ min: 10, max: 30 }),
      timed: fc.boolean(),
      rounding: fc.constantFrom('nearest' as const, 'tenths' as const, 'exact' as const),
    })
    .map(({ stops, capacity, timed, rounding }) => ({
      name: 'random',
      capacity,
      fleet: Infinity,
      rounding,
      places: [
        { id: 'depot', x: 50, y: 50, demand: 0, service: 0, ready: 0, due: timed ? 600 : Infinity },
        ...stops.map(({ x, y, demand, open, width }, i) => ({
          id: String(i + 1),
          x,
          y,
          demand,
          service: timed ? 10 : 0,
          ready: timed ? 80 + open : 0,
          due: timed ? 80 + open + width : Infinity,
        })),
      ],
    }));
