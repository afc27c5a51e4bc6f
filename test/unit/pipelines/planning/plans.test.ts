import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAN_COMMANDS } from '../../../../cli/commands/plan.ts';
import { poissonDraw, seededRandom } from '../../../../core/planning/random.ts';
import { benchItems } from '../../../../pipelines/planning/benchItems.ts';
import { planAbc } from '../../../../pipelines/planning/planAbc.ts';
import { planEoq } from '../../../../pipelines/planning/planEoq.ts';
import { planForecast } from '../../../../pipelines/planning/planForecast.ts';
import { planReplenish } from '../../../../pipelines/planning/planReplenish.ts';
import { planSafetyStock } from '../../../../pipelines/planning/planSafetyStock.ts';
import { readStock } from '../../../../pipelines/planning/readStock.ts';
import { captured } from '../../../support/captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'planning-'));
const input = join(folder, 'demand.csv');
const file = { input, mapping: 'demand' } as const;
const stockFile = join(folder, 'stock.csv');

/** A year of three items: 20 a day at 5.00, 2 a day at 8.00, and one unit every twelfth day at 3.00. */
beforeAll(() => {
  const random = seededRandom(1);
  const lines = ['date,sku,quantity,unit_price'];
  for (let day = 0; day < 364; day++) {
    const date = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    lines.push(`${date},FAST,${1 + poissonDraw(random, 19)},5.00`, `${date},STEADY,2,8.00`);
    if (day % 12 === 0) lines.push(`${date},RARE,1,3.00`);
  }
  writeFileSync(input, lines.join('\n'));
  writeFileSync(stockFile, 'sku,on_hand,supplier,pack\nFAST,50,Mill,24\nSTEADY,900,Mill,1\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('plans on a plain file', () => {
  test('ABC tells the items apart and its classes sum to the whole', async () => {
    const plan = await planAbc(file);
    expect(plan.items.map((item) => `${item.sku} ${item.class}${item.xyz}`)).toEqual([
      'FAST AX',
      'STEADY BX',
      'RARE CY',
    ]);
    expect(plan.classes.A.share + plan.classes.B.share + plan.classes.C.share).toBeCloseTo(1, 3);
    expect((await planAbc({ ...file, criterion: 'picks' })).items.at(-1)?.sku).toBe('RARE');
  });

  test('the lot of a steady 728 a year at cost 4.00 is √(2·730·1000/100) = 120.8, ordered as 121', async () => {
    const steady = (await planEoq(file)).items.find((item) => item.sku === 'STEADY');
    expect(steady).toMatchObject({ yearlyDemand: 730, unitCostMinor: 400, lot: 121 });
    expect(steady?.economicLot).toBeCloseTo(120.83, 2);
  });

  test('demand that never varies needs safety only against the lead time', async () => {
    const certain = await planSafetyStock({ ...file, economics: { leadTimeDeviationDays: 0 } });
    const steady = certain.items.find((item) => item.sku === 'STEADY');
    expect(steady).toMatchObject({ deviationPerPeriod: 0, safetyStock: 0, reorderPoint: 28 });
  });

  test('forecasts do not depend on the number of threads, and report progress to the end', async () => {
    let last = 0;
    const one = await planForecast({ ...file, threads: 1, onProgress: (done) => (last = done) });
    const two = await planForecast({ ...file, threads: 2 });
    expect(two.items).toEqual(one.items);
    expect(last).toBe(3);
    expect(one.items[1]?.mean[0]).toBeCloseTo(14, 3);
    expect(one.items[2]?.pattern).toBe('intermittent');
  });

  test('a cancelled forecast ends at once with the reason of its signal', async () => {
    const reason = new Error('enough');
    await expect(planForecast({ ...file, signal: AbortSignal.abort(reason) })).rejects.toThrow();
  });

  test('replenishment orders what is short in whole packs and leaves what is covered', async () => {
    const plan = await planReplenish({ ...file, stock: await readStock(stockFile) });
    const [mill] = plan.orders.filter(({ source }) => source === 'Mill');
    expect(mill?.lines.map((line) => line.sku)).toEqual(['FAST']);
    expect((mill?.lines[0]?.quantity ?? 1) % 24).toBe(0);
    expect(plan.considered + plan.notStocked).toBe(3);
  });

  test('each command prints one JSON document, and refuses a missing file in one line', async () => {
    for (const { verb } of PLAN_COMMANDS) {
      const { code, stdout } = await captured(
        ['plan', verb ?? '', '--input', input, '--mapping', 'demand', '--json'],
        PLAN_COMMANDS,
      );
      expect(code, verb).toBe(0);
      expect(JSON.parse(stdout), verb).toMatchObject({ report: { read: 759, applied: 759 } });
    }
    const missing = await captured(['plan', 'abc', '--input', join(folder, 'none.csv')], PLAN_COMMANDS);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('cannot be read');
  });
});

describe('many generated items', () => {
  test('the same seed gives the same plan and every item has a class', () => {
    const first = benchItems(5000, 3);
    expect(first.classes.reduce((a, b) => a + b)).toBe(5000);
    expect(benchItems(5000, 3).meanSafetyStock).toBe(first.meanSafetyStock);
    expect(benchItems(5000, 4).meanSafetyStock).not.toBe(first.meanSafetyStock);
  });
});
