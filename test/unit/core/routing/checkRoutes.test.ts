import { describe, expect, test } from 'vitest';
import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import { problemOf } from './samples.ts';

const place = (id: string, x: number, demand: number, ready: number, due: number) => ({
  id,
  x,
  y: 0,
  demand,
  service: 2,
  ready,
  due,
});
const problem = problemOf({
  name: 'line',
  capacity: 10,
  fleet: 2,
  rounding: 'exact',
  places: [place('depot', 0, 0, 0, 40), place('1', 5, 6, 0, 10), place('2', 10, 4, 0, 20), place('3', 3, 5, 30, 35)],
});

describe('checking routes', () => {
  test('feasible routes are priced, empty ones ignored', () => {
    expect(checkRoutes(problem, [[0, 1], [], [2]])).toEqual({ cost: 26, vehicles: 2, feasible: true, violations: [] });
  });

  test.each([
    ['a stop left out', [[0, 1]], 'stop 3 is visited 0 times'],
    [
      'a stop twice',
      [
        [0, 1],
        [2, 2],
      ],
      'stop 3 is visited 2 times',
    ],
    ['too much load', [[0, 1, 2]], 'route 1 carries 15, above 10'],
    ['a late arrival', [[1, 0], [2]], 'route 1 reaches stop 1 at 17, after it closes'],
    ['too many vehicles', [[0], [1], [2]], '3 vehicles are used, 2 exist'],
    [
      'an unknown stop',
      [
        [0, 1],
        [2, 7],
      ],
      'route 2 visits a stop that does not exist',
    ],
  ])('%s is named', (_, routes, message) => {
    const check = checkRoutes(problem, routes);
    expect(check.feasible).toBe(false);
    expect(check.violations).toContain(message);
  });
});
