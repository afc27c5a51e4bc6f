import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  inTransit,
  type Transfer,
  type TransferCommand,
  type TransferEvent,
  toSend,
  transferDecider,
  transferStatus,
} from '../../../../core/inventory/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type { Instant, LocationId, ProductId } from '../../../../core/shared/ids.ts';

const at = '2026-01-01T00:00:00.000Z' as Instant;
const product = fc.constantFrom('mug', 'tea', 'unknown') as fc.Arbitrary<ProductId>;
const units = fc.constantFrom(0, 1, 1, 1, 2, 2, 3, -1);
const open = {
  type: 'OpenTransfer',
  at,
  from: 'main' as LocationId,
  to: 'store' as LocationId,
  lines: [
    { product: 'mug' as ProductId, quantity: 3 },
    { product: 'tea' as ProductId, quantity: 2 },
  ],
} as const;
const command: fc.Arbitrary<TransferCommand> = fc.oneof(
  fc.record({
    type: fc.constant('SendTransfer' as const),
    at: fc.constant(at),
    lines: fc.array(fc.record({ product, quantity: units }), { minLength: 0, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('ReceiveTransfer' as const),
    at: fc.constant(at),
    lines: fc.array(
      fc.record({
        product,
        received: units,
        damaged: fc.constantFrom(0, 0, 1),
        lost: fc.constantFrom(0, 1),
        reason: fc.constantFrom(null, null, 'box was open'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  { weight: 1, arbitrary: fc.constant({ type: 'CancelTransfer' as const, at }) },
  { weight: 1, arbitrary: fc.constant(open) },
);

test('units of a transfer are always somewhere, and every state and refusal is reached', () => {
  const reached = new Map<string, number>();
  const see = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(fc.array(command, { minLength: 10, maxLength: 40, size: 'max' }), (commands) => {
      const events: TransferEvent[] = [];
      let state: Transfer = transferDecider.initialState;
      for (const next of [open, ...commands]) {
        const decided = transferDecider.decide(next, state);
        if (!decided.ok) {
          see(decided.error.code);
          continue;
        }
        events.push(...decided.value);
        state = decided.value.reduce(transferDecider.evolve, state);
        if (state.status === 'unopened') throw new Error('an opened transfer stays open');
        see(transferStatus(state));
        for (const line of state.lines.values()) {
          expect(toSend(line) + inTransit(line) + line.received + line.damaged + line.lost + line.cancelled).toBe(
            line.quantity,
          );
          for (const part of [toSend(line), inTransit(line), line.received, line.damaged, line.lost, line.cancelled])
            expect(part).toBeGreaterThanOrEqual(0);
        }
      }
      expect(replay(transferDecider, events)).toEqual(state);
    }),
    { numRuns: 500, seed: 3 },
  );
  for (const what of ['draft', 'partly-sent', 'in-transit', 'received', 'cancelled'])
    expect([what, (reached.get(what) ?? 0) > 10]).toEqual([what, true]);
  const codes = ['already-opened', 'no-lines', 'line-twice', 'unknown-line', 'invalid-quantity', 'more-than-open'];
  for (const code of [...codes, 'more-than-in-transit', 'loss-without-reason', 'nothing-to-cancel'])
    expect([code, (reached.get(code) ?? 0) > 5]).toEqual([code, true]);
});

test('a transfer goes to another location than it comes from', () => {
  const here = { ...open, to: open.from };
  expect(transferDecider.decide(here, { status: 'unopened' })).toEqual({ ok: false, error: { code: 'same-location' } });
});
