import { expect, test } from 'vitest';
import { marketplace } from '../../../connectors/marketplace/index.ts';
import type { RateBudget } from '../../../core/ports/index.ts';
import type { ConnectionId } from '../../../core/shared/ids.ts';
import { paceBy } from '../../../pipelines/pace.ts';

const connection = {
  id: 'c' as ConnectionId,
  name: 'c',
  state: 'active',
  connector: marketplace,
  settings: {},
  isStockSource: false,
  events: [],
  version: 1,
} as const;
const signal = new AbortController().signal;
const budget = (take: RateBudget['take']): RateBudget => ({ take, block: async () => undefined });

test('a budget that cannot be read is a fault that passes, not an exception that a caller may keep', async () => {
  const broken = budget(async () => {
    throw new Error('Connection terminated unexpectedly');
  });
  expect(await paceBy(broken, connection)(1, signal)).toMatchObject({
    ok: false,
    error: { kind: 'retryable', code: 'budget-unreachable' },
  });
});

test('a short wait is waited out, and a long one leaves the queue with its time', async () => {
  const waits = [5, 0];
  expect(
    await paceBy(
      budget(async () => ({ waitMs: waits.shift() ?? 0 })),
      connection,
    )(1, signal),
  ).toEqual({ ok: true });
  expect(
    await paceBy(
      budget(async () => ({ waitMs: 9000 })),
      connection,
    )(1, signal),
  ).toMatchObject({
    ok: false,
    error: { kind: 'rate-limited', retryAfterMs: 9000 },
  });
});
