import { describe, expect, test } from 'vitest';
import { travel } from '../../../../core/routing/problem.ts';
import { readProblem } from '../../../../core/routing/readProblem.ts';
import { readSolution, writeSolution } from '../../../../core/routing/solutionText.ts';

const vrplib = (change: (text: string) => string = (text) => text) =>
  change(
    [
      'NAME : tiny',
      'TYPE : CVRP',
      'DIMENSION : 3',
      'EDGE_WEIGHT_TYPE : EUC_2D',
      'CAPACITY : 10',
      'NODE_COORD_SECTION',
      '1 0 0',
      '2 3 4',
      '3 1 1',
      'DEMAND_SECTION',
      '1 0',
      '2 4',
      '3 5',
      'DEPOT_SECTION',
      '1',
      '-1',
      'EOF',
    ].join('\n'),
  );

const solomon = [
  'tiny',
  'VEHICLE',
  'NUMBER CAPACITY',
  '2 10',
  'CUSTOMER',
  'CUST NO. XCOORD. YCOORD. DEMAND READY DUE SERVICE',
  '0 0 0 0 0 100 0',
  '1 1 1 4 10 20 5',
  '2 3 4 5 10 20 5',
].join('\n');

describe('reading a routing file', () => {
  test('VRPLIB lengths are rounded to the nearest whole number', () => {
    const problem = readProblem(vrplib(), 'tenths');
    if (!problem.ok) throw new Error(problem.error);
    expect([travel(problem.value, 2, 0), travel(problem.value, 2, 1), travel(problem.value, 0, 1)]).toEqual([5, 1, 4]);
    expect(problem.value).toMatchObject({ size: 2, capacity: 10, timed: false });
  });

  test('Solomon lengths are cut after one decimal, or kept as doubles', () => {
    const cut = readProblem(solomon, 'tenths');
    const kept = readProblem(solomon, 'exact');
    if (!cut.ok || !kept.ok) throw new Error('not read');
    expect(travel(cut.value, 2, 0)).toBe(14);
    expect(travel(kept.value, 2, 0)).toBeCloseTo(Math.SQRT2, 12);
    expect(cut.value).toMatchObject({ size: 2, fleet: 2, scale: 10, timed: true });
    expect(cut.value.due[0]).toBe(200);
  });

  test('a lower triangle of explicit lengths is read both ways', () => {
    const text = vrplib((whole) =>
      whole
        .replace('EUC_2D', 'EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_ROW')
        .replace(/NODE_COORD_SECTION[^D]*/, 'EDGE_WEIGHT_SECTION\n7\n8 9\n'),
    );
    const problem = readProblem(text, 'tenths');
    if (!problem.ok) throw new Error(problem.error);
    expect([travel(problem.value, 2, 0), travel(problem.value, 1, 2), travel(problem.value, 0, 1)]).toEqual([7, 8, 9]);
  });

  test.each([
    [
      'nonsense',
      'x'.repeat(10_000),
      'the file is neither VRPLIB nor Solomon: no DIMENSION header, no VEHICLE and CUSTOMER tables',
    ],
    ['a stop without coordinates', vrplib((text) => text.replace('2 3 4\n', '')), 'stop 2 has no coordinates'],
    [
      'a demand above every vehicle',
      vrplib((text) => text.replace('3 5', '3 50')),
      'stop 3 demands 50, above every vehicle (10)',
    ],
    [
      'an unknown depot',
      vrplib((text) => text.replace('SECTION\n1\n-1', 'SECTION\n9\n-1')),
      'exactly one depot, place 1, is supported',
    ],
    ['a missing demand', vrplib((text) => text.replace('3 5\n', '')), 'stop 3 has no demand'],
    [
      'no capacity',
      vrplib((text) => text.replace('CAPACITY : 10\n', '')),
      'the vehicle capacity NaN is not above zero',
    ],
    [
      'a constraint we would ignore',
      vrplib((text) => text.replace('EOF', 'BACKHAUL_SECTION\n2')),
      'section BACKHAUL_SECTION is not supported',
    ],
    [
      'a window that closes before it opens',
      solomon.replace('10 20', '30 20'),
      'stop 1 closes (20) before it opens (30)',
    ],
  ])('%s gives one clear message', (_, text, message) => {
    expect(readProblem(text, 'tenths')).toEqual({ ok: false, error: message });
  });

  test('routes written are read back as they were', () => {
    const routes = [[0, 2], [1]];
    expect(readSolution(writeSolution(routes, 12))).toEqual({ ok: true, value: routes });
    expect(readSolution('nothing here')).toMatchObject({ ok: false });
  });
});
