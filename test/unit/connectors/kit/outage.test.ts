import { expect, test } from 'vitest';
import { attemptWrite, type WriteOutcome } from '../../../../connectors/kit/attemptWrite.ts';
import type { AnyConnector } from '../../../../connectors/kit/connector.ts';
import { type Fault, retryable } from '../../../../core/shared/fault.ts';
import { instantOf } from '../../../../core/shared/instant.ts';
import { err, ok } from '../../../../core/shared/result.ts';
import { backOffMs } from '../../../../pipelines/backOff.ts';

const HOUR = 3_600_000;

/** Tries a write as the journal does until it ends, at a system that always answers the same. Answers how it ended, and when. */
async function lives(
  fault: (now: number) => Fault,
  mode = 'nativeKey',
): Promise<{ readonly ended: WriteOutcome; readonly ms: number }> {
  let [now, attempts, was] = [0, 0, 'prepared' as 'prepared' | 'in-doubt'];
  const pushOrder = { encode: () => ok({}), send: async () => err(fault(now)), duplicates: { mode } };
  const connector = { manifest: { id: 'acme' }, capabilities: { pushOrder } } as unknown as AnyConnector;
  for (;;) {
    const outcome = await attemptWrite({
      task: { operation: 'pushOrder', reference: 'r', was, attempts, lookUps: 0, firstSentAt: null },
      connector,
      client: {},
      document: {},
      now: () => instantOf(now),
      backOff: (failures) => backOffMs(failures, () => 0.5),
      signal: new AbortController().signal,
    });
    if (!('delayMs' in outcome) || now > 48 * HOUR) return { ended: outcome, ms: now };
    now += outcome.delayMs;
    was = outcome.state;
    if (outcome.counts === 'attempt') attempts += 1;
  }
}

test('a write outlives a night in which its system only answers errors, and is then given to a person', async () => {
  const { ended, ms } = await lives(() => retryable('http-503', 'maintenance'));
  expect(ended).toMatchObject({ state: 'refused', fault: { code: 'http-503' } });
  expect(ms / HOUR).toBeGreaterThan(5);
  expect(ms / HOUR).toBeLessThan(9);
});

test('a write waits as long as it must while nobody can call its system', async () => {
  const open = { kind: 'rate-limited', code: 'circuit-open', message: 'away', retryAfterMs: 5000 } as const;
  const { ended, ms } = await lives(() => open);
  expect(ended).toMatchObject({ state: 'prepared', counts: 'nothing' });
  expect(ms).toBeGreaterThan(48 * HOUR);
});

test('what sending again cannot double is sent all night when no answer comes; what it can is soon given to a person', async () => {
  const silent = { kind: 'in-doubt', code: 'network-etimedout', message: 'no answer' } as const;
  for (const mode of ['nativeKey', 'idempotent']) {
    const { ended, ms } = await lives(() => silent, mode);
    expect(ended).toMatchObject({ state: 'needs-operator' });
    expect(ms / HOUR).toBeGreaterThan(5);
  }
  expect((await lives(() => silent, 'none')).ended).toMatchObject({ state: 'needs-operator' });
});
