import { expect, test } from 'vitest';
import { attemptWrite, LOOK_UPS, type WriteTask } from '../../../../connectors/kit/attemptWrite.ts';
import type { AnyConnector, WriteKey } from '../../../../connectors/kit/connector.ts';
import { instantOf } from '../../../../core/shared/instant.ts';
import { ok } from '../../../../core/shared/result.ts';

const sent: WriteKey[] = [];
const found: { receipt: { externalId: string } | null } = { receipt: null };

function connectorThatSettlesIn(settleMs: number | null): AnyConnector {
  const buyLabel = {
    encode: () => ok({}),
    send: async (_client: unknown, _raw: unknown, key: WriteKey) => {
      sent.push(key);
      return ok({ externalId: 'sent' });
    },
    duplicates: { mode: 'lookupByRef', settleMs, landed: async () => ok(found.receipt) },
  };
  return { manifest: { id: 'acme' }, capabilities: { buyLabel } } as unknown as AnyConnector;
}

const DAY = 86_400_000;
const task = (lookUps: number): WriteTask => ({
  operation: 'buyLabel',
  reference: 'r-1',
  was: 'in-doubt',
  attempts: 1,
  lookUps,
  firstSentAt: instantOf(0),
});
const attempt = (settleMs: number | null, lookUps = 0) =>
  attemptWrite({
    task: task(lookUps),
    connector: connectorThatSettlesIn(settleMs),
    client: {},
    document: {},
    now: () => instantOf(DAY),
    backOff: (failures) => 1000 * 2 ** failures,
    signal: new AbortController().signal,
  });

test('a write that is not found after its settling time may be sent again', async () => {
  expect(await attempt(10_000)).toMatchObject({ state: 'prepared', delayMs: 0 });
});

test('a write whose system never proves absence is looked for again, and never sent again', async () => {
  for (let lookUps = 0; lookUps < LOOK_UPS - 1; lookUps++) {
    const outcome = await attempt(null, lookUps);
    expect(outcome).toMatchObject({ state: 'in-doubt', counts: 'look-up', delayMs: 1000 * 2 ** lookUps });
  }
  expect(await attempt(null, LOOK_UPS - 1)).toMatchObject({
    state: 'needs-operator',
    fault: { code: 'outcome-unknown', message: expect.stringContaining('r-1') },
  });
  expect(sent).toEqual([]);
});

test('such a write has landed as soon as a look-up shows it', async () => {
  found.receipt = { externalId: '794953555571' };
  expect(await attempt(null, 20)).toEqual({ state: 'landed', receipt: { externalId: '794953555571' } });
});
