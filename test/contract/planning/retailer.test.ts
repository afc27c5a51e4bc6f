import { expect, test } from 'vitest';
import { planAbc } from '../../../pipelines/planning/planAbc.ts';
import { planReplenish } from '../../../pipelines/planning/planReplenish.ts';
import { sharedFile } from '../../support/shared.ts';

const orders = sharedFile('bench-data/orders/online-retail.csv.gz');

test.skipIf(orders === undefined)(
  'a real retailer: all 541,909 lines are accounted for, and every item is classified and planned',
  async () => {
    const file = { input: orders ?? '', mapping: 'uci-online-retail' } as const;
    const abc = await planAbc(file);
    const ignored = Object.values(abc.report.ignored).reduce((sum, n) => sum + n, 0);
    expect(abc.report).toMatchObject({ read: 541_909, ignored: { duplicate: 5268, unreadable: 0 } });
    expect(abc.report.applied + ignored).toBe(541_909);
    expect(abc.classes.A.items + abc.classes.B.items + abc.classes.C.items).toBe(abc.items.length);
    expect(Object.values(abc.cells).reduce((sum, n) => sum + n, 0)).toBe(abc.items.length);
    const plan = await planReplenish(file);
    expect(plan.considered + plan.notStocked).toBe(abc.items.length);
  },
  120_000,
);
